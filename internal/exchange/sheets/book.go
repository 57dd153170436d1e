package sheets

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/doc"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/rewrite"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Source is a content with the bytes of its files.
type Source struct {
	Content *model.Content
	Read    func(path string) ([]byte, error)
}

// Place is where a row stands.
type Place struct {
	File  string
	Entry int    // in the list, from 0; -1 where the row is the file
	Under string // the field of that entry that the row is: a measure
}

// Entry is a row: its identifier, whose it is, and its place.
type Entry struct {
	ID string
	Of string // the initiative or indicator of an entry in its list
	Place
	Cells []string // as they are shown; nil in a book that was made like another
}

// Book is the sheets of a content.
type Book struct {
	source   Source
	plan     string // the only one; "" for all
	index    *index.Index
	words    *schema.Words
	language string
	columned map[string][]*Column
	offers   map[string]offer
	shown    bool
	entries  map[string][]Entry        // by the kind of sheet, in order
	byID     map[string]map[string]int // of entries, by the kind of sheet
	files    map[string][]byte
	last     *opened
}

// opened is a file that has been read.
type opened struct {
	path string
	*rewrite.File
}

// Of makes the sheets of a content: of one plan, or ("") of all. like is a book of the same
// content at another time, or nil: what files that are the same hold need not be looked up
// again, and only a book that is not like another shows its cells.
func Of(s Source, plan string, like *Book) (*Book, error) {
	b := &Book{source: s, plan: plan, index: index.New(s.Content), words: text.WordsOf(s.Content), language: "sv",
		columned: map[string][]*Column{}, offers: map[string]offer{}, shown: like == nil, entries: map[string][]Entry{}, byID: map[string]map[string]int{}, files: map[string][]byte{}}
	if s.Content.Config != nil && s.Content.Config.Language.V == "en" {
		b.language = "en"
	}
	for _, f := range b.filesOf() {
		data, err := s.Read(f.path)
		if err != nil {
			return nil, err
		}
		if like != nil && bytes.Equal(like.files[f.path], data) {
			b.files[f.path] = like.files[f.path] // one copy is enough
			continue
		}
		b.files[f.path] = data
		if err := b.list(f); err != nil {
			return nil, fmt.Errorf("%s: %w", f.path, err)
		}
	}
	if like != nil {
		b.take(like)
	}
	for _, k := range Kinds {
		b.byID[k.Key] = map[string]int{}
		for n, e := range b.entries[k.Key] {
			b.byID[k.Key][e.ID] = n
		}
	}
	return b, nil
}

// take takes the rows of files that are the same in another book.
func (b *Book) take(like *Book) {
	for key, entries := range like.entries {
		for _, e := range entries {
			if data, there := b.files[e.File]; there && bytes.Equal(data, like.files[e.File]) {
				b.entries[key] = append(b.entries[key], e)
			}
		}
	}
}

// file is a file whose rows are in the book.
type file struct{ schema, path, id string }

func (b *Book) filesOf() []file {
	var list []file
	for _, i := range b.ordered() {
		list = append(list, file{"initiative", i.Path, i.FullID()})
	}
	for _, i := range b.source.Content.Indicators {
		list = append(list, file{"indicator", i.Path, i.ID.V})
	}
	if p := b.source.Content.Parties; p != nil && p.Path != "" {
		list = append(list, file{"parties", p.Path, ""})
	}
	return list
}

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

// list finds the rows of a file.
func (b *Book) list(f file) error {
	file, err := b.open(f.path, f.schema)
	if err != nil || file.Root == nil {
		return err
	}
	for _, k := range Kinds {
		if k.Schema != f.schema {
			continue
		}
		if k.List == "" {
			if err := b.add(k, Entry{ID: f.id, Place: Place{f.path, -1, ""}}); err != nil {
				return err
			}
			continue
		}
		at := follow(file.Root, k.List)
		if at == nil {
			continue
		}
		used := map[string]int{}
		for n, item := range doc.Target(at).Content {
			name := named(f.id, k, item, used)
			if k.Counts == "" {
				if err := b.add(k, Entry{ID: name, Of: f.id, Place: Place{f.path, n, ""}}); err != nil {
					return err
				}
				continue
			}
			if counts := follow(item, k.Counts); counts != nil {
				for p := range doc.Pairs(counts) {
					if err := b.add(k, Entry{ID: name + "#" + p.Key.Value, Of: f.id, Place: Place{f.path, n, p.Key.Value}}); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// add adds a row, with its cells while its file is open.
func (b *Book) add(k *Kind, e Entry) error {
	if b.shown {
		columns, err := b.Columns(k)
		if err != nil {
			return err
		}
		if e.Cells, err = b.cells(k, &e, columns); err != nil {
			return err
		}
	}
	b.entries[k.Key] = append(b.entries[k.Key], e)
	return nil
}

// named is the identifier of a list's entry: whose it is and what tells it from others.
func named(of string, k *Kind, item node, used map[string]int) string {
	var words []string
	for _, field := range k.name {
		word := ""
		if v := follow(item, field); v != nil {
			word = strings.Join(strings.Fields(doc.Target(v).Value), " ")
		}
		words = append(words, word)
	}
	name := of + "#" + strings.TrimRight(strings.Join(words, "/"), "/")
	if of == "" {
		name = name[1:]
	}
	if used[name]++; used[name] > 1 {
		name = fmt.Sprintf("%s~%d", name, used[name])
	}
	return name
}

// open reads a file; the last one stays open.
func (b *Book) open(path, kind string) (*opened, error) {
	if b.last != nil && b.last.path == path {
		return b.last, nil
	}
	data, there := b.files[path]
	if !there {
		var err error
		if data, err = b.source.Read(path); err != nil {
			return nil, err
		}
	}
	f, err := rewrite.Read(kind, strings.HasSuffix(path, ".md"), data)
	if err != nil {
		return nil, err
	}
	b.last = &opened{path, f}
	return b.last, nil
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

// File is a file's bytes, nil where it is none of the book's.
func (b *Book) File(path string) []byte { return b.files[path] }

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
		s := grid.Sheet{Key: k.Key, Title: b.Title(k)}
		for _, c := range columns {
			s.Columns = append(s.Columns, c.Column)
		}
		for _, e := range b.entries[k.Key] {
			s.Rows = append(s.Rows, grid.Row{ID: e.ID, Cells: e.Cells})
		}
		list = append(list, s)
	}
	return list, nil
}

// cells are a row's cells as they are shown.
func (b *Book) cells(k *Kind, e *Entry, columns []*Column) ([]string, error) {
	cells := make([]string, len(columns))
	for n, c := range columns {
		items, err := b.Items(k, e, c)
		if err != nil {
			return nil, err
		}
		cells[n] = b.Show(c, items)
	}
	return cells, nil
}

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
