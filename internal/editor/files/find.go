package files

import (
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/editor/web"
	"samsyn/internal/form/passage"
	"samsyn/internal/form/wording"
	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/text"
)

// query is what somebody searches the content for: all its words have to be there.
type query struct{ words []string }

func queryOf(words string) query { return query{strings.Fields(strings.ToLower(words))} }

// contents reads what files say.
type contents struct {
	passage.Reader
	files map[string]layout.File // by their paths
}

func (v *visit) contents() (*contents, error) {
	list, err := v.Project.Files()
	c := &contents{passage.Reader{Tree: v.Tree(), Index: index.New(v.Content), Words: text.WordsOf(v.Content), Language: v.Lang}, map[string]layout.File{}}
	for _, f := range list {
		c.files[f.Path] = f
	}
	return c, err
}

// section is an entry of a file's list, with what it says; one without a name is what stands
// in no entry.
type section struct{ name, title, text string }

// address leads to an entry of a thing.
func (s section) address(t thing) string {
	return t.Address + "?" + web.PartIn + "=" + url.QueryEscape(s.name)
}

// sections are what a file says, entry by entry, a line for each field.
func (c *contents) sections(file string) (list []section) {
	for _, p := range c.Of(c.files[file]) {
		if c.files[file].Of != "" { // entries of a translation are called by those of its original
			p.Part = ""
		}
		i := slices.IndexFunc(list, func(s section) bool { return s.name == p.Part })
		if i < 0 {
			list, i = append(list, section{name: p.Part, title: wording.Shortened(p.Name)}), len(list)
		}
		list[i].text += p.Text + "\n"
	}
	return list
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
// by what they say, each of these with the words around. Of a list the entries are found
// that have all the words.
func (v *visit) found(q query, in *contents, things []thing) (list []thing) {
	if len(q.words) == 0 {
		return things
	}
	var inText []thing
	for _, t := range things {
		if q.finds(t.found) {
			list = append(list, t)
			continue
		}
		whole, entries := "", 0
		for _, s := range in.sections(t.file) {
			whole += s.text
			if s.name != "" && q.finds(strings.ToLower(s.text)) {
				entries++
				inText = append(inText, thing{Title: s.title, Address: s.address(t), Beside: t.Title, Excerpt: q.excerpt(s.text)})
			}
		}
		if entries == 0 && q.finds(t.found+" "+strings.ToLower(whole)) {
			t.Excerpt = q.excerpt(whole)
			inText = append(inText, t)
		}
	}
	return append(list, inText...)
}

// manyEntries is how many entries a list has that are offered with the file.
const manyEntries = 5

// entries lead to the entries of a file that is a list of many.
func (c *contents) entries(t thing) (list []web.Crumb) {
	for _, s := range c.sections(t.file) {
		if s.name != "" {
			list = append(list, web.Crumb{Label: s.title, Address: s.address(t)})
		}
	}
	if len(list) < manyEntries {
		return nil
	}
	return list
}
