package chronicle

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"golang.org/x/tools/txtar"

	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/history/historytest"
	"samsyn/internal/load"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// script is the history of an archive: its commits with what is wanted of each.
type script struct {
	t     *testing.T
	repo  *historytest.Repository
	trees map[string]map[string]string // by number
	made  map[string]plumbing.Hash
	want  map[string]string // by commit hash
	last  string
}

// play makes the repository that an archive describes.
func play(t *testing.T, file string) *script {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &script{t: t, repo: historytest.New(t), trees: map[string]map[string]string{}, made: map[string]plumbing.Hash{}, want: map[string]string{}}
	var number string
	var tree map[string]string
	var parents []string
	for _, section := range archive.Files {
		words := strings.Fields(section.Name)
		if words[0] != number {
			number, tree, parents = words[0], maps.Clone(s.trees[s.last]), nil
			if s.last == "" {
				tree = map[string]string{}
			} else {
				parents = []string{s.last}
			}
		}
		text := string(section.Data)
		switch words[1] {
		case "parents":
			parents, tree = words[2:], maps.Clone(s.trees[words[2]])
		case "edit":
			old, new, ok := strings.Cut(text, "\n=>\n")
			if !ok || strings.Count(tree[words[2]], old+"\n") != 1 && strings.Count(tree[words[2]], old) != 1 {
				t.Fatalf("%s: %q stands there %d times", section.Name, old, strings.Count(tree[words[2]], old))
			}
			tree[words[2]] = strings.Replace(tree[words[2]], old, strings.TrimSuffix(new, "\n"), 1)
		case "remove":
			delete(tree, words[2])
		case "rename":
			tree[words[3]] = tree[words[2]]
			delete(tree, words[2])
		case "want":
			s.commit(number, tree, parents)
			s.want[s.made[number].String()] = strings.TrimSpace(text)
		default:
			tree[words[1]] = text
		}
	}
	return s
}

func (s *script) commit(number string, tree map[string]string, parents []string) {
	s.t.Helper()
	var n int
	if _, err := fmt.Sscan(strings.TrimLeft(number, "0"), &n); err != nil {
		s.t.Fatal(err)
	}
	who := object.Signature{Name: "Sekretariatet", Email: "s@abro.example", When: time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, 14*n)}
	var above []plumbing.Hash
	for _, p := range parents {
		above = append(above, s.made[p])
	}
	s.made[number], s.trees[number], s.last = s.repo.Commit(who, "nr "+number+"\n", tree, above...), tree, number
}

func (s *script) open() (*history.Repo, *Chronicle) {
	s.t.Helper()
	repo, err := history.Open(s.repo.Dir)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { repo.Close() })
	c, err := Of(repo, "HEAD", &load.Reader{})
	if err != nil {
		s.t.Fatal(err)
	}
	return repo, c
}

func tell(changes []diff.Change) string {
	var lines []string
	for _, c := range changes {
		lines = append(lines, strings.ReplaceAll(c.Tell("sv"), "\u00a0", " "))
	}
	return strings.Join(lines, "\n")
}

func TestFortyCommits(t *testing.T) {
	s := play(t, "testdata/forty.txtar")
	if len(s.made) != 40 {
		t.Fatalf("%d commits", len(s.made))
	}
	repo, c := s.open()
	entries, err := c.All(0)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		got[e.Commit.Hash] = tell(e.Changes)
	}
	for number := 1; number <= 40; number++ {
		hash := s.made[fmt.Sprintf("%02d", number)].String()
		if got[hash] != s.want[hash] {
			t.Errorf("nr %d says\n%s\nand should say\n%s", number, got[hash], s.want[hash])
		}
	}

	// From end to end: the versions themselves, and back again.
	first, last := content(t, repo, s.made["01"].String()), content(t, repo, "HEAD")
	if there, back := diff.Contents(first, last), diff.Contents(last, first); len(there) == 0 || len(there) != len(back) {
		t.Errorf("%d changes there, %d back", len(there), len(back))
	}
	years := diff.Plans(last, last.Plans[0], last, last.Plans[1])
	const wanted = `Prioriteringen av ”Skapa mötesplatser där man talar svenska” i Handlingsplan 2025: inriktning ändrad från Oförändrad till Förstärka och Vidareutveckla.
Handlingsplan 2025: anmärkning tillagd – ”Ingen annan prioritering”.`
	if got := tell(years); !strings.Contains(got, "inriktning ändrad från Oförändrad till Förstärka och Vidareutveckla.") || strings.Contains(got, "Ny insats") || strings.Contains(got, "fanns bara") {
		t.Errorf("from year to year:\n%s\nwant something like\n%s", got, wanted)
	}
}

func content(t *testing.T, repo *history.Repo, rev string) *model.Content {
	t.Helper()
	tree, _, err := repo.Tree(rev)
	if err != nil {
		t.Fatal(err)
	}
	return loadtest.Content(t, tree)
}

func TestLives(t *testing.T) {
	s := play(t, "testdata/forty.txtar")
	_, c := s.open()
	for id, wanted := range map[string]string{
		"2025/sprakvanner": "40 37 34 33 32 31 25 24 20 19 18 17 16 15 14 11 10 09 08",
		"arbete-d1":        "26 21 01",
		"arbete-1":         "28 01",
		"ekby":             "12 05",
		"2024":             "14 07",
		"i-arbete":         "23 22 21",
		"sprakgruppen":     "30 29",
		"agreement":        "06 01",
		"2025":             "38 36 35 33 31", // the plan, and the review
	} {
		entries, err := c.Life(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		var numbers []string
		for _, e := range entries {
			numbers = append(numbers, strings.TrimPrefix(e.Commit.Subject, "nr "))
		}
		if got := strings.Join(numbers, " "); got != wanted {
			t.Errorf("%s: commits %s, want %s", id, got, wanted)
		}
	}
	if _, err := c.Life("nobody"); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown identifier: %v", err)
	}
	if entries, err := c.Life("2024/sprakvan"); err != nil || len(entries) == 0 {
		t.Errorf("a former identifier: %v, %v", entries, err)
	}
}
