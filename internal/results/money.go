package results

import "samsyn/internal/model"

// Fund is what a source gave to the initiatives of the time.
type Fund struct {
	Source      model.Text // as the first of them writes it
	Initiatives []*Initiative
	Known       int // kronor, of the amounts that are given
	Amounts     int // how many are given
	Unknown     int // how many are not
}

// funding adds up the money by its source. A grant that several initiatives name by one
// case number and amount counts once.
func (r *Report) funding() {
	type grant struct {
		source, number string
		amount         int
	}
	at, counted := map[string]int{}, map[grant]bool{}
	for _, i := range r.Initiatives {
		for _, f := range i.Funding {
			n, has := at[f.Source.V]
			if !has {
				n = len(r.Funding)
				at[f.Source.V] = n
				r.Funding = append(r.Funding, Fund{Source: f.Source})
			}
			fund := &r.Funding[n]
			if last := len(fund.Initiatives); last == 0 || fund.Initiatives[last-1] != i {
				fund.Initiatives = append(fund.Initiatives, i)
			}
			same := grant{f.Source.V, f.CaseNumber.V, f.AmountSEK.V}
			switch {
			case !f.AmountSEK.Given():
				fund.Unknown++
			case f.CaseNumber.Given() && counted[same]:
			default:
				counted[same] = true
				fund.Known, fund.Amounts = fund.Known+f.AmountSEK.V, fund.Amounts+1
			}
		}
	}
}

// Unfunded counts the initiatives that say nothing of money.
func (r *Report) Unfunded() int {
	n := 0
	for _, i := range r.Initiatives {
		if len(i.Funding) == 0 {
			n++
		}
	}
	return n
}
