package form

import (
	"cmp"
	"regexp"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/form/input"
)

// said is what a finding says to somebody who fills in a form. Where its own words are
// about how the file is written, others are about what is to be filled in.
func (f *Form) said(found diag.Finding, at *Field) diag.Text {
	if at == nil || at.t == nil {
		return f.plain(found.Message)
	}
	switch found.Rule {
	case diag.MissingField:
		return lacking(at)
	case diag.InvalidDate:
		if none := advice.NoSuchDay(input.Text(at.Value), at.t.Format); !none.IsZero() {
			return none
		}
		if at.Partial {
			return diag.Text{SV: "Skriv datumet som år, månad och dag, till exempel 2026-09-30. Är bara månaden eller året känt: 2026-09 eller 2026.",
				EN: "Write the date as year, month and day, such as 2026-09-30. If only the month or the year is known: 2026-09 or 2026."}
		}
		return diag.Text{SV: "Skriv datumet som år, månad och dag, till exempel 2026-09-30.", EN: "Write the date as year, month and day, such as 2026-09-30."}
	case diag.WrongType:
		if at.Kind == Number && at.t.Allows("number") {
			return diag.Text{SV: "Skriv ett tal, till exempel 12 eller 6,5.", EN: "Write a number, such as 12 or 6.5."}
		} else if at.Kind == Number {
			return diag.Text{SV: "Skriv ett helt tal, till exempel 12.", EN: "Write a whole number, such as 12."}
		}
	case diag.InvalidID:
		return diag.Text{SV: "Skriv bara små bokstäver a–z, siffror och bindestreck.", EN: "Write small letters a–z, digits and hyphens only."}
	}
	if name := found.Rule.Name; name == "withdrawn-reference" || name == "reconsider" {
		return diag.Text{SV: f.b.called(found.Message.SV), EN: f.b.called(found.Message.EN)}
	}
	if found.Rule.Name == "unknown-reference" && (at.Kind == Choice || at.Kind == Many || at.Kind == OneOf) {
		return diag.Text{SV: "Välj något som finns i listan.", EN: "Choose something that is in the list."}
	}
	return f.plain(found.Message)
}

// identified is an identifier in a sentence about what has been withdrawn or reworded, where
// alone one stands: any word may be the identifier of an area.
var identified = regexp.MustCompile(`([”“]|(?:ersatts av|replaced by|^Lydelsen av|^The wording of) )([a-z0-9/-]+)`)

// called is a sentence about what has been withdrawn or reworded in which identifiers have become what
// they name.
func (b *builder) called(s string) string {
	return identified.ReplaceAllStringFunc(s, func(found string) string {
		part := identified.FindStringSubmatch(found)
		before, id := part[1], part[2]
		for _, kind := range []string{"party", "area", "cooperation-area", "sub-goal", "indicator", "initiative", "strategy", "target-group"} {
			switch name := b.x.Name(kind, id).Full; {
			case name != "" && before == "Lydelsen av ":
				return before + "”" + name + "”"
			case name != "" && before == "The wording of ":
				return before + "“" + name + "”"
			case name != "":
				return before + name
			}
		}
		return found
	})
}

// named is a file in a sentence, with what it is in a list of files, and the line.
var named = regexp.MustCompile(`(?:\b[a-z-]+(?:/[\pL\pN-]+)?: )?([\pL\pN_./-]+\.(?:md|yaml))(?:, (?:rad|line) \d+)?`)

// plain is a sentence in the words of forms, files called what they are about.
func (f *Form) plain(t diag.Text) diag.Text {
	t = f.b.wording.Plain(f.role.Schema, t)
	called := func(s, open, end string) string {
		return named.ReplaceAllStringFunc(s, func(m string) string {
			file := named.FindStringSubmatch(m)[1]
			if f.fresh && file == f.File {
				return open + cmp.Or(input.Text(f.valueOf("title")), f.Title) + end
			}
			if _, known := f.b.names.Role(file); !known {
				return m
			}
			return open + f.b.names.Of(file) + end
		})
	}
	return diag.Text{SV: called(t.SV, "”", "”"), EN: called(t.EN, "“", "”")}
}

// lacking says that a field is to be filled in.
func lacking(f *Field) diag.Text {
	switch f.Kind {
	case Choice, YesNo, Path:
		return diag.Text{SV: "Välj ett alternativ.", EN: "Choose an option."}
	case Many:
		return diag.Text{SV: "Välj minst ett alternativ.", EN: "Choose at least one option."}
	case OneOf:
		return diag.Text{SV: "Välj i listan, eller skriv ett namn.", EN: "Choose from the list, or write a name."}
	case List:
		return diag.Text{SV: "Lägg till minst en post.", EN: "Add at least one entry."}
	case Group:
		if len(f.t.For("object").ExactlyOne) > 0 {
			return diag.Text{SV: "Fyll i ett av fälten.", EN: "Fill in one of the fields."}
		}
	}
	return diag.Text{SV: "Fyll i det här fältet.", EN: "Fill in this field."}
}
