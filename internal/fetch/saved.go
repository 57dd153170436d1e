package fetch

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"samsyn/internal/model"
)

// Saved reads answers that somebody has saved in a folder: in a file that is called as
// the indicator (with .source.json, as kept beside it, or with .json), or as the figure,
// or else in those that have the figure in them. ErrNothing says that there is none,
// ErrTooMuch that there is more than can be kept.
func Saved(dir fs.FS, indicator string, f model.Fetch) (*Figures, error) {
	for _, name := range []string{indicator + ".source.json", indicator + ".json", f.Figure.V + ".json"} {
		if !fs.ValidPath(name) {
			continue
		}
		data, err := bounded(dir, name)
		if errors.Is(err, ErrTooMuch) {
			return nil, err
		}
		if err != nil {
			continue
		}
		if answers := kept(data); answers != nil {
			return Read(answers, f)
		}
		return Read([]Answer{{address(f, name), string(data)}}, f)
	}
	answers, err := search(dir, f)
	if err != nil {
		return nil, err
	}
	return Read(answers, f)
}

// search finds the answers of a folder that have the figure in them.
func search(dir fs.FS, f model.Fetch) ([]Answer, error) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	var answers, unnamed []Answer
	left, larger := mostBytes, false // larger: there is a file that was not looked into
	for _, e := range entries {
		if path.Ext(e.Name()) != ".json" || strings.HasPrefix(e.Name(), ".") || !e.Type().IsRegular() || len(answers) == mostPages {
			continue
		}
		data, err := bounded(dir, e.Name())
		if err != nil {
			larger = larger || errors.Is(err, ErrTooMuch)
			continue
		}
		switch a := (Answer{address(f, e.Name()), string(data)}); {
		case holds(data, f):
			if left -= len(data); left < 0 {
				return nil, ErrTooMuch
			}
			answers = append(answers, a)
		case f.From.V == "scb" && nameless(data):
			unnamed = append(unnamed, a)
		}
	}
	switch {
	case answers != nil:
		return answers, nil
	case len(unnamed) == 1:
		return unnamed, nil
	case larger:
		return nil, ErrTooMuch
	}
	return nil, ErrNothing
}

// bounded reads a file that is no larger than what can be kept.
func bounded(dir fs.FS, name string) ([]byte, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err == nil && len(data) > mostBytes {
		return nil, ErrTooMuch
	}
	return data, err
}

// address is where a saved answer came from: where the figures are, as far as is known.
func address(f model.Fetch, name string) string {
	if questions, err := Questions(f); err == nil {
		return questions[0]
	}
	return name
}

// holds tells whether an answer has the figure: Kolada names it with each value,
// Statistics Sweden names the table.
func holds(data []byte, f model.Fetch) bool {
	if f.From.V == "kolada" {
		rows, _, err := kolada(data, f)
		return err == nil && len(rows) > 0
	}
	c, err := open(data)
	return err == nil && strings.EqualFold(c.Extension.PX.TableID, f.Figure.V)
}

// nameless tells whether an answer of Statistics Sweden does not say of which table.
func nameless(data []byte) bool {
	c, err := open(data)
	return err == nil && c.Extension.PX.TableID == ""
}
