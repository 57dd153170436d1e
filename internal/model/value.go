// Package model holds the content as plain types: the agreement, its areas, the
// plans and their initiatives. Every value knows where it stands.
//
// What fails its schema is absent from the model, and its file is Broken: rules
// about what is there run all the same, rules about what is not there keep still.
package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"samsyn/internal/diag"
)

// Value is a value and the place where it was written. The zero Value is absent.
type Value[T any] struct {
	V  T
	At diag.Place
}

// Given tells whether the value is there.
func (v Value[T]) Given() bool { return !v.At.IsZero() }

// String is the value as text, "" where it is absent.
func (v Value[T]) String() string {
	if !v.Given() {
		return ""
	}
	return fmt.Sprint(v.V)
}

// Text, Bool, Int and Number are the scalars of the content; Ref is a reference
// to an identifier, as written.
type (
	Text   = Value[string]
	Bool   = Value[bool]
	Int    = Value[int]
	Number = Value[float64]
	Ref    = Value[string]
	When   = Value[Date]
)

// Date is a day, or a month (Day 0), or a year (Month 0). The zero Date is none.
type Date struct{ Year, Month, Day int }

// ParseDate reads YYYY-MM-DD, YYYY-MM or YYYY (ISO 8601 calendar dates). ok is
// false where no such day exists.
func ParseDate(s string) (d Date, ok bool) {
	rest, more := s, true
	for _, part := range []struct {
		into  *int
		width int
	}{{&d.Year, 4}, {&d.Month, 2}, {&d.Day, 2}} {
		if !more {
			break
		}
		var digits string
		digits, rest, more = strings.Cut(rest, "-")
		n, err := strconv.ParseUint(digits, 10, 16) // takes no sign
		if err != nil || len(digits) != part.width || n == 0 {
			return Date{}, false
		}
		*part.into = int(n)
	}
	if more {
		return Date{}, false
	}
	if d.Month > 12 || d.Day > daysIn(d.Year, max(d.Month, 1)) {
		return Date{}, false
	}
	return d, true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Months are the months in Swedish.
var Months = [12]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

// MonthOf is the month that a word in small letters names or begins to name: juni, jun,
// sept. It is 0 for any other word.
func MonthOf(word string) int {
	for n, month := range Months {
		if len(word) >= 3 && strings.HasPrefix(month, word) {
			return n + 1
		}
	}
	return 0
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 }

// Whole tells whether the date is a day.
func (d Date) Whole() bool { return d.Day != 0 }

// First is the first day that the date covers.
func (d Date) First() Date {
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last is the last day that the date covers.
func (d Date) Last() Date {
	if d.Month == 0 {
		return Date{d.Year, 12, 31}
	}
	if d.Day == 0 {
		return Date{d.Year, d.Month, daysIn(d.Year, d.Month)}
	}
	return d
}

// Before tells whether all of d lies before the first day of e.
func (d Date) Before(e Date) bool { return d.Last().key() < e.First().key() }

// Compare puts dates in the order of their first days.
func (d Date) Compare(e Date) int { return d.First().key() - e.First().key() }

func (d Date) key() int { return d.Year*10000 + d.Month*100 + d.Day }

// AddMonths moves a day by months; a day that the month lacks becomes its last.
func (d Date) AddMonths(n int) Date {
	month := d.Year*12 + max(d.Month, 1) - 1 + n
	moved := Date{month / 12, month%12 + 1, 0}
	moved.Day = min(max(d.Day, 1), daysIn(moved.Year, moved.Month))
	return moved
}

// String is the date in ISO 8601 with the precision it has.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	if d.Year < 1000 || d.Year > 9999 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	// Nearly every date, and a country has many.
	y, m, day := strconv.Itoa(d.Year), strconv.Itoa(100+d.Month), strconv.Itoa(100+d.Day)
	return y + "-" + m[1:] + "-" + day[1:]
}

// Period reaches from the first day of From to the last day of To; without To it
// is open-ended.
type Period struct {
	From When       `yaml:"from"`
	To   When       `yaml:"to"`
	At   diag.Place `yaml:"-"`
}

// Given tells whether the period is there.
func (p Period) Given() bool { return !p.At.IsZero() }

// Touches tells whether the periods share a day. A period that lacks its
// beginning touches everything before its end.
func (p Period) Touches(q Period) bool {
	return !endsBefore(p, q) && !endsBefore(q, p)
}

func endsBefore(p, q Period) bool {
	return p.To.Given() && q.From.Given() && p.To.V.Before(q.From.V)
}

// Ended tells whether the whole period lies before day.
func (p Period) Ended(day Date) bool { return p.To.Given() && p.To.V.Before(day) }

// YearPeriod is the whole of one year.
func YearPeriod(year int, at diag.Place) Period {
	d := When{V: Date{Year: year}, At: at}
	return Period{From: d, To: d, At: at}
}

// AddDays moves a day by days.
func (d Date) AddDays(n int) Date {
	first := d.First()
	t := time.Date(first.Year, time.Month(first.Month), first.Day+n, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), int(t.Month()), t.Day()}
}
