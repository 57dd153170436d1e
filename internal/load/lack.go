package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// lack is the finding that a mapping lacks a field. It stands where the mapping
// begins; its words lead to the line after which the field is to be written.
func (h *holder) lack(n *yaml.Node, t *schema.Type, f *schema.Field) diag.Finding {
	sv, en := "Fältet "+f.Name+" ("+f.Type.Title+") saknas. ", "The field "+f.Name+" is missing. "
	after, column := h.seat(n, t, f)
	if column == 0 {
		return diag.New("missing-field", h.Lacking(n), diag.Text{SV: sv + "Lägg till det.", EN: en + "Add it."})
	}
	line, below, belowEN := f.Name+": …", "", ""
	switch {
	case f.Type.Enum != nil:
		below, belowEN = ", med ett av värdena "+strings.Join(labelled(f.Type.Enum, f.Type), ", "), ", with one of the values "+strings.Join(f.Type.Enum, ", ")
	case f.Type.Items != nil:
		line, below, belowEN = f.Name+":", ", och under den varje sak på en egen rad med bindestreck", ", and below it each item on a line of its own with a hyphen"
	case f.Type.For("object") != nil && scalarVariant(f.Type) == nil:
		sv, en := within(f.Type.For("object"))
		line, below, belowEN = f.Name+":", ", och under den, indraget två mellanslag till: "+sv, ", and below it, indented by two more spaces: "+en
	}
	added := strings.Repeat(" ", max(column-1, 0)) + line
	where, whereEN, lines := "överst", "at the top", []any(nil)
	if after > 0 {
		where, whereEN, lines = "efter rad %s", "after line %s", []any{itoa(after)}
	}
	lack := diag.New("missing-field", h.Lacking(n), diag.Say(
		sv+"Lägg till det på en egen rad "+where+": ”"+added+"”"+below+".",
		en+"Add it on a line of its own "+whereEN+": “"+added+"”"+belowEN+".", lines...,
	))
	lack.Look, lack.Add = after, added
	return lack
}

// within says what a block must hold, each field on a line of its own; all that it
// can, where nothing of it must be there.
func within(t *schema.Type) (sv, en string) {
	must := slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return f.Required })
	var titled, named []string
	for _, f := range t.Fields {
		if f.Required || !must {
			titled = append(titled, "”"+f.Name+": …” ("+f.Type.Title+")")
			named = append(named, "“"+f.Name+": …”")
		}
	}
	return strings.Join(titled, ", "), strings.Join(named, ", ")
}

// seat is the line of the file after which a field that a mapping lacks is to be
// written, and its column: below the field before it in the canonical order. The
// column is 0 where it has no line of its own: in brackets, by an alias, in an
// empty file.
func (h *holder) seat(n *yaml.Node, t *schema.Type, f *schema.Field) (after, column int) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 || h.via != nil {
		return 0, 0
	}
	var before *yaml.Node
	for i := range t.Fields {
		if t.Fields[i].Name == f.Name {
			break
		}
		for p := range doc.Pairs(n) {
			if p.Key.Value == t.Fields[i].Name {
				before = p.Key
			}
		}
	}
	first := n.Content[0]
	switch {
	case before != nil:
	case h.afterHyphen(first):
		before = first
	default:
		return h.Line(first) - 1, first.Column
	}
	return h.LastLine(before), first.Column
}

// afterHyphen tells whether a key begins an item of a list.
func (h *holder) afterHyphen(key *yaml.Node) bool {
	return strings.HasPrefix(strings.TrimLeft(h.LineOf(key), " "), "- ")
}

// emptied says that a field is empty. What stands after a # is no value.
func (h *holder) emptied(v *yaml.Node, name string, t *schema.Type) diag.Text {
	if _, comment, is := strings.Cut(h.LineOf(v), " #"); is && doc.IsNull(v) && v.Value == "" && comment != "" && comment[0] != ' ' {
		return diag.Say(
			"Fältet %[1]s är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: %[1]s: \"#%[2]s\"",
			"The field %[1]s is empty: what follows a # is not read. Put straight quotation marks around all of the text: %[1]s: \"#%[2]s\"", name, clip(strings.TrimSpace(comment)))
	}
	if block := t.For("object"); block != nil && doc.IsNull(v) && scalarVariant(t) == nil {
		sv, en := within(block)
		return diag.Text{SV: "Fältet " + name + " är tomt. Skriv under det, indraget två mellanslag: " + sv + ".", EN: "The field " + name + " is empty. Write below it, indented by two spaces: " + en + "."}
	}
	return emptyMessage(name)
}
