// Package load turns the files of a content repository into the model, and says
// what is wrong with each of them. It looks at one file at a time; what holds
// between things is the business of package check.
package load

import (
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"samsyn/internal/diag"
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
	// Contents names the bytes of each file that was read; nil where nothing is
	// remembered, and nobody had to know.
	Contents map[string]string

	tree   *source.Tree
	quoted string // the file that lines are of: findings come file by file
	lines  []string
}

// Load reads everything in the tree. The error says that it could not: that the
// marker is not there, or that the disk failed.
func Load(tree *source.Tree) (*Result, error) { return With(tree, Options{}) }

// With is Load with what it may use.
func With(tree *source.Tree, opt Options) (*Result, error) {
	entries := opt.Entries
	if entries == nil {
		var err error
		if entries, err = tree.Entries(); err != nil {
			return nil, fmt.Errorf("reading the content: %w", err)
		}
	}
	r := &run{tree: tree, opt: opt, files: map[string]*file{}, layout: layout{exists: map[string]bool{}, languages: map[string]bool{}, chapters: map[string]bool{}}}
	for _, e := range entries {
		r.layout.exists[e.Path] = e.State == source.Plain
	}
	if _, there := r.layout.exists[source.Marker]; !there {
		return nil, source.ErrNoRepository
	}
	// Two files say what the others are for, so they come first.
	if err := r.first(entries); err != nil {
		return nil, err
	}
	if err := r.rest(entries); err != nil {
		return nil, err
	}
	return r.result(entries), nil
}

type run struct {
	tree   *source.Tree
	opt    Options
	layout layout
	files  map[string]*file
	other  []diag.Finding // about files that are not read
}

func (r *run) first(entries []source.Entry) error {
	reader, err := newReader(r.tree, r.opt)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.State != source.Plain || e.Path != source.Marker && e.Path != agreementFile {
			continue
		}
		if r.files[e.Path], err = reader.file(job{e, role{schema: single[e.Path]}}); err != nil {
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

// rest reads the other files, several at a time: each stands on its own.
func (r *run) rest(entries []source.Entry) error {
	var jobs []job
	for _, e := range entries {
		role, ok := r.layout.role(e.Path)
		switch {
		case e.State == source.Escapes:
			r.other = append(r.other, escapes(e.Path))
		case !ok || e.State != source.Plain:
			continue
		case r.files[e.Path] == nil:
			jobs = append(jobs, job{e, role})
		}
	}
	for p := range r.layout.chapters {
		if !r.layout.exists[p] && r.tree.IsFile(p) {
			jobs = append(jobs, job{source.Entry{Path: p}, role{markdown: true}}) // a chapter from elsewhere in the repository
		}
	}
	results, errs := make([]*file, len(jobs)), make([]error, len(jobs))
	readers := make([]*reader, runtime.GOMAXPROCS(0))
	for i := range readers {
		var err error
		if readers[i], err = newReader(r.tree, r.opt); err != nil {
			return err
		}
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for _, reader := range readers {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(jobs)); i = next.Add(1) - 1 {
				results[i], errs[i] = reader.file(jobs[i])
			}
		})
	}
	wg.Wait()
	for i := range jobs {
		if errs[i] != nil {
			return errs[i]
		}
		r.files[jobs[i].entry.Path] = results[i]
	}
	return nil
}

func escapes(file string) diag.Finding {
	return diag.New("path-escapes", diag.Whole(file), diag.Say(
		"Filen är en länk som leder ut ur innehållets mapp. Ersätt den med filen själv.",
		"The file is a link that leads out of the content's folder. Put the file itself here."))
}

func (r *run) result(entries []source.Entry) *Result {
	res := &Result{Paths: slices.Sorted(maps.Keys(r.files)), tree: r.tree}
	if r.opt.Memory != nil {
		res.Contents = make(map[string]string, len(r.files))
		for path, f := range r.files {
			res.Contents[path] = f.content
		}
	}
	a := assembly{run: r, content: &model.Content{Unread: map[string]bool{}, Refused: map[model.Field]bool{}, Outside: map[string]bool{}}}
	var ids, refs int
	for _, f := range r.files {
		ids, refs = ids+1+len(f.ids), refs+len(f.refs)
	}
	a.content.Identifiers, a.content.References = make([]model.Identifier, 0, ids), make([]model.Reference, 0, refs)
	for _, p := range res.Paths {
		a.add(r.files[p])
		r.files[p] = r.files[p].given()
	}
	a.finish(entries)
	res.Content = a.content
	res.Findings = append(a.findings, r.other...)
	res.Findings = append(res.Findings, personalNames(entries)...)
	return res
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
			t, _, _ := readText(path, data)
			r.lines = t.lines
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
