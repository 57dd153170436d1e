package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// What is written piece by piece is what encoding/json makes of the whole.
func TestJSONByPieces(t *testing.T) {
	type thing struct {
		A string   `json:"a"`
		B []string `json:"b"`
	}
	for _, things := range [][]thing{{}, {{A: "<å>"}}, {{A: "\"", B: []string{"x", "y"}}, {B: []string{}}}} {
		var got, want bytes.Buffer
		to := bufio.NewWriter(&got)
		j := newJSONWriter(to)
		j.raw("{\n  \"things\": ")
		list(j, "  ", slices.Values(things), func(t thing) thing { return t })
		j.raw("\n}\n")
		if err := to.Flush(); err != nil || j.err != nil {
			t.Fatal(err, j.err)
		}
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(map[string]any{"things": things}); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got\n%swant\n%s", got.String(), want.String())
		}
	}
}
