package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/swedish"
)

// split takes a text apart into words, in small letters.
func split(s string) iter.Seq[string] {
	s = strings.ReplaceAll(s, "\u00ad", "") // soft hyphens are no part of a word
	return strings.FieldsFuncSeq(strings.ToLower(s), between)
}

// between tells of what stands between words.
func between(c rune) bool {
	if c < utf8.RuneSelf {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c < 'A' || c > 'Z')
	}
	return !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// stems that the algorithm leaves apart though they are one word of this field.
var exceptions = map[string]string{
	"insats": "insats", "insatsen": "insats", "insatser": "insats", "insatserna": "insats", "insatsers": "insats", "insatsernas": "insats",
	"plan": "plan", "planen": "plan", "planer": "plan", "planerna": "plan",
	"mål": "mål", "målet": "mål", "målen": "mål", "delmål": "delmål", "delmålet": "delmål", "delmålen": "delmål",
	"möte": "möt", "möten": "möt", "mötet": "möt", "mötena": "möt",
	"part": "part", "parten": "part", "parter": "part", "parterna": "part", "parternas": "part",
	"språk": "språk", "språket": "språk", "språken": "språk",
	"hälsa": "häls", "hälsan": "häls",
	"bostad": "bost", "bostäder": "bost", "bostäderna": "bost", "land": "land", "länder": "land", "länderna": "land",
}

// stem is the part of a Swedish word that its inflections share (Snowball's
// Swedish algorithm, and the field's own nouns).
func stem(word string) string {
	if s, ok := exceptions[word]; ok {
		return s
	}
	if strings.IndexFunc(word, func(c rune) bool { return c > unicode.MaxLatin1 }) >= 0 {
		return word // no Swedish word
	}
	if !strings.ContainsFunc(word, unicode.IsLetter) {
		return word
	}
	// Several times, since the definite form hides an ending: arbetsmarknaden gives
	// arbetsmarknad, which by itself gives arbetsmarkn.
	for range 3 {
		shorter := swedish.Stem(word, false)
		if shorter == word {
			shorter = indefinite(word)
		}
		if shorter == word {
			break
		}
		word = shorter
	}
	return word
}

// indefinite takes off the endings of the definite form that the algorithm keeps.
func indefinite(word string) string {
	for _, ending := range [][2]string{{"orn", "or"}, {"an", "a"}, {"et", ""}} {
		if rest, ok := strings.CutSuffix(word, ending[0]); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest + ending[1]
		}
	}
	return word
}

// fold writes a word without the marks that somebody may lack on the keyboard.
func fold(s string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case 'å', 'ä', 'à', 'á', 'â':
			return 'a'
		case 'ö', 'ø', 'ó', 'ô':
			return 'o'
		case 'é', 'è', 'ê', 'ë':
			return 'e'
		case 'ü', 'ú':
			return 'u'
		}
		return c
	}, s)
}

// tooCommon are words that would find everything.
var tooCommon = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("och i att en som på är av för med till den har de inte om ett men var sig så vid kan när nu över också efter eller sedan under det vi du man hur där här från vad ska the of and to in") {
		set[w] = true
	}
	return set
}()

// fieldNouns stand last in many compounds of the field, and are found in them
// even where no page has the noun by itself.
var fieldNouns = strings.Fields(`anpassning arbete arbetsgivare avtal beredskap bostad deltagare dialog etablering förening förmedling
	försörjning grupp hälsa information insats kompetens kurs kvinna ledning mottagande mål möte orientering plan praktik rådgivning
	samtal samverkan service skola språk strategi stöd trafik undervisning utbildning utveckling vägledning validering verksamhet vård`)

// fieldStems are the stems of the field's nouns.
func fieldStems() map[string]bool {
	stems := map[string]bool{}
	for _, w := range fieldNouns {
		stems[stem(w)] = true
	}
	return stems
}

// leastPart is how many letters a compound's part has at least.
const leastPart = 4

// parts finds the words that a compound begins or ends with: klimatanpassning
// has klimat and anpassning. stems are those of all words that there are.
func parts(word string, stems map[string]bool) []string {
	const least = leastPart
	runes := []rune(word)
	if len(runes) < 2*least {
		return nil
	}
	var found []string
	for i := least; i <= len(runes)-least; i++ {
		head, tail := string(runes[:i]), string(runes[i:])
		if stems[stem(tail)] {
			found = append(found, tail)
		}
		if i > least {
			head = strings.TrimSuffix(head, "s") // that joins the parts
		}
		if stems[head] {
			found = append(found, head)
		}
	}
	return found
}
