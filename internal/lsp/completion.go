package lsp

import (
	"fmt"
	"slices"
	"strings"

	"samsyn/schema"
)

// mostOffered is how many things are offered at once: a country has twenty thousand
// initiatives. The editor asks again when more has been typed.
const mostOffered = 200

// completion lists what may stand at a place: fields, values and identifiers.
func (s *Server) completion(r request) (any, error) {
	at := r.page.spot(r.at)
	c := completing{Server: s, file: r.file, at: at, items: []completionItem{}}
	line := r.at.Line
	c.range_ = r.page.span(word(at, line))
	t := s.typeAt(r.file, at.path)
	if t == nil || at.place == nowhere {
		return completionList{Items: c.items}, nil
	}
	alone := strings.TrimSpace(string([]rune(r.page.Lines[line-1])[at.to:])) == "" // nothing stands behind the word
	switch at.place {
	case aValue:
		c.values(t, "")
	case aField:
		c.fields(t, false)
		c.things(keysRefer(t), "")
	case either:
		c.fields(t, alone)
		c.things(keysRefer(t), ": ")
		if !hasFields(t) || t.Items != nil || len(t.Variants) > 0 {
			c.values(t, "")
		}
	}
	return completionList{c.more, c.items}, nil
}

// hasFields tells whether a type is a mapping of named fields.
func hasFields(t *schema.Type) bool {
	return slices.ContainsFunc(forms(t), func(form *schema.Type) bool { return len(form.Fields) > 0 })
}

// completing gathers what may stand at a spot.
type completing struct {
	*Server
	file   string
	at     spot
	range_ span
	items  []completionItem
	more   bool
}

// add offers something in the place of the word, in the order in which it comes.
func (c *completing) add(item completionItem, text string) {
	item.SortText = fmt.Sprintf("%05d", len(c.items))
	item.TextEdit = textEdit{c.range_, text}
	c.items = append(c.items, item)
}

// fields offers the fields that a mapping does not have yet, the required ones first.
// colon says that the colon is to be written too.
func (c *completing) fields(t *schema.Type, colon bool) {
	var offered []schema.Field
	for _, form := range forms(t) {
		offered = append(offered, form.Fields...)
	}
	rank := map[bool]int{true: 0, false: 1} // of required
	slices.SortStableFunc(offered, func(a, b schema.Field) int { return rank[a.Required] - rank[b.Required] })
	for _, f := range offered {
		if f.Name != c.at.word && slices.Contains(c.at.taken, f.Name) {
			continue
		}
		text := f.Name
		if colon {
			text += ":"
			if f.Type.Scalar() != nil { // which stands on the line of its field
				text += " "
			}
		}
		help := markup{"markdown", escaped(c.helped(f.Type))}
		c.add(completionItem{Label: f.Name, Kind: kindField, Detail: c.titled(f.Type), Documentation: &help}, text)
	}
}

// values offers what a single value may be.
func (c *completing) values(t *schema.Type, after string) {
	values, labels := choices(t)
	for _, v := range values {
		name, _ := c.look.words.In(labels[v], c.opt.Lang)
		c.add(completionItem{Label: v, Kind: kindEnum, Detail: name, FilterText: v + " " + name}, v+after)
	}
	if isYesNo(t) {
		c.add(completionItem{Label: "true", Kind: kindValue, Detail: c.say("ja", "yes")}, "true")
		c.add(completionItem{Label: "false", Kind: kindValue, Detail: c.say("nej", "no")}, "false")
	}
	if isDate(t) {
		day := c.opt.Today().String()
		c.add(completionItem{Label: day, Kind: kindValue, Detail: c.say("i dag", "today")}, day)
	}
	c.things(refersTo(t), after)
}

// things offers the identifiers of things of the kinds, with what they are called. What
// has gone out of use is not offered.
func (c *completing) things(kinds []string, after string) {
	for _, kind := range kinds {
		scope := kind
		if kind == "measure" {
			scope = measuresOf(c.file)
		}
		for _, id := range c.look.index.Known(scope) {
			name := c.named(kind, id, c.file)
			if !c.fits(id, name) || kind != "measure" && c.look.index.Withdrawn(kind, id).Given() {
				continue
			}
			if len(c.items) >= mostOffered {
				c.more = true
				return
			}
			if slices.ContainsFunc(c.items, func(other completionItem) bool { return other.Label == id }) {
				continue // a municipality is a party too
			}
			c.add(completionItem{Label: id, Kind: kindReference, Detail: name, FilterText: id + " " + name}, id+after)
		}
	}
}

// fits tells whether a thing may be what is being typed. Where there are few, the editor
// itself chooses, and knows better.
func (c *completing) fits(id, name string) bool {
	typed := strings.ToLower(c.at.word)
	return len(c.items) < mostOffered/2 && len(c.look.Content.Identifiers) < mostOffered ||
		strings.Contains(id, typed) || strings.Contains(strings.ToLower(name), typed)
}
