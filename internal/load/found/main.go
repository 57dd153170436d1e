// Command found says what the reading of files finds. A line of JSON comes in for each file,
// with its path in a content and its text, or for each content, with its folder; a line goes
// out with the findings. It lets another validator be asked the same many thousand times
// without a process each.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"testing/fstest"

	"samsyn/internal/load"
	"samsyn/internal/source"
)

// asked is a file to be read, or all files of a folder.
type asked struct {
	Folder string `json:"folder"`
	Path   string `json:"path"`
	Text   string `json:"text"`
}

// finding is one in a file, as samsyn validate --format json gives it.
type finding struct {
	File       string `json:"file"`
	Rule       string `json:"rule"`
	Line       int32  `json:"line"`
	Column     int32  `json:"column"`
	Message    string `json:"message"`
	Suggestion string `json:"suggestion,omitempty"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	err := answer(json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(out))
	if err = errors.Join(err, out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, "found:", err)
		os.Exit(1)
	}
}

func answer(in *json.Decoder, out *json.Encoder) error {
	for {
		var a asked
		if err := in.Decode(&a); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		found, err := read(a)
		if err != nil {
			return fmt.Errorf("%s%s: %w", a.Folder, a.Path, err)
		}
		if err := out.Encode(found); err != nil {
			return err
		}
	}
}

// read reads a folder, or a file in a content of which nothing else is there.
func read(a asked) ([]finding, error) {
	if a.Folder != "" {
		tree, err := source.Folder(a.Folder)
		if err != nil {
			return nil, err
		}
		return findings(tree, func(string) bool { return true })
	}
	files := fstest.MapFS{source.Marker: {Data: []byte("title: T\npublisher: p\nbase_url: https://p.example/\nlanguage: sv\n")}}
	files[a.Path] = &fstest.MapFile{Data: []byte(a.Text)}
	return findings(source.FromFS(files), func(file string) bool { return file == a.Path })
}

// findings reads a content and tells what it finds in those files that are wanted.
func findings(tree *source.Tree, wanted func(file string) bool) ([]finding, error) {
	r, err := load.Load(tree)
	if err != nil {
		return nil, err
	}
	found := []finding{}
	for _, f := range r.Findings {
		if wanted(f.File) {
			at := f.Range.Start
			found = append(found, finding{f.File, f.Rule.Name, at.Line, at.Column, f.Message.EN, f.Suggestion})
		}
	}
	return found, nil
}
