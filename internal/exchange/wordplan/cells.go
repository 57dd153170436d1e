package wordplan

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/model"
)

// cell takes what the cell of a column says of the initiative that is read. A cell that
// is merged with the one above holds for a new initiative too.
func (r *rows) cell(n int, c worddoc.Cell, begins bool) {
	col, i := r.table.Columns[n], r.now
	switch {
	case c.Text() == "" && c.Above:
		if begins && col.Kind != Area && r.held[n].Text() != "" {
			r.copied += len(r.held[n].Text())
			r.take(col, r.held[n], i)
		}
		r.asides(c, i)
		return
	case c.Text() == "":
	case col.Kind == Title && begins: // which begin has taken
		r.held[n] = c
		return
	case col.Kind == Title:
		i.keep("", c.Paragraphs...)
		r.pieces(c, Written, i)
	case col.Kind == Area:
		r.pieces(c, r.areaUse, i)
	default:
		r.pieces(c, r.take(col, c, i), i)
	}
	r.held[n] = c
	r.asides(c, i)
}

func (r *rows) pieces(c worddoc.Cell, use Use, i *Initiative) {
	for _, p := range c.Paragraphs {
		r.piece(p.Text, r.inTable(), use, i)
	}
}

func (r *rows) asides(c worddoc.Cell, i *Initiative) {
	for _, p := range c.Paragraphs {
		for _, a := range p.Asides {
			r.aside(a, i)
		}
	}
}

// take takes a cell into the fields of an initiative, and tells what became of its words.
func (r *rows) take(col Column, c worddoc.Cell, i *Initiative) Use {
	said := c.Text()
	switch col.Kind {
	case Skip:
		return Left
	case How:
		i.keep("", c.Paragraphs...)
		return Written
	case Who:
		r.who(i, said)
		i.keep("", c.Paragraphs...)
		return Written
	case Owner, Partners:
		if r.takeNames(i, col.Kind, said) {
			return Read
		}
		r.who(i, said)
	case FollowUp:
		r.followUp(i, c)
		return Written
	case TargetGroup:
		i.target = joinSentences([]string{i.target, said})
		return Written
	case Time:
		if i.from == "" {
			if t, ok := timeOf(said, r.plan.Time()); ok {
				i.when(said, t)
				return Read
			}
		}
		i.remark("period", "tiden ”%[1]s” gick inte att tolka och står kvar som text", "the time “%[1]s” could not be understood, and stays as text", oneLine(said))
	case Due:
		if r.takeDue(i, said) {
			return Read
		}
	case Status:
		if s := statusOf(said); s != "" {
			i.status = s
			return Read
		}
	case Goal:
		if g := r.goalCalled(said); g != "" && !slices.Contains(i.goals, g) {
			i.goals = append(i.goals, g)
			return Read
		}
	}
	i.keep(cmp.Or(col.Heading, "Övrigt i dokumentet"), c.Paragraphs...)
	return Kept
}

// takeNames takes a cell that holds nothing but names.
func (r *rows) takeNames(i *Initiative, k Kind, said string) bool {
	answer, with, near, ok := r.names.list(said)
	if !ok {
		return false
	}
	for _, m := range near {
		i.remark("owner", "”%[1]s” lästes som %[2]s", "“%[1]s” was read as %[2]s", m.said, m.near)
	}
	for _, a := range append(slices.Clone(answer), with...) {
		if a.name != "" {
			i.remark("owner", "%[1]s är varken part eller grupp här, och står därför med sitt namn", "%[1]s is no party and no body here, and so stands by name", a.name)
		}
	}
	switch {
	case k == Partners || len(answer) == 0:
		i.partners = unique(append(i.partners, append(answer, with...)...))
	case i.owner.is == "":
		i.owner = value{is: answer[0].yaml()}
		i.coOwners, i.partners = unique(append(i.coOwners, answer[1:]...)), unique(append(i.partners, with...))
	default:
		i.coOwners = unique(append(i.coOwners, answer...))
	}
	return true
}

// What stands before or behind the name of the one who answers, who follows up, who
// reports, and to whom.
var (
	byBefore      = regexp.MustCompile(`(?i)(?:bedrivs|drivs|genomförs|leds|ägs|samordnas|utförs|anordnas|arrangeras) av\s*$|(?:ansvarig(?:a)?(?: part| aktör| organisation)?|huvudman|ansvar|projektägare|ägare|vem)\s*:?\s*$`)
	answersBehind = regexp.MustCompile(`(?i)^\s*(?:ansvarar|svarar|bedriver|driver|genomför|leder|äger|samordnar|är ansvarig|har ansvar|anordnar|arrangerar|erbjuder)(?:$|[^\pL])`)
	followsBehind = regexp.MustCompile(`(?i)^\s*(?:ansvarar|svarar|följer|utvärderar|sammanställer|är ansvarig)(?:$|[^\pL])`)
	reportsBehind = regexp.MustCompile(`(?i)^\s*(?:rapporterar|redovisar|återrapporterar|återkopplar|lämnar)(?:$|[^\pL])`)
	toBefore      = regexp.MustCompile(`(?i)(?:rapporter|redovis|återrapporter|återkoppl)\pL*[^.;\n]*(?:\bpå|\btill|\bi|\bför|\bvid)\s+(?:\pL+\s+)?$`)
	isoDay        = regexp.MustCompile(`\b(?:19|20)\d\d-\d\d-\d\d\b`)
)

// who finds in running text who answers for an initiative.
func (r *rows) who(i *Initiative, said string) {
	if i.owner.is != "" {
		return
	}
	found := r.names.mentions(said)
	best := -1
	for n, m := range found {
		if byBefore.MatchString(before(said, m.from)) || answersBehind.MatchString(behind(said, m.to)) {
			best = n
			break
		}
	}
	sure := best >= 0
	if best < 0 && len(found) > 0 && (len(found) == 1 || strings.TrimSpace(said[:found[0].from]) == "") {
		best = 0
	}
	if best < 0 {
		return
	}
	m := found[best]
	i.owner = value{is: actor{id: m.id}.yaml()}
	if m.near != "" {
		i.remark("owner", "”%[1]s” lästes som %[2]s", "“%[1]s” was read as %[2]s", m.said, m.near)
	}
	if !sure {
		i.owner.doubt = "Dokumentet säger inte uttryckligen vem som ansvarar."
		i.remark("owner", "texten säger inte uttryckligen vem som ansvarar. %[1]s nämns i den och står som ansvarig. Stämmer det?", "the text does not say in so many words who is responsible. It names %[1]s, who stands as responsible. Is that right?", r.names.titles[m.id])
	}
}

// followUp takes how an initiative is followed up, and who the text says does what.
func (r *rows) followUp(i *Initiative, c worddoc.Cell) {
	var said []string
	for _, p := range split(c.Paragraphs) {
		said = append(said, p.Text)
	}
	i.method = joinSentences(append([]string{i.method}, said...))
	text := c.Text()
	for _, m := range r.names.mentions(text) {
		switch {
		case reportsBehind.MatchString(behind(text, m.to)) && i.reportedBy == "":
			i.reportedBy = m.id
		case followsBehind.MatchString(behind(text, m.to)) && i.responsible.is == "":
			i.responsible = value{is: m.id}
		case toBefore.MatchString(before(text, m.from)):
			i.reportsTo = unique(append(i.reportsTo, actor{id: m.id}))
		}
	}
	for _, sentence := range strings.FieldsFunc(text, func(c rune) bool { return c == '.' || c == '\n' }) {
		if hasWord(wordsOf(sentence), []string{"redovisas", "rapporteras", "rapporter", "återrapport", "redovisning", "senast"}) {
			for _, d := range isoDay.FindAllString(sentence, -1) {
				r.takeDue(i, d)
			}
		}
	}
}

// takeDue takes dates on which something is to be reported.
func (r *rows) takeDue(i *Initiative, said string) bool {
	var days []string
	for _, part := range regexp.MustCompile(`\s*(?:,|;|\n|\boch\b|\bsamt\b)\s*`).Split(strings.ToLower(said), -1) {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "senast"))
		t, ok := timeOf(part, r.plan.Time())
		if !ok || t.from != t.end() {
			return false
		}
		d, _ := model.ParseDate(t.from)
		if !t.doubt.IsZero() || !d.Whole() {
			i.remark("follow_up.due", "”%[1]s” lästes som %[2]s", "“%[1]s” was read as %[2]s", part, d.Last().String())
		}
		days = append(days, d.Last().String())
	}
	for _, d := range days {
		if !slices.Contains(i.due, d) {
			i.due = append(i.due, d)
		}
	}
	slices.Sort(i.due)
	return true
}

// statusOf is a status by what people call it, "" where it is another word.
func statusOf(said string) string {
	words := wordsOf(said)
	if len(words) == 0 || len(words) > 3 {
		return ""
	}
	for status, called := range map[string][]string{
		"ongoing":   {"pågår", "pågående", "påbörjad", "påbörjat", "startad", "startat", "igång"},
		"planned":   {"planerad", "planerat", "planeras", "kommande"},
		"completed": {"avslutad", "avslutat", "klar", "klart", "genomförd", "genomfört", "slutförd", "slutfört"},
		"cancelled": {"avbruten", "avbrutet", "inställd", "inställt", "utgår"},
	} {
		if slices.Contains(called, words[0]) {
			return status
		}
	}
	return ""
}

// goalCalled is the sub-goal whose wording or identifier a text has.
func (r *rows) goalCalled(said string) string {
	if len(said) > longWording {
		return ""
	}
	for _, a := range r.o.Content.Areas {
		for _, g := range a.SubGoals {
			if oneLine(said) == g.ID.V || slices.Equal(wordsOf(said), wordsOf(g.Text.V)) {
				return g.ID.V
			}
		}
	}
	return ""
}

// joinSentences makes one text of several: a part that has no mark at its end gets a full
// stop.
func joinSentences(parts []string) string {
	var b strings.Builder
	last := ""
	for _, p := range parts {
		if p = oneLine(p); p == "" {
			continue
		}
		if last != "" && !strings.ContainsAny(last[len(last)-1:], ".:;!?,") {
			b.WriteByte('.')
		}
		if last != "" {
			b.WriteByte(' ')
		}
		b.WriteString(p)
		last = p
	}
	return b.String()
}

// near is how many bytes before and behind a name are looked at.
const near = 160

func before(s string, at int) string { return s[max(0, at-near):at] }

func behind(s string, at int) string { return s[at:min(len(s), at+near)] }
