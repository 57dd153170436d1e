package wordplan

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/index"
	"samsyn/internal/model"
)

// actor is a party or body by its identifier, or somebody else by the name.
type actor struct{ id, name string }

// yaml is the actor as a value of a field.
func (a actor) yaml() string {
	if a.id != "" {
		return edit.Scalar(a.id)
	}
	return "{name: " + edit.Quoted(a.name) + "}"
}

// names are all that parties and bodies are called.
type names struct {
	called  map[string]string // identifier by words in small letters
	exact   map[string]string // abbreviations, by their letters as they stand
	place   map[string]bool   // a municipality's name without ”kommun”: a place too
	longest int               // words in a name
	titles  map[string]string // full name by identifier
}

// abbreviations that authorities are known by in the whole country.
var abbreviations = map[string]string{"AF": "arbetsförmedlingen", "Af": "arbetsförmedlingen", "FK": "försäkringskassan", "Fk": "försäkringskassan", "MIV": "migrationsverket", "LNU": "linnéuniversitetet"}

func namesOf(c *model.Content, x *index.Index) names {
	n := names{map[string]string{}, map[string]string{}, map[string]bool{}, 1, map[string]string{}}
	for _, p := range c.Parties.All() {
		n.add(p.ID.V, p.Name.V, p.ShortName.V)
		n.usual(&p)
	}
	for _, b := range x.Bodies() {
		n.add(b.ID.V, b.Name.V, b.ShortName.V)
	}
	for short, name := range abbreviations {
		if id := n.called[name]; id != "" && n.exact[short] == "" {
			n.exact[short] = id
		}
	}
	return n
}

func (n *names) add(id, full, short string) {
	n.titles[id] = full
	n.call(full, id)
	if short == strings.ToUpper(short) && utf8.RuneCountInString(short) <= 6 {
		if short != "" {
			n.exact[short] = id
		}
		return
	}
	n.call(short, id)
}

// usual adds what people call a party of a kind beside its name.
func (n *names) usual(p *model.Party) {
	words := wordsOf(p.Name.V)
	switch {
	case p.Kind.V == "municipality" && len(words) == 2 && words[1] == "kommun":
		for _, place := range []string{words[0], strings.TrimSuffix(words[0], "s")} {
			n.call(place+" kommun", p.ID.V)
			n.call(place, p.ID.V)
			n.place[place] = true
		}
	case p.Kind.V == "county_administrative_board":
		n.call("länsstyrelsen", p.ID.V)
		n.exact["Lst"], n.exact["LST"] = p.ID.V, p.ID.V
		if len(words) > 2 && words[0] == "länsstyrelsen" { // ”Länsstyrelsen i Kronobergs län” is ”Länsstyrelsen Kronoberg” too
			n.call("länsstyrelsen "+strings.TrimSuffix(words[2], "s"), p.ID.V)
		}
	case p.Kind.V == "region":
		n.call("regionen", p.ID.V)
	}
	if short := strings.ToLower(p.ShortName.V); p.Kind.V == "municipality" && short != "" {
		n.place[short] = true
	}
}

// call adds a name. One that two are called names neither.
func (n *names) call(name, id string) {
	words := wordsOf(name)
	if len(words) == 0 {
		return
	}
	key := strings.Join(words, " ")
	if other, taken := n.called[key]; taken && other != id {
		n.called[key] = ""
		return
	}
	n.called[key] = id
	n.longest = max(n.longest, len(words))
}

// token is a word of a text and where it stands.
type token struct {
	low      string
	from, to int
}

func tokens(s string) []token {
	var list []token
	from := -1
	for at, c := range s + " " {
		if letter := unicode.IsLetter(c) || unicode.IsDigit(c); letter && from < 0 {
			from = at
		} else if !letter && from >= 0 {
			list = append(list, token{strings.ToLower(s[from:at]), from, at})
			from = -1
		}
	}
	return list
}

// mention is a name in a text.
type mention struct {
	id       string
	near     string // what it is really called, where the text is not quite that
	said     string
	from, to int // in the text
}

// mentions finds the parties and bodies that a text names, in its order.
func (n names) mentions(s string) []mention {
	words := tokens(s)
	var list []mention
	for at := 0; at < len(words); {
		m, used := n.at(s, words, at)
		if used == 0 {
			at++
			continue
		}
		if used == 1 && n.place[m.key()] && at > 0 && slices.Contains([]string{"i", "inom", "kring", "runt", "från"}, words[at-1].low) {
			at++ // a place, nobody who does anything
			continue
		}
		list = append(list, m)
		at += used
	}
	return list
}

func (m mention) key() string {
	return strings.TrimSuffix(strings.Join(wordsOf(m.said), " "), "s")
}

// at finds the longest name that begins at a word; used is how many words it has. Only
// where there is none is a slip looked for.
func (n names) at(s string, words []token, at int) (m mention, used int) {
	for _, find := range []func(said, key string) (id, near string){n.exactly, n.misspelt} {
		for length := min(n.longest, len(words)-at); length > 0; length-- {
			from, to := words[at].from, words[at+length-1].to
			said := s[from:to]
			if strings.ContainsAny(said, "\n\t;:.!?") {
				continue
			}
			if id, near := find(said, strings.Join(wordsOf(said), " ")); id != "" {
				return mention{id, near, said, from, to}, length
			}
		}
	}
	return mention{}, 0
}

// exactly finds who is called so, also in the genitive.
func (n names) exactly(said, key string) (id, near string) {
	for _, form := range []string{key, strings.TrimSuffix(key, "s")} {
		if id := n.called[form]; id != "" {
			return id, ""
		}
	}
	for _, form := range []string{said, strings.TrimSuffix(said, "s")} {
		if id := n.exact[form]; id != "" {
			return id, ""
		}
	}
	return "", ""
}

// misspelt finds the name that a text may be a slip of: with a capital, long enough, and
// nothing else as near.
func (n names) misspelt(said, key string) (id, near string) {
	first, _ := utf8.DecodeRuneInString(said)
	if !unicode.IsUpper(first) || len(key) < 8 {
		return "", ""
	}
	var candidates []string
	for name, id := range n.called {
		if id != "" && name[0] == key[0] && strings.Count(name, " ") == strings.Count(key, " ") && len(name) > 7 && max(len(name)-len(key), len(key)-len(name)) <= 4 {
			candidates = append(candidates, name)
		}
	}
	guess := diag.NearestAlone(key, candidates)
	if guess == "" {
		return "", ""
	}
	return n.called[guess], n.titles[n.called[guess]]
}

// together stands before those who only take part, conjunction between two names.
var (
	together    = regexp.MustCompile(`(?i)\b(?:tillsammans med|i samverkan med|i samarbete med|med stöd av)\b`)
	conjunction = regexp.MustCompile(`(?i)(?:^|\s+)(?:och|samt)(?:\s+|$)`)
)

// list reads a text that is nothing but names: those who answer, and behind ”tillsammans
// med” those who take part. ok is false where it says more than names.
func (n names) list(s string) (answer, take []actor, near []mention, ok bool) {
	first, second := s, ""
	if at := together.FindStringIndex(s); at != nil {
		first, second = s[:at[0]], s[at[1]:]
	}
	answer, near, ok = n.only(first)
	take, also, okToo := n.only(second)
	return answer, take, append(near, also...), ok && okToo && len(answer)+len(take) > 0
}

func (n names) only(s string) (list []actor, near []mention, ok bool) {
	at := 0
	for _, m := range append(n.mentions(s), mention{from: len(s), to: len(s)}) {
		for _, other := range others(s[at:m.from]) {
			if !nameLike(other) {
				return nil, nil, false
			}
			list = append(list, actor{name: other})
		}
		if m.id != "" {
			list = append(list, actor{id: m.id})
			if m.near != "" {
				near = append(near, m)
			}
		}
		at = m.to
	}
	return unique(list), near, true
}

// others are the names in a stretch of text between those that are known.
func others(s string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(",;/&+•·|\n()", c) }) {
		for _, name := range conjunction.Split(strings.TrimSpace(part), -1) {
			name = strings.Trim(name, " .:–-")
			if low := strings.ToLower(name); name != "" && !slices.Contains([]string{"ansvarig", "ansvariga", "ansvar", "huvudman", "ägare"}, low) {
				list = append(list, name)
			}
		}
	}
	return list
}

// nameLike tells whether a text may be a name: it begins with a capital and is short.
func nameLike(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && len(strings.Fields(s)) <= 5 && !strings.ContainsAny(s, ".:!?")
}

func unique(list []actor) []actor {
	var out []actor
	for _, a := range list {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}
