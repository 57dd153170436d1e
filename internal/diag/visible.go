package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reorders tells whether a character changes the order in which the letters after it
// are shown (Unicode Standard Annex #9): embeddings, overrides, isolates and their ends.
func Reorders(c rune) bool { return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 }

// Steers tells whether a character ends a line, controls a terminal, or turns the
// letters after it round.
func Steers(c rune) bool {
	return unicode.IsControl(c) || c == '\u2028' || c == '\u2029' || Reorders(c)
}

// Visible is a text out of a file, a name, a message of git's or of a certificate, as
// it may be printed anywhere: it stays on its line and says nothing that cannot be
// seen. A character that steers is shown as a mark, a tab as a space.
func Visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case Steers(c):
			return '\ufffd'
		}
		return c
	}, s)
}

// Shown is what is put into a sentence, such as it may be printed: names, messages
// and errors may come out of a file.
func Shown(args []any) []any {
	out := make([]any, len(args))
	for i, x := range args {
		switch x := x.(type) {
		case string:
			out[i] = Visible(x)
		case error: // one that says several things says each on a line
			out[i] = Visible(strings.ReplaceAll(x.Error(), "\n", "; "))
		case fmt.Stringer:
			out[i] = Visible(x.String())
		case Text:
			out[i] = Text{Visible(x.SV), Visible(x.EN)}
		default:
			out[i] = x
		}
	}
	return out
}

// WriteJSON writes a value for another program, one field a line, such as it may be
// printed (see VisibleJSON).
func WriteJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(VisibleJSON(b.Bytes()))
	return err
}

// VisibleJSON writes a JSON text so that it steers nothing either where it is printed:
// what encoding/json leaves as it is, in names and texts, becomes an escape, which
// means the same.
func VisibleJSON(data []byte) []byte {
	if !bytes.ContainsFunc(data, steersInJSON) {
		return data
	}
	var out []byte
	for _, c := range string(data) {
		if steersInJSON(c) {
			out = fmt.Appendf(out, `\u%04x`, c)
		} else {
			out = utf8.AppendRune(out, c)
		}
	}
	return out
}

// steersInJSON leaves the form's own lines alone, which it has no others of.
func steersInJSON(c rune) bool { return c != '\n' && c != '\t' && Steers(c) }
