package facts

import (
	"slices"

	"samsyn/internal/model"
)

// Place is somewhere that things are tied to: a municipality that is a party, or a place
// that is none. One of Party and Own is set.
type Place struct {
	Party *model.Party
	Own   *model.Place
}

// ID is the place's identifier, Kind a municipality, district, county or country.
func (p Place) ID() string {
	if p.Party != nil {
		return p.Party.ID.V
	}
	return p.Own.ID.V
}
func (p Place) Kind() string {
	if p.Party != nil {
		return "municipality"
	}
	return p.Own.Kind.V
}

// Code is what official statistics call the place, "" where that is not said.
func (p Place) Code() string {
	if p.Party != nil {
		return p.Party.Code.V
	}
	return p.Own.Code.V
}

// Withdrawn tells whether the place is no more.
func (p Place) Withdrawn() model.Withdrawn {
	if p.Party != nil {
		return p.Party.Withdrawn
	}
	return p.Own.Withdrawn
}

// PlaceOf is the place of an identifier; ok is false where there is none.
func (x *Index) PlaceOf(id string) (place Place, ok bool) {
	if p := x.Party(id); p != nil && p.Kind.V == "municipality" {
		return Place{Party: p}, true
	}
	own := x.Index.Place(id)
	return Place{Own: own}, own != nil
}

// Places lists all places: the municipalities that are parties, then those of places.yaml.
func (x *Index) Places() []Place {
	var list []Place
	for n := range x.Content.Parties.All() {
		if p := &x.Content.Parties.Parties[n]; p.Kind.V == "municipality" {
			list = append(list, Place{Party: p})
		}
	}
	for n := range x.Content.Places.All() {
		list = append(list, Place{Own: &x.Content.Places.Places[n]})
	}
	return list
}

// Within lists the places that lie directly in a place.
func (x *Index) Within(id string) []Place {
	return slices.DeleteFunc(x.Places(), func(p Place) bool { return p.Own == nil || p.Own.Within.V != id })
}

// PlacesHere are the municipalities and districts of the county that are not withdrawn.
func (x *Index) PlacesHere() []Place {
	return slices.DeleteFunc(x.Places(), func(p Place) bool {
		return p.Withdrawn().Given() || p.Kind() == "county" || !x.InCounty(p.ID())
	})
}

// InCounty tells whether a place lies in the agreement's county: whether it is a party, or
// lies in one, or in the county that most places lie in. Where no county has places in it
// every municipality and district is in the county.
func (x *Index) InCounty(id string) bool {
	for seen := 0; seen < mostWithin; seen++ {
		p, ok := x.PlaceOf(id)
		switch {
		case !ok:
			return false
		case p.Party != nil || id == x.home:
			return true
		case p.Own.Within.Given():
			id = p.Own.Within.V
		default:
			return x.home == "" && p.Kind() != "county" && p.Kind() != "country"
		}
	}
	return false
}

// mostWithin is how many places can lie in each other; a circle is told as an error.
const mostWithin = 10

// findHome is the county that most places lie in, "" where none has any.
func (x *Index) findHome() string {
	places, holds := x.Content.Places.All(), map[string]int{}
	for _, p := range places {
		if p.Within.Given() {
			holds[p.Within.V]++
		}
	}
	home := ""
	for _, p := range places {
		if p.Kind.V == "county" && holds[p.ID.V] > holds[home] {
			home = p.ID.V
		}
	}
	return home
}
