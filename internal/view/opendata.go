package view

import (
	"samsyn/internal/model"
)

// Licence is the address of the terms of the open data: CC0 where none is given.
func (v *View) Licence() string {
	if v.Content.Config != nil && v.Content.Config.Licence.Given() {
		if r := SafeURL(v.Content.Config.Licence.V); r.Given() {
			return r.URL
		}
	}
	return "https://creativecommons.org/publicdomain/zero/1.0/"
}

// PublisherParty is the party that publishes the site, nil where not known.
func (v *View) PublisherParty() *model.Party {
	if v.Content.Config == nil {
		return nil
	}
	return v.Facts.Party(v.Content.Config.Publisher.V)
}

// HasAddress tells whether the site knows where on the web it is.
func (v *View) HasAddress() bool { return v.BaseURL() != "" }
