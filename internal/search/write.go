package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"

	"samsyn/internal/view/site"
)

// Memory knows which files of the index an earlier run has made. Its methods are
// called from several goroutines at once.
type Memory interface {
	// Kept puts the file of a path in its place, if it was made of the same key
	// before, and gives what Keep was given of it.
	Kept(path string, key site.Key) (found string, ok bool)
	// Before gives what Keep was given of a path in an earlier run, whatever has
	// become of the file. It goes before Keep.
	Before(path string) (key site.Key, found string, ok bool)
	// Keep takes note of a file that was made.
	Keep(path string, key site.Key, found []byte)
}

const listFile = "search/index.json" // what is kept of it is the state

// Write hands the index to out as files, from several goroutines at once, but for
// those that m has kept; m may be nil.
func (x *Index) Write(out func(path string, data []byte) error, m Memory) error {
	slices.SortFunc(x.pages, func(a, b page) int { return cmp.Compare(a.path, b.path) })
	w := &writing{index: x, out: out, memory: m}
	v, changed := x.fromState(m)
	if v == nil {
		w.found = x.scan(nil)
		v = x.vocabularyOf(w.found)
	}
	v.part()
	files := v.files()
	if err := errors.Join(w.words(v, files), w.titles(), w.list(files)); err != nil {
		return err
	}
	if m != nil && changed != 0 { // the pages that the state is of are remembered with it
		m.Keep(listFile, site.Key{}, x.state(v))
	}
	return nil
}

// writing is an index on its way out.
type writing struct {
	index  *Index
	out    func(path string, data []byte) error
	memory Memory    // nil where nothing is remembered
	found  *postings // of all words that are asked of
	made   int       // files of words that were not kept
}

// words writes the files of words.
func (w *writing) words(v *vocabulary, files []part) error {
	keys, kept := make([]site.Key, len(files)), make([]bool, len(files))
	abreast(len(files), func(n, _ int) {
		if w.memory != nil {
			keys[n] = v.key(files[n])
			_, kept[n] = w.memory.Kept(files[n].path(), keys[n])
		}
	})
	var left []int
	for n := range files {
		if !kept[n] {
			left = append(left, n)
		}
	}
	w.made = len(left)
	if w.found == nil && w.made > 0 {
		w.found = w.index.scan(v.wanted(files, left))
	}
	r := w.index.ranker(v, w.found)
	failed := make([]error, len(left))
	abreast(len(left), func(i, worker int) {
		n := left[i]
		data, err := r.fill(files[n].forms, worker)
		failed[i] = w.write(files[n].path(), keys[n], data, err)
	})
	return errors.Join(failed...)
}

// titles writes the files that tell what the pages are called.
func (w *writing) titles() error {
	pages := w.index.pages
	count := (len(pages) + perShard - 1) / perShard
	failed := make([]error, count)
	abreast(count, func(n, _ int) {
		part := pages[n*perShard : min((n+1)*perShard, len(pages))]
		path := "search/t-" + strconv.Itoa(n) + ".json"
		var key site.Key
		if w.memory != nil {
			key = titlesKey(part)
			if _, ok := w.memory.Kept(path, key); ok {
				return
			}
		}
		titles := make([][4]string, len(part))
		for i, p := range part {
			titles[i] = [4]string{p.path, p.title, p.about, p.lang}
		}
		data, err := json.Marshal(titles)
		failed[n] = w.write(path, key, data, err)
	})
	return errors.Join(failed...)
}

func titlesKey(pages []page) site.Key {
	b := make([]byte, 0, 8<<10)
	for _, p := range pages {
		for _, s := range []string{p.path, p.title, p.about, p.lang} {
			b = appendText(b, s)
		}
	}
	return sha256.Sum256(b)
}

// write hands over one file, which is remembered.
func (w *writing) write(path string, key site.Key, data []byte, err error) error {
	if err == nil {
		err = w.out(path, data)
	}
	if err == nil && w.memory != nil {
		w.memory.Keep(path, key, nil)
	}
	return err
}

// list writes the file that says which others there are.
func (w *writing) list(files []part) error {
	names := make([]string, len(files))
	for n, f := range files {
		names[n] = f.name
	}
	slices.Sort(names)
	data, err := json.Marshal(struct {
		Per    int      `json:"per"`
		Shards []string `json:"shards"`
		Common []string `json:"common"` // words that no file has
	}{perShard, names, slices.Sorted(maps.Keys(tooCommon))})
	if err != nil {
		return err
	}
	return w.out(listFile, data)
}
