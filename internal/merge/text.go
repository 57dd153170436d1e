package merge

import (
	"slices"
	"strings"
)

// text merges a text by its paragraphs.
func (m *merger) text(at, before, mine, theirs string) string {
	switch {
	case mine == theirs, before == mine:
		return theirs
	case before == theirs:
		return mine
	}
	old := paragraphs(before)
	my, your := edits(old, paragraphs(mine)), edits(old, paragraphs(theirs))
	var out []string
	part, done := 0, 0
	for len(my)+len(your) > 0 {
		one := first(my, your)
		from, to := one.from, one.to
		var a, b []edit
		for grown := true; grown; { // all that touch the same paragraphs
			grown = false
			for _, side := range []struct{ rest, taken *[]edit }{{&my, &a}, {&your, &b}} {
				for len(*side.rest) > 0 && touches((*side.rest)[0], from, to, len(a)+len(b) == 0) {
					e := (*side.rest)[0]
					from, to = min(from, e.from), max(to, e.to)
					*side.rest, *side.taken, grown = (*side.rest)[1:], append(*side.taken, e), true
				}
			}
		}
		out = append(out, old[done:from]...)
		out = append(out, m.passage(at, &part, old[from:to], applied(old, from, to, a), applied(old, from, to, b))...)
		done = to
	}
	return ended(append(out, old[done:]...), theirs)
}

// edit is what one has put in the place of some paragraphs, or (from is to) before one.
type edit struct {
	from, to int
	text     []string
}

// first is the edit of two lists that comes first; one of them has some.
func first(my, your []edit) edit {
	switch {
	case len(my) == 0:
		return your[0]
	case len(your) == 0:
		return my[0]
	case my[0].from < your[0].from || my[0].from == your[0].from && my[0].to <= your[0].to:
		return my[0]
	}
	return your[0]
}

// touches tells whether an edit is about the paragraphs of others. alone says that there
// are none yet.
func touches(e edit, from, to int, alone bool) bool {
	return e.from == from && e.to == to || !alone && e.from < to && from < e.to
}

// edits lists how a text differs from the one before. Paragraphs in the place of as many
// others are an edit each.
func edits(old, now []string) []edit {
	var list []edit
	at := common(old, now)
	for o, n := 0, 0; o < len(old) || n < len(now); {
		if o < len(old) && at[o] == n {
			o, n = o+1, n+1
			continue
		}
		endO, endN := o, len(now)
		for endO < len(old) && at[endO] < 0 {
			endO++
		}
		if endO < len(old) {
			endN = at[endO]
		}
		if endO-o == endN-n {
			for ; o < endO; o, n = o+1, n+1 {
				list = append(list, edit{o, o + 1, now[n : n+1]})
			}
		} else {
			list = append(list, edit{o, endO, now[n:endN]})
		}
		o, n = endO, endN
	}
	return list
}

// applied is what some paragraphs are with edits of one side.
func applied(old []string, from, to int, edits []edit) []string {
	var out []string
	for _, e := range edits {
		out = append(append(out, old[from:e.from]...), e.text...)
		from = e.to
	}
	return append(out, old[from:to]...)
}

// passage merges paragraphs that somebody has changed.
func (m *merger) passage(at string, part *int, was, my, your []string) []string {
	switch {
	case alike(my, your), alike(was, my):
		return your
	case alike(was, your):
		return my
	case len(was) == 0: // both have put something here
		return slices.Concat(your, my)
	}
	*part++
	if m.decide(Clash{Field: at, Part: *part, Before: joined(was), Mine: joined(my), Theirs: joined(your)}) == Mine {
		return my
	}
	return your
}

// ended joins paragraphs: an empty line between two, and at the end what a text has there.
func ended(list []string, like string) string {
	var b strings.Builder
	for i, p := range list {
		if b.WriteString(p); i+1 < len(list) && strings.TrimSpace(p) != "" && !strings.HasSuffix(p, "\n\n") {
			b.WriteString(strings.Repeat("\n", 2-strings.Count(p[len(strings.TrimRight(p, "\n")):], "\n")))
		}
	}
	return strings.TrimRight(b.String(), "\n") + like[len(strings.TrimRight(like, "\n")):]
}

// alike tells whether paragraphs say the same, whatever empty lines stand below them.
func alike(a, b []string) bool {
	return slices.EqualFunc(a, b, func(a, b string) bool { return bare(a) == bare(b) })
}

func bare(s string) string { return strings.TrimRight(s, "\n") }

func joined(list []string) string { return strings.TrimSpace(strings.Join(list, "")) }

// paragraphs parts a text, each paragraph with the empty lines below it.
func paragraphs(s string) []string {
	if s == "" {
		return nil
	}
	var list []string
	var b strings.Builder
	blank, fence := false, false
	for line := range strings.Lines(s) {
		words := strings.TrimSpace(line)
		if blank && words != "" && !fence {
			list = append(list, b.String())
			b.Reset()
		}
		if strings.HasPrefix(words, "```") || strings.HasPrefix(words, "~~~") {
			fence = !fence
		}
		b.WriteString(line)
		blank = words == ""
	}
	return append(list, b.String())
}

// mostCompared is how many pairs of paragraphs are compared at most; beyond, all of a
// text counts as changed.
const mostCompared = 4 << 20

// common gives, for each paragraph of one text, where it stands in the other, -1 where it
// does not: the longest sequence that both have.
func common(a, b []string) []int {
	at := make([]int, len(a))
	for i := range at {
		at[i] = -1
	}
	if len(a)*len(b) > mostCompared {
		return at
	}
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if bare(a[i]) == bare(b[j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case bare(a[i]) == bare(b[j]):
			at[i] = j
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return at
}
