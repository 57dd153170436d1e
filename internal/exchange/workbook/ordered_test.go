package workbook

import (
	"io"
	"testing"

	"samsyn/internal/exchange/grid"
)

// A sheet whose part the library called something else would go out without its rows.
func TestNoSheetIsLeft(t *testing.T) {
	o := (&writer{}).inOrder(io.Discard, &grid.Book{Sheets: []grid.Sheet{{Title: "Insatser"}}})
	if _, err := o.Create("xl/worksheets/sheet02.xml"); err != nil {
		t.Fatal(err)
	}
	if o.Close() == nil {
		t.Error("a sheet went out without its rows")
	}
}
