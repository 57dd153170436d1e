package data

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view/site"
)

// calendars writes the common calendar, and one for each party with what it has
// to report (RFC 5545).
func (w *writer) calendars() {
	s := w.site
	whole := newCalendar(s, s.Content.Agreement)
	if s.Content.Calendar != nil {
		for _, e := range s.Content.Calendar.Events {
			whole.event(e)
		}
	}
	for _, p := range s.Facts.PlansIn(false) {
		for _, i := range p.Initiatives {
			whole.dues(i)
		}
	}
	w.file(address.Calendar, whole.bytes())
	if s.Content.Parties == nil {
		return
	}
	for i := range s.Content.Parties.Parties {
		id := s.Content.Parties.Parties[i].ID.V
		own := newCalendar(s, s.Content.Agreement)
		for _, initiative := range s.Facts.FollowedBy(id) {
			own.dues(initiative)
		}
		w.file(address.PartyCalendar(id), own.bytes())
	}
}

type calendar struct {
	b    []byte
	site *site.Site
	host string // makes identifiers unique in the world
}

func newCalendar(s *site.Site, a *model.Agreement) *calendar {
	c := &calendar{site: s, host: "samsyn.invalid"}
	if u, err := url.Parse(s.BaseURL()); err == nil && u.Host != "" {
		c.host = u.Host + u.Path
	}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Samsyn//Samsyn//SV")
	if a != nil {
		c.line("X-WR-CALNAME", escape(a.Title.V))
	}
	return c
}

// line writes one property, folded at 75 octets between characters.
func (c *calendar) line(name, value string) {
	if len(name)+1+len(value) <= 75 {
		c.b = append(append(append(append(c.b, name...), ':'), value...), "\r\n"...)
		return
	}
	rest := name + ":" + value
	limit := 75
	for len(rest) > limit {
		cut := limit
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.b = append(append(c.b, rest[:cut]...), "\r\n "...)
		rest, limit = rest[cut:], 74
	}
	c.b = append(append(c.b, rest...), "\r\n"...)
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func escape(s string) string { return escaper.Replace(s) }

func compact(d model.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

func nextDay(d model.Date) model.Date {
	t := time.Date(d.Year, time.Month(d.Month), d.Day+1, 0, 0, 0, 0, time.UTC)
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// begin opens an event of whole days. Its stamp is the day that the site is of,
// or its own day, since the same content must give the same bytes.
func (c *calendar) begin(id, summary string, from, to model.Date) {
	stamp := c.site.Options.Today
	if stamp.IsZero() {
		stamp = from
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", id+"@"+c.host)
	c.line("DTSTAMP", compact(stamp)+"T000000Z")
	c.line("DTSTART;VALUE=DATE", compact(from))
	c.line("DTEND;VALUE=DATE", compact(nextDay(to)))
	c.line("SUMMARY", escape(summary))
}

func (c *calendar) event(e model.Event) {
	from, to := e.Date.V, e.Date.V
	if e.To.Given() {
		to = e.To.V
	}
	if !from.Whole() || !to.Whole() {
		return
	}
	c.begin(e.ID.V, e.Title.V, from, to)
	if e.Place.Given() {
		c.line("LOCATION", escape(e.Place.V))
	}
	if about := strings.TrimSpace(e.Outcome.V + "\n" + e.Note.V); about != "" {
		c.line("DESCRIPTION", escape(about))
	}
	if page := c.site.Address("calendar"); page != "" {
		c.line("URL", page+"#"+e.ID.V)
	}
	if e.Withdrawn.Given() {
		c.line("STATUS", "CANCELLED")
	}
	c.line("END", "VEVENT")
}

// dues are the days on which an initiative is still to be reported; those of ended
// ones, and those that have been met, are left out.
func (c *calendar) dues(i *model.Initiative) {
	if i.Withdrawn.Given() {
		return
	}
	for _, d := range c.site.Facts.DuesOf(i) {
		if d.State == facts.Lapsed || d.State == facts.Met || !d.Date.V.Whole() {
			continue
		}
		said, _ := text.ReportOn.With(c.site.Words).In(c.site.Main)
		c.begin(address.Due(i, d.Date.V), text.Join(said, i.Title.V), d.Date.V, d.Date.V)
		c.line("DESCRIPTION", escape(i.FollowUp.Method.V))
		if page := c.site.Address(address.Initiative(i)); page != "" {
			c.line("URL", page)
		}
		c.line("END", "VEVENT")
	}
}

// bytes is the calendar with its end.
func (c *calendar) bytes() []byte { return append(c.b, "END:VCALENDAR\r\n"...) }
