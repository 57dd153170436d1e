// Package kind knows which files may go with the site beside its pages: a name and its
// bytes go in, and the media type and the ending of the address come out.
package kind

import (
	"bytes"
	"net/http"
	"path"
	"strings"

	"samsyn/internal/picture"
)

// MostBytes is the size in bytes over which no file goes with the site, signed PDFs among them.
const MostBytes = 64 << 20

// Kind is what a file is where it goes with the site.
type Kind struct {
	Media string // its media type
	Ext   string // that its name and its address end in, in small letters: ".jpg"
}

// shown are the kinds that go with the site by what their bytes are, whatever their
// names say. None can hold a script that a browser runs on the site's behalf, as SVG
// can.
var shown = map[string]string{
	"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "application/pdf": ".pdf",
}

// named are the kinds that go with the site by their names, where the bytes are of the
// form that they ask for: text that no browser takes for a page, or a package.
var named = map[string]struct{ of, as string }{
	".csv":  {"text/plain", "text/csv"},
	".tsv":  {"text/plain", "text/tab-separated-values"},
	".txt":  {"text/plain", "text/plain"},
	".json": {"text/plain", "application/json"},
	".xlsx": {"application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	".docx": {"application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	".pptx": {"application/zip", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	".ods":  {"application/zip", "application/vnd.oasis.opendocument.spreadsheet"},
	".odt":  {"application/zip", "application/vnd.oasis.opendocument.text"},
}

// Of tells what a file is, by its name and what it begins with; ok is false where
// it may not go with the site.
func Of(name string, beginning []byte) (k Kind, ok bool) {
	// A browser that is told no type looks past white space, and further than here.
	text := bytes.TrimLeft(beginning[:min(len(beginning), looked)], " \t\r\n\f")
	found, _, _ := strings.Cut(http.DetectContentType(text), ";")
	if ext := shown[found]; ext != "" {
		return Kind{found, ext}, true
	}
	ext := strings.ToLower(path.Ext(name))
	if d := named[ext]; d.of == found {
		return Kind{d.as, ext}, true
	}
	return Kind{}, false
}

// OfLogotype is Of for the county's logotype, which alone may be an SVG drawing: one that
// does nothing but draw.
func OfLogotype(name string, data []byte) (k Kind, ok bool) {
	if k, ok = Of(name, data); !ok && strings.EqualFold(path.Ext(name), ".svg") && picture.Harmless(data) == nil {
		return Kind{"image/svg+xml", ".svg"}, true
	}
	return k, ok
}

// looked is how much of a file tells its kind, in bytes: more than any browser looks at
// (1445; WHATWG MIME Sniffing, §5.2).
const looked = 4096
