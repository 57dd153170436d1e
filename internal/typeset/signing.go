package typeset

import (
	"fmt"
	"strings"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
)

func (l *layout) signatureField(b SignatureField, f frame) {
	// A field's name is one part of a path whose parts are set apart by full
	// stops (ISO 32000-1, 12.7.3.2), and PDF/UA wants a label.
	if b.Name == "" || strings.Contains(b.Name, ".") || plain(Text(b.Label)) == "" {
		l.fail(fmt.Errorf("a signature field needs a name without full stops and a label: %q, %q", b.Name, b.Label))
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
	f.emit(&piece{height: height, before: f.style.before, after: f.style.after, draw: func(at spot) {
		at.page.Decorate(tagged.Layout)
		var box tagged.Path
		box.Rect(at.x, at.y, width, height)
		at.page.Draw(&box, tagged.Paint{Fill: &surface, Stroke: &strong, Width: 0.5})
		if at.artifact == "" {
			at.page.SignatureField(e, at.x, at.y, width, height, b.Name, b.Label)
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
		l.fail(err)
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
