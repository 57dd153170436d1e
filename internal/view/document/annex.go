package document

import (
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

var (
	annexTitle = text.Label{SV: "Bilaga: ändringar sedan %s", EN: "Annex: changes since %s"}
	annexNone  = text.Label{SV: "Inget har ändrats i sak.", EN: "Nothing has changed in substance."}
)

// annex tells what has changed since an earlier version, where somebody asked
// for it; which says of the changed things what belongs in the document.
func annex(t *view.Language, which func(c diff.Change) bool) []Part {
	if t.Options.Since == nil {
		return nil
	}
	var list block.List
	for _, c := range t.Options.Since.Changes {
		if which(c) {
			list.Items = append(list.Items, t.Said(c))
		}
	}
	var body block.Block = list
	if len(list.Items) == 0 {
		body = block.Para{Line: block.Words(t.Say(annexNone))}
	}
	return []Part{{Follows: true, Blocks: block.Headed("bilaga-andringar", t.Sayf(annexTitle, t.Date(t.Options.Since.Day).S), body)}}
}

// ofPlan tells whether a change concerns a plan; "" is all of them.
func ofPlan(c diff.Change, plan string) bool {
	switch c.Thing {
	case "plan":
		return plan == "" || c.ID == plan
	case "initiative":
		return plan == "" || strings.HasPrefix(c.ID, plan+"/")
	}
	return false
}
