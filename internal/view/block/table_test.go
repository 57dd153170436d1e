package block_test

import (
	"testing"

	"samsyn/internal/view/block"
)

// A column in which nothing stands is left out; headings among the rows stay as they are.
func TestUsedColumns(t *testing.T) {
	words := func(s string) block.Cell { return block.CellOf(block.Line{block.Run(s)}) }
	table := block.Table{
		Columns: []block.Column{{Label: block.Text{S: "a"}, Header: true}, {Label: block.Text{S: "b"}}, {Label: block.Text{S: "c"}}},
		Rows: []block.Row{
			{Group: true, Cells: []block.Cell{words("grupp")}},
			{ID: "x", Cells: []block.Cell{words("1"), {}, words("3")}},
			{Cells: []block.Cell{words("4"), {}, {}}},
		},
	}
	used := table.Used()
	if len(used.Columns) != 2 || used.Columns[1].Label.S != "c" {
		t.Errorf("columns: %v", used.Columns)
	}
	if len(used.Rows[0].Cells) != 1 || !used.Rows[0].Group {
		t.Errorf("the heading became %v", used.Rows[0])
	}
	if r := used.Rows[1]; r.ID != "x" || len(r.Cells) != 2 || r.Cells[1].Blocks == nil {
		t.Errorf("the row became %v", r)
	}
	if len(table.Columns) != 3 || len(table.Rows[1].Cells) != 3 {
		t.Error("the table itself changed")
	}
}
