package files

import (
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
)

// save saves a file's new text in the proposal, or in one that begins with it.
func (v *visit) save(p *formPage, then *project.Project, from proposal.Commit, file string, text []byte) error {
	files := map[string][]byte{file: text}
	maps.Copy(files, p.Form.Beside)
	maps.Copy(files, p.beside)
	saved, err := v.Saved(web.Change{Then: then, From: from, Files: files, Into: p.Into, Words: p.Words, Message: p.Message})
	if conflict, is := errors.AsType[*proposal.Conflict](err); is && v.Proposal != nil {
		return v.collided(p, conflict)
	}
	if errors.Is(err, web.ErrNothing) {
		return v.See(p.again(file, "samma"))
	}
	if err != nil {
		return err
	}
	v.Done(access.Write, file)
	told := "sparat"
	if p.Part != nil && len(files) == 1 && p.Form.Alone(p.Part.Path, text) {
		told = "del"
	}
	switch {
	case v.Chose():
		told = "valt"
	case len(saved.Merged) > 0:
		told = "sammanfogat"
	case saved.Commit == from:
		told = "samma"
	case v.Proposal.Twin:
		told = "annat"
	}
	if v.R.PostForm.Get("next") == "more" {
		return v.See(v.At(p.again(file, told)))
	}
	return v.See(v.At("?klart=" + told))
}

// here is the address of the page within the place that one works in, for a file.
func (p *formPage) here(file string) string {
	at := "/fil/" + web.Escaped(file)
	if p.Part != nil {
		at += web.EntriesOf(p.Form).Address(p.Part)
	}
	return at
}

// again is the same with what was just done.
func (p *formPage) again(file, told string) string {
	at := p.here(file)
	if strings.Contains(at, "?") {
		return at + "&klart=" + told
	}
	return at + "?klart=" + told
}

// collided asks what is to stand where two have changed the same field. What was filled
// in goes with the page, so that nothing is lost.
func (v *visit) collided(p *formPage, c *proposal.Conflict) error {
	p.Clashes, p.LastSaved = v.Clashes(c, false), v.LastSaved()
	p.Address = v.At(p.here(p.Form.File))
	p.Kept = slices.DeleteFunc(v.Kept("do", "into", "words", p.TokenIn), func(k web.Kept) bool { return web.IsChoice(k.Name) })
	p.Title, p.Wrong = p.Say("Någon annan har ändrat samma sak", "Somebody else has changed the same"), true
	return v.Draw("collided", http.StatusConflict, p)
}

// removePage asks once more before a file goes.
type removePage struct {
	web.Frame
	Thing, Form, From, Into string
}

// remove takes a file away in the proposal. It asks once more first.
func (v *visit) remove(then *project.Project, file string, from proposal.Commit) error {
	f, err := form.Open(v.Project, file, form.Options{Language: v.Lang})
	if err != nil {
		return err
	}
	if !deletable(f) {
		return web.ErrGarbled
	}
	if v.R.PostForm.Get("sure") == "" {
		p := removePage{v.Headed("innehall", "Ta bort ”%[1]s”?", "Remove “%[1]s”?", f.Title), f.Title, v.At("/fil/" + web.Escaped(file)), string(from), v.R.PostForm.Get("into")}
		return v.Draw("remove", http.StatusOK, p)
	}
	if _, err := v.Saved(web.Change{Then: then, From: from, Files: map[string][]byte{file: nil}, Into: v.R.PostForm.Get("into"), Words: f.Title, Message: ""}); err != nil {
		return err
	}
	v.Done(access.Write, file)
	return v.See(v.At("?klart=borttagen"))
}

// deletable tells whether a file may go as a whole: those that a content cannot be
// without may not, and what an agreement has is withdrawn instead.
func deletable(f *form.Form) bool {
	return f.Of != "" || slices.Contains([]string{"initiative", "resource", "results", "review"}, f.Kind)
}
