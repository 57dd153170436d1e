package load

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"sync"

	"samsyn/internal/cache"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// Options are what a loading may use beside the tree.
type Options struct {
	// Entries are the tree's, in byte order, where they are known already.
	Entries []source.Entry
	// Memory keeps what is made of each file; nil for none.
	Memory *cache.Pack
	// Known gives a key of a file's content that can be told without reading it
	// (git's, say), "" where it cannot. It may be nil.
	Known func(source.Entry) string
	// Unnamed leaves out Result.Contents and Fields, which take memory for each file.
	Unnamed bool
}

// kept is what is remembered of one file: all that was made of it. What holds
// between files is never kept.
type kept struct {
	Body     *prose.Doc
	Thing    any
	Texts    map[string]string
	Findings []diag.Finding
	IDs      []model.Identifier
	Refs     model.References
	Refused  []model.Field
	Lost     map[string]bool
	At       diag.Place
	Unread   bool
	Above    string
}

// codec stores what is kept. The kinds are all that made gives.
var codec = sync.OnceValues(func() (*cache.Codec, error) {
	return cache.NewCodec(kept{},
		&model.Chapter{}, &model.Config{}, &model.Agreement{}, &model.Parties{}, &model.Organisation{}, &model.Strategies{},
		&model.Calendar{}, &model.Signatures{}, &model.Area{}, &model.Indicator{}, &model.Review{}, &model.Resource{}, &model.Plan{},
		&model.Initiative{})
})

// cheap is the size in bytes of files that need not be remembered where something is
// wrong with them: to find that again takes less than to keep its sentences.
const cheap = 1 << 10

// job is a file to be read.
type job struct {
	entry source.Entry
	role  role
}

// reader reads files, from the memory where it has them. It is for one goroutine.
type reader struct {
	files *source.Reader
	opt   Options
	from  *cache.Decoder
	to    *cache.Encoder
	was   kept // what was read back last
	nodes supply
}

func newReader(tree *source.Tree, opt Options) (*reader, error) {
	r := &reader{files: tree.Reader(), opt: opt}
	if opt.Memory == nil {
		return r, nil
	}
	known, err := codec()
	if err != nil {
		return nil, err
	}
	r.from, r.to = known.Decoder(), known.Encoder()
	return r, nil
}

// file reads one file.
func (r *reader) file(j job) (*file, error) {
	if r.opt.Memory == nil {
		data, err := r.files.Read(j.entry.Path)
		return readFile(j.entry.Path, j.role, data, err, &r.nodes)
	}
	content := ""
	if r.opt.Known != nil {
		content = r.opt.Known(j.entry)
	}
	if content != "" {
		if f := r.recall(j, key(j, content)); f != nil {
			f.content = content
			return f, nil
		}
	}
	data, err := r.files.Read(j.entry.Path)
	if err != nil {
		return readFile(j.entry.Path, j.role, nil, err, &r.nodes)
	}
	if content == "" {
		sum := sha256.Sum256(data)
		content = "sha256 " + hex.EncodeToString(sum[:])
		if f := r.recall(j, key(j, content)); f != nil {
			f.content = content
			return f, nil
		}
	}
	f, err := readFile(j.entry.Path, j.role, data, nil, &r.nodes)
	if err == nil {
		f.content = content
		if len(f.findings) == 0 || len(data) > cheap {
			r.remember(key(j, content), f)
		}
	}
	return f, err
}

// key names what a file's result was made of, beside the program and its schemas,
// which the memory as a whole is of.
func key(j job, content string) cache.Key {
	r := j.role
	return cache.KeyOf(j.entry.Path, r.schema, strconv.FormatBool(r.markdown), r.id, r.kind, r.plan, r.of, r.language, content)
}

// recall gives the file as it was made before, nil where that is not known.
func (r *reader) recall(j job, k cache.Key) *file {
	data, ok := r.opt.Memory.Get(k)
	if !ok {
		return nil
	}
	r.was = kept{}
	if err := r.from.Decode(data, j.entry.Path, &r.was); err != nil {
		return nil
	}
	was := &r.was
	return &file{path: j.entry.Path, role: j.role, body: was.Body, thing: was.Thing, texts: was.Texts, findings: was.Findings,
		ids: was.IDs, refs: was.Refs, refused: was.Refused, lost: was.Lost, at: was.At, unread: was.Unread, above: was.Above}
}

func (r *reader) remember(k cache.Key, f *file) {
	data, ok := r.to.Encode(f.path, kept{Body: f.body, Thing: f.thing, Texts: f.texts, Findings: f.findings,
		IDs: f.ids, Refs: f.refs, Refused: f.refused, Lost: f.lost, At: f.at, Unread: f.unread, Above: f.above})
	if ok {
		r.opt.Memory.Put(k, data)
	}
}
