package mend

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

var today = model.Date{Year: 2026, Month: 3, Day: 2}

func TestMeant(t *testing.T) {
	for _, test := range []struct {
		old, guess string
		candidates []string
		want       bool
	}{
		{"alvestz", "alvesta", []string{"alvesta", "lessebo"}, true},
		{"alvest", "alvesta", []string{"alvesta", "alvestb"}, false},
		{"omrade-3", "omrade-1", []string{"omrade-1"}, false},
		{"2024/sprak", "2025/sprak", []string{"2025/sprak"}, false},
		{"omrad-1", "omrade-1", []string{"omrade-1", "omrade-2"}, true},
	} {
		if got := meant(test.old, test.guess, test.candidates); got != test.want {
			t.Errorf("%s → %s of %v: %v", test.old, test.guess, test.candidates, got)
		}
	}
}

// sound is the small repository that the command's scripts use as well.
func sound(t testing.TB) fstest.MapFS {
	a, err := txtar.ParseFile("../cli/testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	return files
}

func TestMendTouchesNothingElse(t *testing.T) {
	files := sound(t)
	file := files["plans/2026/sprak.md"]
	file.Data = bytes.Replace(file.Data, []byte("owner: alvesta"), []byte("ownr: alvestz # kommunen"), 1)
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Collect(maps.Keys(m.Files)); len(got) != 1 || got[0] != "plans/2026/sprak.md" {
		t.Errorf("changed %v", got)
	}
	want := bytes.Replace(sound(t)["plans/2026/sprak.md"].Data, []byte("owner: alvesta"), []byte("owner: alvesta # kommunen"), 1)
	if got := m.Files["plans/2026/sprak.md"]; !bytes.Equal(got, want) {
		t.Errorf("got\n%s", got)
	}
	if m.Result.Errors() != 0 || len(m.Corrections) != 2 || m.LaidOut != nil {
		t.Errorf("%d errors, %v, %v", m.Result.Errors(), m.Corrections, m.LaidOut)
	}
}

// A name that is an identifier but for its letters means it.
func TestMendTakesNamesForIdentifiers(t *testing.T) {
	files := sound(t)
	for name, change := range map[string][2]string{
		"agreement/parties.yaml": {"parties:\n", "parties:\n  - id: oppen-dorr\n    name: Föreningen Öppen dörr\n    kind: civil_society\n"},
		"plans/2026/sprak.md":    {"owner: alvesta", "owner: Öppen dörr"},
	} {
		changed := strings.Replace(string(files[name].Data), change[0], change[1], 1)
		if changed == string(files[name].Data) {
			t.Fatalf("%s has no %q", name, change[0])
		}
		files[name].Data = []byte(changed)
	}
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(m.Files["plans/2026/sprak.md"]); !strings.Contains(got, "owner: oppen-dorr\n") {
		t.Errorf("%v\n%s", m.Corrections, got)
	}
}

// A finding that one correction answers and another makes worse: only the first
// is made.
func TestMendTriesOneByOne(t *testing.T) {
	files := sound(t)
	file := files["plans/2026/sprak.md"]
	text := strings.Replace(string(file.Data), "status: ongoing", "status: ongoin", 1)
	file.Data = []byte(strings.Replace(text, "owner: alvesta\n", "owner: alvesta\nownr: forum\n", 1))
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Corrections) != 1 || m.Corrections[0].New != "ongoing" || m.Result.Errors() != 1 {
		t.Errorf("%v, %d errors", m.Corrections, m.Result.Errors())
	}
}

// However many corrections a file needs, the one that makes it worse does not stop the
// others, and a second run finds nothing.
func TestMendMakesAllOthers(t *testing.T) {
	files := sound(t)
	file := files["plans/2026/sprak.md"]
	var due strings.Builder
	for month := 1; month <= 12; month++ {
		fmt.Fprintf(&due, "    - 2026/%d/3\n", month)
	}
	text := strings.Replace(string(file.Data), "    - 2026-12-31\n", due.String(), 1)
	file.Data = []byte(strings.Replace(text, "owner: alvesta\n", "owner: alvesta\nownr: forum\n", 1))
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Corrections) != 12 || m.Result.Errors() != 1 {
		t.Errorf("%v, %d errors", m.Corrections, m.Result.Errors())
	}
	file.Data = m.Files["plans/2026/sprak.md"]
	again, err := Content(source.FromFS(files), today)
	if err != nil || len(again.Corrections) != 0 || len(again.Files) != 0 {
		t.Errorf("a second run: %v %v", again.Corrections, err)
	}
}

// What a list has already is taken out of it, and nothing that says more.
func TestMendTakesOutWhatIsThere(t *testing.T) {
	const region = "  - id: regionen\n    name: Region\n    kind: region\n"
	for _, test := range []struct{ name, from, to string }{
		{"in brackets", "partners: [forum, regionen, forum]", "partners:\n  - forum\n  - regionen"},
		{"in brackets, twice", "partners: [ forum , 'forum', forum ]", "partners:\n  - forum"},
		{"letters of two bytes before it", "partners: [{name: Öbolåget}, forum, forum] # åäö", "partners: # åäö\n  - name: Öbolåget\n  - forum"},
		{"a list", "partners:\n  - forum\n  - regionen\n  - forum", "partners:\n  - forum\n  - regionen"},
		{"far apart", "partners:\n  - forum # den ena\n  - forum\n  - regionen", "partners:\n  - forum # den ena\n  - regionen"},
		{"the owner", "partners:\n  - regionen\n  - alvesta", "partners:\n  - regionen"},
		{"a name", "partners:\n  - name: Öbolåget\n  - name: Öbolåget", "partners:\n  - name: Öbolåget"},
		{"with a comment", "partners:\n  - forum\n  - forum # den andra", ""},
		{"over lines", "partners: [forum, # den ena\n  forum]", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := sound(t)
			parties := files["agreement/parties.yaml"]
			parties.Data = append(parties.Data, region...)
			file := files["plans/2026/sprak.md"]
			text := string(file.Data)
			file.Data = []byte(strings.Replace(text, "owner: alvesta\n", "owner: alvesta\n"+test.from+"\n", 1))
			m, err := Content(source.FromFS(files), today)
			if err != nil {
				t.Fatal(err)
			}
			got := m.Files["plans/2026/sprak.md"]
			if test.to == "" {
				if got != nil || len(m.Corrections) != 0 {
					t.Errorf("%v\n%s", m.Corrections, got)
				}
				return
			}
			if want := strings.Replace(text, "owner: alvesta\n", "owner: alvesta\n"+test.to+"\n", 1); string(got) != want {
				t.Errorf("%v\n%s", m.Corrections, got)
			}
		})
	}
}

// FuzzFix puts any bytes in the place of one file. The file is told by a number:
// a name that has been fuzzed is no file's.
func FuzzFix(f *testing.F) {
	base := sound(f)
	names := slices.Sorted(maps.Keys(base))
	for i, name := range names {
		f.Add(uint(i), base[name].Data)
	}
	const mended = "plans/2026/sprak.md"
	at, sprak := uint(slices.Index(names, mended)), string(base[mended].Data)
	f.Add(at, []byte(strings.NewReplacer("owner: a", "ownr: 'b", "2026-12-31", "20261231", "ongoing", "ongoin").Replace(sprak)))
	f.Add(at, []byte(strings.Replace(sprak, "owner:", "owner: &a !!str", 1)))
	f.Fuzz(func(t *testing.T, number uint, data []byte) {
		name := names[number%uint(len(names))]
		files := maps.Clone(base)
		files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
		before, err := project.Of(source.FromFS(files)).Inspect(today)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Content(source.FromFS(files), today)
		if err != nil {
			t.Fatal(err)
		}
		for changed, data := range m.Files {
			files[changed] = &fstest.MapFile{Data: data, Mode: 0o644}
		}
		after, err := project.Of(source.FromFS(files)).Inspect(today)
		if err != nil {
			t.Fatal(err)
		}
		if after.Errors() != m.Result.Errors() || after.Errors() > before.Errors() {
			t.Errorf("%d errors before, %d said, %d after", before.Errors(), m.Result.Errors(), after.Errors())
		}
	})
}

// What each changed file held is what its new content was made of, though somebody has
// changed it since: that tells the writer to leave it alone.
func TestMendTellsWhatItRead(t *testing.T) {
	const name = "plans/2026/sprak.md"
	files := sound(t)
	read := bytes.Replace(files[name].Data, []byte("owner: alvesta"), []byte("ownr:   alvestz"), 1)
	files[name].Data = bytes.Clone(read)
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	files[name].Data = []byte("somebody else's")
	if len(m.Files) != 1 || m.Files[name] == nil || !bytes.Equal(m.Was[name], read) {
		t.Errorf("%d files, of\n%s", len(m.Files), m.Was[name])
	}
}
