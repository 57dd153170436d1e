package view

import (
	"samsyn/internal/model"
)

// Licence is the address of the terms of the open data: CC0 where none is given.
func (s *View) Licence() string {
	if s.Content.Config != nil && s.Content.Config.Licence.Given() {
		if r := SafeURL(s.Content.Config.Licence.V); r.Given() {
			return r.URL
		}
	}
	return "https://creativecommons.org/publicdomain/zero/1.0/"
}

// PublisherParty is the party that publishes the site, nil where not known.
func (s *View) PublisherParty() *model.Party {
	if s.Content.Config == nil {
		return nil
	}
	return s.Facts.Party(s.Content.Config.Publisher.V)
}

// HasAddress tells whether the site knows where on the web it is.
func (s *View) HasAddress() bool { return s.BaseURL() != "" }
