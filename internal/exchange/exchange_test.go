package exchange_test

import (
	"bytes"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"samsyn/internal/exchange"
	"samsyn/internal/exchange/csvfile"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/exchange/workbook"
	"samsyn/internal/project"
	trees "samsyn/internal/source"
)

var counties = []string{"../..", "../../examples/storsjo", "../../examples/skane", "../../examples/blekinge"}

// source is a content with its files.
func source(t testing.TB, p *project.Project) sheets.Source {
	t.Helper()
	c, err := p.Content()
	if err != nil {
		t.Fatal(err)
	}
	return sheets.Source{Content: c, Read: p.Tree.Read}
}

// read has the contents that are opened, by their folders.
var read = map[string]*trees.Tree{}

// open opens a content, which is read from its folder once.
func open(t testing.TB, dir string) *project.Project {
	t.Helper()
	if read[dir] == nil {
		files, folder := fstest.MapFS{}, os.DirFS(dir)
		for _, top := range []string{trees.Marker, "agreement", "plans"} {
			err := fs.WalkDir(folder, top, func(name string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					files[name] = &fstest.MapFile{}
					files[name].Data, err = fs.ReadFile(folder, name)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		read[dir] = trees.FromFS(files)
	}
	p := project.Of(read[dir])
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func book(t testing.TB, s sheets.Source, plan string) *grid.Book {
	t.Helper()
	b, err := exchange.Book(s, "0123456789abcdef", plan)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rows are the rows of a sheet.
func rows(t testing.TB, s *grid.Sheet) (list []grid.Row) {
	t.Helper()
	for row, err := range s.Rows {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, row)
	}
	return list
}

// written is a book as a file.
func written(t testing.TB, b *grid.Book) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := workbook.Write(&data, b); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// asCSV is the first sheet of a book as a file.
func asCSV(t testing.TB, b *grid.Book) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := csvfile.Write(&data, &b.Sheets[0], b.Commit, b.Plan); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// back is a book as it comes back from a file.
func back(t testing.TB, b *grid.Book) *grid.Incoming {
	t.Helper()
	return incomingOf(t, written(t, b))
}

func incomingOf(t testing.TB, file []byte) *grid.Incoming {
	t.Helper()
	in, err := workbook.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func merge(t testing.TB, in *grid.Incoming, v exchange.Versions) *exchange.Import {
	t.Helper()
	out, err := exchange.Merge(in, v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A workbook that nobody has touched changes no byte and tells of nothing.
func TestUntouchedRoundTrip(t *testing.T) {
	for _, dir := range counties {
		p := open(t, dir)
		s := source(t, p)
		plans := []string{""}
		for _, plan := range s.Content.Plans {
			if !plan.Known() {
				plans = append(plans, plan.ID.V)
			}
		}
		for _, plan := range plans {
			v := exchange.Versions{Base: s, Now: s, Plan: plan, Exists: p.Tree.Exists}
			b := book(t, s, plan)
			out := merge(t, back(t, b), v)
			if len(out.Files) > 0 || len(out.Told) > 0 {
				t.Errorf("%s, %s: %d files, told %+v", dir, plan, len(out.Files), out.Told)
			}
			in, err := csvfile.Read(bytes.NewReader(asCSV(t, b)), b.Sheets[0].Key, b.Sheets[0].Title)
			if err != nil {
				t.Fatal(err)
			}
			if out := merge(t, in, v); len(out.Files) > 0 || len(out.Told) > 0 || in.Commit != b.Commit {
				t.Errorf("CSV of %s, %s: %d files, told %+v", dir, plan, len(out.Files), out.Told)
			}
		}
	}
}
