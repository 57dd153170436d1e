package search_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/load"
	"samsyn/internal/search"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// client reads the files as the site's script does.
type client struct {
	files  map[string][]byte
	per    int
	shards []string
	read   int // bytes, for the last query
}

func newClient(t *testing.T, files map[string][]byte) *client {
	t.Helper()
	c := &client{files: files}
	var index struct {
		Per    int
		Shards []string
	}
	c.load(t, "index", &index)
	c.per, c.shards = index.Per, index.Shards
	return c
}

func (c *client) load(t *testing.T, name string, into any) {
	t.Helper()
	data := c.files["search/"+name+".json"]
	c.read += len(data)
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

var folder = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e")

func (c *client) shard(word string) string {
	letters := []rune(folder.Replace(word))
	for n := 1; n <= 8; n++ {
		name := ""
		for i := range n {
			switch {
			case i >= len(letters):
				name += "_"
			case letters[i] >= 'a' && letters[i] <= 'z' || letters[i] >= '0' && letters[i] <= '9':
				name += string(letters[i])
			default:
				name += fmt.Sprintf("-%x", letters[i])
			}
		}
		if slices.Contains(c.shards, name) {
			return name
		}
	}
	return ""
}

func fit(form, word string) float64 {
	f, w := folder.Replace(form), folder.Replace(word)
	same := 0
	for same < min(len(f), len(w)) && f[same] == w[same] {
		same++
	}
	switch {
	case form == word:
		return 1
	case f == w:
		return 0.6
	case len(w) > 2 && strings.HasPrefix(f, w):
		return 0.3
	case same >= 4 && float64(same) >= 0.7*float64(len(w)) && len(f)-same < 4:
		return 0.1
	}
	return 0
}

// find gives the paths of the pages that answer a query, best first.
func (c *client) find(t *testing.T, query string) []string {
	t.Helper()
	c.read = 0
	count, score := map[int]int{}, map[int]float64{}
	for _, word := range strings.Fields(strings.ToLower(query)) {
		name := c.shard(word)
		if name == "" {
			continue
		}
		var s struct {
			F map[string]int
			P [][]int
		}
		c.load(t, "w-"+name, &s)
		hits := map[int]float64{}
		for form, n := range s.F {
			for i := 0; i < len(s.P[n]); i += 2 {
				hits[s.P[n][i]] = max(hits[s.P[n][i]], fit(form, word)*float64(s.P[n][i+1]))
			}
		}
		for page, v := range hits {
			if v > 0 {
				count[page]++
				score[page] += v
			}
		}
	}
	pages := slices.Collect(maps.Keys(count))
	slices.SortFunc(pages, func(a, b int) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(score[b], score[a]), cmp.Compare(a, b))
	})
	fetched := map[int]bool{}
	var paths []string
	for _, p := range pages[:min(len(pages), 12)] {
		var titles [][4]string
		name := fmt.Sprintf("t-%d", p/c.per)
		if before := c.read; fetched[p/c.per] {
			c.load(t, name, &titles)
			c.read = before
		} else {
			c.load(t, name, &titles)
		}
		fetched[p/c.per] = true
		paths = append(paths, titles[p%c.per][0])
	}
	return paths
}

func kronoberg(t *testing.T) *client {
	t.Helper()
	tree, err := source.Folder("../..")
	if err != nil {
		t.Fatal(err)
	}
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	var x search.Index
	s := view.New(r.Content, view.Options{})
	for _, e := range s.Pages() {
		x.Add(s.Page(e))
	}
	files, err := x.Files()
	if err != nil {
		t.Fatal(err)
	}
	return newClient(t, files)
}

func TestQueries(t *testing.T) {
	c := kronoberg(t)
	for query, want := range queries {
		got := c.find(t, query)
		if len(got) == 0 || got[0] != want {
			t.Errorf("%q finds first %v, not %s", query, got[:min(3, len(got))], want)
		}
	}
}

// What people look for, and the page that must come first.
var queries = map[string]string{
	"skruvas":                    "plans/2025/skruvas",
	"handslaget":                 "plans/2025/handslaget-kronoberg",
	"skill up":                   "plans/2025/skill-up",
	"yrkeskompetens":             "plans/2025/skill-up",
	"lessebo":                    "parties/lessebo",
	"lessebo kommun":             "parties/lessebo",
	"växjö":                      "parties/vaxjo",
	"vaxjo":                      "parties/vaxjo",
	"älmhult":                    "parties/almhult",
	"almhult":                    "parties/almhult",
	"arbetsförmedlingen":         "parties/arbetsformedlingen",
	"arbetsformedlingen":         "parties/arbetsformedlingen",
	"försäkringskassan":          "parties/forsakringskassan",
	"länsstyrelsen":              "parties/lansstyrelsen",
	"migrationsverket":           "parties/migrationsverket",
	"linneuniversitetet":         "parties/linneuniversitetet",
	"region kronoberg":           "parties/region-kronoberg",
	"hälsa":                      "areas/halsa",
	"halsa":                      "areas/halsa",
	"hälsan":                     "areas/halsa",
	"boende":                     "areas/boende",
	"delaktighet":                "areas/delaktighet",
	"arbetsmarknad":              "areas/arbetsmarknad",
	"kollektivtrafik":            "areas/boende-1",
	"kollektivtrafiken":          "areas/boende-1",
	"boskolor":                   "areas/boende-2",
	"föräldraskap":               "areas/delaktighet-2",
	"volontärer":                 "areas/halsa-4",
	"beredningsgruppen":          "bodies/beredningsgruppen",
	"forum":                      "bodies/forum",
	"kalender":                   "calendar",
	"dokument":                   "documents",
	"öppna data":                 "data",
	"tillgänglighetsredogörelse": "accessibility",
	"handlingsplan 2025":         "plans/2025",
	"indikatorer":                "indicators",
	"organisation":               "organisation",
	"förstå mig rätt":            "resources/forsta-mig-ratt",
	"lätta trycket":              "resources/latta-trycket",
	"ny i länet":                 "join",
	"beslut":                     "decisions",
}

func TestCompoundsAreFoundByTheirParts(t *testing.T) {
	c := kronoberg(t)
	for part, want := range map[string]string{"trafik": "areas/boende-1", "kompetens": "plans/2025/skill-up", "information": "plans/2025/sfi-arbetsliv-samhallsinformation"} {
		if !slices.Contains(c.find(t, part), want) {
			t.Errorf("%q does not find %s", part, want)
		}
	}
}

func TestInflectionsFindTheSame(t *testing.T) {
	c := kronoberg(t)
	for _, forms := range [][]string{{"insats", "insatser", "insatserna"}, {"kommun", "kommuner", "kommunen"}, {"part", "parter"}} {
		first := c.find(t, forms[0])
		for _, f := range forms[1:] {
			got := c.find(t, f)
			shared := 0
			for _, p := range got {
				if slices.Contains(first, p) {
					shared++
				}
			}
			if shared < len(first)/2 {
				t.Errorf("%q and %q share only %d pages: %v %v", forms[0], f, shared, first, got)
			}
		}
	}
}

// A query fetches little, however large the site.
func TestALargeSiteStaysInSmallFiles(t *testing.T) {
	var x search.Index
	words := []string{"språk", "arbete", "hälsa", "boende", "praktik", "mentor", "kör", "förening", "bostad", "kurs"}
	for i := range 20_000 {
		x.Add(&view.Page{
			Path: fmt.Sprintf("plans/%d/insats-%d", 2020+i%10, i), Kind: "initiative", Lang: "sv",
			Title:  view.Text{S: fmt.Sprintf("%s%s nummer%d", words[i%10], words[i/10%10], i)},
			Blocks: []view.Block{view.Para{Line: view.Line{{Text: view.Text{S: strings.Join(words, " ")}}}}},
		})
	}
	files, err := x.Files()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if len(data) > 50_000 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
	c := newClient(t, files)
	for _, q := range []string{"språk", "hälsaboende", "nummer77", "mentor kurs"} {
		if got := c.find(t, q); len(got) == 0 {
			t.Errorf("%q finds nothing", q)
		}
		if c.read > 100_000 && !strings.Contains(q, " ") {
			t.Errorf("%q fetches %d bytes", q, c.read)
		}
	}
}
