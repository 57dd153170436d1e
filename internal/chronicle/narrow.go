package chronicle

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"samsyn/internal/history"
)

// narrowed shows a part of a commit's files: the marker, the agreement, some
// files and the plans that they stand in. Reading a whole country for each
// commit would take for ever.
type narrowed struct {
	*history.Files
	files, folders map[string]bool
}

func narrow(all *history.Files, paths []string) *narrowed {
	n := &narrowed{all, map[string]bool{}, map[string]bool{}}
	for _, p := range paths {
		n.files[p] = true
		if plan := path.Join(path.Dir(p), "plan.yaml"); strings.HasPrefix(plan, "plans/") {
			n.files[plan] = true
		}
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			n.folders[dir] = true
		}
	}
	return n
}

func (n *narrowed) wants(name string) bool {
	if n.files[name] || n.files["plans"] || n.folders[name] {
		return true
	}
	return !strings.HasPrefix(name, "plans/")
}

// ReadDir lists what is shown of a folder.
func (n *narrowed) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := n.Files.ReadDir(name)
	return slices.DeleteFunc(list, func(d fs.DirEntry) bool { return !n.wants(path.Join(name, d.Name())) }), err
}
