package files

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/editor/web"
	"samsyn/internal/exchange"
	"samsyn/internal/form"
	"samsyn/internal/index"
	"samsyn/internal/intake"
	"samsyn/internal/proposal"
)

// MostBrought is how large a file may be that is brought here, in bytes: it goes back to
// the visitor with the page that shows what comes of it, and is sent with the form that
// saves it, so that nothing has to be remembered in between.
const MostBrought = 7 << 20

// bringPage takes a workbook or a Word document.
type bringPage struct {
	saving
	Plans         []web.Crumb // the address is the plan's identifier
	Plan, Year    string
	File, Data    string // the file that was sent, by its name and in base 64
	Account       []account
	Changes       int // files that change
	Remains       int // lines that somebody should look at
	Clashes       []clash
	Read          []columns     // what the columns of sheets were read as
	fresh         bool          // the file was chosen now: nothing has been said of its columns
	Columns       []columns     // what those of the tables of a Word document are
	Areas, Owners []choiceGroup // for a Word document that names none
	Area, Owner   string
	Books         []web.Crumb // workbooks to take along
}

// account is a section of an account.
type account struct {
	Heading string
	Lines   []accountLine
}

type accountLine struct {
	Text string
	Asks bool
}

// clash is a cell that somebody else has changed meanwhile, with the name of the choice of
// what is to stand.
type clash struct {
	Where, Field, Name string
	Was, File, Now     string
	Mine               bool // what the file says is to stand
}

// clashOf is the name of the choice of a clash.
func clashOf(t *exchange.Told) string { return web.ChoiceOf(t.Sheet + "!" + t.Ref) }

func (p *bringPage) clash(t *exchange.Told, mine bool) {
	p.Clashes = append(p.Clashes, clash{t.Where(), t.Field, clashOf(t), t.Was, t.New, t.Now, mine})
}

// bring asks for a file.
func (v *visit) bring() error {
	p, err := v.bringPage()
	if err != nil {
		return err
	}
	return v.Draw("bring", http.StatusOK, p)
}

// bringPage makes the page, with what was filled in.
func (v *visit) bringPage() (*bringPage, error) {
	values := v.R.PostForm
	s, err := v.saving(v.Headed("ny", "Läs in från Excel eller Word", "Read in from Excel or Word"), v.At("/las-in"), values)
	p := &bringPage{saving: s, Plan: values.Get("plan"), Year: strings.TrimSpace(values.Get("year")), Area: values.Get("area"), Owner: values.Get("owner")}
	p.Crumbs = []web.Crumb{{Label: p.Say("Lägg till", "Add"), Address: v.At("/ny")}}
	for _, plan := range form.Latest(v.Content.Plans) {
		p.Plans = append(p.Plans, web.Crumb{Label: plan.Title.V, Address: plan.ID.V})
		p.Books = append(p.Books, web.Crumb{Label: plan.Title.V, Address: v.At("/arbetsbok.xlsx?plan=" + url.QueryEscape(plan.ID.V))})
	}
	if len(p.Books) > 1 {
		p.Books = append(p.Books, web.Crumb{Label: p.Say("Alla {plans}", "All {plans}"), Address: v.At("/arbetsbok.xlsx")})
	}
	return p, err
}

// brought takes a file that was sent: it shows what comes of it, or saves that.
func (v *visit) brought() error {
	then, from, err := v.drawnOf()
	if err != nil {
		return err
	}
	if then != v.Project {
		if err := v.WorkOn(then, from); err != nil {
			return err
		}
	}
	p, err := v.bringPage()
	if err != nil {
		return err
	}
	files, err := v.takeIn(p)
	if why := (*diag.Refused)(nil); errors.As(err, &why) {
		p.wrong("#fil", p.Say("%[1]s läses inte in: %[2]s.", "%[1]s is not read in: %[2]s.", diag.Visible(p.File), why.Why.In(v.Lang)))
	} else if err != nil {
		return err
	}
	saves := v.R.PostForm.Get("do") == "save"
	if saves && len(p.Errors) == 0 && v.choseAnew() {
		p.wrong("", p.Say("Ingenting är sparat än, för du har valt något annat för en kolumn. Så här blir det med det valet. Spara om det stämmer.", "Nothing has been saved yet, since you have chosen something else for a column. This is what comes of it. Save if it is right."))
	}
	if saves && len(p.Errors) == 0 {
		p.wordless()
	}
	if !saves || len(files) == 0 || len(p.Errors) > 0 {
		return v.Draw("bring", statusOf(len(p.Errors) > 0), p)
	}
	err = v.saveNew(p.Into, p.Words, p.message(), "", files)
	if conflict := (*proposal.Conflict)(nil); errors.As(err, &conflict) {
		return v.broughtAgain()
	}
	return err
}

// broughtAgain shows what comes of a file where the proposal it was to be saved in has
// other values: against those, so that each is told with both.
func (v *visit) broughtAgain() error {
	now, err := v.Version(v.Proposal.Tip)
	if err != nil {
		return err
	}
	if err := v.WorkOn(now, v.Proposal.Tip); err != nil {
		return err
	}
	p, err := v.bringPage()
	if err != nil {
		return err
	}
	if _, err := v.takeIn(p); err != nil {
		return err
	}
	p.wrong("", p.Say("Förslaget har ändrats under tiden, så ingenting sparades. Så här blir det mot förslaget som det är nu.", "The proposal has changed meanwhile, so nothing was saved. This is what comes of the file against the proposal as it is now."))
	return v.Draw("bring", http.StatusConflict, p)
}

// sentFile is the file of a form: the one that was chosen, or the one that the page has
// kept. Only what the page has shown is saved.
func (v *visit) sentFile(p *bringPage) (name string, data []byte, err error) {
	f, head, err := v.R.FormFile("fil")
	if err == nil && v.R.PostForm.Get("do") != "save" {
		p.fresh = true
		defer func() { _ = f.Close() }() // only read
		data, err = io.ReadAll(io.LimitReader(f, MostBrought+1))
		return path.Base(strings.ReplaceAll(head.Filename, `\`, "/")), data, err
	}
	data, err = base64.RawURLEncoding.DecodeString(v.R.PostForm.Get("innehall"))
	if err != nil {
		return "", nil, web.ErrGarbled
	}
	return path.Base(v.R.PostForm.Get("namn")), data, nil
}

// takeIn reads the file and fills in what comes of it. It gives the files that change.
func (v *visit) takeIn(p *bringPage) (files map[string][]byte, err error) {
	name, data, err := v.sentFile(p)
	if err != nil {
		return nil, err
	}
	p.File = name
	switch kind := intake.KindOf(name); {
	case len(data) == 0:
		p.wrong("#fil", p.Say("Välj en fil.", "Choose a file."))
		return nil, nil
	case len(data) > MostBrought:
		p.wrong("#fil", p.Say("Filen är för stor: den får vara högst 7 megabyte. Ta bort bilder ur den, eller läs in den med kommandot samsyn import.", "The file is too large: it may have 7 megabytes. Remove pictures from it, or read it in with the command samsyn import."))
		return nil, nil
	case kind != intake.None: // a file may hold tens of thousands of rows
		take := v.takeTable
		if kind == intake.Word {
			take = v.takeWord
		}
		err = v.Turns.Take(v.R.Context(), func() (err error) {
			if files, err = take(p, data); err != nil {
				return err
			}
			return v.afterwards(p, files)
		})
		return files, err
	}
	p.wrong("#fil", p.Say("Det går att läsa in .xlsx, .csv och .docx. Spara filen så först.", "Files of the kinds .xlsx, .csv and .docx can be read in. Save the file so first."))
	return nil, nil
}

// keep keeps the file in the page, and tells what comes of it.
func (p *bringPage) keep(data []byte, sections []intake.Section, files int) {
	p.Data, p.Changes = base64.RawURLEncoding.EncodeToString(data), files
	for _, s := range sections {
		a := account{Heading: s.Heading.In(p.Lang)}
		for _, line := range s.Lines {
			a.Lines = append(a.Lines, accountLine{line.In(p.Lang), line.Asks})
			if line.Asks {
				p.Remains++
			}
		}
		p.Account = append(p.Account, a)
	}
}

// message is what the proposal says of what was read in: what could not be taken stays to
// be read there.
func (p *bringPage) message() string {
	var b strings.Builder
	b.WriteString(p.Say("Inläst från %[1]s", "Read in from %[1]s", diag.Visible(p.File)))
	for _, a := range p.Account {
		if !slices.ContainsFunc(a.Lines, func(l accountLine) bool { return l.Asks }) {
			continue
		}
		b.WriteString("\n\n" + a.Heading + ":")
		for _, line := range a.Lines {
			if line.Asks && b.Len() < longestMessage {
				b.WriteString("\n– " + line.Text)
			}
		}
	}
	return b.String()
}

// longestMessage is about how many bytes of a message tell of what could not be taken.
const longestMessage = 20_000

// workbook hands out the content, or a plan, as a workbook.
func (v *visit) workbook() error {
	plan := v.R.URL.Query().Get("plan")
	if plan != "" && index.New(v.Content).Plan(plan) == nil {
		return web.ErrNoPage
	}
	var data bytes.Buffer
	if err := exchange.Workbook(&data, v.Project, plan); err != nil {
		return err
	}
	name := "samsyn.xlsx"
	if plan != "" {
		name = "handlingsplan-" + plan + ".xlsx"
	}
	v.W.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	v.W.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	v.W.Header().Set("Content-Length", strconv.Itoa(data.Len()))
	_, _ = v.W.Write(data.Bytes()) // the visitor may have gone
	return nil
}
