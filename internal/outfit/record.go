package outfit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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
	for _, name := range sortedKeys(sums) {
		fmt.Fprintf(&b, "%s  %s\n", sums[name], name)
	}
	return safewrite.File{Path: RecordFile, Data: b.Bytes()}
}

func sortedKeys(m map[string]string) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
