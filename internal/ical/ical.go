// Package ical writes calendars (RFC 5545). Events of whole days go in, with when one is
// to be reminded of them; a file that calendar programs read comes out.
package ical

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Day is a day of the calendar.
type Day struct{ Year, Month, Day int }

func (d Day) String() string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

func (d Day) next() Day {
	t := time.Date(d.Year, time.Month(d.Month), d.Day+1, 0, 0, 0, 0, time.UTC)
	return Day{t.Year(), int(t.Month()), t.Day()}
}

// Event is an event of whole days.
type Event struct {
	ID          string // unique in the world
	Summary     string
	From, To    Day
	Stamp       Day // when it was written: the same content gives the same bytes
	Place       string
	Description string
	URL         string
	Cancelled   bool
	// Reminders are how many days before the event one is reminded, at nine in the
	// morning; 0 is the day itself.
	Reminders []int
}

// Calendar is a calendar while it is being written.
type Calendar struct{ b bytes.Buffer }

// New begins a calendar; a name of "" is none.
func New(name string) *Calendar {
	c := &Calendar{}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Samsyn//Samsyn//SV")
	if name != "" {
		c.line("X-WR-CALNAME", escape(name))
	}
	return c
}

// Add adds an event.
func (c *Calendar) Add(e Event) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.ID)
	c.line("DTSTAMP", e.Stamp.String()+"T000000Z")
	c.line("DTSTART;VALUE=DATE", e.From.String())
	c.line("DTEND;VALUE=DATE", e.To.next().String())
	c.line("SUMMARY", escape(e.Summary))
	if e.Place != "" {
		c.line("LOCATION", escape(e.Place))
	}
	if e.Description != "" {
		c.line("DESCRIPTION", escape(e.Description))
	}
	if e.URL != "" {
		c.line("URL", e.URL)
	}
	if e.Cancelled {
		c.line("STATUS", "CANCELLED")
	} else {
		for _, days := range e.Reminders {
			c.remind(e.Summary, days)
		}
	}
	c.line("END", "VEVENT")
}

// remind adds a reminder (RFC 5545 §3.6.6). An event of whole days begins at midnight.
func (c *Calendar) remind(summary string, days int) {
	trigger := "PT9H"
	switch {
	case days == 1:
		trigger = "-PT15H"
	case days > 1:
		trigger = fmt.Sprintf("-P%dDT15H", days-1)
	}
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.line("DESCRIPTION", escape(summary))
	c.line("TRIGGER", trigger)
	c.line("END", "VALARM")
}

// Bytes is the calendar with its end.
func (c *Calendar) Bytes() []byte { return append(c.b.Bytes(), "END:VCALENDAR\r\n"...) }

// line writes one property, folded at 75 octets between characters.
func (c *Calendar) line(name, value string) {
	c.b.WriteString(name)
	c.b.WriteByte(':')
	limit := 75 - len(name) - 1
	for len(value) > limit {
		cut := limit
		for !utf8.RuneStart(value[cut]) {
			cut--
		}
		c.b.WriteString(value[:cut])
		c.b.WriteString("\r\n ")
		value, limit = value[cut:], 74
	}
	c.b.WriteString(value)
	c.b.WriteString("\r\n")
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func escape(s string) string { return escaper.Replace(s) }
