package editor

import (
	"cmp"
	"net/http"
	"slices"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/facts"
	"samsyn/internal/text"
)

// soon is how many days ahead the start page looks for what is to be reported.
const soon = 90

// mostDue is how much of that it lists.
const mostDue = 12

type startPage struct {
	web.Frame
	Offers  []web.Offer
	Review  []web.Offer // that wait for a decision, for those who decide
	Fetched string      // how new what one sees is
	Stale   bool
	Due     []due
	MoreDue int
	MayAdd  bool
	Errors  int
}

// due is something that is to be reported.
type due struct {
	Title, Address, By, When string
	Late                     bool
}

// start shows what one can do, what is under way and what is due.
func (v *visit) start() error {
	p := startPage{Frame: v.Headed("start", "Vad vill du göra?", "What would you like to do?"), MayAdd: v.Who.May(access.Write)}
	var err error
	if p.Offers, err = v.Offers(); err != nil {
		return err
	}
	if v.Who.May(access.Review) {
		p.Review = slices.DeleteFunc(slices.Clone(p.Offers), func(o web.Offer) bool { return !o.Sent })
		p.Offers = slices.DeleteFunc(p.Offers, func(o web.Offer) bool { return o.Sent })
	}
	p.Fetched, p.Stale = v.fetched()
	r, err := v.Project.Inspect(v.Today)
	if err != nil {
		return err
	}
	p.Errors = r.Errors()
	p.Due = v.due()
	if len(p.Due) > mostDue {
		p.MoreDue = len(p.Due) - mostDue
		p.Due = p.Due[:mostDue]
	}
	return v.Draw("start", http.StatusOK, p)
}

// due lists what is to be reported now or soon, what is late first.
func (v *visit) due() (list []due) {
	x := facts.New(v.Content, v.Today, false)
	for _, late := range []bool{true, false} {
		for _, actor := range x.Standing(soon).Actors {
			for _, item := range actor.Items {
				if !item.State.Wanting() || (item.State == facts.Late) != late {
					continue
				}
				d := due{Title: item.Initiative.Title.V, Address: v.At("/fil/"+web.Escaped(item.Initiative.Path)) + "#f-reports", By: cmp.Or(x.Name("party", actor.ID).Full, actor.ID), Late: late}
				if item.Due.Given() {
					d.When = text.FormatDate(item.Due.V, v.Lang)
				}
				list = append(list, d)
			}
		}
	}
	return list
}
