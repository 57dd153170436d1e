package history

import (
	"errors"
	"io/fs"
)

// Kinds tells of what kind each thing in a folder is (fs.FileMode.Type), without
// looking into files: one that is large or elsewhere is a file like any other. It goes
// through no link.
func (f *Files) Kinds(name string) (map[string]fs.FileMode, error) {
	entries, err := f.inside(name, false)
	if err != nil {
		return nil, err
	}
	kinds := map[string]fs.FileMode{}
	for _, e := range entries {
		switch e.kind() {
		case modeDir:
			kinds[e.name] = fs.ModeDir
		case modeLink:
			kinds[e.name] = fs.ModeSymlink
		default:
			kinds[e.name] = 0
		}
	}
	return kinds, nil
}

// inside gives the lines of a folder.
func (f *Files) inside(name string, follow bool) ([]entry, error) {
	i, err := f.lookup("readdir", name, follow)
	if err != nil {
		return nil, err
	}
	if !i.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a folder")}
	}
	entries, err := f.folder(i.entry.hash)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	return entries, nil
}
