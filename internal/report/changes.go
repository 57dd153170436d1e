package report

import (
	"fmt"
	"io"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// Change is a text of the content that was replaced by another.
type Change struct {
	diag.Place
	Rule, Old, New string
}

// words says what was done.
func (c Change) words(old, now string) diag.Text {
	switch c.Rule {
	case "listed-twice":
		return diag.Say("”%s” är borttaget, eftersom uppgiften fanns redan", "“%s” is removed, since it was there already", strings.TrimLeft(old, ", "))
	case "unknown-field":
		return diag.Say("fältet %s heter nu %s", "the field %s is called %s now", old, now)
	case "unknown-reference":
		return diag.Say("beteckningen %s är utbytt mot %s", "the identifier %s is replaced by %s", old, now)
	case "invalid-date":
		return diag.Say("datumet %s är nu skrivet %s", "the date %s is written %s now", old, now)
	case "broken-link":
		return diag.Say("länken till %s går nu till %s", "the link to %s leads to %s now", old, now)
	}
	return diag.Say("värdet %s är nu skrivet %s", "the value %s is written %s now", old, now)
}

// WriteChanges tells in words what was mended, and which files were laid out
// anew.
func WriteChanges(w io.Writer, changes []Change, laidOut []string, lang string) error {
	var b strings.Builder
	safe := func(s string) string { return diag.Visible(identity.Mask(s)) }
	for _, c := range changes {
		fmt.Fprintf(&b, "%s:%d:%d: %s (%s)\n", safe(c.File), c.Range.Start.Line, c.Range.Start.Column, c.words(safe(strings.TrimSpace(c.Old)), safe(c.New)).In(lang), c.Rule)
	}
	for _, name := range laidOut {
		fmt.Fprintf(&b, "%s: %s\n", safe(name), diag.Say("fälten är ordnade och formaterade, och tomma fält är borttagna", "the fields were put in order and laid out, and empty ones removed").In(lang))
	}
	fmt.Fprintln(&b, diag.Text{
		SV: count(len(changes), "rättelse", "rättelser") + ", " + count(len(laidOut), "fil ordnad", "filer ordnade"),
		EN: count(len(changes), "correction", "corrections") + ", " + count(len(laidOut), "file laid out", "files laid out"),
	}.In(lang))
	_, err := io.WriteString(w, b.String())
	return err
}
