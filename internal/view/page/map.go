package page

import (
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/figure"
	"samsyn/internal/geo"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// GoingOnIn counts what goes on or is planned in a place.
func GoingOnIn(t *view.Language, place facts.Place) int {
	n := 0
	for _, i := range t.Facts.InPlace(place.ID()) {
		if GoesOn(t, i) {
			n++
		}
	}
	return n
}

// Map draws the county with how much goes on in each place, as the cards beside it say in
// words. None where no place has a shape, or where nothing goes on.
func Map(t *view.Language, places []facts.Place) []block.Block {
	flat := shapesOf(t, places).Plane()
	counts, most := make([]int, len(places)), 0
	top := ""
	for n, p := range places {
		counts[n] = GoingOnIn(t, p)
		if counts[n] > most {
			most, top = counts[n], t.PlaceName(p).S
		}
	}
	if len(flat) == 0 || most == 0 {
		return nil
	}
	step := (most + 2) / 3
	var regions []figure.Region
	for n, p := range places {
		if area := flat[p.Code()]; area != nil {
			delete(flat, p.Code()) // another of the same code lies on the same area
			regions = append(regions, figure.Region{Name: t.PlaceName(p).S, Note: strconv.Itoa(counts[n]), Rings: rings(area), Fill: shade(counts[n], step)})
		}
	}
	keys := []figure.Key{{Fill: figure.Surface, Label: "0"}}
	for low := 1; low <= most; low += step {
		label := strconv.Itoa(low)
		if high := min(low+step-1, most); high > low {
			label += "–" + strconv.Itoa(high)
		}
		keys = append(keys, figure.Key{Fill: shade(low, step), Label: label})
	}
	desc := t.Sayf(text.MapDescription, top, t.Count(most, text.OneInitiative, text.ManyInitiatives).S)
	return block.Drawn("karta", t.Say(text.MapTitle), desc, func(width float64) figure.Figure { return figure.Map(regions, keys, width) })
}

// shapesOf are the shapes of places.
func shapesOf(t *view.Language, places []facts.Place) geo.Shapes {
	shapes := geo.Shapes{}
	for _, p := range places {
		if area := t.Options.Shapes[p.Code()]; area != nil {
			shapes[p.Code()] = area
		}
	}
	return shapes
}

func rings(a geo.Area) [][]figure.Point {
	list := make([][]figure.Point, len(a))
	for n, ring := range a {
		for _, p := range ring {
			list[n] = append(list[n], figure.Point(p))
		}
	}
	return list
}

// shade is the colour of a number, in three steps of so many.
func shade(n, step int) figure.Role {
	return []figure.Role{figure.Surface, figure.Few, figure.More, figure.Most}[(n+step-1)/step]
}
