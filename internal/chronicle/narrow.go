package chronicle

import (
	"io/fs"
	"path"
	"strings"

	"samsyn/internal/history"
)

// narrowed lists only some of a commit's files. Reading a whole country for each
// commit would take for ever.
type narrowed struct {
	*history.Files
	wants func(name string) bool // whether a file or folder is listed
}

// ReadDir lists what is shown of a folder.
func (n narrowed) ReadDir(name string) ([]fs.DirEntry, error) {
	return n.List(name, func(file string) bool { return n.wants(path.Join(name, file)) })
}

// partOf wants the marker, the agreement, some files and the plans that they stand in.
func partOf(paths []string) func(name string) bool {
	files, folders := map[string]bool{}, map[string]bool{}
	for _, p := range paths {
		files[p] = true
		if plan := path.Join(path.Dir(p), "plan.yaml"); strings.HasPrefix(plan, "plans/") {
			files[plan] = true
		}
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return func(name string) bool {
		return files[name] || files["plans"] || folders[name] || !strings.HasPrefix(name, "plans/")
	}
}
