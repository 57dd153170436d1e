// Package preview shows a content in the browser while it is written: the folder goes in,
// and a web server comes out that builds anew at each change, has the open pages load
// again, and tells in them what is wrong with the content.
package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/report"
	"samsyn/internal/source"
)

// Options are what a server works with.
type Options struct {
	Dir     string           // the content's folder
	Project *project.Project // opened there; files that stay as they are are read once
	Publish publish.Options
	Lang    string    // of what the server says
	Log     io.Writer // where it says it
}

// Server keeps the newest output in memory and tells the browsers of a newer one.
type Server struct {
	opt   Options
	drawn publish.Drawn // pages that need not be made again

	mu      sync.RWMutex
	shown   output        // the last build that succeeded
	banner  string        // what is wrong with the content now, as HTML
	changed chan struct{} // closed at the next build
}

// New is a server that has built nothing yet.
func New(opt Options) *Server { return &Server{opt: opt, changed: make(chan struct{})} }

// Serve watches the folder and answers browsers until the context ends.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	watch, err := watcher(s.opt.Dir)
	if err != nil {
		return errors.Join(cause.ErrWatch, err, listener.Close())
	}
	defer func() { _ = watch.Close() }()
	go s.watch(ctx, watch)
	s.say("Webbplatsen visas på http://%[1]s/ – avsluta med Ctrl-C.", "The site is shown on http://%[1]s/ – stop with Ctrl-C.", listener.Addr())
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	go func() {
		<-ctx.Done()
		_ = web.Close()
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Server) say(sv, en string, args ...any) {
	fmt.Fprintln(s.opt.Log, diag.Say(sv, en, diag.Shown(args)...).In(s.opt.Lang))
}

// output is a build in memory. PDFs are made when they are asked for.
type output struct {
	tree    *source.Tree
	content *model.Content
	files   map[string][]byte
}

// Rebuild inspects and builds anew. With errors in the content the last good
// output stays, and the pages tell of the errors.
func (s *Server) Rebuild(ctx context.Context) {
	began := time.Now()
	made, banner, err := s.make(ctx)
	if err != nil {
		s.say("samsyn: %s.", "samsyn: %s.", cause.Of(err, s.opt.Lang))
		banner = preformatted(cause.Of(err, s.opt.Lang))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.banner = banner
	if made.files != nil {
		s.shown = made
		s.say("Byggt på %[1]d ms.", "Built in %[1]d ms.", time.Since(began).Milliseconds())
	} else if err == nil {
		s.say("Innehållet har fel. Den senaste hela versionen visas.", "The content has errors. The last whole version is shown.")
	}
	close(s.changed)
	s.changed = make(chan struct{})
}

// make builds into memory. It gives no files but a banner where the content has
// errors.
func (s *Server) make(ctx context.Context) (made output, banner string, err error) {
	p, err := s.opt.Project.Now(nil)
	if err != nil {
		return output{}, "", err
	}
	made.tree = p.Tree
	r, err := p.Inspect(s.opt.Publish.Today)
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
	opt := s.opt.Publish
	opt.Contents, opt.Kept = r.Contents, &s.drawn
	if _, err = publish.To(ctx, made.tree, r.Content, write, opt); err != nil {
		return output{}, "", err
	}
	return made, "", nil
}

// errorsOf tells of the errors as a page shows them.
func (s *Server) errorsOf(r *project.Result) (string, error) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f diag.Finding) bool { return f.Severity() != diag.Error })
	var b bytes.Buffer
	err := report.Write(&b, "text", r.Findings, report.Options{Lang: s.opt.Lang, Files: r.Files, Lines: r.Lines})
	fmt.Fprint(s.opt.Log, b.String())
	return preformatted(b.String()), err
}

func preformatted(s string) string { return "<pre>" + html.EscapeString(s) + "</pre>" }
