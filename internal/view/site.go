package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// Options are what a site says beside its content. All may be empty.
type Options struct {
	Today   model.Date // without it nothing that depends on today is said
	Drafts  bool       // plans that are not in force are shown too
	Commit  string     // the revision that the content was read from
	Version string     // of the program
	Digest  string     // of the signed content
	// Changed tells when a content file came to be and last changed, by its path.
	Changed map[string]Times
	// Published are the files of the content that go with the site, by their
	// path in the repository.
	Published map[string]Published
	// History is what has changed in substance, newest first.
	History []Past
	// Decided is the newest adopted version that bears a name, and what has changed
	// since then; nil where there is none.
	Decided *Past
	// Versions are the adopted versions that are kept beside the site, newest first.
	Versions []Version
	// Earlier says that this is an earlier version's site; nil for the current one.
	Earlier *Earlier
	// Since is what has changed since an earlier version, told in an annex of the
	// documents; none where it is nil.
	Since *Past
	// Documents are the PDFs that have been made of this content.
	Documents []MadeDocument
	// Contents names the bytes of each content file, by its path. Where they are not
	// known, the pages have no keys.
	Contents map[string]string
	Fields   map[string]string // the same of their fields, where a text stands below them
}

// Times are when something came to be and when it last changed.
type Times struct{ Created, Changed model.Date }

// Published is a file of the content that goes with the site.
type Published struct {
	File          string // its path on the site
	Type          string // its media type, as its bytes tell it
	Size          int64
	Width, Height int // of a picture, in pixels
}

// MadeDocument is a PDF that has been made.
type MadeDocument struct {
	ID          string // a Document's ID
	File        string // its path on the site
	Title       string
	Size        int64
	Pages       int
	Digest      string // SHA-256 of the file without signatures, in hexadecimal
	Certificate string // SHA-256 of the publisher's certificate (DER), in hexadecimal, "" where not signed
	SignedBy    string // the name in the publisher's certificate, "" where not signed
	TestKey     bool   // signed with a key that nobody should trust
	Languages   string
}

// Site is everything that is to be published: pages, made one at a time when
// they are asked for, and documents.
type Site struct {
	Content *model.Content
	Facts   *facts.Index
	Options Options

	Main    string   // the language of the content
	Tongues []string // all languages, the main one first

	tongues map[string]*tongue
	entries []Entry
	byPath  map[string]int
	frames  map[string]*Frame
	past    map[[2]string][]happening // by kind and identifier
	times   map[string]Times          // by content file; "" is all of them
	keys    *Keys                     // of initiatives so far; nil where there are none
	baseURL string
}

// Entry is a page that can be made.
type Entry struct {
	Path string // its address without ".html"
	Lang string
	Kind string // of page: "start", "initiative", …
	// Title is the title of the window, unique on the site.
	Title string

	bare   string // the path without the language
	source string // the content file that it tells of
	make   func() *Page
	scope  func() scope // nil: the page may tell of anything
}

// New prepares the views of a content. It keeps the content and must not see it
// change.
func New(c *model.Content, o Options) *Site {
	s := &Site{
		Content: c, Options: o, Facts: facts.New(c, o.Today, o.Drafts),
		Main: "sv", tongues: map[string]*tongue{}, byPath: make(map[string]int, len(c.Texts)), // about as many pages
	}
	s.baseURL = s.findBaseURL()
	keyed := s.startKeys()
	if c.Config != nil && c.Config.Language.Given() {
		s.Main = c.Config.Language.V
	}
	s.Tongues = []string{s.Main}
	if c.Config != nil {
		for _, l := range c.Config.Languages {
			if _, have := s.tongues[l.V]; !have && l.V != s.Main {
				s.Tongues = append(s.Tongues, l.V)
				s.tongues[l.V] = nil
			}
		}
	}
	for _, l := range s.Tongues {
		s.tongues[l] = newTongue(s, l)
	}
	for _, tr := range c.Translations {
		if t := s.tongues[tr.Language]; t != nil {
			t.files[tr.Of] = tr
		}
	}
	s.times = timesOf(c, o.Changed)
	s.remember()
	for _, l := range s.Tongues {
		s.tongues[l].register()
	}
	s.distinct()
	s.frames = map[string]*Frame{}
	for _, l := range s.Tongues {
		s.frames[l] = s.tongues[l].frame()
	}
	keyed.Wait()
	return s
}

// main is the tongue of the content itself.
func (s *Site) main() *tongue { return s.tongues[s.Main] }

// tongue says things in one language.
type tongue struct {
	*Site
	lang  string
	files map[string]*model.Translation // by the path of what they translate
	pages map[string]bool               // the pages that there are in this language, without its prefix
	parts map[*model.Plan][]filter      // the pages with parts of a plan
}

func newTongue(s *Site, lang string) *tongue {
	return &tongue{Site: s, lang: lang, files: map[string]*model.Translation{}, pages: map[string]bool{}, parts: map[*model.Plan][]filter{}}
}

// say gives a word of the catalogue in this language.
func (t *tongue) say(l text.Label) Text {
	s, lang := l.In(t.lang)
	if lang == t.lang {
		lang = ""
	}
	return Text{s, lang}
}

// sayf puts words into a sentence of the catalogue.
func (t *tongue) sayf(l text.Label, words ...string) Text {
	said := t.say(l)
	said.S = text.Join(said.S, words...)
	return said
}

// count says how many there are.
func (t *tongue) count(n int, one, many text.Label) Text {
	said := t.say(many)
	said.S = text.Count(n, one, many, t.lang)
	return said
}

// value says what an enumeration's value is called.
func (t *tongue) value(field string, v model.Text) Text {
	if !v.Given() {
		return Text{}
	}
	return t.say(text.ValueOf(field, v.V))
}

// tr gives a text of the content, translated where it is. field is its path in
// the file, as the translation has it.
func (t *tongue) tr(v model.Text, field string) Text {
	if !v.Given() {
		return Text{}
	}
	if t.lang == t.Main {
		return Text{S: v.V}
	}
	if f := t.files[v.At.File]; f != nil {
		if s := f.Fields[field]; s != "" {
			return Text{S: s}
		}
	}
	return Text{v.V, t.Main}
}

func (t *tongue) date(d model.Date) Text { return t.formed(text.FormatDate(d, t.lang)) }

func (t *tongue) period(p model.Period) Text { return t.formed(text.FormatPeriod(p, t.lang)) }

// formed marks a date or number that has no form in this language.
func (t *tongue) formed(s string) Text {
	if s == "" || text.Speaks(t.lang) {
		return Text{S: s}
	}
	return Text{s, "sv"}
}
