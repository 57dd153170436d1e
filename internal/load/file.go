package load

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// file is what one file turned out to hold. Nothing in it depends on any other
// file but the names that gave it its role.
type file struct {
	path     string
	content  string // names its bytes
	role     layout.Role
	*reading // nil once the file has been read
	body     *prose.Doc
	thing    any               // of the model: *model.Initiative, …; nil for a translation
	taken    bool              // the thing is a part of a content
	texts    map[string]string // of a translation, by their path
	findings []diag.Finding
	ids      []model.Identifier
	refs     []model.Reference
	refused  []model.Field   // that are there but could not be taken
	lost     map[string]bool // kinds of identifiers that could not be taken
	lacked   lacking         // characters that the PDF's fonts cannot show
	at       diag.Place      // of the fields; the zero place where there are none
	unread   bool            // the reading ended before its fields were known
}

// reading is what is needed of a file only while it is read: a country's worth
// of nodes is not kept.
type reading struct {
	text    text
	root    *yaml.Node // nil where there are no fields
	locator doc.Locator
	bad     map[*yaml.Node]bool
	meant   map[*yaml.Node]string // the fields that unknown keys are slips of, "" where none is
}

// end tells why the file cannot be read: one mistake, one finding.
func (f *file) end(finding diag.Finding) {
	f.findings, f.lacked = []diag.Finding{finding}, nil
	f.unread = true
}

// broken tells whether something in the file could not be taken.
func (f *file) broken() bool {
	for _, finding := range f.findings {
		if finding.Severity() == diag.Error {
			return true
		}
	}
	return false
}

// readFile makes a file of a role of its bytes, or of the error that reading them
// gave. An error means that the disk failed; what is wrong with the content is a
// finding.
func readFile(path string, role layout.Role, data []byte, err error) (*file, error) {
	f := &file{path: path, role: role, content: named(data), reading: &reading{}}
	defer f.done()
	if errors.Is(err, source.ErrTooLarge) {
		f.end(diag.New(diag.TooLarge, diag.Whole(path), advice.FileTooLarge))
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	f.text = newText(path, data)
	found, ok := f.text.unfit()
	f.findings = append(f.findings, found...)
	if !ok {
		f.unread = true
		return f, nil
	}
	f.findings = append(f.findings, f.text.personal()...)
	err = f.parts()
	if !f.unread && !f.text.ordinary {
		f.findings = append(f.findings, f.text.garbledText(f.told())...)
	}
	return f, err
}

// named is a name for bytes: their digest.
func named(data []byte) string {
	sum := sha256.Sum256(data)
	return string(sum[:])
}

// done makes the model's thing of what was read, and lets go of the rest.
func (f *file) done() {
	f.findings = append(f.findings, f.lacked.findings()...)
	if f.root != nil {
		f.at = f.locator.Place(f.root)
		f.refuse()
	}
	if f.role.Of == "" {
		f.thing = f.made()
	} else if f.texts = map[string]string{}; f.root != nil {
		flatten(f.root, "", f.texts)
	}
	f.reading = nil
}

// parts reads the fields and the text below them.
func (f *file) parts() error {
	if f.role.Schema == "" { // a chapter is all text
		f.prose(f.text.Src, 1)
		return nil
	}
	src, firstLine := f.text.Src, 1
	if f.role.Markdown {
		front, err := f.text.Front()
		if err != nil {
			f.end(diag.New(diag.FrontMatter, diag.Whole(f.path), advice.NoFront(f.text.Text, err)))
			return nil
		}
		src, firstLine = front.Fields, 2
		if line := advice.Again(front.Body, src); line > 0 {
			row := front.BodyLine + line - 1
			f.end(diag.New(diag.YAMLSyntax, f.text.Place(row-1, 0, 0), advice.Twice(row)))
			return nil
		}
		f.prose(front.Body, front.BodyLine)
		if f.unread {
			return nil
		}
	}
	root, err := doc.Parse(src)
	if err != nil {
		f.end(unreadable(f.text.Text, err, src, firstLine))
		return nil
	}
	return f.fields(root, firstLine)
}

// prose reads the text, or what stands below the fields.
func (f *file) prose(src string, firstLine int) {
	body, err := prose.Parse(f.path, firstLine, []byte(src))
	switch {
	case errors.Is(err, prose.ErrTooCostly):
		f.end(diag.New(diag.TooLarge, diag.Whole(f.path), advice.TextTooCostly))
		return
	case err != nil:
		f.end(diag.New(diag.TooLarge, diag.Whole(f.path), advice.TextTooDeep(prose.MaxDepth)))
		return
	}
	f.body = body
	f.disguised(src, firstLine)
	if f.role.Of == "" && !f.text.ordinary {
		f.glyphs(src, firstLine)
	}
}

// fields holds the fields against their schema.
func (f *file) fields(root *yaml.Node, firstLine int) error {
	f.locator = doc.Locator{Text: f.text.Text, Above: firstLine - 1}
	w, err := newValidator(f.role.Schema, f.locator, f.role.Of, f.role.Markdown)
	if err != nil {
		return err
	}
	root = w.document(root)
	switch {
	case doc.Target(root).Kind != yaml.MappingNode:
		f.unread = true
	case len(w.findings) > 0:
		f.misplaced(w, root)
	}
	f.reordered(w)
	f.root, f.bad, f.meant, f.lost = root, w.bad, w.meant, w.lost
	f.refused = w.strayed
	f.findings = append(f.findings, w.findings...)
	f.ids, f.refs = slices.Clip(w.ids), slices.Clone(w.refs) // they are kept
	f.personalValues(root)
	if f.role.Of == "" && (!f.text.ordinary || strings.Contains(f.text.Src, `\`)) { // which may stand for any character
		f.fieldGlyphs(root)
	}
	return nil
}

// unreadable tells why the YAML of a file cannot be read. It begins on firstLine.
func unreadable(t doc.Text, err error, src string, firstLine int) diag.Finding {
	if words, ok := advice.TooMuch(err); ok {
		return diag.New(diag.TooLarge, diag.Whole(t.Path), words)
	}
	e := &doc.SyntaxError{Detail: err.Error()}
	errors.As(err, &e)
	line := 1
	if e.Line > 0 {
		line = max(min(e.Line+firstLine-1, len(t.Lines)), 1)
	}
	words, look := advice.Syntax(e, src, firstLine, line)
	at := diag.At(line, 1)
	f := diag.New(diag.YAMLSyntax, diag.Place{File: t.Path, Range: diag.Range{Start: at, End: at}}, words)
	f.Look = look
	return f
}
