package lsp

import (
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"

	"samsyn/internal/source"
)

// What an editor may have open at the same time.
const (
	mostOpen  = 2000
	mostBytes = 128 << 20
)

// document is a text that an editor has open, saved or not.
type document struct {
	uri     string // as the editor writes it
	version int
	text    []byte
}

// file is the file of the content that an editor's address names; ok is false where it
// names none: it is of another kind, leaves the folder, or is not content.
func (s *Server) file(uri string) (name string, ok bool) {
	at, ok := pathOf(uri)
	if !ok || s.dir == "" {
		return "", false
	}
	for _, dir := range []string{s.dir, s.real} {
		rest, within := strings.CutPrefix(at, strings.TrimSuffix(slashed(dir), "/")+"/")
		_, known := s.kinds[rest] // a chapter of the agreement belongs to it wherever it lies
		if within && fs.ValidPath(rest) && !source.Hidden(rest) && (known || source.IsContent(rest)) {
			return rest, true
		}
	}
	return "", false
}

// pathOf is the path on this machine, with slashes, that an address names.
func pathOf(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || strings.ContainsAny(u.Path, "\x00\\") {
		return "", false
	}
	return drive(u.Path), strings.HasPrefix(u.Path, "/")
}

// drive takes away the slash before the drive of a path of Windows, whose letter may be
// written small.
func drive(path string) string {
	if len(path) > 3 && path[0] == '/' && path[2] == ':' && filepath.VolumeName(path[1:3]) != "" {
		return strings.ToUpper(path[1:2]) + path[2:]
	}
	return path
}

// slashed is a folder's path as pathOf gives it.
func slashed(dir string) string { return drive("/" + strings.TrimPrefix(filepath.ToSlash(dir), "/")) }

// uri is the address of a file of the content: as the editor writes it where it has the
// file open.
func (s *Server) uri(name string) string {
	if d := s.open[name]; d != nil {
		return d.uri
	}
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slashed(s.dir), "/") + "/" + name}).String()
}

// version is that of an open document; nil where the file is not open.
func (s *Server) version(name string) *int {
	if d := s.open[name]; d != nil {
		return &d.version
	}
	return nil
}

// take takes the text of a document that is one of the content's, if there is room for it.
func (s *Server) take(uri string, version int, text string) {
	name, ok := s.file(uri)
	if !ok {
		return
	}
	size := len(text)
	for other, d := range s.open {
		if other != name {
			size += len(d.text)
		}
	}
	if size > mostBytes || s.open[name] == nil && len(s.open) >= mostOpen {
		delete(s.open, name)
		return
	}
	s.open[name] = &document{uri, version, []byte(text)}
	s.changed = true
}

// texts are the open documents' texts, by their files.
func (s *Server) texts() map[string][]byte {
	texts := map[string][]byte{}
	for name, d := range s.open {
		texts[name] = d.text
	}
	return texts
}
