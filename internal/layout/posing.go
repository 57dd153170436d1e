package layout

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
)

// gitParts are what git reads or runs of a git folder (gitrepository-layout).
var gitParts = []string{"head", "commondir", "config", "config.worktree", "hooks", "index", "info", "objects", "packed-refs", "refs"}

// posing tells of files beside samsyn.yaml by which git would take the content's folder
// for a repository of its own. Samsyn does not, but whoever calls git there would run
// the programs that such files name.
func posing(beside []string) []diag.Finding {
	var parts []string
	has := map[string]bool{}
	for _, name := range beside {
		// Not every disk tells capitals from small letters.
		if part := strings.ToLower(name); slices.Contains(gitParts, part) {
			has[part] = true
			parts = append(parts, name)
		}
	}
	if !has["head"] || !has["commondir"] && (!has["objects"] || !has["refs"]) {
		return nil
	}
	var found []diag.Finding
	for _, name := range parts {
		found = append(found, diag.New(diag.UnexpectedFile, diag.Whole(name), diag.Say(
			"Git tar innehållets mapp för ett eget git-arkiv, eftersom HEAD ligger här tillsammans med mappar som hör till ett sådant. Då kan git köra program som filerna pekar ut. Ta bort %s.",
			"Git takes the content's folder for a git repository of its own, since HEAD lies here with folders that belong to one. Git may then run programs that the files name. Remove %s.", name)))
	}
	return found
}
