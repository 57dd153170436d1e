package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
)

// size is how large the made-up repository is.
type size struct{ files, commits int }

// makeRepository writes a content repository with a long history into dir, by
// git fast-import: ten yearly plans and a local plan for each municipality. Most
// commits touch a file or two; about one in six is a merge of a short branch,
// and some rename a file. The same size gives the same repository.
func makeRepository(dir string, s size) error {
	if err := git(dir, nil, "init", "-q", "-b", "main"); err != nil {
		return err
	}
	r, w := io.Pipe()
	go func() {
		h := &writer{out: bufio.NewWriter(w), rnd: rand.New(rand.NewPCG(1, 2)), side: map[string]string{}}
		h.write(s)
		w.CloseWithError(h.out.Flush())
	}()
	if err := git(dir, r, "fast-import", "--quiet"); err != nil {
		return err
	}
	// A clone arrives packed with deltas; so does this.
	if err := git(dir, nil, "repack", "-adfq", "--depth=50"); err != nil {
		return err
	}
	return git(dir, nil, "reset", "-q", "--hard", "main")
}

func git(dir string, in io.Reader, args ...string) error {
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Stdin, cmd.Stderr = in, os.Stderr
	return cmd.Run()
}

// writer writes the stream that git fast-import reads.
type writer struct {
	out   *bufio.Writer
	rnd   *rand.Rand
	paths []string
	mark  int
	when  int
	side  map[string]string // what the side branch changed
	main  bool              // the present commit is on the main branch
	names int
}

func (w *writer) write(s size) {
	w.first(s.files)
	tip, side, left := w.mark, 0, 0 // left: commits to come on the side branch
	for n := 1; n < s.commits; n++ {
		switch {
		case side != 0 && left == 0:
			w.commit("main", "Sammanfoga förslaget", tip, side)
			for path, text := range w.side {
				w.plain(path, text)
			}
			clear(w.side)
			tip, side = w.mark, 0
		case side == 0 && w.rnd.IntN(5) == 0:
			w.commit("side", "Föreslå en ändring", tip, 0)
			w.change()
			side, left = w.mark, w.rnd.IntN(4)
		case side != 0 && w.rnd.IntN(2) == 0:
			w.commit("side", "Arbeta vidare på förslaget", side, 0)
			w.change()
			side = w.mark
			left--
		default:
			w.commit("main", "Rapportera läget", tip, 0)
			w.change()
			if w.rnd.IntN(3) == 0 {
				w.change()
			}
			if w.rnd.IntN(50) == 0 {
				w.rename()
			}
			tip = w.mark
		}
	}
}

func (w *writer) first(files int) {
	folders := make([]string, 0, 300)
	for y := 2016; y < 2026; y++ {
		folders = append(folders, fmt.Sprint("plans/", y))
	}
	for m := range 290 {
		folders = append(folders, fmt.Sprintf("plans/lok-%03d", m))
	}
	w.commit("main", "Lägg in allt", 0, 0)
	for i := range files {
		folder := folders[i%10]
		if i%2 == 1 {
			folder = folders[10+i/2%290]
		}
		p := fmt.Sprintf("%s/insats-for-gott-mottagande-%05d.md", folder, i)
		w.paths = append(w.paths, p)
		w.file(p)
	}
	w.plain("samsyn.yaml", "title: Prov\n")
}

// commit begins a commit with one or two parents; 0 is none.
func (w *writer) commit(branch, message string, parent, merged int) {
	w.mark++
	w.when += 3600
	w.main = branch == "main"
	w.put("commit refs/heads/%s\nmark :%d\ncommitter Sekretariatet <s@example.org> %d +0100\ndata %d\n%s\n",
		branch, w.mark, 1450000000+w.when, len(message), message)
	if parent != 0 {
		w.put("from :%d\n", parent)
	}
	if merged != 0 {
		w.put("merge :%d\n", merged)
	}
}

// change edits a file; what the side branch has changed is left to it.
func (w *writer) change() {
	path := w.paths[w.rnd.IntN(len(w.paths))]
	if _, taken := w.side[path]; taken && w.main {
		return
	}
	w.file(path)
}

// rename gives a file another name.
func (w *writer) rename() {
	i := w.rnd.IntN(len(w.paths))
	if _, taken := w.side[w.paths[i]]; taken {
		return
	}
	w.names++
	to := fmt.Sprintf("%s-%d.md", w.paths[i][:len(w.paths[i])-3], w.names)
	w.put("R %s %s\n", w.paths[i], to)
	w.paths[i] = to
}

func (w *writer) file(path string) {
	text := fmt.Sprintf("---\ntitle: Insats %d\ncooperation_area: arbete-%d\nowner: kommun-%d\nperiod:\n  from: %d-01\nstatus: ongoing\nfollow_up:\n  method: Enkät och samtal\n  responsible: kommun-%d\n---\n\n",
		w.rnd.IntN(1e6), w.rnd.IntN(9), w.rnd.IntN(290), 2016+w.rnd.IntN(10), w.rnd.IntN(290))
	for range 12 {
		text += fmt.Sprintf("Kommunen och föreningen möts %d gånger om året och talar om hur det går för %d deltagare.\n", w.rnd.IntN(50), w.rnd.IntN(900))
	}
	if !w.main {
		w.side[path] = text
	}
	w.plain(path, text)
}

func (w *writer) plain(path, text string) {
	w.put("M 100644 inline %s\ndata %d\n%s\n", path, len(text), text)
}

// put writes into the stream. Its out keeps an error and gives it when flushed.
func (w *writer) put(format string, args ...any) {
	_, _ = fmt.Fprintf(w.out, format, args...)
}
