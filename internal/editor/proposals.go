package editor

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/diff/reword"
	"samsyn/internal/form"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/text"
)

// offer is a proposal as lists tell of it.
type offer struct {
	Title, Name, Address, By, Saved string
	Saves                           int
	Merged                          bool
	Sent                            bool // it waits for somebody to decide on it
	Changed                         bool // since it was sent
}

// offers are the proposals, the newest first.
func (v *visit) offers() ([]offer, error) {
	all, err := v.opt.Store.All()
	if err != nil {
		return nil, err
	}
	var list []offer
	for _, p := range all {
		list = append(list, v.offer(p))
	}
	return list, nil
}

func (v *visit) offer(p proposal.Info) offer {
	merged := p.Merged && len(p.Saves) > 0
	return offer{p.Title, p.Name, "/forslag/" + p.Name, v.names(p.By), v.clock(p.Saved()), len(p.Saves), merged, !merged && p.Sent != "", p.Sent != "" && p.Sent != p.Tip}
}

func emails(people []proposal.Person) (list []string) {
	for _, p := range people {
		list = append(list, p.Email)
	}
	return list
}

func (v *visit) names(people []proposal.Person) string {
	var names []string
	for _, p := range people {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return text.List(names, v.lang)
}

// moment is a day as people write it.
func (v *visit) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	day := project.DayOf(t)
	if day == v.today {
		return diag.Say("i dag", "today").In(v.lang)
	}
	return text.FormatDate(day, v.lang)
}

// clock is a day and a time as people write them.
func (v *visit) clock(t time.Time) string { return v.moment(t) + " " + t.Format("15:04") }

type offersPage struct {
	frame
	Offers  []offer
	Dropped []offer // that the visitor may take back
	Fetched string  // how new the list is
	Stale   bool
}

func (v *visit) proposals() error {
	p := offersPage{frame: v.frame("")}
	p.Title, p.Current = p.Say("Förslag", "Proposals"), "forslag"
	var err error
	if p.Offers, err = v.offers(); err != nil {
		return err
	}
	p.Fetched, p.Stale = v.fetched()
	gone, err := v.opt.Store.Dropped()
	if err != nil {
		return err
	}
	for _, g := range gone {
		if v.mayTakeBack(g) {
			p.Dropped = append(p.Dropped, v.offer(g))
		}
	}
	return v.draw("proposals", http.StatusOK, p)
}

// mayTakeBack tells whether the visitor may restore a proposal: those may who may drop it.
func (v *visit) mayTakeBack(i proposal.Info) bool { return v.who.MayWhole(access.Drop, emails(i.By)) }

// restore takes back a proposal that was dropped.
func (v *visit) restore() error {
	name := v.r.PostForm.Get("name")
	gone, err := v.opt.Store.Dropped()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(gone, func(i proposal.Info) bool { return i.Name == name })
	if at < 0 {
		return fmt.Errorf("%w: %q", proposal.ErrUnknown, name)
	}
	if err := v.held(v.mayTakeBack(gone[at]), access.Drop, ""); err != nil {
		return err
	}
	if v.proposal, err = v.opt.Store.Restore(name); err != nil {
		return err
	}
	v.done(access.Write, "")
	return v.see(v.at("?klart=tillbaka"))
}

// told is a change in words, in pieces that stayed, went and came.
type told struct {
	Pieces   []piece
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
	t := told{Affected: c.Affected.In(v.lang), Signed: c.Signed}
	if c.File != "" && v.tree().IsFile(c.File) && c.Kind != diff.Removed {
		t.Address = v.at("/fil/" + escaped(c.File))
	}
	rest := c.Sentence.In(v.lang)
	for _, span := range c.Words {
		if span.Op == reword.Kept {
			continue
		}
		before, after, found := strings.Cut(rest, span.Marked())
		if !found {
			continue // it is not shown for its length
		}
		t.Pieces = append(t.Pieces, piece{Text: before}, piece{Text: span.Clipped(), Gone: span.Op == reword.Gone, Come: span.Op == reword.Come})
		rest = after
	}
	t.Pieces = append(t.Pieces, piece{Text: rest})
	return t
}

// remark is a finding as a page tells it.
type remark struct {
	Message, Field, Title string
	Address               string
	Error                 bool
}

type proposalPage struct {
	frame
	Info                              proposal.Info
	By, Started                       string
	Changes                           []told
	Errors, Warnings                  []remark
	Others                            int // errors that were there before
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
	Clashes                           []clash
	Tip                               string
}

// save is what somebody saved: in a line, and what else it says.
type save struct {
	Subject   []piece
	Text      []paragraph
	Who, When string
}

// paragraph is a part of a message: words, or the entries of a list.
type paragraph struct {
	Words []piece
	List  [][]piece
}

// paragraphs parts a message into what is words and what are lists.
func paragraphs(s string) (all []paragraph) {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		entry := strings.TrimPrefix(strings.TrimPrefix(line, "- "), "– ")
		switch last := len(all) - 1; {
		case line == "":
		case entry == line:
			all = append(all, paragraph{Words: unmarked(line)})
		case last < 0 || all[last].List == nil:
			all = append(all, paragraph{List: [][]piece{unmarked(entry)}})
		default:
			all[last].List = append(all[last].List, unmarked(entry))
		}
	}
	return all
}

// marks are those by which a message of a commit tells what went and what came. A bracket
// has a space of no width behind it there, so that no forge takes it for an order.
var marks = regexp.MustCompile(`(?s)\[\x{200B}?-(.*?)-\]|\{\+(.*?)\+\}`)

// unmarked parts a text with marks into pieces.
func unmarked(s string) (pieces []piece) {
	at := 0
	for _, m := range marks.FindAllStringSubmatchIndex(s, -1) {
		pieces = append(pieces, piece{Text: s[at:m[0]]})
		if m[2] >= 0 {
			pieces = append(pieces, piece{Text: s[m[2]:m[3]], Gone: true})
		} else {
			pieces = append(pieces, piece{Text: s[m[4]:m[5]], Come: true})
		}
		at = m[1]
	}
	return append(pieces, piece{Text: s[at:]})
}

// offered shows what a proposal changes and what can be done with it.
func (v *visit) offered() error {
	one := v.sends.of(v.proposal.Name, v.isWhole(access.Send))
	if one != nil && one.isDone() && v.isWhole(access.Send) {
		return v.told(one)
	}
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Sending = one != nil && !one.isDone()
	return v.draw("proposal", http.StatusOK, p)
}

func (v *visit) proposalPage() (proposalPage, error) {
	p := proposalPage{frame: v.frame(v.proposal.Title), Info: v.proposal.Info, Form: v.at(""), Branch: v.proposal.Branch(), Tip: string(v.commit)}
	p.Kicker, p.Current = p.Say("Förslag", "Proposal"), "forslag"
	p.Crumbs = []crumb{{p.Say("Förslag", "Proposals"), "/forslag"}}
	sent := v.offer(p.Info)
	p.WasSent, p.Changed = sent.Sent, sent.Changed
	p.By, p.Started = v.names(p.Info.By), v.moment(p.Info.Started)
	for _, s := range p.Info.Saves {
		p.Saves = append(p.Saves, save{unmarked(s.Subject), paragraphs(s.Text), s.Who.Name, v.moment(s.When)})
	}
	p.MaySend, p.MayDrop, p.MayAdd, p.MayUndo = v.isWhole(access.Send), v.isWhole(access.Drop), v.who.May(access.Write), v.isWhole(access.Write)
	changes, err := v.changes()
	if err != nil {
		return p, err
	}
	for _, c := range changes {
		p.Changes = append(p.Changes, v.tell(c))
	}
	return p, v.remarks(&p)
}

// changes are what the proposal changes in substance.
func (v *visit) changes() ([]diff.Change, error) {
	if v.project.Base == nil {
		return diff.Contents(nil, v.content), nil
	}
	before, err := v.project.Base.Content()
	if err != nil {
		return nil, err
	}
	return diff.Contents(before, v.content), nil
}

// remarks fills in what is wrong with what the proposal changes.
func (v *visit) remarks(p *proposalPage) error {
	r, err := v.project.Inspect(v.today)
	if err != nil {
		return err
	}
	others, err := v.project.OnlyNew(r, v.today)
	if err != nil {
		return err
	}
	p.Others = others.Errors
	p.Errors, p.Warnings = v.allRemarks(r)
	return nil
}

// allRemarks are all that a check has found and nobody has accepted, file by file.
func (v *visit) allRemarks(r *project.Result) (errors, warnings []remark) {
	var files []string
	for _, f := range r.Findings {
		if f.Accepted == "" && !slices.Contains(files, f.File) {
			files = append(files, f.File)
		}
	}
	for _, file := range files {
		for _, m := range v.remarksOn(r, file) {
			if m.Error {
				errors = append(errors, m)
			} else {
				warnings = append(warnings, m)
			}
		}
	}
	return errors, warnings
}

// remarksOn are what is told of a file: at the fields of its form, where it has one.
func (v *visit) remarksOn(r *project.Result, file string) (list []remark) {
	if f, err := form.Open(v.project, file, form.Options{Language: v.lang}); err == nil {
		f.Tell(r)
		errors, warnings := messages(f, v.lang)
		for _, m := range append(errors, warnings...) {
			list = append(list, remark{Message: m.Text, Field: m.Field, Error: !m.Warning, Title: f.Title, Address: v.at("/fil/"+escaped(file)) + m.Address})
		}
		return list
	}
	for _, f := range r.Findings {
		if f.File == file && f.Accepted == "" {
			list = append(list, remark{Message: f.Message.In(v.lang), Error: f.Severity() == diag.Error, Title: file})
		}
	}
	return list
}

// act does what a button on a proposal's page says.
func (v *visit) act() error {
	switch v.r.PostForm.Get("do") {
	case "undo":
		return v.undo()
	case "drop":
		return v.drop()
	case "update":
		return v.update()
	case "send":
		return v.send()
	case "join":
		return v.join()
	}
	return errGarbled
}
