// Package edit writes YAML as text: a file goes in and comes out laid out in its
// canonical form, or a new file with its fields explained. What a file says, and what its
// comments say, stays as it was.
package edit

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// notPlain finds what keeps a text from standing without quotation marks (YAML
// 1.2.2 §7.3.3), in any of the YAML versions that editors' tools read.
var notPlain = regexp.MustCompile("^[\\s,\\[\\]{}#&*!|>'\"%@`]|^[-?:]$|^[-?:]\\s|^(---|\\.\\.\\.)|:\\s|\\s#|[\\s:]$")

// plainTag is the tag that a text gets where it stands without quotation marks,
// or "" where it cannot stand so.
func plainTag(s string) string {
	if s == "" || notPlain.MatchString(s) || strings.ContainsFunc(s, unplain) {
		return ""
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte("- "+s+"\n"), &n); err != nil || len(n.Content) != 1 {
		return ""
	}
	list := n.Content[0]
	if list.Kind != yaml.SequenceNode || len(list.Content) != 1 {
		return ""
	}
	item := list.Content[0]
	if item.Kind != yaml.ScalarNode || item.Value != s || item.Style != 0 || item.HeadComment+item.LineComment+item.FootComment != "" {
		return ""
	}
	return item.Tag
}

// unplain tells whether a character needs an escape or ends a line.
func unplain(c rune) bool {
	return c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff
}

// Quoted puts a text in quotation marks, as it must stand in brackets and braces, in the
// way of Git-based editors: double ones, single ones around a text that holds double ones
// alone.
func Quoted(s string) string {
	if strings.Contains(s, `"`) && !strings.ContainsAny(s, "'\\") && !strings.ContainsFunc(s, unplain) {
		return "'" + s + "'"
	}
	var b strings.Builder
	e := json.NewEncoder(&b) // YAML's double quotes take JSON's escapes (YAML 1.2.2 §5.7)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	var out strings.Builder
	for _, c := range strings.TrimSuffix(b.String(), "\n") {
		if unplain(c) { // JSON lets some stand that end a line in YAML, such as U+0085
			fmt.Fprintf(&out, "\\u%04x", c)
		} else {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// Scalar writes a text as a value of a field, so that it is read as one: without quotation
// marks where it can stand so.
func Scalar(s string) string {
	if plainTag(s) == "!!str" && !oldForm.MatchString(s) {
		return s
	}
	return Quoted(s)
}

// Paragraphs tells whether a text reads better on lines of its own, and can stand so.
func Paragraphs(s string) bool {
	if !strings.Contains(s, "\n") || strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.HasSuffix(s, "\n") {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != strings.TrimRight(line, " \t") || strings.ContainsFunc(line, unicode.IsControl) || strings.ContainsAny(line, "\u0085\u2028\u2029\ufeff") {
			return false
		}
	}
	last := s[strings.LastIndexByte(s, '\n')+1:]
	return !strings.HasPrefix(strings.TrimLeft(last, " "), "#") // which could be taken for a comment below it
}
