package outfit

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/safewrite"
)

// A new repository's README names no file or folder that is not there, and no forge's
// checks where none was wanted.
func TestReadmeTellsOfWhatIsThere(t *testing.T) {
	for _, forge := range append([]string{"", ForgeNone}, Forges...) {
		files, err := Repository(New{Year: 2026, Forge: forge})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(files, func(f safewrite.File) bool { return f.Path == "README.md" })
		text := string(files[at].Data)
		for _, name := range regexp.MustCompile("`(\\.[a-z][^ `*]*)`").FindAllStringSubmatch(text, -1) {
			there := func(f safewrite.File) bool {
				return f.Path == name[1] || strings.HasPrefix(f.Path, strings.TrimSuffix(name[1], "/")+"/")
			}
			if name[1] != ".yaml" && name[1] != ".samsyn/tool.env" && !slices.ContainsFunc(files, there) {
				t.Errorf("forge %q: the README tells of %s", forge, name[1])
			}
		}
		if told := strings.Contains(text, "granskas automatiskt"); told == (forge == ForgeNone) {
			t.Errorf("forge %q: automatic checks are told of: %v", forge, told)
		}
	}
}
