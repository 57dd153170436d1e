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

// WriteChanges tells in words what was mended, and which files were laid out
// anew.
func WriteChanges(w io.Writer, changes []Change, laidOut []string, lang string) error {
	var b strings.Builder
	safe := func(s string) string { return diag.Visible(identity.Mask(s)) }
	for _, c := range changes {
		fmt.Fprintf(&b, "%s:%d:%d: %s → %s (%s)\n", safe(c.File), c.Range.Start.Line, c.Range.Start.Column, safe(c.Old), safe(c.New), c.Rule)
	}
	for _, name := range laidOut {
		fmt.Fprintf(&b, "%s: %s\n", safe(name), diag.Say("fälten är ordnade och formaterade", "the fields were put in order and laid out").In(lang))
	}
	fmt.Fprintln(&b, diag.Text{
		SV: count(len(changes), "rättelse", "rättelser") + ", " + count(len(laidOut), "fil ordnad", "filer ordnade"),
		EN: count(len(changes), "correction", "corrections") + ", " + count(len(laidOut), "file laid out", "files laid out"),
	}.In(lang))
	_, err := io.WriteString(w, b.String())
	return err
}
