package sheets

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/exchange/grid"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Source is a content, and how the bytes of its files are read.
type Source struct {
	Content *model.Content
	Read    func(path string) ([]byte, error)
}

// Book is the sheets of a content.
type Book struct {
	source   Source
	plan     string // the only one; "" for all
	index    *index.Index
	words    *schema.Words
	language string
	columned map[string][]*Column
	offers   map[string]*offer
	files    map[string][]file // that have rows, by their schema, in the order of their rows
	listed   map[string]*rows  // by the kind of sheet: those that have been asked for
	broken   map[string]bool   // the files of which something could not be taken
	unknown  int               // how many choices have been asked for that are none
	err      error             // the first
}

// Of makes the sheets of a content: of one plan, or ("") of all.
func Of(s Source, plan string) *Book {
	b := &Book{source: s, plan: plan, index: index.New(s.Content), words: text.WordsOf(s.Content), language: "sv",
		columned: map[string][]*Column{}, offers: map[string]*offer{}, files: map[string][]file{}, listed: map[string]*rows{}, broken: map[string]bool{}}
	if s.Content.Config != nil && s.Content.Config.Language.V == "en" {
		b.language = "en"
	}
	for _, i := range b.ordered() {
		b.file("initiative", i.File, i.FullID(), i)
	}
	for _, i := range s.Content.Indicators {
		b.file("indicator", i.File, i.ID.V, i)
	}
	if p := s.Content.Parties; p != nil && p.Path != "" {
		b.file("parties", p.File, "", p)
	}
	return b
}

// Broken tells whether something in a file could not be taken, so that more stands in it
// than the rows show.
func (b *Book) Broken(path string) bool { return b.broken[path] }

// Err is the first error since the book was made. Rows are listed when they are asked for,
// and a cell that stands below a file's fields is read from there.
func (b *Book) Err() error { return b.err }

// ordered are the initiatives in the order of their plans: by plan, area and cooperation
// area, as the plan's page and document have them.
func (b *Book) ordered() []*model.Initiative {
	order := map[string]int{}
	for _, a := range b.source.Content.Areas {
		for _, c := range index.CooperationsOf(a) {
			order[c.ID()] = len(order) + 1
		}
	}
	var list []*model.Initiative
	for _, p := range b.source.Content.Plans {
		if b.plan == "" || p.ID.V == b.plan {
			of := slices.Clone(p.Initiatives)
			slices.SortStableFunc(of, func(x, y *model.Initiative) int {
				return cmp.Compare(order[x.CooperationArea.V], order[y.CooperationArea.V])
			})
			list = append(list, of...)
		}
	}
	return list
}

// Entry finds a row, nil where there is none.
func (b *Book) Entry(k *Kind, id string) *Entry {
	r := b.rowsOf(k)
	if n, there := r.byID[id]; there {
		return &r.list[n]
	}
	return nil
}

// Entries are the rows of a kind of sheet.
func (b *Book) Entries(k *Kind) []Entry { return b.rowsOf(k).list }

// Columns are the columns of a kind of sheet.
func (b *Book) Columns(k *Kind) ([]*Column, error) {
	if list, there := b.columned[k.Key]; there {
		return list, nil
	}
	list, err := b.columns(k)
	b.columned[k.Key] = list
	return list, err
}

// Title is what a kind of sheet is called, as a spreadsheet lets a sheet be called.
func (b *Book) Title(k *Kind) string {
	title := strings.Map(func(c rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, c) {
			return ' '
		}
		return c
	}, b.in(k.title))
	if runes := []rune(title); len(runes) > 31 {
		title = string(runes[:31])
	}
	return schema.Capital(title)
}

// Sheets makes the sheets with all their rows. A kind of which there is nothing is left
// out, unless it is one that belongs to each plan.
func (b *Book) Sheets() ([]grid.Sheet, error) {
	var list []grid.Sheet
	for _, k := range Kinds {
		columns, err := b.Columns(k)
		if err != nil {
			return nil, err
		}
		s := grid.Sheet{Key: k.Key, Title: b.Title(k), Len: len(b.Entries(k))}
		for _, c := range columns {
			s.Columns = append(s.Columns, c.Column)
		}
		s.Rows = func(yield func(grid.Row, error) bool) { b.rows(k, columns, yield) }
		list = append(list, s)
	}
	return list, b.err
}

// rows makes one row after another.
func (b *Book) rows(k *Kind, columns []*Column, yield func(grid.Row, error) bool) {
	for n := range b.Entries(k) {
		e := &b.Entries(k)[n]
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = b.Cell(e, c)
		}
		if !yield(grid.Row{ID: e.ID, Cells: cells}, b.err) || b.err != nil {
			return
		}
	}
}

// Cell is what stands in a row under a column.
func (b *Book) Cell(e *Entry, c *Column) string { return b.Show(c, b.Items(e, c)) }

func (b *Book) in(l text.Label) string {
	s, _ := l.With(b.words).In(b.language)
	return s
}

func (b *Book) say(sv, en string) string {
	if b.language == "en" {
		return en
	}
	return sv
}

// Language is the one that the book is in: sv or en.
func (b *Book) Language() string { return b.language }
