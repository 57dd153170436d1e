// Package load turns the files of a content repository into the model, and says
// what is wrong with each of them. It looks at one file at a time; what holds
// between things is the business of package check.
package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/source"
	"samsyn/schema"
)

func schemaType(name string) (*schema.Type, error) { return schema.TypeOf(name) }

// Result is what Load makes of a tree.
type Result struct {
	Content  *model.Content
	Findings []diag.Finding
	Paths    []string // the files that were read, in byte order
	// Contents names the bytes of each file that was read.
	Contents map[string]string
	// Fields names the bytes of the fields of each file in which a text stands below
	// them.
	Fields map[string]string

	tree   *source.Tree
	quoted string // the file that lines are of: findings come file by file
	lines  []string
}

// Load reads everything in the tree. The error says that it could not: that the
// marker is not there, or that the disk failed.
func Load(tree *source.Tree) (*Result, error) { return new(Reader).Load(tree) }

// Load is Load for the next version of a content.
func (reader *Reader) Load(tree *source.Tree) (*Result, error) {
	entries, err := tree.Entries()
	if err != nil {
		return nil, fmt.Errorf("reading the content: %w", err)
	}
	r := newRun(tree, entries, reader)
	if _, there := r.layout.entry(source.Marker); !there {
		return nil, source.ErrNoRepository
	}
	// Two files say what the others are for, so they come first.
	if err := r.first(); err != nil {
		return nil, err
	}
	return r.result()
}

func newRun(tree *source.Tree, entries []source.Entry, reader *Reader) *run {
	reader.next()
	return &run{tree: tree, reader: reader, files: map[string]*file{},
		layout: layout{entries: entries, languages: map[string]bool{}, chapters: map[string]bool{}}}
}

type run struct {
	tree   *source.Tree
	reader *Reader
	layout layout
	files  map[string]*file // those that say what others are for
}

func (r *run) first() error {
	for _, name := range []string{source.Marker, agreementFile} {
		e, there := r.layout.entry(name)
		if !there || e.State != source.Plain {
			continue
		}
		var err error
		if r.files[name], err = r.reader.file(r.tree, name, role{schema: single[name]}); err != nil {
			return err
		}
	}
	if config, ok := r.thing(source.Marker).(*model.Config); ok {
		for _, l := range config.Languages {
			r.layout.languages[l.V] = true
		}
	}
	if agreement, ok := r.thing(agreementFile).(*model.Agreement); ok {
		for _, c := range agreement.Chapters {
			if c.File.Given() {
				r.layout.chapters[path.Join("agreement", c.File.V)] = true
			}
		}
	}
	return nil
}

// thing is what was made of a file, nil where it has not been read.
func (r *run) thing(path string) any {
	if f := r.files[path]; f != nil {
		return f.thing
	}
	return nil
}

const agreementFile = "agreement/agreement.yaml"

// listed are the files that may be read, in byte order: the content's, and the
// chapters from elsewhere in the repository.
func (r *run) listed() []source.Entry {
	var elsewhere []source.Entry
	for p := range r.layout.chapters {
		if !r.layout.exists(p) && r.tree.IsFile(p) {
			elsewhere = append(elsewhere, source.Entry{Path: p})
		}
	}
	if elsewhere == nil {
		return r.layout.entries
	}
	all := slices.Concat(r.layout.entries, elsewhere)
	slices.SortFunc(all, func(a, b source.Entry) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// one reads a file, unless it has been read; it gives nil where nothing reads it.
func (r *run) one(e source.Entry) (*file, error) {
	if known := r.files[e.Path]; known != nil {
		return known, nil
	}
	role, ok := r.layout.role(e.Path)
	if r.layout.chapters[e.Path] {
		if _, content := r.layout.entry(e.Path); !content {
			role, ok = roleOfChapter, true
		}
	}
	if !ok || e.State != source.Plain {
		return nil, nil
	}
	return r.reader.file(r.tree, e.Path, role)
}

func escapes(file string) diag.Finding {
	return diag.New("path-escapes", diag.Whole(file), diag.Say(
		"Filen är en länk som leder ut ur innehållets mapp, eller till något dolt (ett namn som börjar med punkt). Ersätt den med en fil som får visas.",
		"The file is a link that leads out of the content's folder, or to something hidden (a name that begins with a dot). Put a file here that may be shown."))
}

// garbled tells of a file or folder that would be read, were its name UTF-8.
func garbled(e source.Entry) diag.Finding {
	message := diag.Say(
		"Filen läses inte: namnet har tecken som inte går att tyda (de är inte UTF-8). Döp om filen, med små bokstäver a–z, siffror och bindestreck.",
		"The file is not read: its name has characters that cannot be made out (they are not UTF-8). Rename the file, with small letters a–z, digits and hyphens.")
	if e.State == source.GarbledFolder {
		message = diag.Say(
			"Ingenting i mappen läses: namnet har tecken som inte går att tyda (de är inte UTF-8). Döp om mappen, med små bokstäver a–z, siffror och bindestreck.",
			"Nothing in the folder is read: its name has characters that cannot be made out (they are not UTF-8). Rename the folder, with small letters a–z, digits and hyphens.")
	}
	return diag.New("invalid-id", diag.Whole(e.Path), message)
}

// result reads the other files and puts all of them together.
func (r *run) result() (*Result, error) {
	res := &Result{tree: r.tree, Contents: map[string]string{}, Fields: map[string]string{}}
	a := assembly{run: r, content: &model.Content{Unread: map[string]bool{}, Outside: map[string]bool{}}}
	files, err := r.each(r.listed())
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		res.Paths = append(res.Paths, f.path)
		res.Contents[f.path] = f.content
		if f.above != "" {
			res.Fields[f.path] = f.above
		}
		a.add(f)
	}
	a.read = res.Paths
	a.finish()
	for _, e := range r.layout.entries {
		if e.State == source.Escapes {
			a.findings = append(a.findings, escapes(e.Path))
		}
		if r.layout.misses(e) {
			a.findings = append(a.findings, garbled(e))
		}
	}
	res.Content = a.content
	res.Findings = append(a.findings, personalNames(r.layout.entries)...)
	return res, nil
}

// Lines gives the lines of a file that was read, for quoting them; nil where it
// is too large. They are read anew: a country's worth of text is not kept.
func (r *Result) Lines(path string) []string {
	if _, read := slices.BinarySearch(r.Paths, path); !read {
		return nil
	}
	if r.quoted != path {
		r.quoted, r.lines = path, nil
		if data, err := r.tree.Read(path); err == nil {
			r.lines = doc.NewText(path, data).Lines
		}
	}
	return r.lines
}

// headings tells on which level a text's headings begin.
func (f *file) headings() model.Prose {
	if f.schema == "" {
		return model.Prose{Doc: f.body, First: 1}
	}
	return model.Prose{Doc: f.body, First: 2}
}
