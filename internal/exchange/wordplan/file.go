package wordplan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/edit"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/model"
)

// unnamed stands where a required text is not in the document; the rule placeholder finds
// it.
const unnamed = "Framgår inte av källan"

// complete gives an initiative what the document does not name but its plan or its
// cooperation area does, and says so in its note.
func (m *maker) complete(i *Initiative) {
	if i.owner.is == "" {
		m.owner(i)
	}
	if i.from == "" {
		i.from, i.to = all(m.plan.Time())
		i.notes = append(i.notes, "Dokumentet anger ingen tid. Tiden är planens.")
		i.remark("period", "dokumentet anger ingen tid, så planens tid gäller", "the document names no time, so the time is the plan's")
	}
	if i.method == "" {
		i.method = unnamed
		i.remark("follow_up.method", "dokumentet säger inte hur {the_initiative} följs upp", "the document does not say how {the_initiative} is followed up")
	}
	if i.responsible.is == "" {
		m.responsible(i)
	}
	i.coOwners = slices.DeleteFunc(i.coOwners, func(a actor) bool { return a.yaml() == i.owner.is })
	i.partners = slices.DeleteFunc(i.partners, func(a actor) bool { return a.yaml() == i.owner.is || slices.Contains(i.coOwners, a) })
}

// owner takes whom somebody told. Nobody is guessed: who answers for the cooperation area
// is named as somebody to think of.
func (m *maker) owner(i *Initiative) {
	if id := m.o.Owner; id != "" {
		i.owner = value{is: edit.Scalar(id)}
		i.notes = append(i.notes, "Dokumentet anger inte vem som ansvarar.")
		i.remark("owner", "dokumentet anger inte vem som ansvarar. Här står %[1]s, som du har angett", "the document does not tell who is responsible. %[1]s stands here, as you told", m.names.titles[id])
		return
	}
	i.Missing = append(i.Missing, "owner")
	if answers := m.answersFor(i); answers != "" {
		i.remark("owner", "dokumentet anger inte vem som ansvarar, och ingen är vald. För {the_cooperation_area} ansvarar %[1]s", "the document does not tell who is responsible, and nobody was chosen. %[1]s answers for the {cooperation_area}", answers)
		return
	}
	i.remark("owner", "dokumentet anger inte vem som ansvarar, och ingen är vald", "the document does not tell who is responsible, and nobody was chosen")
}

// answersFor is who answers for an initiative's cooperation area, or for its area where no
// more is known; "" is nobody.
func (m *maker) answersFor(i *Initiative) string {
	var responsible []model.Text
	if i.area != nil {
		responsible = i.area.Responsible
	}
	if c, ok := m.x.Cooperation(i.cooperation.is); ok {
		responsible = c.Area.Responsible
		if c.CooperationArea != nil && len(c.CooperationArea.Responsible) > 0 {
			responsible = c.CooperationArea.Responsible
		}
	}
	if len(responsible) == 0 {
		return ""
	}
	return m.names.titles[responsible[0].V]
}

// responsible is the owner where nobody else is said to follow up. Only an actor of the
// agreement can.
func (m *maker) responsible(i *Initiative) {
	if i.owner.is != "" && !strings.HasPrefix(i.owner.is, "{") {
		i.responsible, i.followsAsOwner = value{is: strings.Trim(i.owner.is, `"`)}, true
		return
	}
	for _, a := range i.coOwners {
		if a.id != "" {
			i.responsible = value{a.id, "Dokumentet säger inte vem."}
			i.remark("follow_up.responsible", "%[1]s står för uppföljningen, eftersom den som ansvarar varken är part eller grupp här", "%[1]s stands for the follow-up, since the one responsible is no party and no body here", m.names.titles[a.id])
			return
		}
	}
	if m.o.Owner != "" {
		i.responsible = value{m.o.Owner, "Dokumentet säger inte vem."}
		i.remark("follow_up.responsible", "dokumentet anger inte vem som följer upp {the_initiative}. Här står %[1]s, som du har angett", "the document does not tell who follows the {initiative} up. %[1]s stands here, as you told", m.names.titles[m.o.Owner])
		return
	}
	i.Missing = append(i.Missing, "follow_up.responsible")
	i.remark("follow_up.responsible", "det framgår inte vilken part eller grupp som följer upp {the_initiative}", "it is not told which party or body follows the {initiative} up")
}

// fields writes lines of YAML.
type fields struct{ b strings.Builder }

func (f *fields) put(indent, name, value, doubt string) {
	if value == "" {
		return
	}
	f.b.WriteString(indent + name + ": " + value)
	if doubt != "" {
		f.b.WriteString(" # ? " + oneLine(doubt))
	}
	f.b.WriteByte('\n')
}

func (f *fields) text(indent, name, text, doubt string) {
	if text != "" {
		f.put(indent, name, edit.Scalar(text), doubt)
	}
}

// list writes a list, each of its items as written says.
func list[T any](f *fields, indent, name string, items []T, written func(T) string) {
	if len(items) == 0 {
		return
	}
	f.b.WriteString(indent + name + ":\n")
	for _, item := range items {
		f.b.WriteString(indent + "  - " + written(item) + "\n")
	}
}

// file is an initiative's file. What is missing has no field in it.
func (m *maker) file(i *Initiative) ([]byte, error) {
	f := &fields{}
	f.text("", "title", i.Title, "")
	f.text("", "cooperation_area", i.cooperation.is, i.cooperation.doubt)
	list(f, "", "sub_goals", i.goals, edit.Scalar)
	f.put("", "owner", i.owner.is, i.owner.doubt)
	list(f, "", "co_owners", i.coOwners, actor.yaml)
	list(f, "", "partners", i.partners, actor.yaml)
	f.text("", "target_group", i.target, "")
	f.b.WriteString("period:\n")
	f.put("  ", "from", dateValue(i.from), i.time.doubt)
	f.put("  ", "to", dateValue(i.to), "")
	f.put("", "status", cmp.Or(i.status, "planned"), "")
	f.b.WriteString("follow_up:\n")
	f.text("  ", "method", i.method, "")
	f.text("  ", "responsible", i.responsible.is, i.responsible.doubt)
	f.text("  ", "reported_by", i.reportedBy, "")
	list(f, "  ", "reports_to", i.reportsTo, actor.yaml)
	list(f, "  ", "due", i.due, dateValue)
	f.text("", "note", strings.Join(i.notes, " "), "")
	file := "---\n" + f.b.String() + "---\n" + body(i.body)
	return edit.Format("initiative", true, []byte(file))
}

// dateValue is a date as it stands in YAML: a year alone is a text there.
func dateValue(s string) string {
	if len(s) == len("2025") {
		return edit.Quoted(s)
	}
	return s
}

// body is an initiative's text.
func body(sections []section) string {
	var b strings.Builder
	slices.SortStableFunc(sections, func(x, y section) int { // what has no heading first
		return min(len(x.heading), 1) - min(len(y.heading), 1)
	})
	for _, s := range sections {
		if s.heading != "" {
			fmt.Fprintf(&b, "\n## %s\n", escaped(oneLine(s.heading)))
		}
		inList := false
		for _, p := range split(s.paragraphs) {
			if p.Text == "" {
				continue
			}
			level, said := item(p)
			if level == 0 || !inList {
				b.WriteByte('\n')
			}
			if inList = level > 0; inList {
				b.WriteString("- ")
			}
			b.WriteString(escaped(oneLine(said)) + "\n")
		}
	}
	return b.String()
}

// item tells whether a paragraph is an item of a list, also where somebody has typed the
// bullet.
func item(p worddoc.Paragraph) (level int, said string) {
	for _, bullet := range []string{"• ", "· ", "▪ ", "◦ ", "* ", "- ", "– ", "•\t", "-\t"} {
		if rest, is := strings.CutPrefix(p.Text, bullet); is && strings.TrimSpace(rest) != "" {
			return max(p.Item, 1), strings.TrimSpace(rest)
		}
	}
	return p.Item, p.Text
}
