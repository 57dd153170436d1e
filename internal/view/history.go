package view

import (
	"regexp"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// Past is what was changed in substance on one occasion.
type Past struct {
	Day     model.Date
	Commit  string
	Tags    []string // the versions that were adopted as it was then
	Changes []diff.Change
}

// beginning tells whether the content came to be then.
func (p Past) beginning() bool { return diff.Begins(p.Changes) }

// happening is one change with its day.
type happening struct {
	day    model.Date
	change diff.Change
	first  bool // it came with all the rest
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
			s.past[key] = append(s.past[key], happening{p.Day, c, p.beginning()})
		}
	}
}

// said is a change in words, in Swedish or English. What a rewording took away
// and what it put there are marked as such.
func (t *tongue) said(c diff.Change) Line {
	sentence, lang := c.Sentence.SV, ""
	switch t.lang {
	case "en":
		sentence = c.Sentence.EN
	case "sv":
	default:
		lang = "sv"
	}
	sentence = digests.ReplaceAllString(sentence, "$1…")
	if c.Words == nil {
		return Line{{Text: Text{sentence, lang}}}
	}
	return reworded(sentence, lang)
}

// digests are cut to what one compares by eye; the whole stands where it belongs.
var digests = regexp.MustCompile(`(sha256:[0-9a-f]{8})[0-9a-f]{56}`)

// edits are the marks that a sentence has around reworded pieces.
var edits = regexp.MustCompile(`\[-(.*?)-\]|\{\+(.*?)\+\}`)

func reworded(sentence, lang string) Line {
	var line Line
	add := func(s string, gone, come bool) {
		if s != "" {
			line = append(line, Span{Text: Text{s, lang}, Gone: gone, Come: come})
		}
	}
	at := 0
	for _, m := range edits.FindAllStringSubmatchIndex(sentence, -1) {
		add(sentence[at:m[0]], false, false)
		if m[2] >= 0 {
			add(sentence[m[2]:m[3]], true, false)
		} else {
			add(sentence[m[4]:m[5]], false, true)
		}
		if at = m[1]; at < len(sentence) && sentence[at] == '{' {
			add(" ", false, false) // what came stands apart from what went
		}
	}
	add(sentence[at:], false, false)
	return line
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
		if h.first {
			list.Items = append(list.Items, t.putOnSite(h.day))
			break // the same thing may have come with its parts
		}
		list.Items = append(list.Items, append(Line{strong(t.date(h.day)), plain(": ")}, t.said(h.change)...))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{Fold{ID: "historia", Title: t.say(text.HistoryTitle), Blocks: append(t.ofTheRendering(), list)}}
}

// putOnSite tells of the day when everything came at once.
func (t *tongue) putOnSite(day model.Date) Line {
	return Line{strong(t.date(day)), plain(": "), {Text: t.say(text.PutOnSite)}}
}

// ofTheRendering says that what has been changed is this text and not the one that
// it renders.
func (t *tongue) ofTheRendering() []Block {
	switch a := t.Content.Agreement; {
	case t.renders():
		return []Block{Para{Tone: Quiet, Line: words(t.say(text.NotWhatWasSigned))}}
	case a != nil && a.Source.Given():
		return []Block{Para{Tone: Quiet, Line: words(t.say(text.NotTheSource))}}
	}
	return nil
}

func (t *tongue) historyPage() *Page {
	const most = 200
	p := &Page{Section: "follow-up", Title: t.say(text.HistoryTitle), Lead: words(t.say(text.HistoryLead)), Crumbs: []Link{t.crumb(t.say(text.FollowUp), "follow-up")}}
	p.Blocks = append(t.ofTheRendering(), t.sinceDecision()...)
	n := 0
	for i, past := range t.Options.History {
		if n > most {
			p.Blocks = append(p.Blocks, Para{Tone: Quiet, Line: words(t.say(text.HistoryGoesOn))})
			break
		}
		if !past.beginning() {
			n += len(past.Changes)
		}
		title := t.date(past.Day)
		id := "dag-" + past.Day.String() + "-" + itoa(len(t.Options.History)-i)
		var told []Block
		for _, tag := range past.Tags {
			told = append(told, Para{Line: words(t.sayf(text.AdoptedAs, tag))})
		}
		if past.beginning() {
			told = append(told, Para{Line: words(t.say(text.PutOnSite))})
		} else if len(past.Changes) > 0 {
			told = append(told, t.changes(past.Changes, len(past.Changes)))
		}
		p.Blocks = append(p.Blocks, Section{ID: id, Title: title, Blocks: told})
	}
	return p
}

// sinceDecision tells what has changed since the newest adopted version; where no
// version bears a name, since the day of the latest decision that the content
// tells of.
func (t *tongue) sinceDecision() []Block {
	var since Line
	var all []diff.Change
	if d := t.Options.Decided; d != nil {
		since, all = words(t.sayf(text.SinceVersion, strings.Join(d.Tags, ", "), t.date(d.Day).S)), d.Changes
	} else if title, day := t.latestDecision(); !day.IsZero() {
		since = words(t.sayf(text.SinceAdopted, title, t.date(day).S))
		for _, past := range t.Options.History {
			if day.Before(past.Day) && !past.beginning() {
				all = append(all, past.Changes...)
			}
		}
	} else {
		return nil
	}
	told := []Block{Para{Line: since}}
	if len(all) > 0 {
		told = append(told, t.changes(all, len(all)))
	} else {
		told = append(told, Para{Line: words(t.say(text.NothingSince))})
	}
	return []Block{Section{ID: "sedan-beslutet", Title: t.say(text.SinceDecision), Blocks: told}}
}

// latestDecision is what was adopted last, and when.
func (t *tongue) latestDecision() (title string, day model.Date) {
	take := func(name Text, adopted model.Date) {
		ahead := !t.Options.Today.IsZero() && t.Options.Today.Before(adopted)
		if !adopted.IsZero() && !ahead && (day.IsZero() || day.Before(adopted)) {
			title, day = name.S, adopted
		}
	}
	if a := t.Content.Agreement; a != nil {
		take(t.siteTitle(), a.Adopted.Date.V)
	}
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		take(t.planTitle(p), p.Adopted.Date.V)
	}
	return title, day
}

// changes lists at most n changes, each leading to the thing it happened to.
func (t *tongue) changes(all []diff.Change, n int) Block {
	var list List
	for _, c := range all {
		if len(list.Items) == n {
			break
		}
		line := t.said(c)
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
		if past.beginning() && len(list.Items) < n {
			list.Items = append(list.Items, t.putOnSite(past.Day))
			continue
		}
		for _, c := range past.Changes {
			if len(list.Items) < n {
				list.Items = append(list.Items, append(Line{strong(t.date(past.Day)), plain(": ")}, t.said(c)...))
			}
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return append(t.ofTheRendering(), list, Para{Line: linked(t.say(text.SeeHistory), t.to("history"))})
}
