package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/schema"
)

// ErrUnreadable says that a file cannot be laid out since it cannot be read.
var ErrUnreadable = errors.New("cannot be read")

// ErrLeft says that a file was left as it is, since it uses a form of YAML that cannot be
// laid out anew without the risk of changing what it says or losing a comment.
var ErrLeft = errors.New("a form of YAML that is left as it is")

// Format brings a content file into its canonical form. kind is its schema, ""
// for a text without fields; markdown says that the fields are a front matter.
// Line ends become LF and a byte order mark goes; the text below a front matter
// stays otherwise as it is, as do comments, the words and the line breaks of all
// values. An error (ErrUnreadable, ErrLeft) means that nothing may be changed.
func Format(kind string, markdown bool, data []byte) ([]byte, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: not UTF-8", ErrUnreadable)
	}
	file := doc.NewText("", data)
	src := file.Src
	if conflicted(src) {
		return nil, fmt.Errorf("%w: a merge is not finished", ErrUnreadable)
	}
	if kind == "" {
		return []byte(ended(src)), nil
	}
	t, err := schema.TypeOf(kind)
	if err != nil {
		return nil, err
	}
	if !markdown {
		fields, err := formatFields(src, t, true)
		if err != nil {
			return nil, err
		}
		return []byte(fields), nil
	}
	front, err := file.Front()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if front.Fields, err = formatFields(front.Fields, t, false); err != nil {
		return nil, err
	}
	front.Body = ended(front.Body)
	return []byte(front.String()), nil
}

// conflicted tells whether a merge left its marks.
func conflicted(src string) bool {
	for line := range strings.Lines(src) {
		if line == "<<<<<<<\n" || strings.HasPrefix(line, "<<<<<<< ") {
			return true
		}
	}
	return false
}

// ended ends a text with a line feed.
func ended(s string) string {
	if s != "" && !strings.HasSuffix(s, "\n") {
		return s + "\n"
	}
	return s
}

// formatFields lays out a YAML document. whole says that it is all of a file,
// and not a front matter.
func formatFields(src string, t *schema.Type, whole bool) (string, error) {
	if whole {
		src = withoutMarker(src)
	}
	for _, sorted := range []bool{true, false} {
		out, err := layOut(src, t, sorted)
		if err != nil {
			return "", err
		}
		if !sameDocument(src, out, whole) {
			continue
		}
		// What is laid out must stay so; it cannot where a comment has no firm place.
		if again, err := layOut(out, t, sorted); err != nil || again != out {
			continue
		}
		return out, nil
	}
	return "", ErrLeft
}

// withoutMarker takes away the line of hyphens that may open a document.
func withoutMarker(src string) string {
	var kept strings.Builder
	rest := src
	for line := range strings.Lines(src) {
		rest = rest[len(line):]
		switch trimmed := strings.TrimSpace(line); {
		case strings.TrimRight(line, " \t\n") == doc.Fence:
			return kept.String() + rest
		case trimmed != "" && trimmed[0] != '#':
			return src
		}
		kept.WriteString(line)
	}
	return src
}

// layOut writes a document in its canonical form.
func layOut(src string, t *schema.Type, sorted bool) (string, error) {
	root, err := parse(src)
	if err != nil {
		return "", err
	}
	if root != nil && root.Kind != yaml.MappingNode {
		return "", fmt.Errorf("%w: not a mapping", ErrUnreadable)
	}
	if hasAnchor(root) {
		sorted = false // an alias must come after what it repeats
	}
	p, err := newPage(src, root)
	if err != nil {
		return "", err
	}
	r := &renderer{page: p, sorted: sorted}
	var lines []string
	switch {
	case root == nil:
		lines = withoutTrailingBlank(squeeze(withoutLeadingBlank(r.texts(r.gap(0, len(p.lines))))))
	case len(root.Content) == 0 || root.Style&yaml.FlowStyle != 0:
		return "", ErrLeft
	default:
		lines = r.document(root, t)
	}
	if r.err != nil {
		return "", r.err
	}
	if len(lines) == 0 {
		return "", nil
	}
	return strings.Join(lines, "\n") + "\n", nil
}

// modeline tells an editor which schema a file follows; it stays on top.
const modeline = "# yaml-language-server:"

// document writes the whole. What stands on top, apart from the first field by
// an empty line, is about the file and stays on top.
func (r *renderer) document(root *yaml.Node, t *schema.Type) []string {
	first := root.Content[0].Line - 1
	top := 0
	for l := 0; l < first; l++ {
		switch {
		case r.kinds[l] == content:
			r.fail()
			return nil
		case r.kinds[l] == blank, strings.HasPrefix(string(r.lines[l]), modeline):
			top = l + 1
		}
	}
	head := squeeze(withoutLeadingBlank(r.texts(r.gap(0, top))))
	b := r.block(root, t, top, len(r.lines), 0)
	return slices.Concat(head, b.head, b.body)
}

// parse reads one document; an empty one gives nil.
func parse(src string) (root *yaml.Node, err error) {
	if strings.ContainsAny(src, "\u0085\u2028\u2029\ufeff") || strings.HasPrefix(src, "%") {
		return nil, ErrLeft // line ends to some, not to others; directives
	}
	if root, err = doc.Parse(src); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if root == nil || root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil, nil
	}
	return root, nil
}

func hasAnchor(n *yaml.Node) bool {
	return n != nil && (n.Anchor != "" || slices.ContainsFunc(n.Content, hasAnchor))
}

// sameDocument holds two texts of a document against each other: the same
// values, up to the order of fields and those that are empty, and the same comments.
func sameDocument(before, after string, whole bool) bool {
	if !whole {
		after = strings.TrimSuffix(after, "\n")
	}
	a, errA := parse(before)
	b, errB := parse(after)
	if errA != nil || errB != nil || (a == nil) != (b == nil) {
		return false
	}
	pageA, errA := newPage(before, a)
	pageB, errB := newPage(after, b)
	return errA == nil && errB == nil && slices.Equal(pageA.comments(), pageB.comments()) && (a == nil || sameValue(a, b))
}

func sameValue(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || a.Anchor != b.Anchor || sameTag(a.Tag) != sameTag(b.Tag) {
		return false
	}
	if a.Kind != yaml.MappingNode {
		return slices.EqualFunc(a.Content, b.Content, sameValue)
	}
	return slices.EqualFunc(byName(a), byName(b), func(x, y doc.Pair) bool { return sameValue(x.Key, y.Key) && sameValue(x.Value, y.Value) })
}

// sameTag takes a date for a text: the schemas decide which it is.
func sameTag(tag string) string {
	if tag == "!!timestamp" {
		return "!!str"
	}
	return tag
}

// byName gives a mapping's fields in the order of their names. One that is empty counts as
// absent, and may go.
func byName(n *yaml.Node) []doc.Pair {
	fields := slices.DeleteFunc(slices.Collect(doc.Pairs(n)), func(p doc.Pair) bool { return p.Value.Kind != yaml.AliasNode && doc.IsEmpty(p.Value) })
	slices.SortStableFunc(fields, func(x, y doc.Pair) int { return strings.Compare(x.Key.Value, y.Key.Value) })
	return fields
}
