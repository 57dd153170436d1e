package canon

import (
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

var content = map[string]string{
	"samsyn.yaml":                 "title: Prov\npublisher: b\nbase_url: https://example.org\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Överenskommelse\nsubtitle: För ett gott mottagande\nshort_title: ÖK\nperiod:\n  from: 2020\n  to: 2024\nstatus: adopted\nchapters:\n  - file: text/ett.md\n  - part: areas\n  - file: text/tva.md\ntarget_groups:\n  - id: nya\n    name: Nya invånare\n    rank: primary\n    definition: De som är nya.\nterms:\n  - term: Etablering\n    definition: Vägen till arbete.\n",
	"agreement/text/ett.md":       "# Ett\n\nFörsta stycket med *betonad* text och\nen rad till.\n\n* en punkt\n* en till\n\n1. först\n2. sedan\n",
	"agreement/text/tva.md":       "# Två\n\nAndra stycket, se [lagen](https://example.org/lag \"Lagen\").\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete\norder: 1\nsub_goals:\n  - id: arbete-d1\n    text: Fler ska ha ett arbete.\ncooperation_areas:\n  - id: arbete-1\n    text: Öppna fler arbetsplatser.\n  - id: arbete-2\n    text: Skapa mötesplatser.\n---\n\nArbete är viktigt.\n",
	"agreement/areas/boende.md":   "---\ntitle: Boende\norder: 2\n---\n\nAlla ska bo.\n",
	"agreement/parties.yaml":      "parties:\n  - id: a\n    name: Alvesta\n    kind: municipality\n  - id: b\n    name: Region\n    kind: region\n",
	"agreement/organisation.yaml": "bodies:\n  - id: forum\n    name: Forum\n    role: decides\n",
}

// loaded gives the content, with some files put differently.
func loaded(t testing.TB, change map[string]string) *model.Content {
	t.Helper()
	files := maps.Clone(content)
	maps.Copy(files, change)
	return loadtest.Sound(t, loadtest.Files(files))
}

func replace(path string, pairs ...string) map[string]string {
	return map[string]string{path: strings.NewReplacer(pairs...).Replace(content[path])}
}

func TestSignedDigestIsFixed(t *testing.T) {
	// Digests stand in signed documents. If this test fails, every signature of
	// an agreement breaks: bring back the old form.
	const wanted = "sha256:f284e14bd001338c250a9d8a99048e4acf1e851acc607ea3e8d026c4a4ed2c55"
	if got := Signed(loaded(t, nil)).Whole; got != wanted {
		t.Errorf("got %s", got)
	}
}

func TestFormMakesNoDifference(t *testing.T) {
	whole := Signed(loaded(t, nil))
	for name, change := range map[string]map[string]string{
		"line ends":        {"agreement/text/ett.md": strings.ReplaceAll(content["agreement/text/ett.md"], "\n", "\r\n")},
		"decomposed":       {"agreement/text/ett.md": norm.NFD.String(content["agreement/text/ett.md"])},
		"wrapped":          replace("agreement/text/ett.md", "text och\nen rad", "text\noch en   rad", "Första stycket", "Första\nstycket"),
		"other bullets":    replace("agreement/text/ett.md", "* en", "- en", "*betonad*", "_betonad_"),
		"loose list":       replace("agreement/text/ett.md", "punkt\n*", "punkt\n\n*"),
		"other headings":   replace("agreement/text/ett.md", "# Ett\n", "Ett\n===\n"),
		"column alignment": replace("agreement/text/tva.md", "|---|---|", "|:-:|--:|", "| 1 | 2 |", "|  1|2  |"),
		"key order":        replace("agreement/areas/arbete.md", "title: Arbete\norder: 1\n", "order: 1\ntitle: \"Arbete\"\n"),
		"folded yaml":      replace("agreement/areas/arbete.md", "text: Öppna fler arbetsplatser.", "text: >-\n      Öppna fler\n      arbetsplatser."),
		"bodies":           replace("agreement/organisation.yaml", "name: Forum", "name: Nya forumet"),
		"party's name":     replace("agreement/parties.yaml", "name: Alvesta", "name: Alvesta kommun"),
		"status":           replace("agreement/agreement.yaml", "status: adopted", "status: draft"),
	} {
		if got := Signed(loaded(t, change)); got.Whole != whole.Whole {
			t.Errorf("%s changed the digest", name)
		}
	}
}

func TestSubstanceMakesADifference(t *testing.T) {
	whole := Signed(loaded(t, nil))
	for name, c := range map[string]struct {
		change map[string]string
		parts  []string
	}{
		"a word":            {replace("agreement/text/ett.md", "Första", "Andra"), []string{"chapter/ett"}},
		"emphasis":          {replace("agreement/text/ett.md", "*betonad*", "betonad"), []string{"chapter/ett"}},
		"two words in one":  {replace("agreement/text/ett.md", "en rad till", "en radtill"), []string{"chapter/ett"}},
		"order of points":   {replace("agreement/text/ett.md", "en punkt", "en till", "en till", "en punkt"), []string{"chapter/ett"}},
		"a link's target":   {replace("agreement/text/tva.md", "/lag ", "/annan "), []string{"chapter/tva"}},
		"a cell":            {replace("agreement/text/tva.md", "| 1 | 2 |", "| 2 | 1 |"), []string{"chapter/tva"}},
		"a number":          {replace("agreement/agreement.yaml", "2024", "2025"), []string{"agreement"}},
		"order of chapters": {replace("agreement/agreement.yaml", "ett.md", "tva.md", "tva.md", "ett.md"), nil},
		"order of areas":    {replace("agreement/areas/arbete.md", "order: 1", "order: 3"), nil},
		"a sub-goal":        {replace("agreement/areas/arbete.md", "ska ha ett", "ska få ett"), []string{"area/arbete"}},
		"order of cooperation areas": {replace("agreement/areas/arbete.md", "Öppna fler arbetsplatser.", "Skapa mötesplatser.", "Skapa mötesplatser.", "Öppna fler arbetsplatser."),
			[]string{"area/arbete"}},
		"an introduction": {replace("agreement/areas/boende.md", "Alla", "Några"), []string{"area/boende"}},
		"a term":          {replace("agreement/agreement.yaml", "Vägen", "Stigen"), []string{"terms"}},
		"a target group":  {replace("agreement/agreement.yaml", "rank: primary", "rank: secondary"), []string{"target-groups"}},
		"a party": {map[string]string{"agreement/parties.yaml": content["agreement/parties.yaml"] + "  - id: c\n    name: C\n    kind: other\n"},
			[]string{"parties"}},
	} {
		got := Signed(loaded(t, c.change))
		if got.Whole == whole.Whole {
			t.Errorf("%s left the digest as it was", name)
		}
		var changed []string
		for part, d := range got.Parts {
			if whole.Parts[part] != d {
				changed = append(changed, part)
			}
		}
		slices.Sort(changed)
		if !slices.Equal(changed, c.parts) || len(got.Parts) != len(whole.Parts) {
			t.Errorf("%s changed the parts %v, want %v", name, changed, c.parts)
		}
	}
}

func TestWording(t *testing.T) {
	c := loaded(t, nil)
	other := loaded(t, replace("agreement/areas/arbete.md", "Öppna fler", "Öppna  några", "title: Arbete", "title: Jobb"))
	for _, w := range []struct {
		ref     string
		there   bool
		changed bool
	}{{"arbete-1", true, true}, {"arbete-2", true, false}, {"arbete-d1", true, false}, {"boende", true, false}, {"arbete", true, true}, {"x", false, false}} {
		before, ok := Wording(c, w.ref)
		after, _ := Wording(other, w.ref)
		if ok != w.there || ok && !regexp.MustCompile(`^sha256:[0-9a-f]{64}$`).MatchString(before) || (before != after) != w.changed {
			t.Errorf("%s: %q, %q", w.ref, before, after)
		}
	}
}

func TestOfThings(t *testing.T) {
	c, d := loaded(t, nil), loaded(t, replace("agreement/areas/arbete.md", "title: Arbete\norder: 1\n", "order: 1\n\n\ntitle: Arbete\n"))
	if Of(c.Areas[0]) != Of(d.Areas[0]) {
		t.Error("where a field stands changed the thing")
	}
	if Of(c.Areas[0]) == Of(c.Areas[1]) || Of(&c.Parties.Parties[0]) == Of(&c.Parties.Parties[1]) {
		t.Error("different things are equal")
	}
	if Of(c.Parties.Parties[0]) != Of(&c.Parties.Parties[0]) {
		t.Error("a pointer makes a difference")
	}
	e := loaded(t, replace("agreement/areas/arbete.md", "id: arbete-2", "id: arbete-3"))
	if Of(c.Areas[0]) == Of(e.Areas[0]) {
		t.Error("an identifier makes no difference")
	}
}

// Paragraphs wrapped anew anywhere are the same; a word changed is not.
func FuzzWrapping(f *testing.F) {
	f.Add("Kommunen och *föreningen* möts, se [planen](plan.md), och [^1] talar.", uint64(1))
	f.Add("- en **två tre** fyra\n- `kod här` fem", uint64(2))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		words := regexp.MustCompile(`[a-zåäö]+`).FindAllString(text, -1)
		if len(words) < 2 {
			return
		}
		wrapped := words[0]
		for _, w := range words[1:] {
			wrapped += []string{" ", "\n", "  \t", " \r\n"}[rnd.IntN(4)] + w
		}
		flat := strings.Join(words, " ")
		if of(t, flat) != of(t, strings.ReplaceAll(wrapped, "\r\n", "\n")) {
			t.Errorf("%q and %q differ", flat, wrapped)
		}
		if of(t, flat) == of(t, flat+"x") {
			t.Errorf("%q with another word is the same", flat)
		}
		_ = of(t, text) // whatever it is, it has a form
	})
}

func of(t *testing.T, text string) string {
	d, err := prose.Parse("x.md", 1, []byte(text))
	if err != nil {
		return ""
	}
	return digest("test", Prose(d))
}

func TestFile(t *testing.T) {
	md := "---\ntitle: Språkvän\nowner: a\ndue:\n  - 2025-06-30\n---\n\nTvå personer\nträffas.\n"
	for name, c := range map[string]struct {
		path, one, other string
		same             bool
	}{
		"wrapped and reordered": {"x.md", md, "---\r\nowner: 'a'\r\ndue: [\"2025-06-30\"]\r\ntitle: Språkvän\r\n---\r\nTvå personer träffas.", true},
		"comment":               {"x.yaml", "a: 1\n", "# nytt\na: 1 # ett\n", true},
		"null is absent":        {"x.yaml", "a: 1\nb:\n", "a: 1\n", true},
		"other word":            {"x.md", md, strings.Replace(md, "träffas", "ses", 1), false},
		"other order":           {"x.yaml", "a: [1, 2]\n", "a: [2, 1]\n", false},
		"text is no number":     {"x.yaml", "a: 1\n", "a: '1'\n", false},
		"no YAML":               {"x.yaml", "a: [\n", "a:  [\n", false},
		"twice the same key":    {"x.yaml", "a: 1\na: 2\n", "a: 2\na: 2\n", false},
		"no front matter":       {"x.md", "# Ett\ntext\n", "Ett\n===\n\ntext\n", true},
		"other file":            {"x.png", "ab", "a b", false},
	} {
		if got := File(c.path, []byte(c.one)) == File(c.path, []byte(c.other)); got != c.same {
			t.Errorf("%s: same is %t", name, got)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("---\na: &x [1]\nb: *x\n---\n# T\n")
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"x.md", "x.yaml"} {
			if one, again := File(name, []byte(s)), File(name, []byte(s)); one != again {
				t.Error("two digests for one file")
			}
		}
	})
}
