package writing

import (
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// anchors are what one can link to in each file that a link leads into: its headings,
// and the identifiers that it declares; nil where the file could not be read.
type anchors map[string]map[string]bool

// findAnchors finds those of the files named.
func findAnchors(k pass.Pass, of anchors) {
	if len(of) == 0 {
		return
	}
	add := func(file string, names ...string) {
		known, wanted := of[file]
		if !wanted {
			return
		}
		if known == nil {
			known = map[string]bool{}
			of[file] = known
		}
		for _, name := range names {
			known[name] = true
		}
	}
	for _, t := range k.Texts {
		add(t.Doc.File)
		for _, h := range t.Doc.Headings() {
			add(t.Doc.File, h.ID)
		}
	}
	for _, f := range filesOf(k.Content) {
		if !f.at.IsZero() { // its fields could be read, be there a text below them or not
			add(f.path)
		}
	}
	for _, id := range k.Identifiers {
		// An initiative's name is no heading. A file that could not be read declares what
		// nobody knows.
		if id.Kind != "initiative" && (of[id.At.File] != nil || path.Ext(id.At.File) != ".md") {
			add(id.At.File, id.ID)
		}
	}
}

// noAnchor tells of a link to a heading that is not there.
func noAnchor(k pass.Pass, known map[string]bool, l link, t prose.Target) {
	anchors := slices.Sorted(maps.Keys(known))
	name := path.Base(t.Path)
	if near := diag.Meant(t.Fragment, anchors); near != "" {
		link := "#" + near
		if t.Path != l.doc.File {
			link = relative(l.doc.File, t.Path) + link
		}
		k.Suggest(l.at, diag.Say(
			"Det finns ingen rubrik eller beteckning ”%s” i %s. Menade du %s?",
			"There is no heading or identifier “%s” in %s. Did you mean %s?", advice.Clip(t.Fragment), name, link), link)
		return
	}
	choice := diag.Text{}
	if 0 < len(anchors) && len(anchors) <= pass.Listed {
		for i := range anchors {
			anchors[i] = "#" + advice.Clip(anchors[i])
		}
		choice = diag.Say(" Det går att länka till: %s.", " There is: %s.", strings.Join(anchors, ", "))
	}
	k.Report(l.at, diag.Say("Det finns ingen rubrik eller beteckning ”%s” i %s. Rätta länken.%s",
		"There is no heading or identifier “%s” in %s. Correct the link.%s", advice.Clip(t.Fragment), name, choice))
}
