package part

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Places are places by name, each leading to its page.
func Places(t *view.Language, refs []model.Ref) block.Line {
	var names []block.Span
	for _, r := range refs {
		names = append(names, t.PlaceSpan(r.V))
	}
	return block.Joined(names, ", ")
}

// PlacesOf says where an initiative is: in the whole county, or in the places it names.
func PlacesOf(t *view.Language, i *model.Initiative) block.Line {
	line := Places(t, i.Places)
	switch {
	case !i.CountyWide.V:
		return line
	case len(line) == 0:
		return block.Words(t.Say(text.WholeCountyShort))
	}
	return append(block.Line{{Text: t.Say(text.WholeCountyShort)}, block.Run(", ")}, line...)
}
