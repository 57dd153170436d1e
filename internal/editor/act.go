package editor

import (
	"errors"
	"net/http"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/proposal"
)

// acts are what the buttons on a proposal's page do.
var acts = map[string]struct {
	needs access.Act
	seen  bool // it is done to the proposal as the page showed it, or not at all
	do    func(*visit) error
}{
	"undo":   {access.Write, true, (*visit).undo},
	"drop":   {access.Drop, true, (*visit).drop},
	"send":   {access.Send, true, (*visit).send},
	"update": {access.Write, false, func(v *visit) error { return v.caughtUp(false, v.Proposal.Update) }},
	"join":   {access.Write, false, func(v *visit) error { return v.caughtUp(true, v.Proposal.Join) }},
}

// act does what a button on a proposal's page says.
func (v *visit) act() error {
	act, known := acts[v.R.PostForm.Get("do")]
	if !known {
		return web.ErrGarbled
	}
	if err := v.MayWhole(act.needs); err != nil {
		return err
	}
	if act.seen && v.R.PostForm.Get("tip") != string(v.Proposal.Tip) {
		return v.changedMeanwhile(proposal.ErrSavedMeanwhile)
	}
	return act.do(v)
}

// undo takes back the newest save of the proposal.
func (v *visit) undo() error {
	if _, err := v.Proposal.Undo(v.Person()); err != nil && !errors.Is(err, proposal.ErrNothing) {
		return v.changedMeanwhile(err)
	}
	v.Done(access.Write, "")
	return v.See(v.At("?klart=angrat"))
}

// changedMeanwhile shows the proposal again, as it is now.
func (v *visit) changedMeanwhile(err error) error {
	if !errors.Is(err, proposal.ErrSavedMeanwhile) {
		return err
	}
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Refused = p.Say("Någon annan har ändrat i förslaget sedan du öppnade sidan, så ingenting gjordes. Så här ser förslaget ut nu.",
		"Somebody else has changed the proposal since you opened the page, so nothing was done. This is the proposal now.")
	return v.Draw("proposal", http.StatusConflict, p)
}

// drop lets go of the proposal. It asks once more first.
func (v *visit) drop() error {
	if v.R.PostForm.Get("sure") == "" {
		f := v.Headed("forslag", "Ta bort förslaget?", "Remove the proposal?")
		return v.Draw("drop", http.StatusOK, dropPage{f, v.Proposal.Title, v.At(""), string(v.Proposal.Tip), len(v.Proposal.Saves)})
	}
	if err := v.Proposal.Drop(); err != nil {
		return v.changedMeanwhile(err)
	}
	v.Done(access.Drop, "")
	return v.See("/forslag?klart=slappt")
}

type dropPage struct {
	web.Frame
	Proposal, Form, Tip string
	Saves               int
}

// caughtUp takes in what others have done, and asks what is to stand where that clashes;
// joining tells that they have done it to the same proposal.
func (v *visit) caughtUp(joining bool, take func(proposal.Person, func(proposal.Clash) proposal.Choice) (*proposal.Saved, error)) error {
	_, err := take(v.Person(), v.Choice)
	if conflict, is := errors.AsType[*proposal.Conflict](err); is {
		return v.clashes(joining, conflict)
	}
	if err != nil {
		return err
	}
	v.Done(access.Write, "")
	return v.See(v.At("?klart=ajour"))
}

// clashes asks what is to stand.
func (v *visit) clashes(joining bool, c *proposal.Conflict) error {
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Clashes, p.Joining = v.Clashes(c, !joining), joining
	return v.Draw("proposal", http.StatusConflict, p)
}

// fetched says in words how new what one sees is; "" where no remote is asked.
func (v *visit) fetched() (said string, trouble bool) {
	v.Opt.Fetcher.Soon() // whoever looks again sees what has been decided by now
	at, f := v.Opt.Fetcher.Fetched(), v.Bare("")
	switch {
	case !at.Failed.IsZero() && at.Last.IsZero():
		return f.Say("Servern där förslag beslutas svarar inte, så du ser det som fanns här sedan tidigare.", "The server where proposals are decided does not answer, so you see what was here before."), true
	case !at.Failed.IsZero():
		return f.Say("Servern där förslag beslutas svarar inte. Du ser det som gällde %[1]s.", "The server where proposals are decided does not answer. You see what held at %[1]s.", v.Clock(at.Last)), true
	case !at.Last.IsZero():
		return f.Say("Hämtat från servern där förslag beslutas %[1]s.", "Fetched from the server where proposals are decided at %[1]s.", v.Clock(at.Last)), false
	}
	return "", false
}
