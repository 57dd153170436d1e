package address

import (
	"path"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// Use is a thing that has an address.
type Use struct {
	Address string
	At      diag.Place // where the content declares it; zero for what every site has

	sv, en string // what it is, with %s for each of its names
	names  []any
	scope  string // within which another rule tells of what is there twice; "" for none
}

// What is the thing in words.
func (u Use) What() diag.Text { return diag.Say(u.sv, u.en, u.names...) }

// Collision is an address that cannot be given.
type Collision struct {
	Use
	With     diag.Text // what has it already
	Reserved string    // in place of With: the name in it that Windows reserves
}

// Collisions finds what would have the address of another thing, also where capitals
// make no difference, and what has a name that Windows reserves. IsFile tells whether a
// path in the repository is a file.
func Collisions(c *model.Content, isFile func(path string) bool) []Collision {
	uses := Uses(c, isFile)
	found := reserved(c, uses)
	first := make(map[string]*Use, len(uses))
	for i := range uses {
		u := &uses[i]
		key := strings.ToLower(u.Address)
		before := first[key]
		switch {
		case before == nil:
			first[key] = u
		case u.At.IsZero() || u.scope != "" && u.scope == before.scope:
		default:
			found = append(found, Collision{Use: *u, With: before.What()})
		}
	}
	return found
}

// Uses lists what has which address, where names alone do not keep addresses apart.
// What every site has comes before what the content has.
func Uses(c *model.Content, isFile func(path string) bool) []Use {
	r := &register{Content: c, uses: make([]Use, 0, len(c.Identifiers))} // about as many
	r.documents()
	r.entries()
	r.places()
	r.files(isFile)
	return r.uses
}

// register takes down who uses which address.
type register struct {
	*model.Content
	uses []Use
}

func (r *register) use(scope, address string, at diag.Place, sv, en string, names ...any) {
	r.uses = append(r.uses, Use{address, at, sv, en, names, scope})
}

// documents are the PDFs, which all lie in one folder.
func (r *register) documents() {
	r.use("", Agreement+".pdf", diag.Place{}, "PDF-filen med {the_agreement}", "the PDF of {the_agreement}")
	for _, p := range r.Plans {
		at := diag.Whole(p.Path)
		r.use("", PlanDocument(p)+".pdf", at, "PDF-filen med {the_short_plan} %s", "the PDF of {the_short_plan} %s", p.ID.V)
		r.use("", Summary(p)+".pdf", at, "sammanfattningen av {the_short_plan} %s", "the summary of {the_short_plan} %s", p.ID.V)
	}
	for _, told := range r.Results {
		r.use("", ResultsDocument(told.ID.V)+".pdf", diag.Whole(told.Path), "PDF-filen med resultatrapporten %s", "the PDF of the results report %s", told.ID.V)
	}
}

// entries are those of the calendars that others subscribe to.
func (r *register) entries() {
	add := func(scope, name string, at diag.Place, sv, en, of string) {
		r.use(scope, Calendar+"#"+name, at, sv, en, of)
	}
	for _, e := range r.Calendar.All() {
		add("event", e.ID.V, e.ID.At, "händelsen %s i kalendern", "the event %s in the calendar", e.ID.V)
	}
	for _, p := range r.Plans {
		for _, i := range p.Initiatives {
			if i.Withdrawn.Given() {
				continue
			}
			id := i.FullID()
			for _, d := range i.FollowUp.Due {
				if d.V.Whole() {
					add(id, Due(i, d.V), d.At, "redovisningen av %s i kalendern", "the report of %s in the calendar", id)
				}
			}
		}
	}
}

// folders are where each kind of thing has its page.
var folders = map[string]string{
	"party": Party(""), "body": Body(""), "area": Area(""), "sub-goal": Area(""), "cooperation-area": Area(""),
	"plan": Plan(""), "initiative": Plan(""), "indicator": Indicator(""), "resource": Resource(""), "results": Results(""),
}

// reserved finds names that are no names of files on Windows, whatever their endings.
func reserved(c *model.Content, uses []Use) []Collision {
	var found []Collision
	add := func(u Use) {
		for _, name := range strings.Split(u.Address, "/") {
			if stem, _, _ := strings.Cut(name, "."); device(stem) {
				found = append(found, Collision{Use: u, Reserved: stem})
				return
			}
		}
	}
	for _, id := range c.Identifiers {
		if folder, has := folders[id.Kind]; has && device(path.Base(id.ID)) {
			add(Use{Address: folder + id.ID + ".html", At: id.At, sv: "sidan för %s", en: "the page of %s", names: []any{id.ID}})
		}
	}
	for _, u := range uses {
		if strings.HasPrefix(u.Address, Files+"/") {
			add(u)
		}
	}
	return found
}

// device tells whether Windows keeps a name for itself (Naming Files, Paths, and
// Namespaces: Naming Conventions).
func device(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && name[3] >= '1' && name[3] <= '9'
}

// files are those of the content that its texts and annexes lead to: first those whose
// addresses end as their names do, so that a new one does not take what is theirs.
func (r *register) files(isFile func(path string) bool) {
	links, listed := Linked(r.Content), map[string]bool{}
	for _, asNamed := range []bool{true, false} {
		for _, l := range links {
			public := publicFile(l.Path)
			if public == "" || (public == path.Join(Files, l.Path)) != asNamed || listed[l.Path] || !isFile(l.Path) {
				continue
			}
			listed[l.Path] = true
			r.use("", public, l.At, "filen %s", "the file %s", l.Path)
		}
	}
}

// publicFile is where a file goes with the site, as far as its name tells; "" for one
// that does not, or whose bytes decide.
func publicFile(name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".jpeg", ".jpe", ".jfif":
		ext = ".jpg"
	case ".jpg", ".png", ".gif", ".webp", ".pdf", ".csv", ".tsv", ".txt", ".json", ".xlsx", ".docx", ".pptx", ".ods", ".odt":
	default:
		return ""
	}
	return path.Join(Files, stem+ext)
}

// Link is a link of the content to a file of its repository.
type Link struct {
	Path string
	At   diag.Place
}

// Linked lists the links of texts and annexes into the repository, but for those to
// the file that they stand in, and that of the logotype.
func Linked(c *model.Content) []Link {
	var list []Link
	add := func(file, target string, at diag.Place) {
		if t := prose.Resolve(file, target); t.Kind == prose.Inside && t.Path != file {
			list = append(list, Link{t.Path, at})
		}
	}
	for _, text := range c.Texts {
		file := text.Doc.File
		at := func(p diag.Pos) diag.Place { return diag.Place{File: file, Range: diag.Range{Start: p, End: p}} }
		for _, in := range text.Doc.Links {
			switch in := in.(type) {
			case *prose.Link:
				add(file, in.Target, at(in.At))
			case *prose.Image:
				add(file, in.Target, at(in.At))
			}
		}
	}
	if c.Agreement != nil {
		for _, a := range c.Agreement.Annexes {
			if a.File.Given() {
				add(c.Agreement.Path, a.File.V, a.File.At)
			}
		}
	}
	if name := Logotype(c); name != "" {
		list = append(list, Link{name, c.Config.Appearance.Logotype.At})
	}
	return list
}

// Shapes is the path of the file with the places' shapes in the repository, "" where there
// is none.
func Shapes(c *model.Content) string {
	if c.Places == nil || !c.Places.Shapes.Given() {
		return ""
	}
	return prose.Composed(path.Join("agreement", c.Places.Shapes.V))
}

// Logotype is the path of the county's logotype in the repository, "" where it has none.
func Logotype(c *model.Content) string {
	if c.Config == nil || !c.Config.Appearance.Logotype.Given() {
		return ""
	}
	return prose.Composed(path.Clean(c.Config.Appearance.Logotype.V))
}
