package dataset

import (
	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/table"
	"samsyn/internal/text"
	"samsyn/internal/view"
)

// contactColumns are how one reaches somebody; of gives the contact of a row's thing.
func contactColumns[T any](of func(T) model.Contact) []table.Field[T] {
	column := func(name string, value func(model.Contact) model.Text) table.Field[T] {
		return table.Field[T]{Column: named("contact_"+name, text.Field("parties.parties.contact."+name)), Value: func(thing T) any { return value(of(thing)).V }}
	}
	return []table.Field[T]{
		column("name", func(c model.Contact) model.Text { return c.Name }),
		column("email", func(c model.Contact) model.Text { return c.Email }),
		column("phone", func(c model.Contact) model.Text { return c.Phone }),
		column("url", func(c model.Contact) model.Text { return c.URL }),
	}
}

// places are the municipalities that are parties and the places that are none.
func places(v *view.View) *table.Table {
	within := func(p facts.Place) any {
		if p.Own == nil {
			return ""
		}
		return p.Own.Within.V
	}
	name := func(p facts.Place) any {
		if p.Party != nil {
			return p.Party.Name.V
		}
		return p.Own.Name.V
	}
	return table.Of([]table.Field[facts.Place]{
		{Column: field("places.places.id"), Value: func(p facts.Place) any { return p.ID() }},
		{Column: field("places.places.name"), Value: name},
		{Column: field("places.places.kind"), Value: func(p facts.Place) any { return p.Kind() }},
		{Column: field("places.places.code"), Value: func(p facts.Place) any { return p.Code() }},
		{Column: field("places.places.within"), Value: within},
		{Column: named("withdrawn", withdrawn), Value: func(p facts.Place) any { return p.Withdrawn().Date.V.String() }},
		{Column: named("url", page), Value: func(p facts.Place) any { return v.Address(address.Place(p.ID())) }},
	}, v.Facts.Places())
}

func resources(v *view.View) *table.Table {
	return table.Of([]table.Field[*model.Resource]{
		{Column: named("id", identifier), Value: func(r *model.Resource) any { return r.ID.V }},
		{Column: field("resource.title"), Value: func(r *model.Resource) any { return r.Title.V }},
		{Column: field("resource.kind"), Value: func(r *model.Resource) any { return r.Kind.V }},
		{Column: field("resource.publisher"), Value: func(r *model.Resource) any { return r.Publisher.V }},
		{Column: field("resource.date"), Value: func(r *model.Resource) any { return r.Date.V.String() }},
		{Column: named("website", text.Field("resource.url")), Value: func(r *model.Resource) any { return r.URL.V }},
		{Column: field("resource.areas"), Value: func(r *model.Resource) any { return refs(r.Areas) }},
		{Column: field("resource.cooperation_areas"), Value: func(r *model.Resource) any { return refs(r.CooperationAreas) }},
		{Column: field("resource.places"), Value: func(r *model.Resource) any { return refs(r.Places) }},
		{Column: field("resource.addressed_to"), Value: func(r *model.Resource) any { return r.AddressedTo.V }},
		{Column: named("withdrawn", withdrawn), Value: func(r *model.Resource) any { return r.Withdrawn.Date.V.String() }},
		{Column: named("url", page), Value: func(r *model.Resource) any { return v.Address(address.Resource(r.ID.V)) }},
	}, v.Content.Resources)
}

// events are the calendar's, those known by month or year only too: a calendar file has
// no place for them.
func events(v *view.View) *table.Table {
	return table.Of([]table.Field[model.Event]{
		{Column: named("id", identifier), Value: func(e model.Event) any { return e.ID.V }},
		{Column: field("calendar.events.date"), Value: func(e model.Event) any { return e.Date.V.String() }},
		{Column: field("calendar.events.to"), Value: func(e model.Event) any { return e.To.V.String() }},
		{Column: field("calendar.events.title"), Value: func(e model.Event) any { return e.Title.V }},
		{Column: field("calendar.events.kind"), Value: func(e model.Event) any { return e.Kind.V }},
		{Column: field("calendar.events.body"), Value: func(e model.Event) any { return e.Body.V }},
		{Column: field("calendar.events.place"), Value: func(e model.Event) any { return e.Place.V }},
		{Column: field("calendar.events.programme"), Value: func(e model.Event) any { return programme(e) }},
		{Column: field("calendar.events.outcome"), Value: func(e model.Event) any { return e.Outcome.V }},
		{Column: field("calendar.events.decides"), Value: func(e model.Event) any { return refs(e.Decides) }},
		{Column: field("calendar.events.minutes"), Value: func(e model.Event) any { return e.Minutes.V }},
		{Column: named("website", text.Field("calendar.events.url")), Value: func(e model.Event) any { return e.URL.V }},
		{Column: field("calendar.events.note"), Value: func(e model.Event) any { return e.Note.V }},
		{Column: named("withdrawn", withdrawn), Value: func(e model.Event) any { return e.Withdrawn.Date.V.String() }},
	}, v.Content.Calendar.Events)
}

// programme is what is on at an event, with semicolons between: ”Title (speaker)”.
func programme(e model.Event) string {
	return listed(e.Programme, "; ", func(item model.ProgrammeItem) string {
		if item.Speaker.Given() {
			return item.Title.V + " (" + item.Speaker.V + ")"
		}
		return item.Title.V
	})
}
