package doc

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

const (
	// MaxDepth is how deep mappings and lists may nest.
	MaxDepth = 64
	// MaxExpansion is how many times a document's size its aliases may amount to.
	MaxExpansion = 10
	// MaxValues is how many values a document may have. It is more than an indicator's
	// series takes that has all of a country's municipalities over twenty years; a file
	// of nothing but commas would take a hundred times its size.
	MaxValues = 100_000
)

// What a document may not be, beside wrong.
var (
	ErrTooManyValues = errors.New("too many values")
	ErrTooDeep       = errors.New("too many levels")
	ErrMuchTooDeep   = errors.New("so many levels that they cannot be counted")
	ErrTooLong       = errors.New("aliases that amount to too much")
)

// SyntaxError says where a text stops being YAML, as far as the parser tells.
type SyntaxError struct {
	Line   int    // of the document, from 1; 0 where it is not told
	Detail string // in the parser's words
	Second bool   // another document begins on the line
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Detail) }

// Parse reads one document; an empty one gives nil. An error is a *SyntaxError, or one
// of those above.
func Parse(src string) (root *yaml.Node, err error) {
	// YAML 1.1 takes these for line ends, editors do not, and lines must agree.
	if strings.Contains(src, "\u2028") || strings.Contains(src, "\u2029") {
		src = strings.NewReplacer("\u2028", " ", "\u2029", " ").Replace(src)
	}
	if values(src) > MaxValues {
		return nil, ErrTooManyValues
	}
	doc, err := decode(src)
	if err != nil || doc == nil || len(doc.Content) == 0 {
		return nil, err
	}
	root = doc.Content[0]
	if depth(root, 0) > MaxDepth {
		return nil, ErrTooDeep
	}
	// Without an asterisk there is no alias, and nothing to write out.
	if strings.Contains(src, "*") && expanded(root) > MaxExpansion*len(src) {
		return nil, ErrTooLong
	}
	return root, nil
}

// Reads tells whether a text is YAML, of whatever size.
func Reads(src string) bool {
	_, err := decode(src)
	return err == nil
}

// decode reads one document.
func decode(src string) (doc *yaml.Node, err error) {
	// A parser's panic on hostile input must not take the other files with it.
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, syntaxError(fmt.Sprint(r))
		}
	}()
	d := yaml.NewDecoder(strings.NewReader(src))
	var first, second yaml.Node
	switch err := d.Decode(&first); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxError(err.Error())
	}
	switch err := d.Decode(&second); {
	case errors.Is(err, io.EOF):
		return &first, nil
	case err != nil:
		return nil, syntaxError(err.Error())
	}
	return nil, &SyntaxError{Line: second.Line, Detail: "another document", Second: true}
}

// errorLine is how yaml.v3 tells the line of an error: in its text alone.
var errorLine = regexp.MustCompile(`line (\d+): `)

func syntaxError(says string) error {
	detail := strings.TrimPrefix(says, "yaml: ")
	if strings.Contains(detail, "exceeded max depth") {
		return ErrMuchTooDeep
	}
	e := &SyntaxError{Detail: detail}
	if m := errorLine.FindStringSubmatch(detail); m != nil {
		e.Detail = strings.Replace(detail, m[0], "", 1)
		e.Line, _ = strconv.Atoi(m[1])
	}
	return e
}

// values is at least how many values a text has: two on each line, one for each hyphen
// that begins it, and what commas part in brackets.
func values(src string) int {
	if len(src) < MaxValues {
		return 0 // it cannot have too many, and nearly all texts are short
	}
	n := 0
	for line := range strings.SplitSeq(src, "\n") {
		line = strings.TrimLeft(line, " ")
		for strings.HasPrefix(line, "- ") {
			line, n = strings.TrimLeft(line[2:], " "), n+1
		}
		if line != "" && line[0] != '#' {
			n += 2
		}
	}
	if strings.ContainsAny(src, "[{") {
		n += 2 * strings.Count(src, ",")
	}
	return n
}

func depth(n *yaml.Node, level int) int {
	if n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode {
		return level
	}
	level++
	if level > MaxDepth {
		return level
	}
	deepest := level
	for _, c := range n.Content {
		deepest = max(deepest, depth(c, level))
	}
	return deepest
}

// expanded is the size in bytes that a document has with its aliases written
// out. An alias within itself is endless.
func expanded(root *yaml.Node) int {
	const endless = 1 << 40
	sizes := map[*yaml.Node]int{}
	var size func(n *yaml.Node) int
	size = func(n *yaml.Node) int {
		if s, known := sizes[n]; known {
			return s
		}
		sizes[n] = endless // while it is being counted
		s := len(n.Value)
		if n.Kind == yaml.AliasNode {
			s = size(n.Alias)
		}
		for _, c := range n.Content {
			s = min(s+1+size(c), endless)
		}
		sizes[n] = s
		return s
	}
	return size(root)
}
