package editor

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/address"
	"samsyn/internal/diff"
	"samsyn/internal/diff/reword"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/proposal"
)

func (v *visit) proposals() error {
	p := web.OffersPage{Frame: v.Headed("forslag", "Förslag", "Proposals")}
	var err error
	if p.Offers, err = v.Offers(); err != nil {
		return err
	}
	p.Fetched, p.Stale = v.fetched()
	gone, err := v.Opt.Store.Dropped()
	if err != nil {
		return err
	}
	for _, g := range gone {
		if v.mayTakeBack(g) {
			p.Dropped = append(p.Dropped, v.Offer(g))
		}
	}
	return v.Draw("proposals", http.StatusOK, p)
}

// mayTakeBack tells whether the visitor may restore a proposal: those may who may drop it.
func (v *visit) mayTakeBack(i proposal.Info) bool {
	return v.Who.MayWhole(access.Drop, web.Emails(i.By))
}

// restore takes back a proposal that was dropped.
func (v *visit) restore() error {
	name := v.R.PostForm.Get("name")
	gone, err := v.Opt.Store.Dropped()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(gone, func(i proposal.Info) bool { return i.Name == name })
	if at < 0 {
		return fmt.Errorf("%w: %q", proposal.ErrUnknown, name)
	}
	if err := v.Held(v.mayTakeBack(gone[at]), access.Drop, ""); err != nil {
		return err
	}
	if v.Proposal, err = v.Opt.Store.Restore(name); err != nil {
		return err
	}
	v.Done(access.Write, "")
	return v.See(v.At("?klart=tillbaka"))
}

// told is a change in words, in pieces that stayed, went and came.
type told struct {
	Pieces   []piece
	Title    string // of what it is about
	Affected string
	Signed   bool
	Address  string // of the form of what it is about; "" where that is gone
}

type piece struct {
	Text       string
	Gone, Come bool
}

// tell puts a change in words.
func (v *visit) tell(c diff.Change) told {
	t := told{Title: c.Title, Affected: c.Affected.In(v.Lang), Signed: c.Signed}
	if c.File != "" && v.Tree().IsFile(c.File) && c.Kind != diff.Removed {
		t.Address = v.At("/fil/" + web.Escaped(c.File))
	}
	for _, p := range c.Pieces(v.Lang) {
		t.Pieces = append(t.Pieces, piece{Text: p.Text, Gone: p.Op == reword.Gone, Come: p.Op == reword.Come})
	}
	return t
}

type proposalPage struct {
	web.Frame
	Info                              proposal.Info
	By, Started                       string
	Changes                           []told
	Errors, Warnings                  []web.Message
	Documents                         []web.Crumb // as they would be
	Others                            int         // errors that were there before
	Saves                             []save
	Form                              string // where its buttons are sent
	MaySend, MayDrop, MayAdd, MayUndo bool
	Branch                            string
	Sent                              *proposal.Sent
	SentWords                         string
	Sending                           bool // it is on its way
	WasSent, Changed                  bool // it waits for a decision; it has been changed since
	Joining                           bool // the clashes are with what others have sent
	Refused                           string
	Clashes                           []web.Clash
	Tip                               string
}

// save is what somebody saved: in a line, and what else it says.
type save struct {
	Subject   string
	Text      []paragraph
	Who, When string
}

// paragraph is a part of a message: words, or the entries of a list.
type paragraph struct {
	Words string
	List  []string
}

// paragraphs parts a message into what is words and what are lists.
func paragraphs(s string) (all []paragraph) {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		entry := strings.TrimPrefix(strings.TrimPrefix(line, "- "), "– ")
		switch last := len(all) - 1; {
		case line == "":
		case entry == line:
			all = append(all, paragraph{Words: line})
		case last < 0 || all[last].List == nil:
			all = append(all, paragraph{List: []string{entry}})
		default:
			all[last].List = append(all[last].List, entry)
		}
	}
	return all
}

// offered shows what a proposal changes and what can be done with it.
func (v *visit) offered() error {
	one := v.Sends.Of(v.Proposal.Name, v.IsWhole(access.Send))
	if one != nil && one.IsDone() && v.IsWhole(access.Send) {
		return v.told(one)
	}
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Sending = one != nil && !one.IsDone()
	v.Opt.Fetcher.Soon()
	return v.Draw("proposal", http.StatusOK, p)
}

func (v *visit) proposalPage() (proposalPage, error) {
	p := proposalPage{Frame: v.Frame(v.Proposal.Title), Info: v.Proposal.Info, Form: v.At(""), Branch: v.Proposal.Branch(), Tip: string(v.Commit)}
	p.Kicker, p.Current = p.Say("Förslag", "Proposal"), "forslag"
	p.Crumbs = []web.Crumb{{Label: p.Say("Förslag", "Proposals"), Address: "/forslag"}}
	sent := v.Offer(p.Info)
	p.WasSent, p.Changed = sent.Sent, sent.Changed
	p.By, p.Started = v.Names(p.Info.By), v.Moment(p.Info.Started)
	for _, s := range p.Info.Saves {
		p.Saves = append(p.Saves, save{s.Subject, paragraphs(s.Text), s.Who.Name, v.Moment(s.When)})
	}
	p.MaySend, p.MayDrop, p.MayAdd, p.MayUndo = v.IsWhole(access.Send), v.IsWhole(access.Drop), v.Who.May(access.Write), v.IsWhole(access.Write)
	changes, err := v.changes()
	if err != nil {
		return p, err
	}
	for _, c := range changes {
		p.Changes = append(p.Changes, v.tell(c))
	}
	p.Documents = v.documents(&p.Frame)
	return p, v.remarks(&p)
}

// documents are the agreement's and the plans' documents, the newest plans first.
func (v *visit) documents(f *web.Frame) (list []web.Crumb) {
	if v.Content.Agreement != nil {
		list = append(list, web.Crumb{Label: f.Say("{The_agreement}", "{The_agreement}"), Address: v.At("/visa/" + address.Agreement + ".pdf")})
	}
	for _, p := range form.Latest(v.Content.Plans) {
		list = append(list, web.Crumb{Label: p.Title.V, Address: v.At("/visa/" + address.PlanDocument(p) + ".pdf")})
	}
	return list
}

// changes are what the proposal changes in substance.
func (v *visit) changes() ([]diff.Change, error) {
	if v.Project.Base == nil {
		return diff.Contents(nil, v.Content), nil
	}
	before, err := v.Project.Base.Content()
	if err != nil {
		return nil, err
	}
	return diff.Contents(before, v.Content), nil
}

// remarks fills in what is wrong with what the proposal changes.
func (v *visit) remarks(p *proposalPage) error {
	r, err := v.Project.Inspect(v.Today)
	if err != nil {
		return err
	}
	others, err := v.Project.OnlyNew(r, v.Today)
	if err != nil {
		return err
	}
	p.Others = others.Errors
	p.Errors, p.Warnings = v.AllRemarks(r)
	return nil
}
