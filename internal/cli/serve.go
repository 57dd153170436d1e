package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/report"
	"samsyn/internal/source"
)

func (a *app) serve(args []string) int {
	fs := a.flags("serve")
	addr := fs.String("addr", "127.0.0.1:8080", "the address to listen on")
	drafts := fs.Bool("drafts", true, "show plans that are not in force too")
	today := fs.String("today", "", "the day that the content is judged against (YYYY-MM-DD)")
	if _, err := a.parse(fs, args, 0); err != nil {
		return status(err)
	}
	tree, err := a.tree()
	if err != nil {
		return a.fail(err)
	}
	day, err := a.day(*today)
	if err != nil {
		return a.fail(err)
	}
	s := &server{app: a, dir: tree.Dir(), opt: publish.Options{Version: ToolVersion(), Drafts: *drafts, Today: day, WithoutPDFs: true}, changed: make(chan struct{})}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return a.fail(err)
	}
	s.rebuild(context.Background()) // whoever stops the program here loses nothing
	ctx := a.context()
	watch, err := watcher(s.dir)
	if err != nil {
		return a.fail(errors.Join(cause.ErrWatch, err, listener.Close()))
	}
	defer func() { _ = watch.Close() }()
	go s.watch(ctx, watch)
	a.say("Webbplatsen visas på http://%[1]s/ – avsluta med Ctrl-C.", "The site is shown on http://%[1]s/ – stop with Ctrl-C.", listener.Addr())
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	go func() {
		<-ctx.Done()
		_ = web.Close()
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return a.fail(err)
	}
	return ok
}

// server keeps the newest output in memory and tells the browsers of a newer one.
type server struct {
	*app
	dir string
	opt publish.Options

	mu      sync.RWMutex
	shown   output        // the last build that succeeded
	banner  string        // what is wrong with the content now, as HTML
	changed chan struct{} // closed at the next build
}

// output is a build in memory. PDFs are made when they are asked for.
type output struct {
	tree    *source.Tree
	content *model.Content
	files   map[string][]byte
}

// rebuild inspects and builds anew. With errors in the content the last good
// output stays, and the pages tell of the errors.
func (s *server) rebuild(ctx context.Context) {
	began := time.Now()
	made, banner, err := s.make(ctx)
	if err != nil {
		s.say("samsyn: %s.", "samsyn: %s.", cause.Of(err, s.lang))
		banner = preformatted(cause.Of(err, s.lang))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.banner = banner
	if made.files != nil {
		s.shown = made
		s.say("byggt på %[1]d ms", "built in %[1]d ms", time.Since(began).Milliseconds())
	} else if err == nil {
		s.say("innehållet har fel; den senaste hela versionen visas", "the content has errors; the last whole version is shown")
	}
	close(s.changed)
	s.changed = make(chan struct{})
}

// make builds into memory. It gives no files but a banner where the content has
// errors.
func (s *server) make(ctx context.Context) (made output, banner string, err error) {
	if made.tree, err = s.tree(); err != nil {
		return output{}, "", err
	}
	r, err := project.Of(made.tree).Inspect(s.opt.Today)
	if err != nil {
		return output{}, "", err
	}
	if r.Errors() > 0 {
		banner, err := s.errorsOf(r)
		return output{}, banner, err
	}
	made.content = r.Content
	made.files = map[string][]byte{}
	var writing sync.Mutex
	write := func(name string, data []byte) error {
		writing.Lock()
		defer writing.Unlock()
		made.files[name] = data
		return nil
	}
	if _, err = publish.To(ctx, made.tree, r.Content, write, s.opt); err != nil {
		return output{}, "", err
	}
	return made, "", nil
}

// errorsOf tells of the errors as a page shows them.
func (s *server) errorsOf(r *project.Result) (string, error) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f diag.Finding) bool { return f.Severity() != diag.Error })
	var b bytes.Buffer
	err := report.Write(&b, "text", r.Findings, report.Options{Lang: s.lang, Files: r.Files, Lines: r.Lines})
	fmt.Fprint(s.Stderr, b.String())
	return preformatted(b.String()), err
}

func preformatted(s string) string { return "<pre>" + html.EscapeString(s) + "</pre>" }

// settle is how long the server waits for an editor to finish writing.
const settle = 30 * time.Millisecond

func watcher(dir string) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return w, errors.Join(w.Add(dir), addFolders(w, dir, "agreement"), addFolders(w, dir, "plans"))
}

// addFolders watches a folder and those below it.
func addFolders(w *fsnotify.Watcher, dir, top string) error {
	err := filepath.WalkDir(filepath.Join(dir, top), func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return w.Add(path)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s *server) watch(ctx context.Context, w *fsnotify.Watcher) {
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.Events:
			if !open {
				return
			}
			if !s.concerns(e.Name) {
				continue
			}
			if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
				_ = w.Add(e.Name)
			}
			due = time.After(settle)
		case err, open := <-w.Errors:
			if !open {
				return
			}
			s.say("samsyn: %s.", "samsyn: %s.", cause.Of(err, s.lang))
		case <-due:
			s.rebuild(ctx)
		}
	}
}

// concerns tells whether a path is content: the output may lie in the same folder.
func (s *server) concerns(path string) bool {
	rel, err := filepath.Rel(s.dir, path)
	if err != nil || strings.HasPrefix(filepath.Base(path), ".") {
		return false
	}
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	settings := strings.HasPrefix(top, "samsyn.") && strings.HasSuffix(top, ".yaml") // and their translations
	return top == "agreement" || top == "plans" || settings
}

// Addresses of the server's own, which no page has.
const (
	eventsPath = "/-samsyn/events"
	scriptPath = "/-samsyn/reload.js"
)

// reloadScript asks for a sign of a new build and loads the page again.
const reloadScript = `"use strict";
const events = new EventSource("` + eventsPath + `");
events.addEventListener("built", () => location.reload());
`

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !local(r.Host):
		http.Error(w, diag.Say("Adressen är inte den här datorns.", "The address is not this computer's.").In(s.lang), http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		http.Error(w, diag.Say("Sidorna går bara att läsa.", "The pages can only be read.").In(s.lang), http.StatusMethodNotAllowed)
	case r.URL.Path == eventsPath:
		s.events(w, r)
	case r.URL.Path == scriptPath:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = io.WriteString(w, reloadScript)
	default:
		s.file(w, r)
	}
}

// local refuses names that somebody else's page may have pointed at this
// machine (DNS rebinding).
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return name == "localhost" || net.ParseIP(strings.Trim(name, "[]")) != nil
}

func (s *server) events(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	changed := s.changed
	s.mu.RUnlock()
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	if f, can := w.(http.Flusher); can {
		f.Flush()
	}
	select {
	case <-changed:
		_, _ = io.WriteString(w, "event: built\ndata: -\n\n")
	case <-r.Context().Done():
	}
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	s.mu.RLock()
	shown, banner := s.shown, s.banner
	s.mu.RUnlock()
	data, found := shown.files[name]
	if !found && strings.HasSuffix(name, ".pdf") && shown.content != nil {
		pdf, err := publish.Document(shown.tree, shown.content, name, s.opt)
		if err != nil {
			http.Error(w, cause.Of(err, s.lang), http.StatusInternalServerError)
			return
		}
		data, found = pdf, pdf != nil
	}
	switch isPage := strings.HasSuffix(name, ".html"); {
	case found && isPage:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(dressed(data, banner)))
	case found:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	case isPage: // a page that listens, so that it comes when the content does
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(dressed([]byte(emptyPage), banner))
	default:
		http.NotFound(w, r)
	}
}

const emptyPage = `<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Samsyn</title><body></body></html>`

// dressed puts the findings and the reloading script into a page. The pages'
// policy allows both the script and the listening: they are of the same origin.
func dressed(page []byte, banner string) []byte {
	if i := bytes.Index(page, []byte("<body")); i >= 0 {
		if j := bytes.IndexByte(page[i:], '>'); j >= 0 {
			at := i + j + 1
			page = append(page[:at:at], append([]byte(banner), page[at:]...)...)
		}
	}
	return bytes.Replace(page, []byte("</body>"), []byte(`<script src="`+scriptPath+`"></script></body>`), 1)
}
