package edit

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/schema"
)

// renderer writes a page's document in canonical form: two spaces a level, lists
// indented, fields in the order of the schema where sorted is set, quotation
// marks where they are needed. Comments and empty lines stay with the field or
// item that they stand above.
type renderer struct {
	*page
	sorted bool
	err    error
}

// entry is a field of a mapping or an item of a list.
type entry struct {
	key, value *yaml.Node // key is nil for an item
	start      int        // its first line
	head       []int      // the comment and empty lines above it
	inner      int        // where the lines of a collection under it end
}

// piece is an entry that has been written.
type piece struct {
	head []string // above it, not indented
	body []string
}

func (r *renderer) fail() { r.err = ErrLeft }

// entries takes apart a block collection whose lines lie between from and end.
// The lines of tail stand below its last entry.
func (r *renderer) entries(n *yaml.Node, from, end int) (list []entry, tail []int) {
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i < len(n.Content); i += step {
		e := entry{value: n.Content[i+step-1]}
		if step == 2 {
			e.key = n.Content[i]
			e.start = e.key.Line - 1
		} else {
			e.start = r.dash(n, e.value)
		}
		list = append(list, e)
	}
	above := r.gap(from, list[0].start)
	for i := range list {
		next := end
		if i+1 < len(list) {
			next = list[i+1].start
		}
		if list[i].start < from || next <= list[i].start && r.err == nil {
			r.fail() // two on a line
			return nil, nil
		}
		list[i].head = above
		last := list[i].start
		for l := last; l < next; l++ {
			if r.kinds[l] == content {
				last = l
			}
		}
		list[i].inner = last + 1
		if doc.IsBlock(list[i].value) {
			list[i].inner = r.belongsInside(last+1, next, n.Column-1)
		}
		above = r.gap(list[i].inner, next)
	}
	return list, above
}

// dash finds the line of the hyphen before an item.
func (r *renderer) dash(list, item *yaml.Node) int {
	for l := item.Line - 1; l >= list.Line-1 && l < len(r.lines); l-- {
		line := r.lines[l]
		if r.kinds[l] == content && list.Column-1 < len(line) && line[list.Column-1] == '-' &&
			strings.Trim(string(line[:list.Column-1]), " -?:") == "" {
			return l
		}
	}
	r.fail()
	return item.Line - 1
}

// gap lists the lines between two places, none of which may be content.
func (r *renderer) gap(from, to int) []int {
	var lines []int
	for l := from; l < to; l++ {
		if r.kinds[l] == content {
			r.fail()
		}
		lines = append(lines, l)
	}
	return lines
}

// belongsInside tells how far the comments below a collection are indented more
// than what holds it, and so are its own.
func (r *renderer) belongsInside(from, to, outer int) int {
	end := from
	for l := from; l < to; l++ {
		if r.kinds[l] == comment {
			if indentation(r.lines[l]) <= outer {
				break
			}
			end = l + 1
		}
	}
	return end
}

// block writes a block collection. What stands above its first entry is told
// apart, since it may have to stand above a hyphen.
func (r *renderer) block(n *yaml.Node, t *schema.Type, from, end, indent int) piece {
	list, tail := r.entries(n, from, end)
	if r.err != nil {
		return piece{}
	}
	o := objectOf(t)
	if n.Kind == yaml.MappingNode && o != nil {
		list = r.withoutEmpty(list, o)
	}
	if n.Kind == yaml.MappingNode && r.sorted && o != nil {
		sortFields(list, o, func(e entry) string { return e.key.Value })
	}
	var all piece
	for nth, e := range list {
		p := r.entry(e, t, indent)
		head := squeeze(p.head)
		if nth == 0 {
			all.head = withoutLeadingBlank(head)
			all.body = p.body
			continue
		}
		all.body = append(append(all.body, indented(head, indent)...), p.body...)
	}
	all.body = append(all.body, indented(withoutTrailingBlank(squeeze(r.texts(tail))), indent)...)
	return all
}

func objectOf(t *schema.Type) *schema.Type {
	if o := t.For("object"); o != nil && o.Fields != nil {
		return o
	}
	return nil
}

// withoutEmpty leaves out the optional fields that say nothing, unless a comment stands
// with them, or nothing else would be left.
func (r *renderer) withoutEmpty(list []entry, t *schema.Type) []entry {
	kept := slices.DeleteFunc(slices.Clone(list), func(e entry) bool {
		f := t.Field(e.key.Value)
		if f == nil || f.Required || e.value.Kind == yaml.AliasNode || e.value.Anchor != "" || !doc.IsEmpty(e.value) ||
			slices.ContainsFunc(t.Conditions, func(c schema.Condition) bool { return slices.Contains(c.Required, f.Name) }) ||
			slices.ContainsFunc(e.head, func(l int) bool { return r.kinds[l] == comment }) {
			return false
		}
		for l := e.start; l < e.inner; l++ {
			if strings.Contains(string(r.lines[l]), "#") {
				return false
			}
		}
		return true
	})
	if len(kept) == 0 {
		return list
	}
	return kept
}

// sortFields puts fields in the schema's order; those that it does not know stay behind
// the field that they stand behind, since they may belong to it.
func sortFields[T any](list []T, t *schema.Type, name func(T) string) {
	rank, last := map[string]int{}, -1
	for _, f := range list {
		if k := t.Index(name(f)); k >= 0 {
			last = k
		}
		rank[name(f)] = last
	}
	slices.SortStableFunc(list, func(a, b T) int { return rank[name(a)] - rank[name(b)] })
}

func (r *renderer) texts(lines []int) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.Trim(string(r.lines[l]), " \t"))
	}
	return out
}

// entry writes a field or an item.
func (r *renderer) entry(e entry, t *schema.Type, indent int) piece {
	p := piece{head: r.texts(e.head)}
	lead, after := "-", pos{e.start, 0}
	var of *schema.Type
	if e.key != nil {
		var ok bool
		if after, ok = r.afterKey(e.key); !ok {
			r.fail()
			return p
		}
		lead = keyText(e.key) + ":"
		if o := objectOf(t); o != nil {
			if f := o.Field(e.key.Value); f != nil {
				of = f.Type
			}
		}
	} else {
		after.column = r.dashColumn(e) + 1
		if t != nil {
			of = t.Items
		}
	}
	r.value(&p, e, of, lead, after, indent)
	return p
}

// dashColumn is where an item's hyphen stands: the last one before its value, or
// the last of those that begin the line.
func (r *renderer) dashColumn(e entry) int {
	line, limit := r.lines[e.start], len(r.lines[e.start])
	if e.value.Line-1 == e.start {
		limit = min(limit, e.value.Column-1)
	}
	column := indentation(line)
	for c := column; c < limit; c++ {
		if line[c] == '-' && (c+1 == len(line) || isSpace(line[c+1])) {
			column = c
		} else if !isSpace(line[c]) {
			break
		}
	}
	return column
}

// value writes what stands after a key or a hyphen.
func (r *renderer) value(p *piece, e entry, t *schema.Type, lead string, after pos, indent int) {
	n := e.value
	switch {
	case doc.IsBlock(n):
		note := r.commentOn(after.line, after.column)
		// Only a comment may stand between, and an item's first field.
		inside := strings.Trim(string(r.lines[after.line][min(after.column, len(r.lines[after.line])):]), " \t")
		sameLine := n.Line-1 == after.line
		if n.Anchor != "" && e.key != nil && !sameLine { // it stands behind the key
			mark := "&" + n.Anchor
			if rest, is := strings.CutPrefix(inside, mark); is {
				lead, inside = lead+" "+mark, strings.Trim(rest, " \t")
			}
		}
		if !sameLine && inside != note {
			r.fail()
			return
		}
		from := after.line + 1
		if sameLine {
			from, note = after.line, ""
		}
		block := r.block(n, t, from, e.inner, indent+2)
		if r.err != nil {
			return
		}
		if sameLine && e.key == nil {
			p.head, block.head = append(p.head, block.head...), nil
		}
		p.below(n, lead, note, block, indent)
	case n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode:
		end := r.ends[n]
		p.noteBetween(r, after, at(n))
		note := r.commentOn(end.line, end.column)
		r.flow(p, n, t, lead, note, indent)
	default:
		r.scalar(p, n, t, lead, after, e.inner, indent)
	}
}

// below puts a collection below its key or hyphen; a mapping begins behind the hyphen.
func (p *piece) below(n *yaml.Node, lead, note string, block piece, indent int) {
	pad := strings.Repeat(" ", indent)
	if lead == "-" && n.Kind == yaml.MappingNode {
		if note != "" {
			p.head = append(p.head, note)
		}
		p.head = append(p.head, block.head...)
		p.body = append([]string{pad + "- " + block.body[0][indent+2:]}, block.body[1:]...)
		return
	}
	p.body = slices.Concat([]string{pad + spaced(lead, note)}, indented(block.head, indent+2), block.body)
}

func spaced(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// noteBetween takes a comment that stands between a key and a value on a later
// line: it moves above.
func (p *piece) noteBetween(r *renderer, after, value pos) {
	if value.line == after.line {
		return
	}
	for l := after.line; l < value.line; l++ {
		from := 0
		if l == after.line {
			from = after.column
		}
		if note := r.commentOn(l, from); note != "" {
			p.head = append(p.head, note)
		}
	}
}

// afterKey finds the place after the colon of a key.
func (r *renderer) afterKey(key *yaml.Node) (pos, bool) {
	if key.Kind != yaml.ScalarNode || key.Anchor != "" || key.Style&yaml.TaggedStyle != 0 {
		return pos{}, false
	}
	end, isQuoted := r.ends[key]
	if !isQuoted {
		start := at(key)
		end = pos{start.line, start.column + len([]rune(key.Value))}
		line := r.lines[start.line]
		if end.column > len(line) || string(line[start.column:end.column]) != key.Value {
			return pos{}, false
		}
	}
	if end.line != key.Line-1 {
		return pos{}, false
	}
	for isSpace(r.rune(end)) {
		end.column++
	}
	if r.rune(end) != ':' {
		return pos{}, false
	}
	end.column++
	return end, true
}

func keyText(key *yaml.Node) string {
	if key.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
		return key.Value
	}
	return Scalar(key.Value)
}

// indented puts comments on their level; an empty line stays empty.
func indented(lines []string, indent int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = strings.Repeat(" ", indent) + l
		}
	}
	return out
}

// squeeze makes one empty line of several.
func squeeze(lines []string) []string {
	return slices.CompactFunc(slices.Clone(lines), func(a, b string) bool { return a == "" && b == "" })
}

func withoutLeadingBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return lines
}

func withoutTrailingBlank(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
