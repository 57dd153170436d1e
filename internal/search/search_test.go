package search_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/search"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	pages "samsyn/internal/view/page"
	"samsyn/internal/view/site"
)

// client reads the files as the site's script does.
type client struct {
	files  map[string][]byte
	per    int
	shards []string
	common []string
	read   int // bytes, for the last query
}

func newClient(t *testing.T, files map[string][]byte) *client {
	t.Helper()
	c := &client{files: files}
	var index struct {
		Per    int
		Shards []string
		Common []string
	}
	c.load(t, "index", &index)
	c.per, c.shards, c.common = index.Per, index.Shards, index.Common
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

// misspelt allows one letter too many, too few or wrong, two in a long word, and
// a form with an ending.
func misspelt(form, word string) float64 {
	f, w := []rune(folder.Replace(form)), []rune(folder.Replace(word))
	most := 1
	if len(w) > 9 {
		most = 2
	}
	if len(w) < 5 || len(f)-len(w) > 4 || len(w)-len(f) > most {
		return 0
	}
	row := make([]int, len(w)+1)
	for j := range row {
		row[j] = j
	}
	best := len(w)
	for i, c := range f {
		before := row[0]
		row[0] = i + 1
		for j, d := range w {
			cost := before
			if c != d {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
		best = min(best, row[len(w)])
	}
	if best > most {
		return 0
	}
	return 0.1 / float64(1+best)
}

// find gives the paths of the pages that answer a query, best first.
func (c *client) find(t *testing.T, query string) []string {
	t.Helper()
	c.read = 0
	count, score := map[int]int{}, map[int]float64{}
	words := strings.FieldsFunc(strings.ToLower(query), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	for _, word := range words {
		if slices.Contains(c.common, word) {
			continue
		}
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
		for _, fit := range []func(form, word string) float64{fit, misspelt} {
			for form, n := range s.F {
				for i := 0; fit(form, word) > 0 && i < len(s.P[n]); i += 2 {
					hits[s.P[n][i]] = max(hits[s.P[n][i]], fit(form, word)*float64(s.P[n][i+1]))
				}
			}
			if len(hits) > 0 {
				break
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

func kronoberg(t *testing.T) *client { return county(t, "../..") }

// county is the index of a folder's content.
func county(t *testing.T, folder string) *client {
	t.Helper()
	var x search.Index
	s := site.New(view.New(loadtest.Folder(t, folder), view.Options{}))
	for _, e := range s.Pages() {
		add(&x, s.Page(e))
	}
	files := written(t, &x)
	return newClient(t, files)
}

func add(x *search.Index, p *pages.Page) { x.Add(search.Of(p)) }

// written are the files of an index by their paths.
func written(t *testing.T, x *search.Index) map[string][]byte {
	t.Helper()
	var mu sync.Mutex
	files := map[string][]byte{}
	err := x.Write(func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
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
	if testing.Short() {
		t.Skip("what is at work at once is so in a small site too")
	}
	var x search.Index
	words := []string{"språk", "arbete", "hälsa", "boende", "praktik", "mentor", "kör", "förening", "bostad", "kurs"}
	for i := range 20_000 {
		add(&x, &pages.Page{
			Path: fmt.Sprintf("plans/%d/insats-%d", 2020+i%10, i), Weight: 6, Lang: "sv",
			Title:  block.Text{S: fmt.Sprintf("%s%s nummer%d", words[i%10], words[i/10%10], i)},
			Blocks: []block.Block{block.Para{Line: block.Line{{Text: block.Text{S: strings.Join(words, " ")}}}}},
		})
	}
	files := written(t, &x)
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

// The index does not tell in which order it was given the pages.
func TestTheOrderOfPagesIsNothing(t *testing.T) {
	var forth, back search.Index
	s := site.New(view.New(loadtest.Folder(t, "../.."), view.Options{}))
	var all []search.Found
	for _, e := range s.Pages() {
		all = append(all, search.Of(s.Page(e)))
	}
	for n := range all {
		forth.Add(all[n])
		back.Add(all[len(all)-1-n])
	}
	want, got := written(t, &forth), written(t, &back)
	if !maps.EqualFunc(want, got, bytes.Equal) {
		t.Error("the files are others where the pages came in another order")
	}
}

// What was kept of a page may have been damaged.
func TestWordsThatAreNone(t *testing.T) {
	good := search.Of(&pages.Page{Path: "a", Lang: "sv", Weight: 6, Title: block.Plain("Språkstöd på jobbet")})
	for _, bad := range []string{"", "\n", "ord", " ord\n", "9999999999999999999999 ord\n", "-1 ord\n", good.Words[:len(good.Words)-3], "\xff \xff"} {
		var x search.Index
		x.Add(good)
		damaged := good
		damaged.Path, damaged.Words = "b", bad
		x.Add(damaged)
		if c := newClient(t, written(t, &x)); !slices.Contains(c.find(t, "språkstöd"), "a") {
			t.Errorf("%q: the other page is not found any more", bad)
		}
	}
}

// Who searches for one of the words that mean the same finds what says another.
func TestSynonyms(t *testing.T) {
	x := search.Index{Synonyms: [][]string{{"sfi", "svenska för invandrare"}, {"praktik", "arbetsplatsförlagt lärande"}, {"", "och", "kör"}}}
	for path, text := range map[string]string{
		"a": "Kurser i sfi på kvällar", "b": "Undervisning i svenska, för den som är invandrare",
		"c": "Svenska klubben", "d": "Sommarens praktikplatser", "e": "Lärande i kör",
	} {
		add(&x, &pages.Page{Path: path, Lang: "sv", Title: block.Plain("Sida " + path), Blocks: []block.Block{block.Para{Line: block.Line{{Text: block.Plain(text)}}}}})
	}
	c := newClient(t, written(t, &x))
	for query, want := range map[string][]string{
		"sfi": {"a", "b"}, "svenska invandrare": {"a", "b"}, "arbetsplatsförlagt": {"d"}, "kör": {"e"}, "klubben": {"c"},
	} {
		got := c.find(t, query)
		got = slices.Sorted(slices.Values(got[:min(len(got), len(want))]))
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v first, want %v", query, got, want)
		}
	}
	if got := c.find(t, "sfi"); slices.Contains(got, "c") {
		t.Errorf("a page with one of the words alone is found: %v", got)
	}
}
