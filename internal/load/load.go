// Package load turns the files of a content repository into the model, and says what is
// wrong with each of them. It reads one file at a time, and puts what it made of them
// together; what the files are for is the business of package layout, and what holds
// between things that of package check.
package load

import (
	"fmt"
	"path"
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Result is what Load makes of a tree.
type Result struct {
	Content  *model.Content
	Findings []diag.Finding
	Paths    []string // the files that were read, in byte order
	// Contents names the bytes of each file that was read.
	Contents map[string]string

	tree   *source.Tree
	layout layout.Layout
}

// Load reads everything in the tree. The error says that it could not: that the
// marker is not there, or that the disk failed.
func Load(tree *source.Tree) (*Result, error) { return load(tree, nil) }

// load is Load with a reader that has the version before; nil for none.
func load(tree *source.Tree, reader *Reader) (*Result, error) {
	r, err := begin(tree, reader)
	if err != nil {
		return nil, err
	}
	if _, there := r.layout.Entry(source.Marker); !there {
		return nil, source.ErrNoRepository
	}
	files, err := r.each(r.layout.Files(tree.IsFile))
	if err != nil {
		return nil, err
	}
	res := &Result{tree: tree, layout: r.layout, Paths: make([]string, 0, len(files)), Contents: make(map[string]string, len(files))}
	a := assembly{run: r, content: &model.Content{Unread: map[string]bool{}, Outside: map[string]bool{}}}
	for _, f := range files {
		res.Paths = append(res.Paths, f.path)
		res.Contents[f.path] = f.content
		a.add(f)
	}
	a.finish(files)
	inWords(a.findings, a.content)
	res.Content, res.Findings = a.content, a.findings
	return res, nil
}

// Config reads what a tree's marker says, and little more: nil where nothing could be
// taken of it.
func Config(tree *source.Tree) (*model.Config, error) {
	r, err := begin(tree, nil)
	if err != nil {
		return nil, err
	}
	if _, there := r.layout.Entry(source.Marker); !there {
		return nil, source.ErrNoRepository
	}
	marker := r.first[source.Marker]
	if marker == nil {
		return nil, nil
	}
	config, _ := marker.thing.(*model.Config)
	return config, nil
}

// Files lists the content files of a tree that Load would read, in byte order.
// Links are left out: what they lead to is another file, or not of the content.
func Files(tree *source.Tree) ([]layout.File, error) {
	r, err := begin(tree, nil)
	if err != nil {
		return nil, err
	}
	return own(r.layout), nil
}

// own are the files to be read that are the content's own.
func own(l layout.Layout) []layout.File {
	files := l.Files(func(string) bool { return false })
	return slices.DeleteFunc(files, func(f layout.File) bool {
		e, _ := l.Entry(f.Path)
		return e.Link
	})
}

// Files are those that Files lists of the tree.
func (r *Result) Files() []layout.File { return own(r.layout) }

// run is the loading of one tree.
type run struct {
	tree   *source.Tree
	reader *Reader // nil where nothing was read before
	layout layout.Layout
	first  map[string]*file // those that say what others are for
}

// begin lists a tree and reads the two files that say what the others are for.
func begin(tree *source.Tree, reader *Reader) (*run, error) {
	entries, err := tree.Entries()
	if err != nil {
		return nil, fmt.Errorf("reading the content: %w", err)
	}
	r := &run{tree: tree, reader: reader, first: map[string]*file{},
		layout: layout.Layout{Entries: entries, Languages: map[string]bool{}, Chapters: map[string]bool{}}}
	for _, name := range []string{source.Marker, layout.Agreement} {
		e, there := r.layout.Entry(name)
		role, ok := r.layout.Role(name)
		if !there || !ok || e.State != source.Plain {
			continue
		}
		f, err := r.read(name, role)
		if err != nil {
			return nil, err
		}
		r.first[name] = f
		switch t := f.thing.(type) {
		case *model.Config:
			for _, l := range t.Languages {
				r.layout.Languages[l.V] = true
			}
		case *model.Agreement:
			for _, c := range t.Chapters {
				if c.File.Given() {
					r.layout.Chapters[path.Join("agreement", c.File.V)] = true
				}
			}
		}
	}
	return r, nil
}

// Lines gives the lines of a file that was read, for quoting them; nil where it
// is too large. They are read anew: a country's worth of text is not kept.
func (r *Result) Lines(path string) []string {
	if _, read := slices.BinarySearch(r.Paths, path); !read {
		return nil
	}
	data, err := r.tree.Read(path)
	if err != nil {
		return nil
	}
	return doc.NewText(path, data).Lines
}
