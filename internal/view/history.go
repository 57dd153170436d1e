package view

import (
	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// Past is what was changed in substance on one occasion.
type Past struct {
	Day     model.Date
	Commit  string
	Changes []diff.Change
}

// happening is one change with its day.
type happening struct {
	day    model.Date
	change diff.Change
}

// kindOf is the scope that a changed thing's identifier belongs to.
func kindOf(thing string) string {
	switch thing {
	case "party", "body":
		return "actor"
	case "sub-goal", "cooperation-area":
		return "area"
	}
	return thing
}

// remember finds what has happened to each thing, newest first as it is given.
func (s *Site) remember() {
	s.past = map[[2]string][]happening{}
	for _, p := range s.Options.History {
		for _, c := range p.Changes {
			key := [2]string{kindOf(c.Thing), c.ID}
			s.past[key] = append(s.past[key], happening{p.Day, c})
		}
	}
}

// said is a change in words, in Swedish or English.
func (t *tongue) said(c diff.Change) Text {
	sentence := c.Sentence()
	if t.lang == "en" {
		return Text{S: sentence.EN}
	}
	if t.lang == "sv" {
		return Text{S: sentence.SV}
	}
	return Text{sentence.SV, "sv"}
}

// lifeOf tells what has happened to a thing, folded away: the page is about how
// it is now.
func (t *tongue) lifeOf(kind, id string) []Block {
	const most = 40
	var list List
	for _, h := range t.past[[2]string{kind, id}] {
		if len(list.Items) == most {
			break
		}
		list.Items = append(list.Items, Line{strong(t.date(h.day)), plain(": "), {Text: t.said(h.change)}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{Fold{ID: "historia", Title: t.say(text.History), Blocks: []Block{list}}}
}

func (t *tongue) historyPage() *Page {
	const most = 200
	p := &Page{Section: "follow-up", Title: t.say(text.HistoryTitle), Lead: words(t.say(text.HistoryLead)), Crumbs: []Link{t.crumb(t.say(text.FollowUp), "follow-up")}}
	n := 0
	for i, past := range t.Options.History {
		if n > most {
			p.Blocks = append(p.Blocks, Para{Tone: Quiet, Line: words(t.say(text.HistoryGoesOn))})
			break
		}
		n += len(past.Changes)
		title := t.date(past.Day)
		id := "dag-" + past.Day.String() + "-" + itoa(len(t.Options.History)-i)
		p.Blocks = append(p.Blocks, Section{ID: id, Title: title, Blocks: []Block{t.changes(past.Changes, len(past.Changes))}})
	}
	return p
}

// changes lists at most n changes, each leading to the thing it happened to.
func (t *tongue) changes(all []diff.Change, n int) Block {
	var list List
	for _, c := range all {
		if len(list.Items) == n {
			break
		}
		line := words(t.said(c))
		if r, title := t.thing(kindOf(c.Thing), c.ID); title.S != "" {
			line = append(line, plain(" "), Span{Text: t.sayf(text.SeeThing, title.S), Ref: r})
		}
		list.Items = append(list.Items, line)
	}
	return list
}

// lately are the newest changes, for the start page.
func (t *tongue) lately(n int) []Block {
	var list List
	for _, past := range t.Options.History {
		for _, c := range past.Changes {
			if len(list.Items) < n {
				list.Items = append(list.Items, Line{strong(t.date(past.Day)), plain(": "), {Text: t.said(c)}})
			}
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list, Para{Line: linked(t.say(text.SeeHistory), t.to("history"))}}
}
