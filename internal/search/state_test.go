package search_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"samsyn/internal/search"
	"samsyn/internal/view/block"
	pages "samsyn/internal/view/page"
	"samsyn/internal/view/site"
)

// memory is what runs keep for one another, and the files that they leave.
type memory struct {
	mu         sync.Mutex
	old, kept  map[string]note
	was, files map[string][]byte
	made       int // files of words, in this run
}

// note is what was kept of a file, and the file.
type note struct {
	search.Found
	file string
}

// begin begins a run after one that could save what it kept, or could not.
func (m *memory) begin(saved bool) {
	if saved {
		m.old = m.kept
	}
	m.was = m.files
	m.kept, m.files, m.made = maps.Clone(m.old), map[string][]byte{}, 0
	if m.kept == nil {
		m.kept = map[string]note{}
	}
}

func (m *memory) Kept(path string, key site.Key) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, known := m.old[path]
	data, there := m.was[path]
	if !known || !there || n.Key != key || n.file != string(data) {
		return "", false
	}
	m.files[path] = data
	return n.Words, true
}

func (m *memory) Before(path string) (site.Key, string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, known := m.old[path]
	return n.Key, n.Words, known
}

func (m *memory) Keep(path string, key site.Key, found []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept[path] = note{search.Found{Key: key, Words: string(found)}, string(m.files[path])}
	if strings.HasPrefix(path, "search/w-") {
		m.made++
	}
}

// run makes the index of some pages as a build does.
func (m *memory) run(t *testing.T, pages []*pages.Page) map[string][]byte {
	t.Helper()
	var x search.Index
	for _, p := range pages {
		path := p.Path + ".html"
		// As of a real page, the key tells of all, and of more than the words.
		key := site.Key(sha256.Sum256(fmt.Appendf(nil, "%s %s %s %v %v", p.Path, strconv.Itoa(p.Weight)+strconv.FormatBool(p.Unsearched), p.Title.S, p.Blocks, p.Crumbs)))
		if found, ok := m.Kept(path, key); ok {
			x.Add(search.Found{Key: key, Words: found}, search.Found{})
			continue
		}
		var was search.Found
		was.Key, was.Words, _ = m.Before(path)
		found := search.Of(p)
		x.Add(search.Found{Key: key, Words: string(found)}, was)
		m.put(path, []byte(path))
		m.Keep(path, key, found)
	}
	if err := x.Write(m.put, m); err != nil {
		t.Fatal(err)
	}
	return of(m.files)
}

func (m *memory) put(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = data
	return nil
}

// of are the files of the index.
func of(files map[string][]byte) map[string][]byte {
	index := maps.Clone(files)
	maps.DeleteFunc(index, func(path string, _ []byte) bool { return !strings.HasPrefix(path, "search/") })
	return index
}

// clean is the index of pages when nothing is remembered.
func clean(t *testing.T, pages []*pages.Page) map[string][]byte {
	t.Helper()
	var x search.Index
	for _, p := range pages {
		add(&x, p)
	}
	return written(t, &x, nil)
}

func same(t *testing.T, what string, got, want map[string][]byte) {
	t.Helper()
	for path, data := range want {
		if !bytes.Equal(got[path], data) {
			t.Fatalf("%s: %s is\n%.300s\nin a clean run\n%.300s", what, path, got[path], data)
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%s: %d files, in a clean run %d", what, len(got), len(want))
	}
}

// roots make words and compounds, with endings that stemming takes off, with an s
// between, and with some that are exceptions to it.
var roots = strings.Fields("språk stöd arbete marknad kommun hälsa bostad bostäder länder land klimat anpassning skola förening väg ledning möte rådgivning praktik barn familj kvinna grupp samhälle information trygghet kraft vård kör sång ö")

func anyWord(rnd *rand.Rand) string {
	w := roots[rnd.IntN(len(roots))]
	switch rnd.IntN(6) {
	case 0:
		w += "s"
		fallthrough
	case 1, 2:
		w += roots[rnd.IntN(len(roots))]
	case 3:
		w = fmt.Sprint(rnd.IntN(300))
	}
	return w + []string{"", "", "", "en", "erna", "s"}[rnd.IntN(6)]
}

func someWords(rnd *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = anyWord(rnd)
	}
	return strings.Join(words, " ")
}

func anyPage(rnd *rand.Rand, path string) *pages.Page {
	return &pages.Page{Path: path, Weight: 6, Lang: "sv", Title: block.Plain(someWords(rnd, 3)), Blocks: []block.Block{para(someWords(rnd, 20))}}
}

func para(s string) block.Para { return block.Para{Line: block.Line{{Text: block.Plain(s)}}} }

// edit gives a page that differs somewhat.
func edit(rnd *rand.Rand, p *pages.Page) *pages.Page {
	other := *p
	text := strings.Fields(p.Blocks[0].(block.Para).Line[0].S)
	switch rnd.IntN(8) {
	case 0:
		other.Title = block.Plain(someWords(rnd, 2))
	case 1:
		other.Weight, other.Unsearched = []int{0, 6, 30}[rnd.IntN(3)], rnd.IntN(5) == 0
	case 2:
		text = slices.Delete(text, 0, min(len(text), 3))
	case 3:
		text = append(text, text[:min(len(text), 2)]...)
	case 4:
		other.Crumbs = []block.Link{{Label: block.Plain("Något")}, {Label: block.Plain(anyWord(rnd))}}
	case 5:
		slices.Reverse(text) // the same words
	default:
		text = append(text, anyWord(rnd))
	}
	other.Blocks = []block.Block{para(strings.Join(text, " "))}
	return &other
}

// Over random edits, an index that is renewed is that of a clean run, byte for byte.
func TestARenewedIndexEqualsACleanOne(t *testing.T) {
	for seed := range uint64(3) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		var pages []*pages.Page
		for i := range 40 + 120*int(seed%3) {
			pages = append(pages, anyPage(rnd, fmt.Sprintf("plans/%04d", i)))
		}
		var m memory
		made, kept := 0, 0
		for round := range 25 {
			if round > 0 {
				for range 1 + rnd.IntN(3) {
					n := rnd.IntN(len(pages))
					switch rnd.IntN(25) {
					case 0:
						pages = slices.Delete(pages, n, n+1)
					case 1:
						pages = append(pages, anyPage(rnd, fmt.Sprintf("plans/%04d-ny", round)))
					case 2:
						other := *pages[n]
						other.Path += "-igen"
						pages[n] = &other
					default:
						pages[n] = edit(rnd, pages[n])
					}
				}
			}
			m.begin(rnd.IntN(3) > 0)
			if path := anyPath(rnd, m.was); path != "" && rnd.IntN(3) == 0 {
				m.was[path] = []byte("någon har varit här")
			}
			got := m.run(t, pages)
			same(t, fmt.Sprintf("seed %d, round %d", seed, round), got, clean(t, pages))
			for path := range got {
				if strings.HasPrefix(path, "search/w-") {
					kept++
				}
			}
			made += m.made
		}
		if kept -= made; kept < made/4 {
			t.Errorf("seed %d: %d files were kept, %d made", seed, kept, made)
		}
	}
}

func anyPath(rnd *rand.Rand, files map[string][]byte) string {
	if len(files) == 0 {
		return ""
	}
	return slices.Sorted(maps.Keys(files))[rnd.IntN(len(files))]
}

// A word more or less on a page touches few files.
func TestAWordTouchesFewFiles(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	var pages []*pages.Page
	for i := range 1000 {
		pages = append(pages, anyPage(rnd, fmt.Sprintf("plans/%03d", i)))
	}
	text := pages[500].Blocks[0].(block.Para).Line[0].S
	for _, saved := range []bool{true, false} {
		var m memory
		all := 0
		for n, words := range []string{
			"skolxylofoner marimba", // the first time, all is made
			"skolxylofoner marimba kör", "skolxylofoner marimba kör språkvägar",
			"skolxylofoner marimba xylofon", "skolxylofoner", "skolxylofoner kör",
			"skolxylofoner marimba", "skolxylofoner marimba",
		} {
			p := *pages[500]
			p.Blocks = []block.Block{para(text + " " + words)}
			pages[500] = &p
			m.begin(saved || n == 1)
			same(t, words, m.run(t, pages), clean(t, pages))
			if n == 0 {
				all = m.made
			} else if m.made > all/4 {
				t.Errorf("%q: %d files of %d are made", words, m.made, all)
			}
		}
		if m.made != 0 {
			t.Errorf("%d files are made where nothing has changed", m.made)
		}
	}
}

// Where the state is of other pages, there is a new one after the run, also if
// nearly all files were kept.
func TestAStateOfOtherPagesIsReplaced(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	var list []*pages.Page
	for i := range 400 {
		list = append(list, anyPage(rnd, fmt.Sprintf("plans/%03d", i)))
	}
	var m memory
	m.begin(true)
	m.run(t, list)
	first := m.kept[stateOf].Words
	m.begin(true)
	last := &pages.Page{Path: "sist", Weight: 6, Lang: "sv", Title: block.Plain("Zoologi")}
	all := m.run(t, append(list, last))
	if m.made == 0 || m.made > len(all)/4 {
		t.Fatalf("%d files of %d are made", m.made, len(all))
	}
	if m.kept[stateOf].Words == first {
		t.Error("the state is that of the list before")
	}
}

// A plural whose stem is not its beginning is found in compounds as soon as there is
// another word with that stem, and no longer than that.
func TestPartsThatAreExceptions(t *testing.T) {
	list := []*pages.Page{{Path: "b", Weight: 6, Lang: "sv", Title: block.Plain("Skolländer")}}
	for i := range 200 {
		list = append(list, &pages.Page{Path: fmt.Sprint("c", i), Weight: 6, Lang: "sv", Title: block.Plain("Annat")})
	}
	var m memory
	for _, title := range []string{"Öar", "Land", "Öar"} {
		m.begin(true)
		got := m.run(t, append([]*pages.Page{{Path: "a", Weight: 6, Lang: "sv", Title: block.Plain(title)}}, list...))
		same(t, title, got, clean(t, append([]*pages.Page{{Path: "a", Weight: 6, Lang: "sv", Title: block.Plain(title)}}, list...)))
		if found := bytes.Contains(got["search/w-l.json"], []byte(`"länder"`)); found != (title == "Land") {
			t.Errorf("%s: länder is found: %v", title, found)
		}
	}
}

const stateOf = "search/index.json"

// A state that is damaged, of something else or of another time is left alone.
func TestAStateThatIsNone(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 9))
	var list []*pages.Page
	for i := range 60 {
		list = append(list, anyPage(rnd, fmt.Sprintf("plans/%02d", i)))
	}
	var m memory
	m.begin(true)
	m.run(t, list)
	whole := m.kept[stateOf].Words
	if whole == "" {
		t.Fatal("no state is kept")
	}
	list[7] = edit(rnd, list[7])
	want := clean(t, list)
	for range 100 {
		bad := []byte(whole)
		switch rnd.IntN(3) {
		case 0:
			bad = bad[:rnd.IntN(len(bad))]
		case 1:
			bad[rnd.IntN(len(bad))] ^= 1 << rnd.IntN(8)
		case 2:
			bad = append(bad, bad[rnd.IntN(len(bad)):]...)
		}
		m.begin(true)
		n := m.old[stateOf]
		n.Words = string(bad)
		m.old[stateOf] = n
		same(t, "damaged", m.run(t, list), want)
		m.kept = m.old
	}
}

// Whatever a state says, nothing panics.
func FuzzState(f *testing.F) {
	list := []*pages.Page{{Path: "a", Weight: 30, Lang: "sv", Title: block.Plain("Språkstöd på jobbet")}, {Path: "b", Lang: "sv", Title: block.Plain("Länder")}}
	var t testing.T
	var m memory
	m.begin(true)
	m.run(&t, list)
	f.Add([]byte(m.kept[stateOf].Words[4:]))
	f.Fuzz(func(t *testing.T, state []byte) {
		var again memory
		again.kept = maps.Clone(m.kept)
		again.begin(true)
		sum := crc32.Checksum(state, crc32.MakeTable(crc32.Castagnoli))
		again.old[stateOf] = note{search.Found{Words: string(binary.LittleEndian.AppendUint32(nil, sum)) + string(state)}, ""}
		changed := *list[1]
		changed.Title = block.Plain("Landsting")
		again.run(t, []*pages.Page{list[0], &changed})
	})
}
