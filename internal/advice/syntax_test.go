package advice

import (
	"errors"
	"strings"
	"testing"

	"samsyn/internal/doc"
)

// Each mistake is told where it is, in words about just that mistake, although the
// parser gives up elsewhere.
func TestSyntaxMistakesAreLedTo(t *testing.T) {
	const sound = "title: Språkvän\nowner: ekby\nnote: \"Över\n  två rader\"\nfollow_up:\n  method: Enkät\n  responsible: ekby\nx: y\n"
	for name, test := range map[string]struct{ old, new, want string }{
		"quote never closed":        {"title: Språkvän", `title: "Språkvän`, "rad 2. Här öppnas ett citattecken"},
		"single quote never closed": {"Enkät", `'Enkät`, "Här öppnas ett citattecken"},
		"text after a quote":        {"title: Språkvän", `title: "Språk" vän`, "rad 2. Det står mer text"},
		"colon in a text":           {"Enkät", "Enkät: webb", "Texten innehåller ett kolon"},
		"colon on the first line":   {"title: Språkvän", "title: Språk: vän", "rad 2. Texten innehåller ett kolon"},
		"indented too much":         {"owner:", "  owner:", "Raden är indragen mer än raden ovanför"},
		"indented too little":       {"  responsible:", " responsible:", "Felet är på rad 8. Indraget stämmer inte"},
		"tab":                       {"  responsible:", "\tresponsible:", "rad 8. Raden börjar med en tabb"},
		"no-break spaces before":    {"  method:", "  method: a\n\u00a0\u00a0method:", "rad 8. På raden står ett hårt mellanslag"},
		"no-break space after":      {"owner: ", "owner:\u00a0", "På raden står ett hårt mellanslag"},
		"no space after a colon":    {"owner: ", "owner:", "mellanslag efter kolonet"},
		"equals sign":               {"owner: ", "owner = ", "likhetstecken"},
		"at sign":                   {"Enkät", "@Enkät", "börjar med @"},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(sound, test.old, test.new, 1)
			if src == sound {
				t.Fatal("nothing is broken")
			}
			_, err := doc.Parse(src)
			var syntax *doc.SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("it is read as %v", err)
			}
			if words, _ := Syntax(syntax, src, 2, syntax.Line+1); !strings.Contains(words.SV, test.want) {
				t.Errorf("%q, want %q", words.SV, test.want)
			}
		})
	}
}

func TestCulprit(t *testing.T) {

	for _, test := range []struct {
		src  string
		want int
	}{
		{"a: b\n", 0},
		{"", 0},
		{"a: b\nc: d: e\n", 2},
		{"a: \"b\n  c\n  d\"\ne: f: g\nh: i\n", 4},
		{"a: [b,\n  c]\nd: e\nf: g: h\n", 4},
		{"a: b: c\nd: e\nf: g\n", 1},
	} {
		if got := culprit(strings.Split(strings.TrimSuffix(test.src, "\n"), "\n")); got != test.want {
			t.Errorf("%q: line %d, want %d", test.src, got, test.want)
		}
	}
}
