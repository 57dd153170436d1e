package partyform

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"samsyn/internal/access"
	"samsyn/internal/diag"
	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/proposal"
	"samsyn/internal/rewrite"
)

const (
	mostForm  = 1 << 20 // bytes of a sent form: much more than a report may have, so that it is not lost
	mostSaves = 200     // that a link may make in one proposal, so that nobody fills the disk
)

// errFull says that somebody has sent more than any party has to report.
var errFull = errors.New("too many reports through links in one proposal")

// send takes a report: shows what is wrong or odd with it, or saves it.
func (v *visit) send() error {
	t, is := v.task()
	if !is {
		return errGone
	}
	if err := readForm(v.w, v.r); err != nil {
		return err
	}
	v.saving.Lock()
	defer v.saving.Unlock()
	now, err := v.Store.Look() // somebody may have saved since the request came
	if err != nil {
		return err
	}
	if v.mine, err = v.find(now); err != nil {
		return err
	}
	d, err := v.draft(t.Initiative)
	if err != nil {
		return err
	}
	defer d.close()
	a := v.blank(t.Initiative, nil)
	v.take(a, v.r.PostForm)
	if len(a.problems) > 0 {
		return v.form(http.StatusUnprocessableEntity, t, d, a)
	}
	after, err := d.with(v.entry(a))
	if err != nil {
		return err
	}
	if string(after) == string(d.before) { // sent twice
		http.Redirect(v.w, v.r, v.to(v.home+"/"+t.Initiative.FullID()), http.StatusSeeOther)
		return nil
	}
	if v.r.PostForm.Get(seenField) != d.seen() {
		a.wrong("", v.say("Det finns redan en rapport som kom in medan du skrev. Läs igenom och spara igen om din ska gälla.", "There is a report already that came in while you were writing. Read through yours and save again if it is to count."))
		return v.form(http.StatusConflict, t, d, a)
	}
	if err := v.hold(d, a, after); err != nil {
		return err
	}
	if len(a.problems) > 0 || len(a.questions) > 0 && v.r.PostForm.Get(agreedField) != a.asked() {
		return v.form(http.StatusUnprocessableEntity, t, d, a)
	}
	if err := v.save(t, d, after); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, v.to(v.home+"/"+t.Initiative.FullID()), http.StatusSeeOther)
	return nil
}

// readForm reads a form that was sent, which is of a bearable size.
func readForm(w http.ResponseWriter, r *http.Request) error {
	if r.PostForm == nil {
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
	}
	return r.ParseForm()
}

// asked names the questions of an answer, so that a yes is to those and no others.
func (a *answer) asked() string {
	var all []byte
	for _, q := range a.questions {
		all = strconv.AppendQuote(all, q.Field+q.Text)
	}
	return digest(all)
}

// hold asks the rules of the content about a report before it is written.
func (v *visit) hold(d *draft, a *answer, after []byte) error {
	texts := map[string][]byte{d.file: after}
	caused, err := d.project.Caused(texts, v.today())
	if err != nil {
		return err
	}
	is := caused.Content.InitiativeIn(d.file)
	for _, f := range caused.Findings {
		switch f.Severity() {
		case diag.Error:
			a.wrong(fieldOf(is, f), v.message(f))
		case diag.Warning:
			a.ask(fieldOf(is, f), v.message(f))
		}
	}
	return nil
}

// message is a finding as it is told; what must not spread is not repeated.
func (v *visit) message(f diag.Finding) string { return identity.Mask(f.Message.In(v.lang)) }

// fieldOf is the control that a finding is about, "" where it is about none.
func fieldOf(i *model.Initiative, f diag.Finding) string {
	if i == nil || f.File != i.Path || len(i.Reports) == 0 {
		return ""
	}
	r := i.Reports[len(i.Reports)-1]
	holds := func(p diag.Place) bool {
		return p.Range.Start.Line <= f.Range.Start.Line && f.Range.Start.Line <= max(p.Range.Start.Line, p.Range.End.Line)
	}
	for m, c := range r.Values {
		for part, n := range map[string]model.Number{"women": c.Women, "men": c.Men, "total": c.Total} {
			if n.Given() && holds(n.At) {
				return "matt." + m + "." + part
			}
		}
	}
	if r.Text.Given() && holds(r.Text.At) {
		return textField
	}
	return ""
}

// save puts the file into the actor's proposal, which it begins where there is none.
func (v *visit) save(t task, d *draft, after []byte) error {
	line := access.Line{Who: v.who, Act: access.Write, File: d.file}
	may, err := v.may(d, after)
	if err != nil {
		return err
	}
	if !may {
		return v.refused(line)
	}
	in, begun := d.in, false
	if in != nil && len(in.Saves) >= mostSaves {
		return errFull
	}
	if in == nil {
		if in, err = v.Store.Start(v.writer(), v.say("Rapport från %[1]s", "Report from %[1]s", v.name)); err != nil {
			return err
		}
		d.from, begun = in.Tip, true
	}
	message := v.say("Lägesrapport: %[1]s", "Report: %[1]s", t.Initiative.Title.V) + "\n\n" +
		v.say("Skickad genom en länk i ett brev (%[1]s).", "Sent by a link in a letter (%[1]s).", v.who.ID)
	_, err = in.Apply(proposal.Edit{Who: v.writer(), Message: message, From: d.from, Files: map[string][]byte{d.file: after}, May: v.mayNow(in)})
	if errors.Is(err, errGone) {
		err = v.refused(line)
	}
	if err != nil {
		if begun {
			err = errors.Join(err, in.Drop())
		}
		return err
	}
	line.Proposal = in.Name
	v.Note(line)
	return nil
}

// refused writes down that somebody tried what their link is not good for.
func (v *visit) refused(line access.Line) error {
	line.Refused = true
	v.Note(line)
	return errGone
}

// mayNow tells whether the link is good for what would really be written into a proposal's
// newest version: the secretariat may have changed it meanwhile.
func (v *visit) mayNow(in *proposal.Proposal) func(proposal.Commit, map[string][]byte) error {
	return func(tip proposal.Commit, files map[string][]byte) (err error) {
		now, err := in.At(tip)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, now.Close()) }()
		was, err := now.Content()
		if err != nil {
			return err
		}
		for file, after := range files {
			before, err := now.Tree.Read(file)
			if err != nil {
				return err
			}
			may, err := v.may(&draft{file: file, before: before, project: now, was: was}, after)
			if err == nil && !may {
				err = errGone
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// failed answers where something went wrong; why is for the one who runs the server.
func (v *visit) failed(err error) {
	var large *http.MaxBytesError
	var conflict *proposal.Conflict
	switch {
	case errors.Is(err, errGone):
		tell(v.w, v.r, http.StatusNotFound, v.lang, diag.Say("Sidan finns inte", "There is no such page"),
			diag.Say("Länken gäller inte för det här. Öppna länken i brevet igen.", "The link is not good for this. Open the link in the letter again."))
	case errors.As(err, &large):
		tell(v.w, v.r, http.StatusRequestEntityTooLarge, v.lang, diag.Say("För mycket text", "Too much text"),
			diag.Say("Det du skickade är för stort. Öppna länken i brevet och skriv något kortare.", "What you sent is too large. Open the link in the letter and write something shorter."))
	case errors.Is(err, errFull), errors.Is(err, rewrite.ErrForm), errors.As(err, &conflict), errors.Is(err, proposal.ErrBusy):
		logged(err)
		v.unsaved(http.StatusConflict, v.say("Rapporten gick inte att spara", "The report could not be saved"),
			v.say("Ingenting är sparat. Svara på brevet med det du skrev i stället.", "Nothing has been saved. Answer the letter with what you wrote instead."))
	case slices.Contains([]string{http.MethodGet, http.MethodHead}, v.r.Method):
		logged(err)
		tell(v.w, v.r, http.StatusInternalServerError, v.lang, diag.Say("Något gick fel", "Something went wrong"),
			diag.Say("Försök igen om en stund, eller svara på brevet.", "Try again in a while, or answer the letter."))
	default:
		logged(err)
		v.unsaved(http.StatusInternalServerError, v.say("Rapporten är inte sparad", "The report was not saved"),
			v.say("Försök igen om en stund, eller svara på brevet med det du skrev.", "Try again in a while, or answer the letter with what you wrote."))
	}
}

// unsaved answers with all that somebody filled in, where a report could not be saved.
func (v *visit) unsaved(status int, title, said string) {
	a := &answer{}
	if v.teller != nil { // the content could be opened
		if t, is := v.task(); is {
			a = v.blank(t.Initiative, nil)
		}
	}
	if readForm(v.w, v.r) == nil {
		v.take(a, v.r.PostForm)
	}
	told(v.w, status, v.frame(title), said, v.lines(a))
}
