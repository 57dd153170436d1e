package files

import (
	"regexp"
	"slices"
	"strings"
)

// query is what somebody searches the content for: all its words have to be there.
type query struct {
	words []string
	names map[string]string // of parties and groups, by their identifiers
}

func (v *visit) query(words string) query {
	q := query{strings.Fields(strings.ToLower(words)), map[string]string{}}
	if c := v.Content; c.Parties != nil {
		for _, p := range c.Parties.Parties {
			q.names[p.ID.V] = p.Name.V
		}
	}
	if c := v.Content; c.Organisation != nil {
		for _, b := range c.Organisation.Bodies {
			q.names[b.ID.V] = b.Name.V
		}
	}
	return q
}

var (
	// fieldOf is how a line of a file begins that has a field in it.
	fieldOf = regexp.MustCompile(`(?m)^[ \t]*(- +)?[a-z_]+:`)
	// reference is a line, its field taken away, that is an identifier or a list of some.
	reference = regexp.MustCompile(`(?m)^[ \t]*(?:-[ \t]+)?(?:[a-z0-9-]+|\[[^\]\n]*\])[ \t]*$`)
	marksOf   = strings.NewReplacer("---", " ", "**", "", "##", "", "|-", " ", ">-", " ", "\"", " ", "[", " ", "]", " ", "{", " ", "}", " ")
	nameOf    = regexp.MustCompile(`[\pL\pN-]+`)
)

// plain is what a file says without how it is written, line by line, those whom it refers
// to by name.
func (q query) plain(data []byte) string {
	named := func(word string) string {
		if name := q.names[word]; name != "" {
			return name
		}
		return word
	}
	s := fieldOf.ReplaceAllString(string(data), " ")
	s = reference.ReplaceAllStringFunc(s, func(line string) string { return nameOf.ReplaceAllStringFunc(line, named) })
	var lines []string
	for line := range strings.Lines(marksOf.Replace(s)) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && line != "-" {
			lines = append(lines, strings.TrimPrefix(line, "- "))
		}
	}
	return strings.Join(lines, "\n")
}

// finds tells whether all words are in a text.
func (q query) finds(s string) bool {
	return !slices.ContainsFunc(q.words, func(w string) bool { return !strings.Contains(s, w) })
}

// around is how many characters of a text are shown before and after what was found.
const around = 60

// excerpt is the line of a text that has the most of the words, or what is around the
// longest of them there; "" where none is there. Other lines are of other fields.
func (q query) excerpt(s string) string {
	best, most, word := "", 0, ""
	for line := range strings.Lines(s) {
		low, n, longest := strings.ToLower(line), 0, ""
		for _, w := range q.words {
			if strings.Contains(low, w) {
				n++
				if len(w) > len(longest) {
					longest = w
				}
			}
		}
		if n > most {
			best, most, word = line, n, longest
		}
	}
	if most == 0 {
		return ""
	}
	return cutAround(strings.TrimSpace(best), word)
}

// cutAround is what stands around a word in a line; "" where it is not there.
func cutAround(line, word string) string {
	letters := []rune(line)
	low := make([]rune, 0, len(letters))
	for _, r := range letters { // one for one, so that places are the same in both
		low = append(low, []rune(strings.ToLower(string(r)))[0])
	}
	before, _, found := strings.Cut(string(low), word)
	if !found {
		return ""
	}
	at := len([]rune(before))
	from, to := max(0, at-around), min(len(letters), at+len([]rune(word))+around)
	part := string(letters[from:to])
	if from > 0 {
		_, part, _ = strings.Cut(part, " ")
		part = "… " + part
	}
	if to < len(letters) {
		if end := strings.LastIndexByte(part, ' '); end > 0 {
			part = part[:end]
		}
		part += " …"
	}
	return part
}

// found are those of some things that a search finds: by what they are called before those
// by what they say, each of these with the words around.
func (v *visit) found(q query, things []thing) (list []thing) {
	if len(q.words) == 0 {
		return things
	}
	var inText []thing
	for _, t := range things {
		if q.finds(t.found) {
			list = append(list, t)
			continue
		}
		data, err := v.Tree().Read(t.file)
		if err != nil {
			continue // it is found by its name alone
		}
		said := q.plain(data)
		if q.finds(t.found + " " + strings.ToLower(said)) {
			t.Excerpt = q.excerpt(said)
			inText = append(inText, t)
		}
	}
	return append(list, inText...)
}
