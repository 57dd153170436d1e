package publish

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/geo"
	"samsyn/internal/kind"
	"samsyn/internal/model"
	"samsyn/internal/picture"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// publication is the content's own files that go with the site, by path.
type publication map[string]view.Published

// published finds the files that texts and annexes lead to, and those of them that
// cannot go with the site: a page has their links' text alone.
func published(tree *source.Tree, c *model.Content) (files publication, left []string, err error) {
	files = publication{}
	logotype := address.Logotype(c)
	ends := map[string]string{} // what their addresses end in
	for _, name := range linked(c) {
		if _, known := files[name]; known || !tree.Exists(name) {
			continue
		}
		data, err := tree.ReadUpTo(name, kind.MostBytes)
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
		k, may := kind.Of(name, data)
		if name == logotype {
			k, may = kind.OfLogotype(name, data)
		}
		if !may {
			if ext := path.Ext(name); ext != ".md" && ext != ".yaml" { // these are pages
				left = append(left, name)
			}
			continue
		}
		p := view.Published{Type: k.Media, Size: int64(len(data))}
		p.Width, p.Height = picture.Size(data)
		files[name], ends[name] = p, k.Ext
	}
	files.place(ends)
	return files, left, nil
}

// place gives each file its address: where it stands, ending as its bytes ask. One that
// is called so already comes before others that would be, which keep their own endings
// within, also where capitals make no difference. Names that collide are errors of the
// content; these are what names do not tell.
func (p publication) place(ends map[string]string) {
	names := slices.SortedFunc(maps.Keys(p), func(a, b string) int {
		return cmp.Or(compareBool(path.Ext(b) == ends[b], path.Ext(a) == ends[a]), cmp.Compare(a, b))
	})
	taken := map[string]bool{}
	for _, name := range names {
		ext := ends[name]
		public := path.Join(address.Files, strings.TrimSuffix(name, path.Ext(name))+ext)
		for longer := name + ext; taken[strings.ToLower(public)]; longer += ext {
			public = path.Join(address.Files, longer)
		}
		taken[strings.ToLower(public)] = true
		file := p[name]
		file.File = public
		p[name] = file
	}
}

// compareBool puts false first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// shapes reads the shapes of places; none where the content has none that can be read, of
// which its findings tell.
func shapes(tree *source.Tree, c *model.Content) (geo.Shapes, error) {
	name := address.Shapes(c)
	if name == "" || !tree.IsFile(name) {
		return nil, nil
	}
	data, err := tree.Read(name)
	if errors.Is(err, source.ErrTooLarge) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	read, err := geo.Read(data)
	if err != nil {
		return nil, nil //nolint:nilerr // a finding of the content
	}
	return read, nil
}

// linked lists the paths of the repository that texts and annexes lead to, and that of
// the logotype.
func linked(c *model.Content) []string {
	var names []string
	for _, l := range address.Linked(c) {
		names = append(names, l.Path)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// copy writes the files to the output.
func (p publication) copy(tree *source.Tree, write func(string, []byte) error) error {
	for name, file := range p {
		data, err := tree.ReadUpTo(name, kind.MostBytes)
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if err := write(file.File, data); err != nil {
			return err
		}
	}
	return nil
}
