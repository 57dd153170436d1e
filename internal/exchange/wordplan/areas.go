package wordplan

import (
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/model"
)

// numbering is what may stand before an area's name in a heading.
var numbering = regexp.MustCompile(`(?i)^(?:(?:\d+|[ivx]+)(?:\.\d+)*[.):]?\s+|(?:fokus|insats|prioriterat |tema)?område(?:t)?\s*\d*\s*[:–-]?\s*|tema\s*\d*\s*[:–-]?\s*)+`)

// areaCalled finds the area that a text names and nothing else; near is its title where
// the text is not quite that.
func (m *maker) areaCalled(said string) (a *model.Area, near string) {
	said = strings.Trim(oneLine(said), " .:–-")
	if said == "" || len(said) > 120 {
		return nil, ""
	}
	for _, form := range []string{said, numbering.ReplaceAllString(said, "")} {
		want := nameWords(form)
		for _, a := range m.o.Content.Areas {
			if len(want) > 0 && slices.Equal(nameWords(a.Title.V), want) {
				return a, ""
			}
		}
	}
	plain := strings.Join(nameWords(numbering.ReplaceAllString(said, "")), " ")
	var titles []string
	for _, a := range m.o.Content.Areas {
		titles = append(titles, strings.Join(nameWords(a.Title.V), " "))
	}
	if guess := diag.NearestAlone(plain, titles); guess != "" && len(plain) > 4 {
		a := m.o.Content.Areas[slices.Index(titles, guess)]
		return a, a.Title.V
	}
	return nil, ""
}

// nameWords are the words of a name, without those that names are joined with.
func nameWords(s string) []string {
	return slices.DeleteFunc(wordsOf(s), func(w string) bool { return w == "och" || w == "samt" })
}

// longWording is how long the wording of a cooperation area or a sub-goal may be, in
// bytes: what is longer is held against none.
const longWording = 2000

// cooperationCalled finds the cooperation area whose wording a text has, within an area
// where one is known; sure is false where it only resembles it more than any other.
func (m *maker) cooperationCalled(said string, within *model.Area) (c index.Cooperation, found, sure bool) {
	if len(said) > longWording {
		return c, false, false
	}
	want := stems(said)
	best, next := 0.0, 0.0
	for _, a := range m.o.Content.Areas {
		for _, candidate := range index.CooperationsOf(a) {
			if candidate.Withdrawn().Given() {
				continue
			}
			if slices.Equal(wordsOf(candidate.Text()), wordsOf(said)) {
				return candidate, true, true
			}
			like := alike(want, stems(candidate.Text()))
			if within != nil && a != within {
				continue
			}
			if like > best {
				c, best, next = candidate, like, best
			} else {
				next = max(next, like)
			}
		}
	}
	const enough, apart = 0.5, 0.1
	return c, best >= enough && best-next >= apart, false
}

// stems are the beginnings of a text's longer words, so that other endings count as the
// same.
func stems(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range wordsOf(s) {
		r := []rune(w)
		if len(r) >= 4 {
			set[string(r[:min(len(r), 5)])] = true
		}
	}
	return set
}

// alike is how much two sets share, from 0 to 1 (Dice).
func alike(a, b map[string]bool) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared := 0
	for s := range a {
		if b[s] {
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// cooperation finds an initiative's cooperation area: what its column says, else the only
// one of the area that a heading names. kept is true where the column says more than that.
func (m *maker) cooperation(i *Initiative, said string, area *model.Area) (kept bool) {
	if said != "" {
		c, found, sure := m.cooperationCalled(said, area)
		if !found && area != nil {
			c, found, sure = m.cooperationCalled(said, nil)
		}
		if found && sure {
			i.cooperation = value{is: c.ID()}
			return false
		}
		if found {
			i.cooperation = value{c.ID(), "I dokumentet: ”" + oneLine(said) + "”"}
			i.remark("cooperation_area", "”%[2]s” lästes som {cooperation_area} %[1]s, som är mest likt. Stämmer det?", "“%[2]s” was read as the {cooperation_area} %[1]s, which is most like it. Is that right?", c.ID(), oneLine(said))
			return false
		}
		if a, near := m.areaCalled(said); a != nil {
			if area = a; near != "" {
				i.remark("cooperation_area", "”%[1]s” lästes som %[2]s", "“%[1]s” was read as %[2]s", oneLine(said), near)
			}
		} else {
			kept = true
		}
	}
	m.onlyOne(i, area)
	return kept
}

// calledSo is the beginning of a cooperation area's wording, by which people know it.
func calledSo(c index.Cooperation) string {
	const most = 8 // words
	if c.CooperationArea == nil {
		return ""
	}
	words := strings.Fields(c.Text())
	if len(words) > most {
		words = append(words[:most:most], "…")
	}
	return " (”" + strings.Join(words, " ") + "”)"
}

// onlyOne takes the only cooperation area of an area, or what somebody told.
func (m *maker) onlyOne(i *Initiative, area *model.Area) {
	var open, called []string
	i.area = area
	if area != nil {
		for _, c := range index.CooperationsOf(area) {
			if !c.Withdrawn().Given() {
				open = append(open, c.ID())
				called = append(called, c.ID()+calledSo(c))
			}
		}
	}
	switch {
	case len(open) == 1:
		i.cooperation = value{is: open[0]}
	case m.o.Area != "":
		i.cooperation = value{m.o.Area, "Dokumentet säger inte vilket."}
		i.remark("cooperation_area", "dokumentet anger {cooperation_area:ingen|inget} {cooperation_area}. Här står %[1]s, som du har angett", "the document names no {cooperation_area}. %[1]s stands here, as you told", m.o.Area)
	case area != nil:
		i.remark("cooperation_area", "dokumentet nämner %[1]s men {cooperation_area:ingen|inget} {cooperation_area}. Välj bland dessa: %[2]s", "the document names %[1]s but no {cooperation_area}. Choose one of: %[2]s", area.Title.V, strings.Join(called, ", "))
	default:
		i.remark("cooperation_area", "dokumentet anger {cooperation_area:ingen|inget} {cooperation_area}, och {cooperation_area:ingen|inget} är {cooperation_area:vald|valt}", "the document names no {cooperation_area}, and none was chosen")
	}
	if i.cooperation.is == "" {
		i.Missing = append(i.Missing, "cooperation_area")
	}
}
