package doc

import (
	"testing"

	"samsyn/internal/diag"
)

func on(line, from, to int) diag.Range {
	return diag.Range{Start: diag.At(line, from), End: diag.At(line, to)}
}

func TestReplace(t *testing.T) {
	for _, test := range []struct {
		name, in string
		list     []Splice
		want     string // "" where it is refused
	}{
		{"none", "a", nil, "a"},
		{"one", "å: ä # ö\n", []Splice{{Range: on(1, 4, 5), Old: "ä", New: "längre"}}, "å: längre # ö\n"},
		{"byte order mark", "\ufeffa: b", []Splice{{Range: on(1, 1, 2), Old: "a", New: "c"}}, "\ufeffc: b"},
		{"CRLF and CR", "a\r\nb\rc\nd", []Splice{{Range: on(2, 1, 2), Old: "b", New: "B"}, {Range: on(4, 1, 2), Old: "d", New: "D"}}, "a\r\nB\rc\nD"},
		{"in no order", "a: b\nc: d\n", []Splice{{Range: on(2, 4, 5), Old: "d", New: "D"}, {Range: on(1, 1, 2), Old: "a", New: "A"}}, "A: b\nc: D\n"},
		{"two on a line", "ab: cd", []Splice{{Range: on(1, 1, 3), Old: "ab", New: "x"}, {Range: on(1, 5, 7), Old: "cd", New: "yyy"}}, "x: yyy"},
		{"overlap", "abc", []Splice{{Range: on(1, 1, 3), Old: "ab", New: "x"}, {Range: on(1, 2, 4), Old: "bc", New: "y"}}, ""},
		{"past the line", "a\nb", []Splice{{Range: on(1, 1, 3), Old: "a\n", New: "x"}}, ""},
		{"past the file", "a\n", []Splice{{Range: on(4, 1, 2), Old: "a", New: "x"}}, ""},
		{"something else stands there", "a", []Splice{{Range: on(1, 1, 2), Old: "b", New: "x"}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Replace([]byte(test.in), test.list)
			if (err != nil) != (test.want == "") || string(got) != test.want {
				t.Errorf("got %q %v, want %q", got, err, test.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	text := NewText("a.yaml", []byte("\ufeffå: ä # ö\r\nb\r\n"))
	for _, test := range []struct {
		r    diag.Range
		want string
	}{
		{on(1, 1, 2), "å"}, {on(1, 4, 5), "ä"}, {on(1, 4, 9), "ä # ö"}, {on(2, 1, 2), "b"},
		{on(1, 4, 10), ""}, {on(2, 1, 3), ""}, {on(2, 1, 1), ""}, {on(9, 1, 2), ""}, {on(0, 1, 2), ""}, {on(1, 3, 2), ""},
		{diag.Range{Start: diag.Pos{Line: 1, Column: 1}, End: diag.Pos{Line: 2, Column: 2}}, ""},
	} {
		if got, ok := text.Cut(test.r); got != test.want || ok != (test.want != "") {
			t.Errorf("%v: got %q %v, want %q", test.r, got, ok, test.want)
		}
	}
}
