// Command found says what the reading of single files finds. A line of JSON comes in for
// each file, with its path in a content and its text; a line goes out with the findings.
// It lets another validator be asked the same many thousand times without a process each.
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

// asked is a file to be read.
type asked struct {
	Path string `json:"path"`
	Text string `json:"text"`
}

// finding is one in the file, as samsyn validate --format json gives it.
type finding struct {
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
			return fmt.Errorf("%s: %w", a.Path, err)
		}
		if err := out.Encode(found); err != nil {
			return err
		}
	}
}

// read reads a file, in a content of which nothing else is there.
func read(a asked) ([]finding, error) {
	files := fstest.MapFS{source.Marker: {Data: []byte("title: T\npublisher: p\nbase_url: https://p.example/\nlanguage: sv\n")}}
	files[a.Path] = &fstest.MapFile{Data: []byte(a.Text)}
	r, err := load.Load(source.FromFS(files))
	if err != nil {
		return nil, err
	}
	found := []finding{}
	for _, f := range r.Findings {
		if f.File == a.Path {
			at := f.Range.Start
			found = append(found, finding{f.Rule.Name, at.Line, at.Column, f.Message.EN, f.Suggestion})
		}
	}
	return found, nil
}
