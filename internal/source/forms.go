package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Named gives the name by which a path is there. A letter such as å may be one
// character or two (a Mac writes two), which nobody sees: a path that is not there as
// it is written is the one that reads the same.
func (t *Tree) Named(name string) string {
	if isASCII(name) || valid("open", name) != nil {
		return name
	}
	at := "."
	for part := range strings.SplitSeq(name, "/") {
		at = path.Join(at, t.form(at, part))
	}
	return at
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf })
}

// form gives the name in a folder that reads as part does: rather that one, or else
// the composed one.
func (t *Tree) form(folder, part string) string {
	composed := norm.NFC.String(part)
	same := t.formsIn(folder)[composed]
	switch {
	case len(same) == 0 || slices.Contains(same, part):
		return part
	case slices.Contains(same, composed):
		return composed
	}
	return slices.Min(same)
}

// formsIn lists the names in a folder that have other letters than ASCII's, by what
// they are composed. Many links may lead to one folder, so it is listed once.
func (t *Tree) formsIn(folder string) map[string][]string {
	t.mu.Lock()
	defer t.mu.Unlock()
	known, is := t.forms[folder]
	if is {
		return known
	}
	list, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return nil
	}
	known = map[string][]string{}
	for _, d := range list {
		if name := d.Name(); !isASCII(name) && utf8.ValidString(name) {
			composed := norm.NFC.String(name)
			known[composed] = append(known[composed], name)
		}
	}
	if t.forms == nil {
		t.forms = map[string]map[string][]string{}
	}
	t.forms[folder] = known
	return known
}
