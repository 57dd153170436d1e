package publish

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"samsyn/internal/model"
	"samsyn/internal/picture"
	"samsyn/internal/prose"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// maxPublished is the largest file, in bytes, that goes with the site.
const maxPublished = 64 << 20

// publication is the content's own files that go with the site, by path.
type publication map[string]view.Published

// published finds the files that texts and annexes lead to, and those of them that
// cannot go with the site: a page has their links' text alone.
func published(tree *source.Tree, c *model.Content) (files publication, left []string, err error) {
	files, taken := publication{}, map[string]bool{}
	for _, name := range linked(c) {
		if _, known := files[name]; known || !tree.Exists(name) {
			continue
		}
		data, err := tree.ReadUpTo(name, maxPublished)
		if errors.Is(err, source.ErrNotFile) {
			continue
		}
		if errors.Is(err, source.ErrTooLarge) {
			left = append(left, name)
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", name, err)
		}
		kind, may := kindOf(name, data)
		if !may {
			if ext := path.Ext(name); ext != ".md" && ext != ".yaml" { // these are pages
				left = append(left, name)
			}
			continue
		}
		p := view.Published{File: publicName(name, kind.ext, taken), Type: kind.media, Size: int64(len(data))}
		p.Width, p.Height = picture.Size(data)
		files[name] = p
	}
	return files, left, nil
}

// publicName is a file's address, which it takes: where it stands, ending as its
// bytes ask. Files that differ in their endings alone keep those within.
func publicName(name, ext string, taken map[string]bool) string {
	public := path.Join("filer", strings.TrimSuffix(name, path.Ext(name))+ext)
	for name += ext; taken[public]; name += ext {
		public = path.Join("filer", name)
	}
	taken[public] = true
	return public
}

// linked lists the paths of the repository that texts and annexes lead to.
func linked(c *model.Content) []string {
	var names []string
	add := func(file, target string) {
		if t := prose.Resolve(file, target); t.Kind == prose.Inside && t.Path != file {
			names = append(names, t.Path)
		}
	}
	for _, t := range c.Texts {
		t.Doc.Walk(nil, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Link:
				add(t.Doc.File, in.Target)
			case *prose.Image:
				add(t.Doc.File, in.Target)
			}
		})
	}
	if c.Agreement != nil {
		for _, a := range c.Agreement.Annexes {
			if a.File.Given() {
				add(c.Agreement.Path, a.File.V)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// copy writes the files to the output.
func (p publication) copy(tree *source.Tree, write func(string, []byte) error) error {
	for name, file := range p {
		data, err := tree.ReadUpTo(name, maxPublished)
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if err := write(file.File, data); err != nil {
			return err
		}
	}
	return nil
}
