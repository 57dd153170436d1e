package data

import (
	"net/url"
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/ical"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view/site"
)

// ahead is how many days before something is due one is reminded of it: in time to
// gather what is asked for, and at last.
var ahead = []int{14, 1}

// calendars writes the common calendar, and one for each party and body with what it has
// to report.
func (w *writer) calendars() {
	s := w.site
	whole := newCalendar(s)
	for _, e := range s.Content.Calendar.All() {
		whole.event(e)
	}
	for _, p := range s.Facts.PlansIn(false) {
		for _, i := range p.Initiatives {
			whole.dues(i)
		}
	}
	w.file(address.Calendar, whole.Bytes())
	for _, p := range s.Content.Parties.All() {
		w.file(address.PartyCalendar(p.ID.V), own(s, p.ID.V))
	}
	for _, b := range s.Facts.Bodies() {
		w.file(address.BodyCalendar(b.ID.V), own(s, b.ID.V))
	}
}

// own is the calendar of what an actor has to report.
func own(s *site.Site, actor string) []byte {
	c := newCalendar(s)
	for _, i := range s.Facts.ReportedBy(actor) {
		c.dues(i)
	}
	for _, d := range s.Facts.DutiesOf(actor) {
		c.duty(d)
	}
	return c.Bytes()
}

// calendar is one that is being written, of a site.
type calendar struct {
	*ical.Calendar
	site *site.Site
	host string // makes identifiers unique in the world
}

func newCalendar(s *site.Site) *calendar {
	c := &calendar{Calendar: ical.New(s.Agreement.Title.V), site: s, host: "samsyn.invalid"}
	if u, err := url.Parse(s.BaseURL()); err == nil && u.Host != "" {
		c.host = u.Host + u.Path
	}
	return c
}

func day(d model.Date) ical.Day { return ical.Day{Year: d.Year, Month: d.Month, Day: d.Day} }

// of is an event of whole days. Its stamp is the day that the site is of, or its own day,
// since the same content must give the same bytes.
func (c *calendar) of(id, summary string, from, to model.Date) ical.Event {
	stamp := c.site.Options.Today
	if stamp.IsZero() {
		stamp = from
	}
	return ical.Event{ID: id + "@" + c.host, Summary: summary, From: day(from), To: day(to), Stamp: day(stamp)}
}

func (c *calendar) event(e model.Event) {
	from, to := e.Date.V, e.Date.V
	if e.To.Given() {
		to = e.To.V
	}
	if !from.Whole() || !to.Whole() {
		return
	}
	event := c.of(e.ID.V, e.Title.V, from, to)
	event.Place = e.Place.V
	event.Description = strings.TrimSpace(e.Outcome.V + "\n" + e.Note.V)
	if page := c.site.Address("calendar"); page != "" {
		event.URL = page + "#" + e.ID.V
	}
	event.Cancelled = e.Withdrawn.Given()
	event.Reminders = []int{1}
	if e.Kind.V == "deadline" {
		event.Reminders = ahead
	}
	c.Add(event)
}

// dues are the days on which an initiative is still to be reported; those of ended
// ones, and those that have been met, are left out.
func (c *calendar) dues(i *model.Initiative) {
	for _, d := range c.site.Facts.DuesOf(i) {
		if !d.Awaited() || !d.Date.V.Whole() {
			continue
		}
		event := c.of(address.Due(i, d.Date.V), c.site.InMain().Sayf(text.ReportOn, i.Title.V).S, d.Date.V, d.Date.V)
		event.Description = i.FollowUp.Method.V
		event.URL = c.site.Address(address.Initiative(i))
		event.Reminders = ahead
		c.Add(event)
	}
}

// duty is the last day of the month by which a recurring duty is to be answered.
func (c *calendar) duty(d facts.Recurring) {
	last := d.Month.Last()
	event := c.of("redovisning-"+d.Duty.ID.V+"-"+d.Actor+"-"+d.Month.String(), c.site.InMain().Sayf(text.ReportOn, d.Duty.Title.V).S, last, last)
	event.Description = d.Duty.Note.V
	event.Reminders = ahead
	c.Add(event)
}
