package view

import (
	"cmp"

	"samsyn/internal/model"
)

// Licence is the address of the terms of the open data: CC0 where none is given.
func (v *View) Licence() string {
	return cmp.Or(SafeURL(v.Config.Licence.V).URL, "https://creativecommons.org/publicdomain/zero/1.0/")
}

// PublisherParty is the party that publishes the site, nil where not known.
func (v *View) PublisherParty() *model.Party { return v.Facts.Party(v.Config.Publisher.V) }

// HasAddress tells whether the site knows where on the web it is.
func (v *View) HasAddress() bool { return v.BaseURL() != "" }
