package editor

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/form"
	"samsyn/internal/proposal"
)

// undo takes back the newest save of the proposal.
func (v *visit) undo() error {
	if err := v.mayWhole(access.Write); err != nil {
		return err
	}
	if err := v.unchanged(); err != nil {
		return v.changedMeanwhile(err)
	}
	if _, err := v.proposal.Undo(v.person()); err != nil && !errors.Is(err, proposal.ErrNothing) {
		return v.changedMeanwhile(err)
	}
	v.done(access.Write, "")
	return v.see(v.at("?klart=angrat"))
}

// unchanged holds that the proposal is what the page showed when a button was pressed.
func (v *visit) unchanged() error {
	if v.r.PostForm.Get("tip") != string(v.proposal.Tip) {
		return proposal.ErrSavedMeanwhile
	}
	return nil
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
	return v.draw("proposal", http.StatusConflict, p)
}

// drop lets go of the proposal. It asks once more first.
func (v *visit) drop() error {
	if err := v.mayWhole(access.Drop); err != nil {
		return err
	}
	if err := v.unchanged(); err != nil {
		return v.changedMeanwhile(err)
	}
	if v.r.PostForm.Get("sure") == "" {
		f := v.frame("")
		f.Title, f.Current = f.Say("Ta bort förslaget?", "Remove the proposal?"), "forslag"
		return v.draw("drop", http.StatusOK, dropPage{f, v.proposal.Title, v.at(""), string(v.proposal.Tip), len(v.proposal.Saves)})
	}
	if err := v.proposal.Drop(); err != nil {
		return v.changedMeanwhile(err)
	}
	v.done(access.Drop, "")
	return v.see("/forslag?klart=slappt")
}

type dropPage struct {
	frame
	Proposal, Form, Tip string
	Saves               int
}

// update brings the proposal up to date with what has been decided since.
func (v *visit) update() error {
	if err := v.mayWhole(access.Write); err != nil {
		return err
	}
	_, err := v.proposal.Update(v.person(), v.choice)
	var conflict *proposal.Conflict
	if errors.As(err, &conflict) {
		p, err := v.proposalPage()
		if err != nil {
			return err
		}
		p.Clashes = v.clashes(conflict, nil)
		return v.draw("proposal", http.StatusConflict, p)
	}
	if err != nil {
		return err
	}
	v.done(access.Write, "")
	return v.see(v.at("?klart=ajour"))
}

// fetched says in words how new what one sees is; "" where no remote is asked.
func (v *visit) fetched() (said string, trouble bool) {
	at, f := v.opt.Fetcher.Fetched(), v.bare("")
	switch {
	case !at.Failed.IsZero() && at.Last.IsZero():
		return f.Say("Servern där förslag beslutas svarar inte, så du ser det som fanns här sedan tidigare.", "The server where proposals are decided does not answer, so you see what was here before."), true
	case !at.Failed.IsZero():
		return f.Say("Servern där förslag beslutas svarar inte. Du ser det som gällde %[1]s.", "The server where proposals are decided does not answer. You see what held at %[1]s.", v.clock(at.Last)), true
	case !at.Last.IsZero():
		return f.Say("Hämtat från servern där förslag beslutas %[1]s.", "Fetched from the server where proposals are decided at %[1]s.", v.clock(at.Last)), false
	}
	return "", false
}

// clash is a field that two have changed to different values, with the name of the choice
// of what is to stand.
type clash struct{ Label, Name, Before, Mine, Theirs string }

// clashes lists them; f is the form of the file that one was about to save, if any.
func (v *visit) clashes(c *proposal.Conflict, f *form.Form) []clash {
	var list []clash
	for _, x := range c.Clashes {
		label := ""
		if f != nil && f.File == x.File {
			label = labelOf(f.Fields, x.Field)
		}
		list = append(list, clash{cmp.Or(label, strings.TrimSpace(x.File+" "+x.Field)), choiceOf(x), x.Before, x.Mine, x.Theirs})
	}
	return list
}

// labelOf is what the field at a path is called, with those around it.
func labelOf(fields []*form.Field, path string) string {
	for _, x := range fields {
		if x.Path == path {
			return x.Label
		}
		if strings.HasPrefix(path, x.Path+".") || strings.HasPrefix(path, x.Path+"[") {
			if below := labelOf(x.Fields, path); below != "" {
				return x.Label + ": " + below
			}
			return x.Label
		}
	}
	return ""
}

// choiceOf is the name of the choice of what is to become of a clash.
func choiceOf(c proposal.Clash) string {
	return fmt.Sprintf("choose:%s %s %d", c.File, c.Field, c.Part)
}

// choice tells what the visitor has chosen where two have changed the same.
func (v *visit) choice(c proposal.Clash) proposal.Choice {
	switch v.r.PostForm.Get(choiceOf(c)) {
	case "mine":
		return proposal.Mine
	case "theirs":
		return proposal.Theirs
	}
	return proposal.Undecided
}
