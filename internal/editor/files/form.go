package files

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/diag"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
)

// formPage is the page of one thing's form.
type formPage struct {
	saving
	Form           *form.Form
	Fields, Folded []field
	Parts          []web.Crumb // those of a long form
	Warnings       []web.Message
	Checked        bool // there was nothing wrong
	Removed        bool // a row was taken out of a list
	Message        string
	New            bool
	MayDelete      bool
	WordsMissing   bool
	Clashes        []web.Clash
	LastSaved      string     // by whom in the proposal, where two have changed the same
	Kept           []web.Kept // what was filled in, where a choice is asked for instead
	Translations   []web.Crumb
	Initiatives    []web.Crumb       // of a plan
	Reworded       []web.Crumb       // what an initiative was adopted for in other words
	beside         map[string][]byte // files that go with the form
	up             *uploads
	Part           *form.Field // the entry of a list that is shown alone, nil where the whole form is
	Whole          web.Crumb   // the whole form, then
	Elsewhere      int         // errors in other entries, then
	Without        string      // where the form is sent to show the whole one without it, then; "" where it has to stay
}

// show is the form of a file.
func (v *visit) show() error {
	file := v.R.PathValue("file")
	f, err := form.Open(v.Project, file, form.Options{Language: v.Lang})
	if err != nil {
		return err
	}
	found, err := v.Project.Inspect(v.Today)
	if err != nil {
		return err
	}
	f.Tell(found)
	p, err := v.formPage(f, url.Values{})
	if err != nil {
		return err
	}
	p.Wrong = false // nobody has sent anything yet
	p.Reworded = v.reworded(f)
	return v.Draw("form", http.StatusOK, p)
}

// formPage makes the page of a form that was drawn of a version, with what was filled in
// beside its fields.
func (v *visit) formPage(f *form.Form, values url.Values) (*formPage, error) {
	s, err := v.saving(v.Frame(f.Title), v.R.URL.Path, values)
	if err != nil {
		return nil, err
	}
	p := &formPage{saving: s, Form: f, Message: values.Get("message"), New: f.File == "" || !v.Tree().IsFile(f.File)}
	if in := v.R.URL.Query().Get("i"); in != "" {
		p.Address += "?i=" + url.QueryEscape(in)
	}
	p.Kicker, p.Current = v.kindWord(f.Kind), "innehall"
	if p.New && f.Of == "" {
		p.Kicker, p.Current = p.Say("Lägg till", "Add"), "ny"
	}
	if i := slices.IndexFunc(v.Content.Plans, func(of *model.Plan) bool {
		return p.New && f.Kind == "initiative" && of.ID.V == v.R.URL.Query().Get("i")
	}); i >= 0 {
		p.Title = p.Say("{Initiative} i %[1]s", "{Initiative} of %[1]s", v.Content.Plans[i].Title.V)
	}
	p.Crumbs = []web.Crumb{{Label: p.Say("Innehåll", "Content"), Address: v.At("/innehall")}}
	if v.Proposal != nil {
		p.Crumbs = append([]web.Crumb{{Label: v.Proposal.Title, Address: v.At("")}}, p.Crumbs...)
	}
	p.MaySave = p.MaySave && (p.New || v.Who.MayOpen(f.File, v.Content))
	p.MayDelete = p.MaySave && v.Project.Tree.IsFile(f.File) && deletable(f)
	p.Errors, p.Warnings = web.Messages(f, v.Lang)
	part, err := v.part(f)
	if err != nil {
		return nil, err
	}
	top := &form.Field{Fields: f.Fields}
	if part != nil {
		if p.alone(v, part); len(part.Fields) > 0 {
			top.Fields = part.Fields
		} else {
			top.Fields = []*form.Field{part}
		}
	} else {
		leads(p.Errors)
		leads(p.Warnings)
	}
	p.Wrong = len(p.Errors) > 0
	if p.Translations, err = v.translations(f); err != nil {
		return nil, err
	}
	p.Initiatives = v.initiatives(f)
	may := p.MaySave && v.Who.Role != access.Party && f.Of == "" // a translation leads to the same
	p.up = &uploads{May: may, fresh: p.New, form: f, entries: web.EntriesOf(f), file: v.At("/fil/" + web.Escaped(f.File)), send: p.Address, at: v.shown(f)}
	all := field{Field: top, f: &p.Frame, Level: 1, Preview: v.At("/markdown/" + web.Escaped(cmp.Or(f.File, "ny.md"))), up: p.up}
	p.Fields, p.Folded = all.Open(), all.Folded()
	p.Parts = parts(p.Fields)
	p.sections(values.Get("do"))
	return p, nil
}

// manyParts is how many groups and lists a form has that is told by them at its top.
const manyParts = 5

// parts leads to the groups, lists and texts of a form that has many.
func parts(fields []field) (list []web.Crumb) {
	for _, x := range fields {
		if x.Kind == form.Group || x.Kind == form.List || x.Kind == form.Markdown {
			list = append(list, web.Crumb{Label: x.Label, Address: x.Fragment()})
		}
	}
	if len(list) < manyParts {
		return nil
	}
	return list
}

// initiatives are those of the plan whose form it is.
func (v *visit) initiatives(f *form.Form) (list []web.Crumb) {
	for _, p := range v.Content.Plans {
		if p.Path != f.File {
			continue
		}
		for _, i := range p.Initiatives {
			list = append(list, web.Crumb{Label: i.Title.V, Address: v.At("/fil/" + web.Escaped(i.Path))})
		}
	}
	return list
}

// drawnOf is the version that the form which was sent was drawn of: it is opened on that
// one's text, whatever has happened since.
func (v *visit) drawnOf() (*project.Project, proposal.Commit, error) {
	from := proposal.Commit(v.R.PostForm.Get("from"))
	if from == v.Commit {
		return v.Project, from, nil
	}
	then, err := v.Version(from)
	if err != nil {
		return nil, "", errors.Join(web.ErrGarbled, err)
	}
	return then, from, nil
}

// take takes a form that was sent: it shows it again, or saves it.
func (v *visit) take() error {
	file := v.R.PathValue("file")
	then, from, err := v.drawnOf()
	if err != nil {
		return err
	}
	values := v.R.PostForm
	switch values.Get("do") {
	case "delete":
		return v.remove(then, file, from)
	case "confirm":
		return v.confirm(then, file, from)
	}
	return v.taken(then, from, func(p *project.Project) (*form.Form, error) {
		return form.Open(p, file, form.Options{Language: v.Lang})
	})
}

// taken takes what was filled in into a form, which is opened on the content with the files
// that go with it.
func (v *visit) taken(then *project.Project, from proposal.Commit, open func(*project.Project) (*form.Form, error)) error {
	s, err := v.withFiles(then, open)
	if err != nil {
		return err
	}
	f, values := s.form, s.values
	text, err := f.Take(values)
	there := errors.Is(err, form.ErrThere)
	if err != nil && !there {
		return err
	}
	do := values.Get("do")
	saves := do == "save" || do == "anyway"
	nameless := f.File == "" // a new file whose title is not filled in
	if !f.Acted && !there {
		if err := f.Check(s.then, text, v.Today); err != nil {
			return err
		}
	}
	tell(f.Fields, s.unfit)
	p, err := v.formPage(f, values)
	if err != nil {
		return err
	}
	p.From, p.beside = string(from), s.beside
	p.up.Files, p.up.unfit, p.up.alt = s.files, s.unfit, values.Get(altOf)
	if saves {
		p.lacks(nameless, there)
	}
	stops := p.WordsMissing || there || nameless || len(s.unfit) > 0 || do == "save" && len(p.Errors) > 0
	if f.Acted || !saves || stops {
		p.Checked = !f.Acted && len(p.Errors) == 0
		if f.Acted {
			p.Errors, p.Wrong, p.Removed = nil, false, strings.HasPrefix(do, "remove:")
		}
		return v.Draw("form", statusOf(stops), p)
	}
	return v.save(p, s.then, from, f.File, text)
}

// filledIn is a form that was sent, with the files that go with it.
type filledIn struct {
	then   *project.Project // the content with the files
	form   *form.Form       // opened on it
	values url.Values       // what was filled in
	files  []attached
	beside map[string][]byte    // those that the form leads to, by their paths
	unfit  map[string]diag.Text // why others are not taken, by their fields
}

// withFiles opens a form that was sent, on the content with the files that go with it.
func (v *visit) withFiles(then *project.Project, open func(*project.Project) (*form.Form, error)) (*filledIn, error) {
	f, err := open(then)
	if err != nil {
		return nil, err
	}
	s := &filledIn{then: then, form: f}
	if s.files, s.unfit, err = v.attachments(then, f.Folder()); err != nil {
		return nil, err
	}
	s.values = v.filled()
	if s.beside = used(s.files, f.Folder(), s.values); len(s.beside) > 0 {
		s.then = then.With(s.beside)
		s.form, err = open(s.then)
	}
	return s, err
}

// lacks tells what saving needs beside the fields: words for a new proposal, and a name of
// a new file that no other has.
func (p *formPage) lacks(nameless, there bool) {
	p.WordsMissing = p.wordless()
	switch {
	case there:
		p.wrong("#f-"+form.Name, p.Say("Det finns redan något som heter så. Öppna det under Innehåll, eller skriv ett annat ”Namn i adresser”.", "There is something of that name already. Open it under Content, or write another “Name in addresses”."))
	case nameless && len(p.Errors) == 0:
		p.wrong("#f-"+form.Name, p.Say("Skriv en titel, eller ett namn i adresser.", "Write a title, or a name in addresses."))
	}
}

func statusOf(wrong bool) int {
	if wrong {
		return http.StatusUnprocessableEntity
	}
	return http.StatusOK
}
