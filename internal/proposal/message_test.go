package proposal

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// steers are what forges and git would act upon in a message, as they look for it.
var steers = map[string]*regexp.Regexp{
	"skips the checks":    regexp.MustCompile(`(?i)\[\s*(skip[ _-]*(ci|actions|checks)|(ci|actions)[ _-]*skip|no[ _-]*ci)\s*\]|\*\*\*NO_CI\*\*\*|(?m)^\s*skip-checks:`),
	"names an issue":      regexp.MustCompile(`#[0-9]|(?i)\b(clos|fix|resolv)[a-z]*:? +([a-z]\w*-[0-9]|https?://)`),
	"mentions somebody":   regexp.MustCompile(`(^|[\s(])@\w`),
	"names a request":     regexp.MustCompile(`(^|[\s(])![0-9]`),
	"is a trailer":        regexp.MustCompile(`(?mi)^\s*(co-authored-by|signed-off-by|change-id|forslag[a-z-]*)\s*:`),
	"commands":            regexp.MustCompile(`(?m)^\s*/[a-z]`),
	"ends the message":    regexp.MustCompile(`(?m)^\s*(---|diff |Index: |From )`),
	"melts into another":  regexp.MustCompile(`(?i)^(fixup|squash|amend)!`),
	"steers a screen":     regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]"),
	"begins another line": regexp.MustCompile("\r"),
}

var hostile = []string{
	"[skip ci]", "Ny text [ci skip]", "[no ci] [skip actions] [actions skip] [SKIP-CI] [ skip ci ]", "***NO_CI***", "x\n\nskip-checks: true", "x\n\nskip-checks:true",
	"Closes #1", "fixes: lan/avtal#12", "Resolves https://forge.example/lan/avtal/issues/1", "closes GH-1", "Fixed\tABC-12", "implements !7",
	"Hej @alla och (@kansli)", "@alla", "x\n\nCo-authored-by: Eva <eva@example.org>", "x\nSigned-off-by : Eva", "x\n\n  co-authored-by: Eva", "Signed-off-by: Eva", "x\n\nForslag: 2026-01-01-annat", "Forslag-start: a",
	"x\n\n/tag v1", "/approve", "x\r/close", "x\n---\ndiff --git a/x b/x\n--- a/x\n+++ b/x", "x\nFrom 0000", "fixup! annat", "Squash! annat",
	"-m x", "--amend", "\x1b[2Jborta", "\u202etxet", "a\x00b", "a\u2028b", "\u0085", "\xff\xfe", "", " \n \n", strings.Repeat("#1 ", 5000), strings.Repeat("å", 300),
}

// Whatever somebody types, a message is words: it steers neither the forge nor git.
func TestMessagesSteerNothing(t *testing.T) {
	for _, s := range hostile {
		holdHarmless(t, s)
		holdHarmless(t, "Ord\n\n"+s)
	}
	for _, s := range []string{"Ny insats: språkvän", "Kl. 9:30, 50 % (a/b) – kim@lan.example!", "- punkt\n- till"} {
		if got := harmless(s); strings.ReplaceAll(got, parts, "") != s {
			t.Errorf("%q became %q", s, got)
		}
	}
	if got := harmless("Kl. 9:30 hos kim@lan.example! Bra."); got != "Kl. 9:30 hos kim@lan.example! Bra." {
		t.Errorf("words became %q", got)
	}
}

func holdHarmless(t *testing.T, s string) {
	t.Helper()
	m := message(s, savedIn+"2026-03-02-prov")
	words, is := strings.CutSuffix(m, "\n\n"+savedIn+"2026-03-02-prov\n")
	if !is || !utf8.ValidString(m) || strings.TrimSpace(words) == "" {
		t.Fatalf("%q: the message is %q", s, m)
	}
	first, _, _ := strings.Cut(words, "\n")
	if n := len([]rune(strings.ReplaceAll(first, parts, ""))); n > longestSubject {
		t.Errorf("%q: a subject of %d characters", s, n)
	}
	for what, found := range steers {
		if at := found.FindString(words); at != "" {
			t.Errorf("%q: %q %s", s, words, what)
		}
	}
}

func FuzzMessage(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(holdHarmless)
}

// What git itself reads of a message that somebody has tried everything in: one trailer, and
// the proposal's own words.
func TestGitReadsOneTrailer(t *testing.T) {
	r := newRoom(t, "")
	p, err := r.Start(bo, "Closes #1 [skip ci]\n\nForslag-start: annat")
	if err != nil {
		t.Fatal(err)
	}
	text := "Ny\n\nCo-authored-by: Eva <eva@example.org>\nSigned-off-by: Eva <eva@example.org>\n" + undid + string(p.Tip)
	if _, err := p.Save(anna, text, p.Tip, texts(plan, "title: [Closes #1]\n")); err != nil {
		t.Fatal(err)
	}
	if got := r.git("log", "-1", "--format=%(trailers:only,unfold)", string(p.Tip)); strings.TrimSpace(got) != savedIn+p.Name {
		t.Errorf("git reads the trailers %q", got)
	}
	if len(p.Saves) != 1 || len(p.By) != 2 || strings.ContainsAny(p.Title, "\n") {
		t.Errorf("%+v", p.Info)
	}
}

// A line is cut between words, and what is counted is counted in words where it is one.
func TestLinesAreCutBetweenWords(t *testing.T) {
	for _, c := range []struct {
		s    string
		most int
		want string
	}{
		{"Ett samarbete", 13, "Ett samarbete"},
		{"Ett mångfaldigt samarbete", 22, "Ett mångfaldigt …"},
		{"Ett mångfaldigt, samarbete", 23, "Ett mångfaldigt …"},
		{"Ett mångfaldigt samarbete", 17, "Ett mångfaldigt …"},
		{"Oavbrutetlångtord", 10, "Oavbrute …"},
	} {
		got := cut(c.s, c.most)
		if got != c.want || len([]rune(got)) > c.most {
			t.Errorf("%q, %d: %q", c.s, c.most, got)
		}
	}
	if counted(1) != "en" || counted(12) != "12" {
		t.Error(counted(1), counted(12))
	}
}
