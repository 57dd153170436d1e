// Package view says what is shown of a content: its words, names, dates and links in
// each of its languages. A content and the options of a build go in; the packages
// below it make the site's pages (site) and the documents (document) of what comes
// out. There is no HTML in it and nothing about layout.
//
// The same content, day and options give the same views.
package view

import (
	"cmp"

	"samsyn/internal/diff"
	"samsyn/internal/facts"
	"samsyn/internal/geo"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/tint"
	"samsyn/internal/view/block"
	"samsyn/schema"
)

// ShortCommit is a revision's name as people write it.
func ShortCommit(commit string) string { return commit[:min(len(commit), 12)] }

// HasFile tells whether a file is there in this language.
func (t *Language) HasFile(file string) bool { return t.Lang == t.Main || t.files[file] != nil }

// HasText tells whether a text of a file is there in this language.
func (t *Language) HasText(file, field string) bool {
	if t.Lang == t.Main {
		return true
	}
	f := t.files[file]
	return f != nil && f.Fields[field] != ""
}

// Options are what a site says beside its content. All may be empty.
type Options struct {
	Today   model.Date // without it nothing that depends on today is said
	Drafts  bool       // plans that are not in force are shown too
	Commit  string     // the revision that the content was read from
	Version string     // of the program
	Digest  string     // of the signed content
	// Changed tells when a content file came to be and last changed, by its path.
	Changed map[string]diff.Times
	// Published are the files of the content that go with the site, by their
	// path in the repository.
	Published map[string]Published
	// Shapes are the areas of places, by their codes; nil where there is no map.
	Shapes geo.Shapes
	// History is what has changed in substance, newest first.
	History []diff.Occasion
	// Decided is the newest adopted version that bears a name, and what has changed
	// since then; nil where there is none.
	Decided *diff.Occasion
	// Versions are the adopted versions that are kept beside the site, newest first. They
	// and Documents may be filled in until the site is listed.
	Versions []Version
	// Earlier says that this is an earlier version's site; nil for the current one.
	Earlier *Earlier
	// Since is what has changed since an earlier version, told in an annex of the
	// documents; none where it is nil.
	Since *diff.Occasion
	// Documents are the PDFs that have been made of this content.
	Documents []MadeDocument
}

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

	Signatures []MadeSignature // by parties
	Unsigned   []string        // the parties that have a field and have not signed
	Earlier    bool            // signed when the text was another; it has no ID
}

// MadeSignature is a party's digital signature in a document.
type MadeSignature struct {
	Party string // its identifier
	By    string // the name in the certificate
	Day   model.Date
	Test  bool // with a certificate that proves nothing
}

// View is what is shown: a content on a day, in its languages. The pages of the site
// and the documents are made of it.
type View struct {
	Content *model.Content
	Facts   *facts.Index
	Options Options
	Words   *schema.Words // for kinds of things, the county's own; nil where it has none

	// Agreement and Config are the content's, empty ones where it has none.
	Agreement *model.Agreement
	Config    *model.Config

	Main      string   // the language of the content
	Languages []string // all languages, the main one first

	languages map[string]*Language
	times     map[string]diff.Times     // by content file; "" is all of them
	past      map[[2]string][]Happening // by kind and identifier
	baseURL   string
}

// New prepares a view of a content. It keeps the content and must not see it change.
func New(c *model.Content, o Options) *View {
	v := &View{
		Content: c, Options: o, Facts: facts.New(c, o.Today, o.Drafts), Words: text.WordsOf(c),
		Agreement: cmp.Or(c.Agreement, &model.Agreement{}), Config: cmp.Or(c.Config, &model.Config{}),
		languages: map[string]*Language{}, times: timesOf(c, o.Changed), past: pastOf(o.History),
	}
	v.baseURL = v.findBaseURL()
	v.Main = cmp.Or(v.Config.Language.V, "sv")
	v.speak(v.Main)
	for _, l := range v.Config.Languages {
		v.speak(l.V)
	}
	for _, tr := range c.Translations {
		if t := v.languages[tr.Language]; t != nil {
			t.files[tr.Of] = tr
		}
	}
	return v
}

// speak adds a language, unless it is there.
func (v *View) speak(lang string) {
	if v.languages[lang] == nil {
		v.Languages = append(v.Languages, lang)
		v.languages[lang] = &Language{View: v, Lang: lang, files: map[string]*model.Translation{}, pages: map[string]bool{}}
	}
}

// In is the view in one of its languages.
func (v *View) In(lang string) *Language { return v.languages[lang] }

// InMain is the view in the language of the content itself.
func (v *View) InMain() *Language { return v.languages[v.Main] }

// Times are when a content file came to be and last changed; of "", all files.
func (v *View) Times(file string) diff.Times { return v.times[file] }

// LastChanged is the day (ISO 8601) when any of the content last changed, "" where
// that is not known.
func (v *View) LastChanged() string { return v.times[""].Changed.String() }

// Language is the view in one language.
type Language struct {
	*View
	Lang  string
	files map[string]*model.Translation // by the path of what they translate
	pages map[string]bool               // the pages that there are in this language, without its prefix
}

// HasPage takes down that there is a page in this language, so that links lead there.
func (t *Language) HasPage(bare string) { t.pages[bare] = true }

// Say gives a word of the catalogue in this language.
func (t *Language) Say(l text.Label) block.Text {
	s, lang := l.With(t.Words).In(t.Lang)
	if lang == t.Lang {
		lang = ""
	}
	return block.Text{S: s, Lang: lang}
}

// Sayf puts words into a sentence of the catalogue.
func (t *Language) Sayf(l text.Label, words ...string) block.Text {
	said := t.Say(l)
	said.S = text.Join(said.S, words...)
	return said
}

// Count says how many there are.
func (t *Language) Count(n int, one, many text.Label) block.Text {
	said := t.Say(many)
	said.S = text.Count(n, one.With(t.Words), many.With(t.Words), t.Lang)
	return said
}

// Number writes a whole number.
func (t *Language) Number(n int) string { return text.FormatNumber(float64(n), t.Lang) }

// Value says what an enumeration's value is called.
func (t *Language) Value(field string, v model.Text) block.Text {
	if !v.Given() {
		return block.Text{}
	}
	return t.Say(text.ValueOf(field, v.V))
}

// Values says what several values of an enumeration are called, with commas between.
func (t *Language) Values(field string, list []model.Text) block.Line {
	var spans []block.Span
	for _, v := range list {
		spans = append(spans, block.Span{Text: t.Value(field, v)})
	}
	return block.Joined(spans, ", ")
}

// Text gives a text of the content, translated where it is. field is its path in
// the file, as the translation has it.
func (t *Language) Text(v model.Text, field string) block.Text {
	if !v.Given() {
		return block.Text{}
	}
	if t.Lang == t.Main {
		return block.Text{S: v.V}
	}
	if f := t.files[v.At.File]; f != nil {
		if s := f.Fields[field]; s != "" {
			return block.Text{S: s}
		}
	}
	return block.Text{S: v.V, Lang: t.Main}
}

// Date writes a day.
func (t *Language) Date(d model.Date) block.Text { return t.Formed(text.FormatDate(d, t.Lang)) }

// Period writes from when to when.
func (t *Language) Period(p model.Period) block.Text { return t.Formed(text.FormatPeriod(p, t.Lang)) }

// Formed marks a date or number that has no form in this language.
func (t *Language) Formed(s string) block.Text {
	if s == "" || text.Speaks(t.Lang) {
		return block.Text{S: s}
	}
	return block.Text{S: s, Lang: "sv"}
}

// Colour is the county's own; given is false where it has none that can be read.
func (v *View) Colour() (c tint.Colour, given bool) {
	return tint.Parse(v.Config.Appearance.Colour.V)
}
