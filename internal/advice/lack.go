package advice

import (
	"slices"
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
	after, column := 0, 0
	if !aliased {
		after, column = seat(l, n, t, f)
	}
	if column == 0 {
		return diag.Say("Fältet %[1]s (%[2]s) saknas. Lägg till det.", "The field %[1]s is missing. Add it.", f.Name, f.Type.Name.SV), 0, ""
	}
	line, below := f.Name+": …", diag.Text{}
	switch {
	case f.Type.Enum != nil:
		below = diag.Say(", med ett av värdena %s", ", with one of the values %s", listed(f.Type.Enum, f.Type))
	case f.Type.Items == nil && namedIn(f.Type) != nil:
		list := namedIn(f.Type)
		below = diag.Say(", med en beteckning från %[1]s", ", with an identifier from %[2]s", strings.Join(list, " eller "), strings.Join(list, " or "))
	case f.Type.Items != nil:
		line, below = f.Name+":", diag.Say(", och under den varje sak på en egen rad med bindestreck", ", and below it each item on a line of its own with a hyphen")
	case f.Type.For("object") != nil && f.Type.Scalar() == nil:
		line, below = f.Name+":", diag.Say(", och under den, indraget två mellanslag till: %s", ", and below it, indented by two more spaces: %s", within(f.Type.For("object")))
	}
	added := strings.Repeat(" ", max(column-1, 0)) + line
	where := diag.Say("överst", "at the top")
	if after > 0 {
		where = diag.Say("efter rad %d", "after line %d", after)
	}
	return diag.Say("Fältet %[1]s (%[2]s) saknas. Lägg till det på en egen rad %[3]s: ”%[4]s”%[5]s.",
		"The field %[1]s is missing. Add it on a line of its own %[3]s: “%[4]s”%[5]s.", f.Name, f.Type.Name.SV, where, added, below), after, added
}

// namedIn tells where the things stand that a field can refer to; nil where it refers to none.
func namedIn(t *schema.Type) []string {
	var kinds []string
	for _, v := range append([]*schema.Type{t}, t.Variants...) {
		kinds = append(kinds, v.Reference...)
	}
	return Homes(kinds)
}

// homeOf tells where the identifiers of a kind stand.
var homeOf = map[string]string{
	"party": "agreement/parties.yaml", "municipality": "agreement/parties.yaml", "body": "agreement/organisation.yaml",
	"area": "agreement/areas", "sub-goal": "agreement/areas", "cooperation-area": "agreement/areas", "indicator": "agreement/indicators",
	"plan": "plans/", "initiative": "plans/", "strategy": "agreement/strategies.yaml", "target-group": "agreement/agreement.yaml",
	"place": "agreement/places.yaml", "reporting": "agreement/agreement.yaml", "results": "agreement/results", "event": "agreement/calendar.yaml", "resource": "agreement/resources", "review": "agreement/reviews",
}

// Homes lists where the identifiers of some kinds stand, each once.
func Homes(kinds []string) (files []string) {
	for _, kind := range kinds {
		if file := homeOf[kind]; file != "" && !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	return files
}

// within says what a block must hold, each field on a line of its own; all that it
// can, where nothing of it must be there.
func within(t *schema.Type) diag.Text {
	must := slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return f.Required })
	var titled, named []string
	for _, f := range t.Fields {
		if f.Required || !must {
			titled = append(titled, "”"+f.Name+": …” ("+f.Type.Name.SV+")")
			named = append(named, "“"+f.Name+": …”")
		}
	}
	return diag.Text{SV: strings.Join(titled, ", "), EN: strings.Join(named, ", ")}
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
