package obtain

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"samsyn/internal/diag"
)

// mostArchive is how large a release's archive may be that is put into a repository, and
// mostSums its list of checksums.
const (
	mostArchive = 100 << 20
	mostSums    = 1 << 20
)

// Kept is the folder of the repository in which an archive is kept.
const Kept = ".samsyn/tool"

// Folder reads a folder with a release, as scripts/release makes it: the archive for Linux
// on amd64, which is what forges' runners are, is to lie in the repository itself.
func Folder(dir string) (Source, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Source{}, err
	}
	defer func() { _ = root.Close() }()
	sums, err := read(root, "SHA256SUMS", mostSums)
	if errors.Is(err, fs.ErrNotExist) {
		return Source{}, diag.Refuse("i mappen %s finns ingen utgåva: SHA256SUMS saknas", "there is no release in the folder %s: it has no SHA256SUMS", dir)
	}
	if err != nil {
		return Source{}, err
	}
	for line := range strings.Lines(string(sums)) {
		pin, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		name = strings.TrimLeft(name, " *")
		if path.Base(name) != name || !strings.HasSuffix(name, "-linux-amd64.tar.gz") || !plainName.MatchString(name) {
			continue
		}
		data, err := read(root, name, mostArchive)
		if err != nil {
			return Source{}, err
		}
		if pin = strings.ToLower(pin); sumOf(data) != pin {
			return Source{}, diag.Refuse("%s har inte den kontrollsumma som står i SHA256SUMS", "%s does not have the checksum that stands in SHA256SUMS", name)
		}
		return Source{Kind: File, At: Kept + "/" + name, Pin: pin, Data: data}, nil
	}
	return Source{}, diag.Refuse("i mappen %s finns inget arkiv för Linux på amd64 (samsyn-…-linux-amd64.tar.gz)", "there is no archive for Linux on amd64 in the folder %s (samsyn-…-linux-amd64.tar.gz)", dir)
}

func sumOf(data []byte) string {
	is := sha256.Sum256(data)
	return hex.EncodeToString(is[:])
}

// read reads a file that is not larger than most.
func read(root *os.Root, name string, most int64) ([]byte, error) {
	if info, err := root.Stat(name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, diag.Refuse("%s är ingen vanlig fil", "%s is no ordinary file", name)
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, diag.Refuse("%s är större än %d MiB", "%s is larger than %d MiB", name, most>>20)
	}
	return data, err
}

// Holds tells whether the archive that a repository keeps has the checksum that it should.
func (s Source) Holds(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	data, err := read(root, s.At, mostArchive)
	if err != nil {
		return err
	}
	if sumOf(data) != s.Pin {
		return diag.Refuse("%s har inte den kontrollsumma som den ska ha", "%s does not have the checksum that it should", s.At)
	}
	return nil
}
