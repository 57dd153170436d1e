package doc

import (
	"testing"

	"samsyn/internal/diag"
)

func on(line, from, to int) diag.Range {
	return diag.Range{Start: diag.Pos{Line: line, Column: from}, End: diag.Pos{Line: line, Column: to}}
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
