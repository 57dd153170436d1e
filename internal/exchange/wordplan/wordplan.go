// Package wordplan makes drafts of initiatives of a plan that stands as tables in a Word
// document. In go the document as worddoc reads it, the content that it is for, and what
// somebody has told of its columns; out come the new files of the plan, what each column,
// name and time was taken for, what is missing, and what became of every word: it stands
// in a file, was read as a value, or is listed as left. Nothing is guessed in silence.
package wordplan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Order says what is made of what.
type Order struct {
	Content  *model.Content
	Document *worddoc.Document
	Plan     string // the identifier of a plan; a year makes a new one where there is none
	// Columns are what the columns of a table are, from the left, each list for the tables
	// with so many columns; what the headings say is not asked then.
	Columns [][]Kind
	// Area and Owner serve the initiatives for which the document names none, "" where
	// nothing was told.
	Area, Owner string
	// Taken tells whether a file is there already.
	Taken func(path string) bool
}

// Draft is what comes out.
type Draft struct {
	Plan        string
	NewPlan     bool
	Tables      []*Table
	Initiatives []*Initiative
	Pieces      []Piece  // every text of the document, in its order
	Remarks     []Remark // on what belongs to no initiative
	// Files are the new files by their paths, without errors but for what Missing tells.
	Files map[string][]byte
}

// Piece is a text of the document and what became of it.
type Piece struct {
	Text  string
	Where diag.Text
	Use   Use
	// For is the initiative that it went to, nil where it went to none.
	For *Initiative
}

// Use is what became of a text.
type Use int

// Uses of a text.
const (
	Left    Use = iota // it is listed, and in no file
	Written            // it stands in a field or in the text of an initiative
	Kept               // it stands below a heading of its own in the text of an initiative
	Read               // it was read as a value: a name, a time, an area
	Heading            // it is the heading of a column
)

// Initiative is the draft of an initiative.
type Initiative struct {
	ID    string // its file's name
	Title string
	// There tells that the plan has one with that title already. It gets no file, and its
	// words are listed.
	There bool
	// Out tells that it was left out: it has no file, and its words are listed.
	Out     bool
	Remarks []Remark
	Missing []string // required fields for which there is no value

	cooperation value
	owner       value
	coOwners    []actor
	partners    []actor
	goals       []string
	from, to    string
	time        value // what From and To were read from
	status      string
	target      string
	method      string
	responsible value
	// followsAsOwner tells that responsible is the owner, since the document names nobody.
	followsAsOwner bool
	reportedBy     string
	reportsTo      []actor
	due            []string
	notes          []string
	body           []section
	area           *model.Area   // that a heading or its column names, where it is known
	words          *schema.Words // what the county calls things
}

// value is a value and the remark that stands behind it in the file, "" where it is sure.
type value struct{ is, doubt string }

// section is a part of an initiative's text, below a heading where it has one.
type section struct {
	heading    string
	paragraphs []worddoc.Paragraph
}

// Remark is what somebody should look at.
type Remark struct {
	Field string
	Text  diag.Text
}

// mostInitiatives is how many one document may have: no county has a tenth of it.
const mostInitiatives = 2000

// maker is one making of a draft.
type maker struct {
	o Order
	*Draft
	x      *index.Index
	words  *schema.Words
	plan   *model.Plan
	names  names
	places place // where in the document it reads
	last   []Column
	copied int // bytes of cells that hold for several initiatives
}

// place is where in the document something stands.
type place struct {
	area  *model.Area // that the headings above name
	level int         // of the heading that names it
	table *Table
}

// Make makes the drafts. An error is a *diag.Refused, or something that went wrong.
func Make(o Order) (*Draft, error) {
	m := &maker{o: o, Draft: &Draft{Plan: o.Plan, Files: map[string][]byte{}}, x: index.New(o.Content), words: text.WordsOf(o.Content)}
	m.names = namesOf(o.Content, m.x)
	if err := m.choosePlan(); err != nil {
		return nil, err
	}
	if err := m.document(); err != nil {
		return nil, err
	}
	for _, i := range m.Initiatives {
		if i.There {
			m.list(i)
			continue
		}
		m.complete(i)
		data, err := m.file(i)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", i.ID, err)
		}
		m.Files[m.path(i.ID)] = data
	}
	m.assumed()
	return m.Draft, nil
}

// Path is the file of an initiative.
func (d *Draft) Path(i *Initiative) string { return d.path(i.ID) }

func (d *Draft) path(id string) string { return "plans/" + d.Plan + "/" + id + ".md" }

// LeaveOut takes an initiative out of the draft: it has no file any longer, and its words
// are listed. Where nothing but the beginning of a plan is left, that goes too.
func (d *Draft) LeaveOut(i *Initiative) {
	i.Out = true
	d.list(i)
	delete(d.Files, d.Path(i))
	if d.NewPlan && len(d.Files) == 1 {
		clear(d.Files)
	}
}

// LeftOut is how many initiatives were left out.
func (d *Draft) LeftOut() int {
	n := 0
	for _, i := range d.Initiatives {
		if i.Out {
			n++
		}
	}
	return n
}

// list makes all of an initiative's words such as are listed and go nowhere.
func (d *Draft) list(i *Initiative) {
	for n := range d.Pieces {
		if d.Pieces[n].For == i {
			d.Pieces[n].Use = Left
		}
	}
}

// assumed tells what is put where the document says nothing, for all initiatives at once.
func (m *maker) assumed() {
	tell := func(n int, sv, en string) {
		if n > 0 {
			m.Remarks = append(m.Remarks, Remark{"", diag.Say(m.words.Expand(sv, "sv"), m.words.Expand(en, "en"), n)})
		}
	}
	planned, follows := 0, 0
	for _, i := range m.Initiatives {
		if !i.There && i.status == "" {
			planned++
		}
		if !i.There && i.followsAsOwner {
			follows++
		}
	}
	tell(planned, "{Initiatives} vars status dokumentet inte anger står som planerade: %[1]d", "{Initiatives} whose status the document does not tell stand as planned: %[1]d")
	tell(follows, "{Initiatives} där dokumentet inte anger vem som följer upp: %[1]d. Där står den ansvariga även för uppföljningen", "{Initiatives} for which the document does not tell who follows up: %[1]d. There the one responsible stands for the follow-up too")
}

// choosePlan finds the plan, or begins the one of a year.
func (m *maker) choosePlan() error {
	if m.plan = m.x.Plan(m.Plan); m.plan != nil {
		if s := m.plan.Status.V; s != "draft" && s != "proposed" {
			return diag.Refuse("%[1]s är inget utkast och tar därför inte emot något nytt. Välj ett annat år",
				"%[1]s is no draft, so nothing new is put into it. Choose another year", m.plan.Title.V)
		}
		return nil
	}
	year, err := strconv.Atoi(m.Plan)
	if err != nil || len(m.Plan) != 4 || year < 1000 {
		return diag.Refuse("det finns ingen plan ”%[1]s”. En ny plan har ett år med fyra siffror", "there is no plan “%[1]s”. A new plan has a year of four digits", m.Plan)
	}
	data, err := blank.Plan(m.words.Expand("{Plan}", "sv")+" "+m.Plan, year)
	if err != nil {
		return err
	}
	m.NewPlan = true
	m.Files["plans/"+m.Plan+"/plan.yaml"] = data
	m.plan = &model.Plan{ID: model.Text{V: m.Plan, At: diag.Whole("plans/" + m.Plan + "/plan.yaml")}}
	return nil
}

// Told is what an initiative's draft says, in short: its cooperation area, who answers for
// it, and its time.
func (d *Draft) Told(i *Initiative) (cooperation, owner, from, to string) {
	return i.cooperation.is, strings.TrimSuffix(strings.TrimPrefix(i.owner.is, "{name: "), "}"), i.from, i.to
}

// Doubtful are the columns that were taken for something though their headings do not
// quite say it.
func (d *Draft) Doubtful() []Column {
	var list []Column
	for _, t := range d.Tables {
		for _, c := range t.Columns {
			if t.Used && !t.Like && !c.Sure && c.Kind != Text {
				list = append(list, c)
			}
		}
	}
	return list
}

// PlanYears are the years that a document's headings speak of, in their order.
func PlanYears(d *worddoc.Document) []string {
	var years []string
	for _, b := range d.Blocks {
		if b.Paragraph == nil || b.Paragraph.Heading == 0 && b.Paragraph.Bold == 0 && len(b.Paragraph.Text) > 80 {
			continue
		}
		for _, y := range yearWord.FindAllString(b.Paragraph.Text, -1) {
			if !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	return years
}

// remark adds what somebody should look at.
func (i *Initiative) remark(field, sv, en string, args ...any) {
	i.Remarks = append(i.Remarks, Remark{field, diag.Say(i.words.Expand(sv, "sv"), i.words.Expand(en, "en"), diag.Shown(args)...)})
}

// piece says what became of a text.
func (m *maker) piece(of string, where diag.Text, use Use, i *Initiative) {
	if of != "" {
		m.Pieces = append(m.Pieces, Piece{of, where, use, i})
	}
}
