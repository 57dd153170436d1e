package card_test

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"strings"
	"testing"

	"samsyn/internal/card"
	"samsyn/internal/fonts"
	"samsyn/internal/tint"
)

var green = tint.Colour{R: 0x0f, G: 0x4f, B: 0x46}

func TestACardIsAPictureOfItsWords(t *testing.T) {
	data, err := card.PNG("Strategisk överenskommelse för Kronobergs län 2019–2025", "Mottagande och etablering", "Länsstyrelsen", green)
	if err != nil {
		t.Fatal(err)
	}
	if out := os.Getenv("CARD"); out != "" { // to be looked at
		if err := os.WriteFile(out, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := m.Bounds(); b.Dx() != card.Width || b.Dy() != card.Height {
		t.Errorf("%v", b)
	}
	if len(data) > 40_000 {
		t.Errorf("%d bytes", len(data))
	}
	again, _ := card.PNG("Strategisk överenskommelse för Kronobergs län 2019–2025", "Mottagande och etablering", "Länsstyrelsen", green)
	if !bytes.Equal(data, again) {
		t.Error("the same words give other bytes")
	}
	other, _ := card.PNG("Strategisk överenskommelse för Kronobergs län 2026–2030", "Mottagande och etablering", "Länsstyrelsen", green)
	if bytes.Equal(data, other) {
		t.Error("other words give the same bytes")
	}
}

// Nothing is drawn into the margin, whatever the words are.
func TestHostileWordsStayOnTheCard(t *testing.T) {
	for _, title := range []string{"", "å", strings.Repeat("förvaltningsövergripande", 13), strings.Repeat("ord ", 200), "<b>&\"'", "𝔘 🙂", "\u202eabc\u200b", "\xff\xfe"} {
		data, err := card.PNG(title, title, title, green)
		var missing *fonts.MissingGlyph
		var invalid *fonts.InvalidText
		if errors.As(err, &missing) || errors.As(err, &invalid) {
			continue
		}
		if err != nil {
			t.Fatalf("%.20q: %v", title, err)
		}
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%.20q: %v", title, err)
		}
		ground := m.At(0, 0)
		for y := range card.Height - 20 {
			if m.At(card.Width-40, y) != ground {
				t.Fatalf("%.20q: runs into the margin at %d", title, y)
			}
		}
	}
	var missing *fonts.MissingGlyph
	if _, err := card.PNG("اتفاق", "", "", green); !errors.As(err, &missing) {
		t.Errorf("a script that needs shaping gives %v", err)
	}
}

func BenchmarkPNG(b *testing.B) {
	for b.Loop() {
		if _, err := card.PNG("Strategisk överenskommelse för Kronobergs län 2019–2025", "Mottagande och etablering", "Länsstyrelsen", green); err != nil {
			b.Fatal(err)
		}
	}
}
