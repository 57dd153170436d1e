package advice

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// Lack says that a mapping lacks a field. look is the line of the file after which it is
// to be written, add what to write there; "" where it has no line of its own: in
// brackets, in an empty file, or where aliased says that the mapping is reached by an
// alias.
func Lack(l doc.Locator, n *yaml.Node, t *schema.Type, f *schema.Field, aliased bool) (words diag.Text, look int, add string) {
	sv, en := "Fältet "+f.Name+" ("+f.Type.Name.SV+") saknas. ", "The field "+f.Name+" is missing. "
	after, column := 0, 0
	if !aliased {
		after, column = seat(l, n, t, f)
	}
	if column == 0 {
		return diag.Text{SV: sv + "Lägg till det.", EN: en + "Add it."}, 0, ""
	}
	line, below, belowEN := f.Name+": …", "", ""
	switch {
	case f.Type.Enum != nil:
		below, belowEN = ", med ett av värdena "+strings.Join(labelled(f.Type.Enum, f.Type), ", "), ", with one of the values "+strings.Join(f.Type.Enum, ", ")
	case f.Type.Items == nil && namedIn(f.Type) != nil:
		list := namedIn(f.Type)
		below, belowEN = ", med en beteckning från "+strings.Join(list, " eller "), ", with an identifier from "+strings.Join(list, " or ")
	case f.Type.Items != nil:
		line, below, belowEN = f.Name+":", ", och under den varje sak på en egen rad med bindestreck", ", and below it each item on a line of its own with a hyphen"
	case f.Type.For("object") != nil && f.Type.Scalar() == nil:
		sv, en := within(f.Type.For("object"))
		line, below, belowEN = f.Name+":", ", och under den, indraget två mellanslag till: "+sv, ", and below it, indented by two more spaces: "+en
	}
	added := strings.Repeat(" ", max(column-1, 0)) + line
	where, whereEN, lines := "överst", "at the top", []any(nil)
	if after > 0 {
		where, whereEN, lines = "efter rad %s", "after line %s", []any{strconv.Itoa(after)}
	}
	return diag.Say(
		sv+"Lägg till det på en egen rad "+where+": ”"+added+"”"+below+".",
		en+"Add it on a line of its own "+whereEN+": “"+added+"”"+belowEN+".", lines...,
	), after, added
}

// namedIn tells where the things stand that a field can refer to; nil where it refers to none.
func namedIn(t *schema.Type) (files []string) {
	for _, v := range append([]*schema.Type{t}, t.Variants...) {
		for _, kind := range v.Reference {
			file := map[string]string{
				"party": "agreement/parties.yaml", "body": "agreement/organisation.yaml",
				"area": "agreement/areas", "cooperation-area": "agreement/areas", "sub-goal": "agreement/areas",
				"indicator": "agreement/indicators",
			}[kind]
			if file != "" && !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	return files
}

// within says what a block must hold, each field on a line of its own; all that it
// can, where nothing of it must be there.
func within(t *schema.Type) (sv, en string) {
	must := slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return f.Required })
	var titled, named []string
	for _, f := range t.Fields {
		if f.Required || !must {
			titled = append(titled, "”"+f.Name+": …” ("+f.Type.Name.SV+")")
			named = append(named, "“"+f.Name+": …”")
		}
	}
	return strings.Join(titled, ", "), strings.Join(named, ", ")
}

// seat is the line of the file after which a field that a mapping lacks is to be
// written, and its column: below the field before it in the canonical order. The
// column is 0 where it has no line of its own: in brackets, in an empty file.
func seat(l doc.Locator, n *yaml.Node, t *schema.Type, f *schema.Field) (after, column int) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
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
	case afterHyphen(l, first):
		before = first
	default:
		return l.Line(first) - 1, first.Column
	}
	return l.LastLine(before), first.Column
}

// afterHyphen tells whether a key begins an item of a list.
func afterHyphen(l doc.Locator, key *yaml.Node) bool {
	return strings.HasPrefix(strings.TrimLeft(l.LineOf(key), " "), "- ")
}
