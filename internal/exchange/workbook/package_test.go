package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"samsyn/internal/diag"
)

// Parts that are small enough each are too much together.
func TestPartsTogether(t *testing.T) {
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	part, err := w.Create("a.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("<a>b</a>"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := open(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	read := func() error { return p.each("a.xml", func(element) error { return nil }) }
	p.read = mostRead - 12 // of which the part takes 8
	if err := read(); err != nil {
		t.Errorf("the first: %v", err)
	}
	for range 3 {
		var why *diag.Refused
		if err := read(); !errors.As(err, &why) {
			t.Errorf("another one: %v", err)
		}
	}
}
