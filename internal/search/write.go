package search

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"sync"

	"samsyn/internal/parallel"
)

// Out takes one file of the site. It is called from several goroutines at once.
type Out = func(path string, data []byte) error

// Write hands the index to out as files.
func (x *Index) Write(out Out) error {
	x.sort()
	files := cut(x.forms(), 1)
	return errors.Join(x.entries(files, out), x.titles(out), list(files, out))
}

// entries writes the files of words.
func (x *Index) entries(files []part, out Out) error {
	failed := make([]error, len(files))
	room := sync.Pool{New: func() any { scores := make([]int32, len(x.pages)); return &scores }}
	parallel.Each(len(files), func(n int) {
		scores := room.Get().(*[]int32)
		failed[n] = write(out, files[n].path(), x.fill(files[n].forms, *scores))
		room.Put(scores)
	})
	return errors.Join(failed...)
}

// titles writes the files that tell what the pages are called.
func (x *Index) titles(out Out) error {
	n := 0
	for some := range slices.Chunk(x.pages, perShard) {
		titles := make([][4]string, len(some))
		for i, p := range some {
			titles[i] = [4]string{p.Path, p.Title, p.About, p.Lang}
		}
		if err := write(out, "search/t-"+strconv.Itoa(n)+".json", titles); err != nil {
			return err
		}
		n++
	}
	return nil
}

// list writes the file that says which others there are.
func list(files []part, out Out) error {
	names := make([]string, len(files))
	for n, f := range files {
		names[n] = f.name
	}
	slices.Sort(names)
	return write(out, "search/index.json", struct {
		Per    int      `json:"per"`
		Shards []string `json:"shards"`
		Common []string `json:"common"` // words that no file has
	}{perShard, names, slices.Sorted(maps.Keys(tooCommon))})
}

func write(out Out, path string, content any) error {
	data, err := json.Marshal(content)
	if err != nil {
		return err
	}
	return out(path, data)
}
