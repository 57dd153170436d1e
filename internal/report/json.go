package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"iter"

	"samsyn/internal/diag"
)

// jsonWriter writes indented JSON piece by piece, with letters left as they are,
// byte for byte what encoding/json makes of the whole.
type jsonWriter struct {
	to    *bufio.Writer
	piece bytes.Buffer
	enc   *json.Encoder
	err   error // the first, after which nothing is written
}

func newJSONWriter(to *bufio.Writer) *jsonWriter {
	j := &jsonWriter{to: to}
	j.enc = json.NewEncoder(&j.piece)
	j.enc.SetEscapeHTML(false)
	return j
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.to.WriteString(s)
	}
}

// value writes a value that stands behind an indentation.
func (j *jsonWriter) value(indent string, v any) {
	j.piece.Reset()
	j.enc.SetIndent(indent, "  ")
	if j.err == nil {
		j.err = j.enc.Encode(v)
	}
	if j.err == nil {
		_, j.err = j.to.Write(diag.VisibleJSON(bytes.TrimSuffix(j.piece.Bytes(), []byte("\n"))))
	}
}

// list writes a list that stands behind an indentation, its things one by one.
func list[T, U any](j *jsonWriter, indent string, things iter.Seq[T], as func(T) U) {
	empty := true
	for t := range things {
		if empty {
			j.raw("[\n" + indent + "  ")
		} else {
			j.raw(",\n" + indent + "  ")
		}
		empty = false
		j.value(indent+"  ", as(t))
	}
	if empty {
		j.raw("[]")
	} else {
		j.raw("\n" + indent + "]")
	}
}
