package sheets

import (
	"cmp"
	"fmt"
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
	entries  map[string][]Entry        // by the kind of sheet, in order
	byID     map[string]map[string]int // of entries, by the kind of sheet
	broken   map[string]bool           // the files of which something could not be taken
	unknown  int                       // how many choices have been asked for that are none
	err      error                     // the first that reading a file gave
}

// Of makes the sheets of a content: of one plan, or ("") of all.
func Of(s Source, plan string) (*Book, error) {
	b := &Book{source: s, plan: plan, index: index.New(s.Content), words: text.WordsOf(s.Content), language: "sv",
		columned: map[string][]*Column{}, offers: map[string]*offer{}, entries: map[string][]Entry{}, byID: map[string]map[string]int{}, broken: map[string]bool{}}
	if s.Content.Config != nil && s.Content.Config.Language.V == "en" {
		b.language = "en"
	}
	for _, k := range Kinds {
		if err := b.list(k); err != nil {
			return nil, fmt.Errorf("%s: %w", k.Key, err)
		}
		b.byID[k.Key] = map[string]int{}
		for n, e := range b.entries[k.Key] {
			b.byID[k.Key][e.ID] = n
		}
	}
	return b, nil
}

// Broken tells whether something in a file could not be taken, so that more stands in it
// than the rows show.
func (b *Book) Broken(path string) bool { return b.broken[path] }

// Err is the first error that reading a file gave since the book was made: a cell that
// stands below a file's fields is read from there when it is asked for.
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
	if n, there := b.byID[k.Key][id]; there {
		return &b.entries[k.Key][n]
	}
	return nil
}

// Entries are the rows of a kind of sheet.
func (b *Book) Entries(k *Kind) []Entry { return b.entries[k.Key] }

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
		s := grid.Sheet{Key: k.Key, Title: b.Title(k), Len: len(b.entries[k.Key])}
		for _, c := range columns {
			s.Columns = append(s.Columns, c.Column)
		}
		s.Rows = func(yield func(grid.Row, error) bool) { b.rows(k, columns, yield) }
		list = append(list, s)
	}
	return list, nil
}

// rows makes one row after another.
func (b *Book) rows(k *Kind, columns []*Column, yield func(grid.Row, error) bool) {
	for n := range b.entries[k.Key] {
		e := &b.entries[k.Key][n]
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
