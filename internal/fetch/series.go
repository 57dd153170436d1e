package fetch

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/model"
	"samsyn/internal/rewrite"
)

// Series is what becomes of an indicator's series.
type Series struct {
	Added   []*rewrite.Value
	Updated map[int]update // of the observations that are there, by their place
	Changes []Change       // what was updated, and what was kept though the source says otherwise
	Unknown []string       // codes of places that the content does not have
}

// Change is a value that a source tells otherwise than the series.
type Change struct {
	At      model.Observation
	Kept    bool   // a person wrote it
	Was, Is string // in the series, and as the source says
}

// update is what becomes of the fields of an observation: those with a value get it, those
// with "" go.
type update map[string]string

// Merge puts what a source tells into an indicator's series. What an earlier answer told
// is updated. What a person has written, changed or marked stays, and is told.
func Merge(c *model.Content, i *model.Indicator, told, earlier []Row) Series {
	s := Series{Updated: map[int]update{}}
	places := placesOf(c, i.Source.Fetch)
	before, there := map[Row]Row{}, map[Row]int{} // by what they are about
	for _, r := range earlier {
		if at, known := places[short(r.Code)]; known {
			r.Code = at
			before[r.about()] = fitted(i, r)
		}
	}
	for n, o := range i.Series {
		there[row(o).about()] = n
	}
	for _, r := range told {
		at, known := places[short(r.Code)]
		if !known {
			if !slices.Contains(s.Unknown, r.Code) {
				s.Unknown = append(s.Unknown, r.Code)
			}
			continue
		}
		r.Code = at
		r = fitted(i, r)
		n, has := there[r.about()]
		if !has {
			s.Added = append(s.Added, entry(r))
			continue
		}
		o := i.Series[n]
		if says(o, r) {
			continue
		}
		change := Change{At: o, Was: row(o).String(), Is: r.String()}
		if was, fetched := before[r.about()]; !fetched || !says(o, was) {
			change.Kept = true
		} else {
			s.Updated[n] = updated(o, r)
		}
		s.Changes = append(s.Changes, change)
	}
	return s
}

// Write puts what is new into an indicator's file, and the day on which it was fetched.
func (s *Series) Write(data []byte, day model.Date) ([]byte, error) {
	f, err := rewrite.Read("indicator", false, data)
	if err != nil {
		return nil, err
	}
	all := f.All()
	source, series := all.Field("source"), all.Field("series")
	if source == nil {
		return nil, rewrite.ErrForm
	}
	source.Open().Set("retrieved", rewrite.Plain(nil, day.String()))
	for n, fields := range s.Updated {
		if series == nil || n >= len(series.Open().Items) {
			return nil, rewrite.ErrForm
		}
		o := series.Items[n].Open()
		for name, value := range fields {
			if value == "" {
				o.Drop(name)
			} else {
				o.Set(name, rewrite.Plain(nil, value))
			}
		}
	}
	if err := all.Append("series", s.Added...); err != nil {
		return nil, err
	}
	return f.With(all, nil)
}

// fitted leaves of a row what the indicator is about: values of women, or of men, alone,
// or no values of either where it does not part them.
func fitted(i *model.Indicator, r Row) Row {
	switch i.Population.V {
	case "women", "girls":
		r.Total, r.Men = nil, nil
	case "men", "boys":
		r.Total, r.Women = nil, nil
	default:
		if !i.Source.Fetch.Sexes.V {
			r.Women, r.Men = nil, nil
		} else if r.Total == nil && r.Women != nil && r.Men != nil && i.Unit.V == "count" {
			total := *r.Women + *r.Men
			r.Total = &total
		}
	}
	none := r.Total == nil && r.Women == nil && r.Men == nil
	switch {
	case none && r.Flag != "suppressed":
		r.Flag = "missing"
	case !none && r.Flag != "provisional":
		r.Flag = ""
	}
	return r
}

// says tells whether an observation has just the values and the mark of a row.
func says(o model.Observation, r Row) bool {
	return equal(o.Total, r.Total) && equal(o.Women, r.Women) && equal(o.Men, r.Men) && o.Flag.V == r.Flag
}

func equal(a model.Number, b *float64) bool {
	if b == nil || !a.Given() {
		return b == nil && !a.Given()
	}
	return math.Abs(a.V-*b) < 1e-9*max(1, math.Abs(*b))
}

// about is a row without its values: what it is about.
func (r Row) about() Row {
	return Row{Year: r.Year, Month: r.Month, Code: r.Code, Category: r.Category}
}

// entry is a new observation, of a row whose code is the place's identifier.
func entry(r Row) *rewrite.Value {
	e := rewrite.Entry()
	put := func(name, value string) {
		if value != "" {
			e.Set(name, rewrite.Plain(nil, value))
		}
	}
	put("year", strconv.Itoa(r.Year))
	if r.Month > 0 {
		put("month", strconv.Itoa(r.Month))
	}
	if r.Code != "" {
		e.Set("place", rewrite.Text(nil, r.Code))
	}
	if r.Category != "" {
		e.Set("category", rewrite.Text(nil, r.Category))
	}
	put("total", number(r.Total))
	put("women", number(r.Women))
	put("men", number(r.Men))
	put("flag", r.Flag)
	return e
}

// updated is what is to be changed of an observation.
func updated(o model.Observation, r Row) update {
	set := update{}
	for name, v := range map[string]struct {
		was model.Number
		is  *float64
	}{"total": {o.Total, r.Total}, "women": {o.Women, r.Women}, "men": {o.Men, r.Men}} {
		if !equal(v.was, v.is) {
			set[name] = number(v.is)
		}
	}
	if o.Flag.V != r.Flag {
		set["flag"] = r.Flag
	}
	return set
}

// number writes a value with the digits that the source gave it.
func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// String is a row's values: ”54.1 (48.8/58.9)”, or its mark.
func (r Row) String() string {
	var words []string
	if r.Total != nil {
		words = append(words, number(r.Total))
	}
	if r.Women != nil || r.Men != nil {
		words = append(words, "("+cmp.Or(number(r.Women), "–")+"/"+cmp.Or(number(r.Men), "–")+")")
	}
	if r.Flag != "" {
		words = append(words, r.Flag)
	}
	return strings.Join(words, " ")
}

// row is an observation as a source would tell it.
func row(o model.Observation) Row {
	value := func(n model.Number) *float64 {
		if !n.Given() {
			return nil
		}
		return &n.V
	}
	return Row{Year: o.Year.V, Month: o.Month.V, Code: o.Place.V, Category: o.Category.V, Total: value(o.Total), Women: value(o.Women), Men: value(o.Men), Flag: o.Flag.V}
}

// placesOf are the content's municipalities and other places by their codes; the county
// itself is "". Where no file has the county's code, it is the one county that is asked for.
func placesOf(c *model.Content, f model.Fetch) map[string]string {
	p := map[string]string{"": ""}
	county := false
	put := func(code, id model.Text, whole bool) {
		switch {
		case !code.Given():
		case whole:
			p[short(code.V)], county = "", true
		default:
			p[short(code.V)] = id.V
		}
	}
	for _, party := range c.Parties.All() {
		put(party.Code, party.ID, party.Kind.V == "region" || party.Kind.V == "county_administrative_board")
	}
	for _, place := range c.Places.All() {
		put(place.Code, place.ID, place.Kind.V == "county")
	}
	var counties []string
	for _, asked := range f.Places {
		if code := short(asked.V); len(code) == 2 && code != "00" {
			counties = append(counties, code)
		}
	}
	if !county && len(counties) == 1 {
		p[counties[0]] = ""
	}
	return p
}
