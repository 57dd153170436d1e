package wordplan

import (
	"slices"
	"strings"
	"unicode"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
)

// Kind is what a column holds.
type Kind string

// The kinds of columns.
const (
	Area        Kind = "area"      // the cooperation area
	Goal        Kind = "goal"      // the sub-goal
	Title       Kind = "title"     // the initiative's name, and perhaps its time and more
	Owner       Kind = "owner"     // who answers for it
	Partners    Kind = "partners"  // who takes part
	Who         Kind = "who"       // who answers for it, and how it is done, in running text
	How         Kind = "how"       // what is done
	FollowUp    Kind = "follow-up" // how it is followed up, perhaps by whom and when
	Due         Kind = "due"       // when it is reported
	Time        Kind = "period"
	TargetGroup Kind = "target-group"
	Status      Kind = "status"
	Text        Kind = "text" // kept as text below the column's heading
	Skip        Kind = "skip" // listed, and taken nowhere
)

// kinds are all kinds of columns, with what people call them.
var kinds = []struct {
	Kind
	called diag.Text
}{
	{Area, diag.Say("{cooperation_area}", "{cooperation_area}")},
	{Goal, diag.Say("{sub_goal}", "{sub_goal}")},
	{Title, diag.Say("{initiative}", "{initiative}")},
	{Owner, diag.Say("ansvarig", "responsible")},
	{Partners, diag.Say("medverkande", "partners")},
	{Who, diag.Say("vem och hur", "who and how")},
	{How, diag.Say("vad som görs", "what is done")},
	{FollowUp, diag.Say("uppföljning", "follow-up")},
	{Due, diag.Say("redovisas senast", "to be reported by")},
	{Time, diag.Say("tid", "period")},
	{TargetGroup, diag.Say("målgrupp", "target group")},
	{Status, diag.Say("status", "status")},
	{Text, diag.Say("text under en egen rubrik", "text below a heading of its own")},
	{Skip, diag.Say("tas inte med", "not taken")},
}

// Kinds are all kinds of columns.
func Kinds() (list []Kind) {
	for _, k := range kinds {
		list = append(list, k.Kind)
	}
	return list
}

// Label is what people call a kind; nothing where there is no such kind.
func (k Kind) Label() (called diag.Text) {
	for _, one := range kinds {
		if one.Kind == k {
			called = one.called
		}
	}
	return called
}

// Column is a column of a table.
type Column struct {
	Heading string
	Kind    Kind
	// Sure tells that the heading says what the column is, or that somebody told.
	Sure       bool
	from, span int
}

// Table is a table as it was understood.
type Table struct {
	Number  int // in the document, from 1
	Columns []Column
	// Like tells that the table has no headings and the columns are those of the table
	// before it; Used that it was read as rows of initiatives.
	Like, Used bool
	Rows       int // of initiatives
	// First are the texts of the first row of one that is not read, for whoever is to say
	// what its columns are.
	First []string
}

// heading is a pattern of what columns are called. A word of the heading begins as one of
// words, or ends so where it begins with a star.
type heading struct {
	words []string
	also  []string // and another word begins so
	kind  Kind
}

// headings are tried in their order: the narrower one first.
var headings = []heading{
	{[]string{"målgrupp"}, nil, TargetGroup},
	{[]string{"uppfölj", "utvärder", "redovis", "återrapport", "återkoppl", "rapporter"}, []string{"datum", "när", "senast", "tidpunkt"}, Due},
	{[]string{"uppfölj", "följs", "utvärder", "redovis", "återrapport", "återkoppl", "rapporter"}, nil, FollowUp},
	{[]string{"ansvar", "vem", "vilka", "aktör"}, []string{"genomför", "hur", "vad", "aktivitet", "beskriv", "arbetssätt"}, Who},
	{[]string{"medverkan", "samverkanspart", "samarbetspart", "partner", "medansvar", "deltagande", "övriga", "samarbete"}, nil, Partners},
	{[]string{"ansvar", "ägare", "huvudman", "utförare", "vem", "aktör", "projektägare", "organisation", "part"}, nil, Owner},
	{[]string{"*område", "*områden", "*områdena", "*området", "tema", "fokus"}, nil, Area},
	{[]string{"insats", "aktivitet", "åtgärd", "uppdrag", "projekt", "initiativ", "*insats", "*insatser"}, nil, Title},
	{[]string{"delmål", "mål", "målsättning", "effektmål"}, nil, Goal},
	{[]string{"tid", "tidplan", "tidsplan", "tidsperiod", "period", "när", "datum", "start", "år", "tidsram"}, nil, Time},
	{[]string{"prioriter"}, nil, Area},
	{[]string{"genomför", "hur", "beskriv", "innehåll", "arbetssätt", "metod", "syfte", "vad"}, nil, How},
	{[]string{"status", "läge"}, nil, Status},
	{[]string{"nr", "nummer", "löpnr", "löpnummer"}, nil, Skip},
}

// spelt are headings in full, which a misspelt one is held against.
var spelt = []string{
	"uppföljning", "insatser", "insats", "ansvarig", "ansvariga", "genomförande", "samverkansområde", "samverkansområden",
	"målgrupp", "aktivitet", "aktiviteter", "åtgärder", "tidplan", "tidsplan", "medverkande", "beskrivning", "redovisning",
}

// kindOf tells what a heading says its column holds. sure is false where the heading had
// to be read as another one.
func kindOf(said string) (k Kind, known, sure bool) {
	words := wordsOf(said)
	if len(words) == 0 || len(words) > 12 {
		return Text, false, false
	}
	if k, known = patterned(words); known {
		return k, true, true
	}
	for n, w := range words {
		if near := diag.NearestAlone(w, spelt); near != "" && len(w) > 5 {
			words[n] = near
		}
	}
	k, known = patterned(words)
	return k, known, false
}

func patterned(words []string) (Kind, bool) {
	for _, h := range headings {
		if hasWord(words, h.words) && (h.also == nil || hasWord(words, h.also)) {
			return h.kind, true
		}
	}
	return Text, false
}

// hasWord tells whether a word begins as one of the beginnings. Short ones are words in
// full: ”tid” is not the beginning of ”tidig”.
func hasWord(words, beginnings []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(beginnings, func(b string) bool {
			if end, is := strings.CutPrefix(b, "*"); is {
				return strings.HasSuffix(w, end)
			}
			return w == b || len(b) > 5 && strings.HasPrefix(w, b)
		})
	})
}

// wordsOf are the words of a text, in small letters.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// headOf are the columns that a row of headings names; ok is false where it is none: a
// row of headings has no long texts, and names what holds the initiatives.
func headOf(r worddoc.Row) (columns []Column, ok bool) {
	known, title := 0, false
	for _, c := range r.Cells {
		said := oneLine(c.Text())
		k, is, sure := kindOf(said)
		if is {
			known++
		}
		if k == Title {
			if title { // two of them: the later one tells of the first
				k, sure = How, false
			}
			title = true
		}
		columns = append(columns, Column{said, k, is && sure, c.From, c.Span})
	}
	return columns, title && (known > 1 || len(r.Cells) == 1) && len(r.Cells) > 1
}

// columnOf finds the column that a cell stands in: the one that it shares most of the
// grid with.
func columnOf(columns []Column, c worddoc.Cell) int {
	best, most := -1, 0
	for n, col := range columns {
		shared := min(col.from+col.span, c.From+c.Span) - max(col.from, c.From)
		if shared > most {
			best, most = n, shared
		}
	}
	if best < 0 && len(columns) > 0 {
		best = len(columns) - 1
	}
	return best
}

// oneLine is a text with single spaces for all white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
