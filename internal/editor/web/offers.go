package web

import (
	"slices"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/form"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/text"
)

// Offer is a proposal as lists tell of it.
type Offer struct {
	Title, Name, Address, By, Saved string
	Saves                           int
	Merged                          bool
	Sent                            bool // it waits for somebody to decide on it
	Changed                         bool // since it was sent
}

// Offers are the proposals, the newest first.
func (v *Visit) Offers() ([]Offer, error) {
	all, err := v.seen.All()
	if err != nil {
		return nil, err
	}
	var list []Offer
	for _, p := range all {
		list = append(list, v.Offer(p))
	}
	return list, nil
}

// Open are the proposals that a page may save to: those that are not merged, or none where
// the page is one of a proposal's already.
func (v *Visit) Open() ([]Offer, error) {
	if v.Proposal != nil {
		return nil, nil
	}
	offers, err := v.Offers()
	return slices.DeleteFunc(offers, func(o Offer) bool { return o.Merged }), err
}

func (v *Visit) Offer(p proposal.Info) Offer {
	merged := p.Merged && len(p.Saves) > 0
	return Offer{p.Title, p.Name, "/forslag/" + p.Name, v.Names(p.By), v.Clock(p.Saved()), len(p.Saves), merged, !merged && p.Sent != "", p.Sent != "" && p.Sent != p.Tip}
}

func Emails(people []proposal.Person) (list []string) {
	for _, p := range people {
		list = append(list, p.Email)
	}
	return list
}

func (v *Visit) Names(people []proposal.Person) string {
	var names []string
	for _, p := range people {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return text.List(names, v.Lang)
}

// Moment is a day as people write it.
func (v *Visit) Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	day := project.DayOf(t)
	if day == v.Today {
		return diag.Say("i dag", "today").In(v.Lang)
	}
	return text.FormatDate(day, v.Lang)
}

// Clock is a day and a time as people write them.
func (v *Visit) Clock(t time.Time) string { return v.Moment(t) + " " + t.Format("15:04") }

type OffersPage struct {
	Frame
	Offers  []Offer
	Dropped []Offer // that the visitor may take back
	Fetched string  // how new the list is
	Stale   bool
}

// AllRemarks are all that a check has found and nobody has accepted, file by file.
func (v *Visit) AllRemarks(r *project.Result) (errors, warnings []Message) {
	seen := map[string]bool{}
	for _, f := range r.Findings {
		if f.Accepted == "" && !seen[f.File] {
			seen[f.File] = true
			wrong, odd := v.remarksOn(r, f.File)
			errors, warnings = append(errors, wrong...), append(warnings, odd...)
		}
	}
	return errors, warnings
}

// remarksOn are what is told of a file: at the fields of its form, where it has one.
func (v *Visit) remarksOn(r *project.Result, file string) (errors, warnings []Message) {
	if f, err := form.Open(v.Project, file, form.Options{Language: v.Lang}); err == nil {
		f.Tell(r)
		errors, warnings = Messages(f, v.Lang)
		for _, list := range [][]Message{errors, warnings} {
			for i, m := range list {
				list[i].Title, list[i].Address = f.Title, v.At("/fil/"+Escaped(file))+m.Part+m.Address
			}
		}
		return errors, warnings
	}
	for _, f := range r.Findings {
		m := Message{Text: f.Message.In(v.Lang), Title: file}
		switch {
		case f.File != file || f.Accepted != "":
		case f.Severity() == diag.Error:
			errors = append(errors, m)
		default:
			warnings = append(warnings, m)
		}
	}
	return errors, warnings
}
