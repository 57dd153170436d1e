package prose

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"samsyn/internal/diag"
)

// Literal is what was meant as Markdown but is shown as it is written.
type Literal struct {
	Kind  LiteralKind
	Shown string // as it stands in the file, on one line
	At    diag.Pos
}

// LiteralKind says what was meant.
type LiteralKind int

const (
	SpacedLink      LiteralKind = iota // a space between the brackets and the address
	SpaceInAddress                     // an address that is none, mostly for a space in it
	ReversedLink                       // the address in the brackets, the text in the parentheses
	NoteWithoutText                    // a footnote's mark whose note is nowhere
	ExtraCells                         // a row with more cells than its table, which are not shown
	NoTable                            // a table whose head has other columns than the line below it
	UnspacedHeading                    // a heading without a space after its marks
)

// literals are what a run of text holds that was meant otherwise. The pattern's
// first group, where it has one, is what is shown of it.
var literals = []struct {
	kind    LiteralKind
	pattern *regexp.Regexp
}{
	{SpaceInAddress, regexp.MustCompile(`\[[^\[\]\x00]+\]\([^()\x00]*\)`)},
	{SpacedLink, regexp.MustCompile(`\[[^\[\]\x00]+\]\s+\((?:(?:https?:|mailto:|tel:|www\.)[^()\s]*|\.{1,2}/[^()\s]*|[^()\s]+\.(?:md|pdf|html?|docx?|xlsx?|png|jpe?g)(?:#[^()\s]*)?)\)`)},
	{ReversedLink, regexp.MustCompile(`\([^()\x00]+\)\[(?:https?:|mailto:|www\.)[^\]\s]*\]`)},
	{NoteWithoutText, regexp.MustCompile(`\[\^[^\[\]\s\x00]+\]`)},
	{NoTable, regexp.MustCompile(`\|[^\n]*\n\s*\|?\s*:?-{3,}:?\s*\|[^\n]*`)},
	{UnspacedHeading, regexp.MustCompile(`^#{2,6}[^#\s][^\n]*`)},
}

// run is the text of one block as it stands in the file, where it is shown as such:
// what became a link, code or the like is a single NUL, as is each half of an escape.
type run struct {
	text  []byte
	seams []seam
}

// seam says from which offset of the file a run goes on at one of its own.
type seam struct{ at, offset int }

func (r *run) add(offset int, raw []byte) {
	r.seams = append(r.seams, seam{len(r.text), offset})
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) && isPunct(raw[i+1]) {
			r.text = append(r.text, 0, 0)
			i++
			continue
		}
		r.text = append(r.text, raw[i])
	}
}

// offset is where in the file a place of the run stands.
func (r *run) offset(at int) int {
	i, found := slices.BinarySearchFunc(r.seams, at, func(s seam, at int) int { return s.at - at })
	if !found {
		i--
	}
	return r.seams[i].offset + at - r.seams[i].at
}

// literal looks through the text of a block.
func (r *reader) literal(block ast.Node) {
	if !r.mayBeLiteral(block) {
		return
	}
	var text run
	r.gather(&text, block, 1)
	for _, l := range literals {
		for _, m := range l.pattern.FindAllIndex(text.text, -1) {
			r.unmade(l.kind, text.text[m[0]:m[1]], text.offset(m[0]))
		}
	}
}

// mayBeLiteral tells whether a block has a character without which nothing is literal.
func (r *reader) mayBeLiteral(block ast.Node) bool {
	lines := block.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		if bytes.ContainsAny(line.Value(r.src), "[|#") {
			return true
		}
	}
	return false
}

// gather puts the text below a node into a run.
func (r *reader) gather(into *run, parent ast.Node, depth int) {
	if depth > MaxDepth {
		return
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			into.add(n.Segment.Start, n.Segment.Value(r.src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				into.text = append(into.text, '\n')
			}
		case *ast.Emphasis:
			r.gather(into, n, depth+1)
		case *ast.AutoLink:
			into.add(n.Pos(), n.Label(r.src))
		default:
			into.text = append(into.text, 0)
		}
	}
}

// cells tells of a row that has more cells than its table has columns.
func (r *reader) cells(row ast.Node, columns int) {
	if _, head := row.(*extast.TableHeader); head || row.Pos() < 0 {
		return
	}
	line, _, _ := bytes.Cut(r.src[row.Pos():], []byte("\n"))
	line = bytes.TrimSpace(line)
	trimmed := bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	count := 1
	for i, c := range trimmed {
		if c == '|' && (i == 0 || trimmed[i-1] != '\\') {
			count++
		}
	}
	if count > columns {
		r.unmade(ExtraCells, line, row.Pos())
	}
}

func (r *reader) unmade(kind LiteralKind, shown []byte, offset int) {
	s := strings.Join(strings.Fields(strings.ReplaceAll(string(shown), "\x00", "")), " ")
	r.literals = append(r.literals, Literal{Kind: kind, Shown: Composed(s), At: r.pos(offset)})
}
