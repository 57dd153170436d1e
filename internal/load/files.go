package load

import (
	"fmt"
	"io/fs"

	"samsyn/internal/source"
)

// File is a content file and what it is for.
type File struct {
	Path string
	// Schema is the kind of its fields (schema.Names), "" for a chapter.
	Schema string
	// Markdown tells that the file is a text, its fields a front matter.
	Markdown bool
}

// Files lists the content files of a tree that Load would read, in byte order.
// Links are left out: what they lead to is another file, or not of the content.
func Files(tree *source.Tree) ([]File, error) {
	entries, err := tree.Entries()
	if err != nil {
		return nil, fmt.Errorf("reading the content: %w", err)
	}
	r := newRun(tree, entries, new(Reader))
	if err := r.first(); err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		if role, ok := r.layout.role(e.Path); ok && e.State == source.Plain && !isLink(tree, e.Path) {
			files = append(files, File{Path: e.Path, Schema: role.schema, Markdown: role.markdown})
		}
	}
	return files, nil
}

func isLink(tree *source.Tree, name string) bool {
	info, err := fs.Lstat(tree.FS(), name)
	return err != nil || info.Mode()&fs.ModeSymlink != 0
}
