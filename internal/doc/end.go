package doc

import (
	"strings"
	"unicode/utf8"

	"samsyn/internal/diag"
)

// Ending says how a search for the end of a value ended.
type Ending int

const (
	Closed Ending = iota // the end was found
	Odd                  // it was, past a comment, a tag or an anchor
	Open                 // the text ended first
)

// SkipProperties passes over an anchor and a tag before a value, on its line.
func (t Text) SkipProperties(at diag.Pos) diag.Pos {
	rest := t.from(at)
	for rest != "" && (rest[0] == '&' || rest[0] == '!') {
		i := strings.IndexAny(rest, " \t")
		if i < 0 {
			i = len(rest)
		}
		next := strings.TrimLeft(rest[i:], " \t")
		at, rest = past(at, rest[:len(rest)-len(next)]), next
	}
	return at
}

// EndOfQuoted is the position behind the mark that closes the quotation which begins at
// a position, over lines if need be (YAML 1.2.2 §7.3.1, §7.3.2).
func (t Text) EndOfQuoted(at diag.Pos) (diag.Pos, Ending) {
	end, _, ending := t.endOfQuoted(at, t.from(at))
	return end, ending
}

// endOfQuoted is given what stands on the line from the position on, and gives what is
// left of the line behind the quotation.
func (t Text) endOfQuoted(at diag.Pos, line string) (end diag.Pos, rest string, ending Ending) {
	if line == "" {
		return at, "", Open
	}
	quote := line[0]
	at, rest = advance(at, 1), line[1:]
	for {
		for i := 0; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && quote == '"':
				i++
			case rest[i] == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == quote:
				i++
			case rest[i] == quote:
				return past(at, rest[:i+1]), rest[i+1:], Closed
			}
		}
		if int(at.Line) >= len(t.Lines) {
			return past(at, rest), "", Open
		}
		rest = t.Lines[at.Line]
		at = diag.Pos{Line: at.Line + 1, Column: 1}
	}
}

// opens are what stands before a token in brackets.
const opens = " \t[{,:"

// EndOfFlow is the position behind the bracket that closes the list or mapping which
// begins at a position, over lines if need be.
func (t Text) EndOfFlow(at diag.Pos) (diag.Pos, Ending) {
	depth, before, ending := 0, ' ', Closed
	rest := t.from(at)
	for {
		c, size := utf8.DecodeRuneInString(rest)
		if size == 0 {
			if int(at.Line) >= len(t.Lines) {
				return at, Open
			}
			rest, before = t.Lines[at.Line], ' '
			at = diag.Pos{Line: at.Line + 1, Column: 1}
			continue
		}
		switch begins := strings.ContainsRune(opens, before); {
		case begins && (c == '"' || c == '\''):
			var closed Ending
			if at, rest, closed = t.endOfQuoted(at, rest); closed == Open {
				return at, Open
			}
			before = c
			continue
		case begins && c == '#':
			at, rest, ending = past(at, rest), "", Odd
			continue
		case begins && strings.ContainsRune("&!?", c):
			ending = Odd
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return advance(at, 1), ending
			}
		}
		at, rest, before = advance(at, 1), rest[size:], c
	}
}

// EndOfBlock finds the last line (from 1) of a text that begins below its line, after
// | or > (YAML 1.2.2 §8.1), and by how many spaces its lines are indented. outer is the
// indentation of what holds it, -1 where nothing does. Empty lines at its end belong to
// it only where it keeps them.
func (t Text) EndOfBlock(at diag.Pos, outer int) (last, base int) {
	header := t.from(at)
	keep := false
	for _, c := range header[min(1, len(header)):] {
		if c >= '1' && c <= '9' {
			base = max(outer, 0) + int(c-'0')
		} else if c == '+' {
			keep = true
		} else if c != '-' {
			break
		}
	}
	last = int(at.Line)
	for i := last; i < len(t.Lines); i++ {
		line := t.Lines[i]
		indent := indentation(line)
		if indent == len(line) && (base == 0 || indent <= base) {
			continue // an empty line
		}
		if base == 0 {
			if indent <= outer {
				break
			}
			base = indent
		}
		if indent < base {
			break
		}
		last = i + 1
	}
	if keep {
		for last < len(t.Lines) && indentation(t.Lines[last]) == len(t.Lines[last]) {
			last++
		}
	}
	return last, base
}

// indentation is by how many spaces a line is indented.
func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// endOfPlain is the position behind a text without quotation marks, over lines if need
// be.
func (t Text) endOfPlain(from diag.Pos, value string) diag.Pos {
	rest := t.from(from)
	for {
		if strings.HasPrefix(rest, value) {
			return past(from, value)
		}
		part := uncommented(rest)
		value = strings.TrimLeft(strings.TrimPrefix(value, part), " \n")
		end, next := past(from, part), int(from.Line)
		for next < len(t.Lines) && isBlank(t.Lines[next]) {
			next++
		}
		if next >= len(t.Lines) {
			return end
		}
		line := t.Lines[next]
		rest = strings.TrimLeft(line, " \t")
		if !strings.HasPrefix(value, uncommented(rest)) && !strings.HasPrefix(rest, value) {
			return end // not as it was thought to go on
		}
		from = diag.At(next+1, 1+len(line)-len(rest))
	}
}

// uncommented is a line without the comment and the white space at its end.
func uncommented(line string) string {
	if i := strings.Index(line, " #"); i >= 0 {
		line = line[:i]
	}
	return strings.TrimRight(line, " \t")
}
