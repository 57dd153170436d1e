package html

import (
	"errors"
	"sync"

	"samsyn/internal/card"
	"samsyn/internal/fonts"
	"samsyn/internal/tint"
	sites "samsyn/internal/view/site"
)

const cardFile = "assets/card.png"

// cards remembers what has been drawn: the words stay while a site is edited.
var cards sync.Map

// drawCard draws the picture for links that are shared, where the site knows its own
// address, which such links need, and where its words can be drawn.
func (w *Writer) drawCard() error {
	if w.baseURL == "" {
		return nil
	}
	words := w.site.Card()
	ground, given := w.site.Colour()
	if !given {
		ground, _ = tint.Parse(brand)
	}
	data, err := drawnCard(words, ground)
	var missing *fonts.MissingGlyph
	var invalid *fonts.InvalidText
	switch {
	case errors.As(err, &missing), errors.As(err, &invalid):
		return nil
	case err != nil:
		return err
	}
	w.card, w.picture = data, picture{w.baseURL + "/" + cardFile, words.Title, card.Width, card.Height}
	return nil
}

func drawnCard(c sites.ShareCard, ground tint.Colour) ([]byte, error) {
	key := ground.String() + "\x00" + c.Title + "\x00" + c.Subtitle + "\x00" + c.Publisher
	if drawn, known := cards.Load(key); known {
		return drawn.([]byte), nil
	}
	data, err := card.PNG(c.Title, c.Subtitle, c.Publisher, ground)
	if err == nil {
		cards.Store(key, data)
	}
	return data, err
}
