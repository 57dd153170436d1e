package typeset

import (
	"fmt"
	"strings"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

func (l *layout) signatureField(b manuscript.SignatureField, f frame) {
	// A field's name is one part of a path whose parts are set apart by full
	// stops (ISO 32000-1, 12.7.3.2), and PDF/UA wants a label.
	if b.Name == "" || strings.Contains(b.Name, ".") || line.Plain(manuscript.Text(b.Label)) == "" {
		l.Fail(fmt.Errorf("a signature field needs a name without full stops and a label: %q, %q", b.Name, b.Label))
		return
	}
	if !l.signed {
		l.signed = true
		l.prepareSigning()
	}
	height := b.Height
	if height <= 0 {
		height = 42
	}
	width := min(f.width, 240)
	e := f.elem.Add("Form")
	f.emit(&page.Piece{Height: height, Before: f.style.Before, After: f.style.After, Draw: func(at page.Spot) {
		at.Page.Decorate(tagged.Layout)
		var box tagged.Path
		box.Rect(at.X, at.Y, width, height)
		at.Page.Draw(&box, tagged.Paint{Fill: &design.Surface, Stroke: &design.Strong, Width: 0.5})
		if at.Artifact == "" {
			at.Page.SignatureField(e, at.X, at.Y, width, height, b.Name, b.Label)
		}
	}})
}

// prepareSigning keeps the letters that people's names are written in: of Western,
// Northern and Central Europe, the Sami letters among them. Who signs may be anybody,
// and the unsigned file is made before they are known.
func (l *layout) prepareSigning() {
	var b strings.Builder
	for _, from := range [][2]rune{{' ', '~'}, {'À', 'Ö'}, {'Ø', 'ö'}, {'ø', 'ň'}, {'Ŋ', 'ž'}} {
		for r := from[0]; r <= from[1]; r++ {
			b.WriteRune(r)
		}
	}
	b.WriteString("ǤǥǦǧǨǩǮǯƷʒ–’…")
	own := fonts.Style{Family: fonts.Sans}
	runs, err := own.Shape(b.String())
	if err != nil {
		l.Fail(err)
		return
	}
	all := fonts.Run{Face: own.Face()}
	for _, r := range runs {
		if r.Face == all.Face { // the others are not worth a second font
			all.Glyphs = append(all.Glyphs, r.Glyphs...)
		}
	}
	l.out.PrepareSigning(all)
}
