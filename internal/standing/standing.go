// Package standing tells how it stands with what is to be reported: facts.Standing goes
// in, and text for a terminal, Markdown for an issue or a letter, or JSON comes out.
package standing

import (
	"cmp"
	"io"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Teller tells of one content on one day.
type Teller struct {
	Facts    *facts.Index
	Standing facts.Standing
	Gaps     []facts.Gap
	Within   int    // in how many days something falls due
	Lang     string // "sv" or "en"
	// Address gives an initiative's page on the web, "" where the site knows none.
	Address func(*model.Initiative) string
	words   *schema.Words
}

// New tells of a content as of a day. An actor that is not "" is told of alone, without
// the gaps.
func New(x *facts.Index, days int, actor, lang string, address func(*model.Initiative) string) *Teller {
	t := &Teller{Facts: x, Standing: x.Standing(days), Within: days, Lang: lang, Address: address, words: text.WordsOf(x.Content)}
	if actor != "" {
		t.Standing = t.Standing.Only(x, actor)
		return t
	}
	gaps := x.Gaps()
	t.Gaps = gaps.List()
	return t
}

// Name is what an actor is called: its identifier where it is in no file.
func (t *Teller) Name(actor string) string {
	return cmp.Or(t.Facts.Name("party", actor).Full, actor)
}

// Say is a sentence in the teller's language, things called by the county's own words.
func (t *Teller) Say(sv, en string, args ...any) string {
	return diag.Say(t.words.Expand(sv, "sv"), t.words.Expand(en, "en"), args...).In(t.Lang)
}

// value is what a value of a field is called.
func (t *Teller) value(field, value string) string {
	s, _ := text.ValueOf(field, value).With(t.words).In(t.Lang)
	return s
}

// assessed says how an initiative goes.
func (t *Teller) assessed(i facts.Item) string {
	switch {
	case i.Latest == nil:
		return t.Say("Inte redovisad", "Not reported")
	case !i.Latest.Assessment.Given():
		return t.Say("Inte bedömd", "Not assessed")
	}
	return t.value("assessment", i.Assessment())
}

// The JSON of status, as its contract has it.
type (
	document struct {
		Today   string      `json:"today"`
		Actors  []actor     `json:"actors"`
		Gaps    []facts.Gap `json:"gaps"`
		Duties  []duty      `json:"duties"`
		Summary summaries   `json:"summary"`
	}
	actor struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Contact *contact `json:"contact"`
		Items   []item   `json:"items"`
	}
	contact struct {
		Name  string `json:"name,omitempty"`
		Email string `json:"email,omitempty"`
		Phone string `json:"phone,omitempty"`
		URL   string `json:"url,omitempty"`
	}
	item struct {
		Initiative string  `json:"initiative"`
		Title      string  `json:"title"`
		Due        *string `json:"due"`
		State      string  `json:"state"`
		Assessment *string `json:"assessment"`
		Reported   *string `json:"reported"`
	}
	duty struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Actor string `json:"actor"`
		Due   string `json:"due"`
		State string `json:"state"`
	}
	summaries struct {
		Overdue     int `json:"overdue"`
		Due         int `json:"due"`
		AtRisk      int `json:"at_risk"`
		NotAssessed int `json:"not_assessed"`
	}
)

// JSON writes all of it, also what is upcoming and reported.
func (t *Teller) JSON(w io.Writer) error {
	s := t.Standing
	d := document{
		Today: t.Facts.Today.String(), Actors: []actor{}, Gaps: []facts.Gap{}, Duties: []duty{},
		Summary: summaries{s.Overdue, s.Due, s.AtRisk, s.NotAssessed},
	}
	for _, r := range s.Actors {
		a := actor{ID: r.ID, Name: masked(t.Name(r.ID)), Contact: contactOf(r.Contact), Items: []item{}}
		for _, i := range r.Items {
			entry := item{
				Initiative: i.Initiative.FullID(), Title: masked(i.Initiative.Title.V), Due: given(i.Due.V.String()),
				State: string(i.State), Assessment: given(i.Assessment()),
			}
			if i.Latest != nil {
				entry.Reported = given(i.Latest.Date.V.String())
			}
			a.Items = append(a.Items, entry)
		}
		for _, x := range r.Duties {
			d.Duties = append(d.Duties, duty{x.Duty.ID.V, masked(x.Duty.Title.V), r.ID, x.Month.String(), string(x.State)})
		}
		d.Actors = append(d.Actors, a)
	}
	for _, g := range t.Gaps {
		g.Title = masked(g.Title)
		d.Gaps = append(d.Gaps, g)
	}
	return diag.WriteJSON(w, d)
}

// given is a text that is null where there is none.
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func contactOf(c model.Contact) *contact {
	if !c.Given() {
		return nil
	}
	return &contact{masked(c.Name.V), masked(c.Email.V), c.Phone.V, masked(c.URL.V)}
}

func masked(s string) string { return identity.Mask(s) }
