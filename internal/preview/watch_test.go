package preview

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// browser is somebody who has a page of a server open.
type browser struct {
	*testing.T
	site string // its address
	dir  string // the content's folder
}

// started hears in what a server says that it watches the folder.
type started struct {
	once sync.Once
	now  chan struct{}
}

func (l *started) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte("Webbplatsen visas")) {
		l.once.Do(func() { close(l.now) })
	}
	return len(b), nil
}

// browse opens a page of a server that watches its folder until the test is over.
func browse(t *testing.T) browser {
	t.Helper()
	s := newServer(t)
	log := &started{now: make(chan struct{})}
	s.opt.Log = log
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error("the server did not end well:", err)
		}
	})
	select {
	case <-log.now:
	case err := <-ended:
		ended <- err
		t.Fatal("the server did not begin")
	}
	return browser{t, "http://" + listener.Addr().String(), s.opt.Dir}
}

// open asks for a path. What it gives reads the answer to its end.
func (b browser) open(path string) (read func() string) {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, b.site+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = answer.Body.Close() })
	return func() string {
		b.Helper()
		data, err := io.ReadAll(answer.Body)
		if err != nil {
			b.Fatal(err)
		}
		return string(data)
	}
}

// until loads a page again at each event, as its script does, until it is as wished.
// It makes the change once it listens, and holds that an event came.
func (b browser) until(path string, change func(), wished func(page string) bool) {
	b.Helper()
	listening := b.open(eventsPath)
	if page := b.open(path)(); wished(page) {
		b.Fatal("the page was as wished before the change")
	}
	change()
	for {
		if said := listening(); said != "event: built\ndata: -\n\n" {
			b.Fatalf("the server said %q", said)
		}
		listening = b.open(eventsPath) // before the page is looked at, so that nothing is missed
		if wished(b.open(path)()) {
			return
		}
	}
}

// save writes a file as editors do: whole, under another name first.
func (b browser) save(name, text string) {
	b.Helper()
	file := filepath.Join(b.dir, filepath.FromSlash(name))
	draft := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".new")
	if err := os.WriteFile(draft, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(draft, file); err != nil {
		b.Fatal(err)
	}
}

func (b browser) content(name string) string {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(name)))
	if err != nil {
		b.Fatal(err)
	}
	return string(data)
}

func TestAChangeReloadsThePage(t *testing.T) {
	b := browse(t)
	b.until("/index.html", func() {
		b.save("samsyn.yaml", strings.Replace(b.content("samsyn.yaml"), "title: ", "title: Nytt i ", 1))
	}, func(page string) bool { return strings.Contains(page, "Nytt i ") })
}

func TestFindingsComeAndGo(t *testing.T) {
	b := browse(t)
	const file = "plans/2026/sprak.md"
	whole := b.content(file)
	told := func(page string) bool { return strings.Contains(page, "unknown-field") }
	b.until("/index.html", func() { b.save(file, strings.Replace(whole, "owner: ", "ownr: ", 1)) }, func(page string) bool {
		return told(page) && strings.Contains(page, "<main") // the last whole site stays
	})
	b.until("/index.html", func() { b.save(file, whole) }, func(page string) bool { return !told(page) })
}

// A folder that is made while the server runs is watched as those before it.
func TestNewFoldersAreWatched(t *testing.T) {
	b := browse(t)
	listening := b.open(eventsPath)
	if err := os.Mkdir(filepath.Join(b.dir, "plans", "2027"), 0o755); err != nil {
		t.Fatal(err)
	}
	listening()
	const broken = "titel: Plan 2027\n"
	b.until("/index.html", func() { b.save("plans/2027/plan.yaml", broken) }, func(page string) bool {
		return strings.Contains(page, "plans/2027/plan.yaml")
	})
}

func TestAFolderThatCannotBeWatched(t *testing.T) {
	s := newServer(t)
	s.opt.Dir = filepath.Join(s.opt.Dir, "saknas")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Serve(t.Context(), listener); err == nil {
		t.Error("a folder that is not there passes for a watched one")
	}
	if _, err := listener.Accept(); err == nil {
		t.Error("the address is still taken")
	}
}
