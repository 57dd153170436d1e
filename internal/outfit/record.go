package outfit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/obtain"
	"samsyn/internal/safewrite"
)

// RecordFile is where a repository keeps the digests of what the program wrote beside the
// content, so that a later version can tell what nobody has edited. It is written as
// sha256sum does: sha256sum -c reads it.
const RecordFile = ".samsyn/written.sha256"

const recordHead = "# Kontrollsummor för det som samsyn %s skrev här. Med dem ser samsyn doctor --renew vad\n# ingen har ändrat, och kan förnya det.\n"

// renewed tells whether a file is one that a later version writes anew: not what people
// fill in, and not what has a life of its own.
func renewed(name string) bool {
	return !isContent(name) && !slices.Contains([]string{"README.md", "CODEOWNERS", RecordFile, obtain.EnvFile}, name) && !strings.HasPrefix(name, obtain.Kept+"/")
}

// digest is a file's, whatever line ends a checkout has given it.
func digest(data []byte) string {
	sum := sha256.Sum256(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	return hex.EncodeToString(sum[:])
}

// record is the file of digests.
func record(files []safewrite.File, version string) safewrite.File {
	sums := map[string]string{}
	for _, f := range files {
		if renewed(f.Path) {
			sums[f.Path] = digest(f.Data)
		}
	}
	return recordOf(sums, version)
}

func recordOf(sums map[string]string, version string) safewrite.File {
	var b bytes.Buffer
	fmt.Fprintf(&b, recordHead, version)
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&b, "%s  %s\n", sums[name], name)
	}
	return safewrite.File{Path: RecordFile, Data: b.Bytes()}
}

// recorded reads the file of digests; nil where the repository has none. Lines that are
// none of ours are passed over: the file comes with the content.
func recorded(data []byte) map[string]string {
	var sums map[string]string
	for line := range strings.Lines(string(data)) {
		sum, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok || len(sum) != 2*sha256.Size || !fs.ValidPath(name) {
			continue
		}
		if sums == nil {
			sums = map[string]string{}
		}
		sums[name] = sum
	}
	return sums
}
