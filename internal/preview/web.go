package preview

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/publish"
)

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

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !local(r.Host):
		http.Error(w, diag.Say("Adressen är inte den här datorns.", "The address is not this computer's.").In(s.opt.Lang), http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		http.Error(w, diag.Say("Sidorna går bara att läsa.", "The pages can only be read.").In(s.opt.Lang), http.StatusMethodNotAllowed)
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

func (s *Server) events(w http.ResponseWriter, r *http.Request) {
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

func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	s.mu.RLock()
	shown, banner := s.shown, s.banner
	s.mu.RUnlock()
	data, found, err := s.read(shown, name)
	if below, is := strings.CutPrefix("/"+name, shown.path()+"/"); !found && is { // as the page for what is not there leads
		data, found, err = s.read(shown, below)
	}
	if err != nil {
		http.Error(w, cause.Of(err, s.opt.Lang), http.StatusInternalServerError)
		return
	}
	switch isPage := strings.HasSuffix(name, ".html"); {
	case found && isPage:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(dressed(data, banner)))
	case found:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	case isPage || path.Ext(name) == "": // a page that listens, so that it comes when the content does
		absent, made := shown.files["404.html"]
		if !made {
			absent = []byte(emptyPage)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(dressed(absent, banner))
	default:
		http.NotFound(w, r)
	}
}

// read gives a file of the site; a PDF is made as one asks.
func (s *Server) read(shown output, name string) (data []byte, found bool, err error) {
	data, found = shown.files[name]
	if !found && strings.HasSuffix(name, ".pdf") && shown.content != nil {
		data, err = publish.Document(shown.tree, shown.content, name, s.opt.Publish)
		found = data != nil
	}
	return data, found, err
}

// path is where on its web server the site will stand, without a slash at its end.
func (o output) path() string {
	if o.content == nil || o.content.Config == nil {
		return ""
	}
	u, err := url.Parse(o.content.Config.BaseURL.V)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(u.Path, "/")
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
