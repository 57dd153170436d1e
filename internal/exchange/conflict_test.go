package exchange_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/exchange"
	"samsyn/internal/exchange/grid"
)

// incoming is a workbook of the made-up county with one sheet to type into.
type incoming struct {
	*grid.Incoming
	table *grid.Table
}

func (i *incoming) cell(id, key string) *grid.Cell {
	return cellOf(i.table, slices.Index(i.table.IDs, id), slices.Index(i.table.Keys, key))
}

// cellOf is the cell under a heading, to be typed into.
func cellOf(t *grid.Table, row, heading int) *grid.Cell {
	c := t.Cell(row, heading)
	at, there := slices.BinarySearchFunc(t.Rows[row], c.Column, func(c grid.Cell, column int16) int { return int(c.Column - column) })
	if !there {
		t.Rows[row] = slices.Insert(t.Rows[row], at, c)
	}
	return &t.Rows[row][at]
}

// typeInto types what another cell holds into a cell.
func typeInto(into *grid.Cell, c grid.Cell) {
	c.Line, c.Column = into.Line, into.Column
	*into = c
}

// row adds a row to the sheet.
func (i *incoming) row(cells map[string]string) {
	i.table.IDs, i.table.Rows, i.table.Lines = append(i.table.IDs, ""), append(i.table.Rows, nil), append(i.table.Lines, 99)
	for key, text := range cells {
		cellOf(i.table, len(i.table.Rows)-1, slices.Index(i.table.Keys, key)).Text = text
	}
}

func typing(t *testing.T, b *grid.Book, sheet string) *incoming {
	in := back(t, b)
	return &incoming{in, &in.Sheets[slices.IndexFunc(in.Sheets, func(t grid.Table) bool { return t.Key == sheet })]}
}

// told are the outcomes and sentences, in order.
func told(out *exchange.Import, o exchange.Outcome) string {
	var list []string
	for _, t := range out.Told {
		if t.Outcome == o {
			list = append(list, t.Sentence().SV)
		}
	}
	return strings.Join(list, "\n")
}

func TestThreeWays(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	clean := book(t, s, "")
	const id, file = "2025/kor-for-alla", "plans/2025/kor-for-alla.md"
	data, err := p.Tree.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	later := p.With(map[string][]byte{file: []byte(strings.Replace(string(data), "status: ongoing", "status: completed", 1))})
	v := exchange.Versions{Base: s, Now: source(t, later), Exists: p.Tree.Exists}

	in := typing(t, clean, "initiatives")
	in.cell(id, "status").Text = "Avbruten"
	in.cell(id, "note").Text = "Nytt."
	out := merge(t, in.Incoming, v)
	if got := told(out, exchange.Conflict); !strings.Contains(got, "”Avbruten” i filen och ”Avslutad” i innehållet, och var ”Pågår”") {
		t.Errorf("told of the clash: %q", got)
	}
	after := string(out.Files[file])
	if !strings.Contains(after, "status: completed") || !strings.Contains(after, "note: Nytt.") || len(out.Files) != 1 {
		t.Errorf("%d files, and it became\n%s", len(out.Files), after)
	}
	// What is chosen of the file stands, and nothing else that clashes.
	v.Mine = func(t *exchange.Told) bool {
		return t.Sheet == "Insatser" && t.Field == "Status" && t.New == "Avbruten" && t.Now == "Avslutad" && t.Was == "Pågår"
	}
	out = merge(t, in.Incoming, v)
	if got := string(out.Files[file]); !strings.Contains(got, "status: cancelled") || out.Count(exchange.Conflict) != 0 || !strings.Contains(told(out, exchange.Changed), "Status ”Avslutad” blir ”Avbruten”") {
		t.Errorf("told %+v, and it became\n%s", out.Told, got)
	}
	v.Mine = nil
	in.cell(id, "status").Text = "Avslutad" // both meant the same
	if out := merge(t, in.Incoming, v); out.Count(exchange.Conflict) != 0 {
		t.Errorf("told: %+v", out.Told)
	}
}

// A file with something in it that could not be taken holds more than the rows show: nothing
// is changed there, and nothing of it is lost.
func TestErrorsMeanwhile(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	clean := book(t, s, "")
	const id, file = "2025/kor-for-alla", "plans/2025/kor-for-alla.md"
	data, err := p.Tree.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	later := p.With(map[string][]byte{file: []byte(strings.Replace(string(data), "status: ongoing", "status: sometime", 1))})
	for _, field := range []string{"status", "note"} {
		in := typing(t, clean, "initiatives")
		in.cell(id, field).Text = "Avbruten"
		out := merge(t, in.Incoming, exchange.Versions{Base: s, Now: source(t, later), Exists: p.Tree.Exists})
		if got := told(out, exchange.Untaken); !strings.Contains(got, file+" har fel som måste rättas först") || len(out.Files) > 0 || len(out.Told) != 1 {
			t.Errorf("%s: %d files, told %+v", field, len(out.Files), out.Told)
		}
	}
}

// The entry that is changed is the one that the row was, wherever it has come to stand.
func TestEntriesMoved(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	clean := book(t, s, "")
	const file = "agreement/parties.yaml"
	data, err := p.Tree.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	above := "parties:\n  - {id: ny, name: Ny, kind: agency, contact: {name: Ny}}\n"
	later := p.With(map[string][]byte{file: []byte(strings.Replace(string(data), "parties:\n", above, 1))})
	in := typing(t, clean, "parties")
	last := in.table.IDs[len(in.table.IDs)-1]
	in.cell(last, "contact.name").Text = "Ada Öst"
	out := merge(t, in.Incoming, exchange.Versions{Base: s, Now: source(t, later), Exists: p.Tree.Exists})
	was := rows(t, clean.Sheet("parties"))
	for _, row := range rows(t, book(t, source(t, later.With(out.Files)), "").Sheet("parties")) {
		at := slices.IndexFunc(was, func(r grid.Row) bool { return r.ID == row.ID })
		for c, column := range clean.Sheet("parties").Columns {
			if at < 0 {
				continue
			}
			if changed := row.Cells[c] != was[at].Cells[c]; changed != (row.ID == last && column.Key == "contact.name") {
				t.Errorf("%s, %s: %q", row.ID, column.Key, row.Cells[c])
			}
		}
	}
}

// What a spreadsheet has made something else of is told, or is what it was.
func TestTypedCells(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	v := exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists}
	for _, test := range []struct {
		sheet, id, key string
		cell           grid.Cell
		why            string // "" where it is taken, "-" where nothing changes
	}{
		{"initiatives", "2025/kor-for-alla", "note", grid.Cell{Text: "2026-09-01", Typed: grid.AsDate}, "till ett datum"},
		{"initiatives", "2025/kor-for-alla", "note", grid.Cell{Text: "12", Typed: grid.AsNumber}, "till ett tal"},
		{"initiatives", "2025/kor-for-alla", "note", grid.Cell{Text: "2", Typed: grid.AsFormula}, "en formel"},
		{"initiatives", "2025/kor-for-alla", "status", grid.Cell{Text: "pågår "}, "-"},
		{"initiatives", "2025/kor-for-alla", "status", grid.Cell{Text: "Pågårr"}, "Menade du"},
		{"initiatives", "2025/kor-for-alla", "period.to", grid.Cell{Text: "2027-06-01", Typed: grid.AsDate}, ""},
		{"initiatives", "2025/kor-for-alla", "period.to", grid.Cell{Text: "1 juni 2027"}, ""},
		{"initiatives", "2025/kor-for-alla", "period.to", grid.Cell{Text: "1/9"}, "är inget datum"},
		{"initiatives", "2025/lediga-bostader", "period.from", grid.Cell{Text: "2025", Typed: grid.AsNumber}, "-"},
		{"initiatives", "2024/sprakvan", "period.from", grid.Cell{Text: "2024-01-01", Typed: grid.AsDate}, "-"},
		{"initiatives", "2025/kor-for-alla", "status", grid.Cell{Text: "Klart nu"}, "Välj bland dessa: Planerad, Pågår, Avslutad, Avbruten"},
		{"initiatives", "2025/kor-for-alla", "partners", grid.Cell{Text: "Sångarbröderna, Ängsviks kommun"}, "är flera namn"},
		{"reports", "2025/kor-for-alla#2026-03", "by", grid.Cell{Text: "Storsjö hög"}, "Menade du ”Storsjö högskola”"},
		{"measures", "2024/sprakvan#par", "target", grid.Cell{Text: "6,5"}, ""},
		{"measures", "2024/sprakvan#par", "target", grid.Cell{Text: "65 %"}, "är en andel"},
		{"measures", "2024/sprakvan#par", "target", grid.Cell{Text: "40", Typed: grid.AsNumber}, "-"},
		{"measures", "2024/sprakvan#par", "title", grid.Cell{}, "måste ha ett värde"},
	} {
		in := typing(t, book(t, s, ""), test.sheet)
		typeInto(in.cell(test.id, test.key), test.cell)
		out := merge(t, in.Incoming, v)
		got := told(out, exchange.Untaken)
		switch test.why {
		case "":
			if len(out.Files) != 1 || out.Count(exchange.Changed) != 1 {
				t.Errorf("%s %q is not taken: %+v", test.key, test.cell.Text, out.Told)
			}
		case "-":
			if len(out.Told) > 0 {
				t.Errorf("%s %q: %+v", test.key, test.cell.Text, out.Told)
			}
		default:
			if !strings.Contains(got, test.why) || len(out.Files) > 0 {
				t.Errorf("%s %q: %q", test.key, test.cell.Text, got)
			}
		}
	}
}

// A new row becomes a file once, however often the workbook is taken.
func TestNewRows(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	in := typing(t, book(t, s, ""), "initiatives")
	in.row(map[string]string{"title": "Cykelkök", "@plan": "Handlingsplan 2026", "cooperation_area": in.cell("2025/kor-for-alla", "cooperation_area").Text, "owner": "Fjällsta kommun", "partners": "Ett byalag; Region Storsjö"})
	in.row(map[string]string{"title": "Halvt"})
	out := merge(t, in.Incoming, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
	const file = "plans/2026/cykelkok.md"
	if out.Count(exchange.Added) != 1 || out.Count(exchange.Untaken) != 1 || !strings.Contains(string(out.Files[file]), "partners:\n  - name: Ett byalag\n") {
		t.Fatalf("%+v\n%s", out.Told, out.Files[file])
	}
	if got := told(out, exchange.Noted); got != "”Ett byalag” är varken part eller grupp här, och står därför med sitt namn." {
		t.Errorf("told: %s", got)
	}
	later := p.With(out.Files)
	if r, err := later.Load(); err != nil || len(r.Findings) > 0 {
		t.Errorf("%v %+v", err, r.Findings)
	}
	again := merge(t, in.Incoming, exchange.Versions{Base: s, Now: source(t, later), Exists: later.Tree.Exists})
	if len(again.Files) > 0 || again.Count(exchange.Added) > 0 || again.Count(exchange.Conflict) > 0 {
		t.Errorf("again: %+v", again.Told)
	}
}

// A file that has lost its identifiers brings no row in a second time, and takes nothing
// away.
func TestWithoutIdentifiers(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	in := back(t, book(t, s, ""))
	for n := range in.Sheets {
		for i := range in.Sheets[n].IDs {
			in.Sheets[n].IDs[i] = ""
		}
	}
	v := exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists}
	out := merge(t, in, v)
	if len(out.Files) > 0 {
		t.Errorf("untouched: %d files, told %+v", len(out.Files), out.Told)
	}
	if told(out, exchange.Missing) != "" || told(out, exchange.Untaken) != "" {
		t.Errorf("missing %s, untaken %s", told(out, exchange.Missing), told(out, exchange.Untaken))
	}

	plans := &incoming{in, &in.Sheets[slices.IndexFunc(in.Sheets, func(t grid.Table) bool { return t.Key == "initiatives" })]}
	for n := range plans.table.Rows {
		if plans.table.Cell(n, slices.Index(plans.table.Keys, "title")).Text == "Kör för alla" {
			cellOf(plans.table, n, slices.Index(plans.table.Keys, "status")).Text = "Avbruten"
			cellOf(plans.table, n, slices.Index(plans.table.Keys, "@body")).Text = ""
		}
	}
	out = merge(t, in, v)
	if got := told(out, exchange.Changed); got != "Status ”Pågår” blir ”Avbruten”" || len(out.Files) != 1 {
		t.Errorf("%d files, told %s", len(out.Files), got)
	}
}
