package load

import (
	"io/fs"
	"slices"
	"strings"

	"samsyn/internal/diag"
)

// gitParts are what git reads or runs of a git folder (gitrepository-layout).
var gitParts = []string{"head", "commondir", "config", "config.worktree", "hooks", "index", "info", "objects", "packed-refs", "refs"}

// posing tells of files beside samsyn.yaml by which git would take the content's folder
// for a repository of its own. Samsyn does not, but whoever calls git there would run
// the programs that such files name.
func (a *assembly) posing() {
	entries, err := fs.ReadDir(a.tree.FS(), ".")
	if err != nil {
		return // told of where the content is listed
	}
	var parts []string
	has := map[string]bool{}
	for _, e := range entries {
		// Not every disk tells capitals from small letters.
		if part := strings.ToLower(e.Name()); slices.Contains(gitParts, part) {
			has[part] = true
			parts = append(parts, e.Name())
		}
	}
	if !has["head"] || !has["commondir"] && (!has["objects"] || !has["refs"]) {
		return
	}
	for _, name := range parts {
		a.findings = append(a.findings, diag.New("unexpected-file", diag.Whole(name), diag.Say(
			"Git tar innehållets mapp för ett eget git-arkiv, eftersom HEAD ligger här tillsammans med mappar som hör till ett sådant. Då kan git köra program som filerna pekar ut. Ta bort %s.",
			"Git takes the content's folder for a git repository of its own, since HEAD lies here with folders that belong to one. Git may then run programs that the files name. Remove %s.", name)))
	}
}
