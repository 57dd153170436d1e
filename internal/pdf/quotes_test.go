package pdf

import "testing"

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"sv", `område 1, "Vi växer"`, "område 1, ”Vi växer”"},
		{"sv", `"2025" är ett år`, "”2025” är ett år"},
		{"sv", `en skärm på 15" och "en till"`, "en skärm på 15\" och ”en till”"},
		{"sv", `Lars' bok, 6' lång`, "Lars’ bok, 6' lång"},
		{"sv-SE", "redan ”rätt”", "redan ”rätt”"},
		{"en", `the "sub-goals" (or "goals")`, "the “sub-goals” (or “goals”)"},
		{"ar", `"x"`, `"x"`},
	} {
		q := newQuotes(c.lang)
		if got := q.curl(c.in); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.lang, c.in, got, c.want)
		}
	}
}

// A quotation may begin in one span and end in another, with code between.
func TestQuotesGoOn(t *testing.T) {
	q := newQuotes("en")
	got := q.curl(`he said "`)
	q.pass("x = 1")
	if got += q.curl(`" twice`); got != "he said “” twice" {
		t.Errorf("got %q", got)
	}
}
