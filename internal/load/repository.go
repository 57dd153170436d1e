package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// What the layout asks about the repository as a whole.

// linked lists the files that the texts and the fields lead to.
func (a *assembly) linked() map[string]bool {
	used := map[string]bool{}
	use := func(name string) { used[a.tree.Named(name)] = true }
	for _, t := range a.content.Texts {
		for _, in := range t.Doc.Links {
			switch in := in.(type) {
			case *prose.Link:
				use(prose.Resolve(t.Doc.File, in.Target).Path)
			case *prose.Image:
				use(prose.Resolve(t.Doc.File, in.Target).Path)
			}
		}
	}
	if a.content.Agreement != nil {
		for _, x := range a.content.Agreement.Annexes {
			file := path.Join("agreement", x.File.V)
			use(file)
			if x.File.Given() && !a.layout.Lists(file) { // it is misspelt, which is told
				use(a.layout.Nearest(file))
			}
		}
	}
	if p := a.content.Places; p != nil && p.Shapes.Given() {
		use(path.Join("agreement", p.Shapes.V))
	}
	if c := a.content.Config; c != nil && c.Appearance.Logotype.Given() {
		use(path.Clean(c.Appearance.Logotype.V))
	}
	for chapter := range a.layout.Chapters {
		use(chapter)
	}
	if c := a.content.Config; c != nil && c.Signing.Trust.Given() {
		trusted := a.tree.Named(path.Clean(c.Signing.Trust.V)) + "/"
		for _, e := range a.layout.Entries {
			if strings.HasPrefix(e.Path, trusted) {
				used[e.Path] = true
			}
		}
	}
	return used
}

// nameless tells whether a chapter or an annex does not say which text it is, which is told.
func nameless(a *model.Agreement) bool {
	return a != nil && (slices.ContainsFunc(a.Chapters, func(c model.ChapterRef) bool { return !c.File.Given() && !c.Part.Given() }) ||
		slices.ContainsFunc(a.Annexes, func(x model.Annex) bool { return !x.File.Given() && !x.URL.Given() && !x.Note.Given() }))
}

// unsaid tells whether a field of one of the files that come first could not be taken.
func (a *assembly) unsaid(name, field string) bool {
	f := a.first[name]
	if f == nil || f.unread {
		return true
	}
	return a.content.Refused.Has(f.at, field)
}

// hasFile tells whether a plain file lies at a path, hidden or not.
func (a *assembly) hasFile(name string) bool {
	info, err := fs.Lstat(a.tree.FS(), name)
	return err == nil && info.Mode().IsRegular()
}

// beside lists what lies in the content's folder, hidden or not.
func (a *assembly) beside() []string {
	entries, err := fs.ReadDir(a.tree.FS(), ".")
	if err != nil {
		return nil // told of where the content is listed
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// unreadNumbers finds personal identity numbers in the files that nothing reads: they
// are published with the repository all the same. A file that is no text, or that
// cannot be read, holds none that anybody could read.
func (a *assembly) unreadNumbers(read []string) {
	for _, e := range a.layout.Entries {
		if _, was := slices.BinarySearch(read, e.Path); was || e.State != source.Plain {
			continue
		}
		if data, err := a.tree.Read(e.Path); err == nil && utf8.Valid(data) {
			a.findings = append(a.findings, newText(e.Path, data).personal()...)
		}
	}
}
