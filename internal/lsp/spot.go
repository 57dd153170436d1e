package lsp

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spot is what stands at a position of a document's fields. It is found in text that is
// being written, which need not be YAML yet: only what stands before the position counts.
type spot struct {
	path     []string // the fields that lead there, whether they stand in lists or not
	word     string   // around the position
	from, to int      // the code points of the line that the word takes, from 0
	place    placing
	taken    []string // the other fields of the mapping that the word may be a field of
}

// placing is what may stand at a spot.
type placing int

const (
	nowhere placing = iota // a comment, or in the midst of a text
	aField                 // a field's name, with its colon
	aValue
	either // a word that may become a field's name or be an item of a list
)

// frame is a field or an item of a list that the lines further in belong to.
type frame struct {
	column int
	field  string // "" for an item
}

// bracket is an open bracket of a list or a mapping on one line.
type bracket struct {
	open  byte
	field string // that was named last
	named bool   // and awaits its value
	all   []string
}

// scanner goes through the lines before a position.
type scanner struct {
	frames   []frame
	brackets []bracket
	quote    byte // of a text that goes on, 0 where there is none
	text     int  // lines further in than this column go on with a text; -1 where there is none
}

var fieldName = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s:#"'\[\]{},&*!|>%@-][^\s:#"'\[\]{},]*)\s*:(\s|$)`)

// find finds what stands at a code point of a line, both from 0, of the lines of a YAML
// document.
func find(lines []string, line, column int) spot {
	s := scanner{text: -1}
	for _, before := range lines[:line] {
		s.line(before)
	}
	own := []rune(lines[line])
	at := spot{from: min(column, len(own)), to: min(column, len(own))}
	for at.from > 0 && inWord(own[at.from-1]) {
		at.from--
	}
	for at.to < len(own) && inWord(own[at.to]) {
		at.to++
	}
	at.word = string(own[at.from:at.to])
	s.prefix(string(own[:at.from]), &at)
	if at.place == either && strings.HasPrefix(strings.TrimLeft(string(own[at.to:]), `"'`), ":") {
		at.place = aField
	}
	if len(s.brackets) == 0 && at.place != aValue {
		at.taken = s.beside(lines, line, at.from)
	}
	return at
}

// inWord tells whether a character may belong to an identifier, a field's name, a date or
// a name that is being typed.
func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune("-_/.", c)
}

// prefix takes what stands before a word on its line.
func (s *scanner) prefix(before string, at *spot) {
	column := utf8.RuneCountInString(before)
	fresh := strings.Trim(before, " -") == "" // nothing but its indentation, and hyphens
	inside := s.quote != 0 || s.text >= 0 && indentOf(before) > s.text
	switch {
	case len(s.brackets) == 0 && inside, commented(before):
		return
	case len(s.brackets) == 0 && fresh:
		s.line(before)
		s.leave(column, true)
		at.place = either
	default:
		s.line(before)
		at.place = aValue
		if len(s.brackets) > 0 {
			if b := &s.brackets[len(s.brackets)-1]; b.open == '{' && !b.named {
				at.place, at.taken = either, b.all
			}
		}
	}
	at.path = s.path()
}

// commented tells whether a line has begun a comment.
func commented(before string) bool {
	trimmed := strings.TrimLeft(before, " ")
	return strings.HasPrefix(trimmed, "#") || strings.Contains(before, " #") && strings.Count(before, `"`)%2 == 0
}

// line takes a line, or the beginning of one.
func (s *scanner) line(line string) {
	if s.quote != 0 || len(s.brackets) > 0 {
		s.inline(line)
		return
	}
	rest := strings.TrimLeft(line, " ")
	column := len(line) - len(rest)
	if rest == "" || rest[0] == '#' {
		return
	}
	if s.text >= 0 && column > s.text {
		return
	}
	s.text = -1
	for rest == "-" || strings.HasPrefix(rest, "- ") {
		s.leave(column, false)
		s.frames = append(s.frames, frame{column: column})
		after := strings.TrimLeft(rest[1:], " ")
		column += len(rest) - len(after)
		rest = after
	}
	if m := fieldName.FindStringSubmatch(rest); m != nil {
		s.leave(column, true)
		s.frames = append(s.frames, frame{column, strings.Trim(m[1], `"'`)})
		rest = strings.TrimLeft(rest[len(m[0]):], " ")
	}
	if rest != "" {
		s.value(rest)
	}
}

// leave goes out of what is further in than a column. A list's items may stand in the
// column of the field that holds them; whole leaves that field, and the items too.
func (s *scanner) leave(column int, whole bool) {
	for len(s.frames) > 0 {
		last := s.frames[len(s.frames)-1]
		if last.column < column || last.column == column && !whole && last.field != "" {
			return
		}
		s.frames = s.frames[:len(s.frames)-1]
	}
}

// value takes what stands behind a field's colon or an item's hyphen.
func (s *scanner) value(v string) {
	for v != "" && (v[0] == '&' || v[0] == '!') { // an anchor, a tag
		_, v, _ = strings.Cut(v, " ")
		v = strings.TrimLeft(v, " ")
	}
	switch {
	case v == "", v[0] == '#':
	case strings.IndexByte(`[{"'`, v[0]) >= 0:
		s.inline(v)
	default: // a text in plain letters, or one below its line
		s.text = 0
		if len(s.frames) > 0 {
			s.text = s.frames[len(s.frames)-1].column
		}
	}
}

// inline takes what stands in brackets or quotes, which may go on over lines.
func (s *scanner) inline(line string) {
	token, start := 0, true // where the last word began; nothing of it has come yet
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case s.quote != 0:
			i += s.quoted(c)
		case c == '#' && (i == 0 || line[i-1] == ' '):
			return
		case start && (c == '"' || c == '\''):
			s.quote, start = c, false
		case strings.IndexByte("{[]},:", c) >= 0 && s.sign(line, i, token):
			token, start = i+1, c != '}' && c != ']'
		default:
			start = start && c == ' '
		}
		if len(s.brackets) == 0 && s.quote == 0 {
			return
		}
	}
}

// quoted takes a character of a text in quotes, and tells how many more belong to it.
func (s *scanner) quoted(c byte) (more int) {
	switch {
	case c == '\\' && s.quote == '"':
		return 1
	case c == s.quote:
		s.quote = 0
	}
	return 0
}

// sign takes a bracket, a comma or a colon, before which a word began at token. It tells
// whether it is one: an address has colons too.
func (s *scanner) sign(line string, i, token int) bool {
	c := line[i]
	switch {
	case c == '{' || c == '[':
		s.brackets = append(s.brackets, bracket{open: c})
	case len(s.brackets) == 0:
		return false
	case c == '}' || c == ']':
		s.brackets = s.brackets[:len(s.brackets)-1]
	case c == ',':
		s.brackets[len(s.brackets)-1].named = false
	case i+1 < len(line) && strings.IndexByte(" ,]}", line[i+1]) < 0:
		return false
	default:
		s.brackets[len(s.brackets)-1].name(strings.Trim(line[token:i], ` "'`))
	}
	return true
}

// name takes the name of a field of a mapping in brackets.
func (b *bracket) name(field string) {
	if b.open == '{' && !b.named {
		b.field, b.named, b.all = field, true, append(b.all, field)
	}
}

// path are the fields that what comes next belongs to.
func (s *scanner) path() []string {
	var path []string
	for _, f := range s.frames {
		if f.field != "" {
			path = append(path, f.field)
		}
	}
	for _, b := range s.brackets {
		if b.named {
			path = append(path, b.field)
		}
	}
	return path
}

// beside are the fields of the mapping whose fields stand in a column, on the lines
// around one.
func (s *scanner) beside(lines []string, line, column int) []string {
	var names []string
	look := func(n int) (goOn bool) {
		own := lines[n]
		rest := strings.TrimLeft(own, " ")
		if rest == "" || rest[0] == '#' {
			return true
		}
		begins := false // an item, whose first field stands behind its hyphen
		at := len(own) - len(rest)
		if at < column && strings.HasPrefix(rest, "- ") {
			begins = true
			after := strings.TrimLeft(rest[1:], " ")
			at, rest = at+len(rest)-len(after), after
		}
		if at < column || begins && at != column {
			return false
		}
		if m := fieldName.FindStringSubmatch(rest); m != nil && at == column {
			names = append(names, strings.Trim(m[1], `"'`))
		}
		return !begins
	}
	above := line
	item := func(n int) bool { // that the fields in the column belong to
		return strings.HasPrefix(strings.TrimLeft(lines[n], " "), "- ") && indentOf(lines[n]) < column
	}
	for above > 0 && !item(above) {
		above--
		if !look(above) {
			break
		}
	}
	for below := line + 1; below < len(lines); below++ {
		if item(below) || !look(below) {
			break
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
