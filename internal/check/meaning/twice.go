package meaning

import (
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// Repetitions are the rules about what is there twice.
var Repetitions = []pass.Rule{
	pass.Finds(ListedTwice, listedTwice),
	pass.Warns("same-title", sameTitles),
}

// ListedTwice is the rule that a list has each thing once.
var ListedTwice = diag.Rule{Name: "listed-twice", Severity: diag.Warning}

// list holds a list to having each thing once. What tells its things apart is their
// key, without regard to capitals; a thing without one is left alone.
type list struct {
	pass.Pass
	of   string // what the list is of, by which its warning is accepted
	seen map[string]bool
}

func newList(k pass.Pass, of string) list { return list{k, of, map[string]bool{}} }

func (l list) add(key string, at diag.Place) {
	key = strings.ToLower(strings.Join(strings.Fields(key), " "))
	switch {
	case key == "" || at.IsZero():
	case !l.seen[key]:
		l.seen[key] = true
	default:
		l.About(l.of, at, diag.Say(
			"”%s” står två gånger i listan. Ta bort den ena raden.", "“%s” stands twice in the list. Remove one of the lines.", pass.Short(shown(key))))
	}
}

// shown is the part of a key that a reader knows again.
func shown(key string) string {
	first, _, _ := strings.Cut(key, "\x00")
	return first
}

// values adds the values of a plain list.
func values[T any](l list, all []model.Value[T]) {
	for _, v := range all {
		l.add(v.String(), v.At)
	}
}

func listedTwice(k pass.Pass) {
	twiceInAgreement(k)
	twiceInOrganisation(k)
	twiceElsewhere(k)
	for _, p := range k.Plans {
		values(newList(k, p.ID.V), p.Parties)
		priorities := newList(k, p.ID.V)
		for _, r := range p.Priorities {
			priorities.add(r.CooperationArea.V, r.CooperationArea.At)
			values(newList(k, p.ID.V), r.Emphasis)
		}
	}
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) { twiceInInitiative(k, i) })
}

func twiceInAgreement(k pass.Pass) {
	if a := k.Agreement; a != nil {
		chapters, terms, annexes := newList(k, "agreement"), newList(k, "agreement"), newList(k, "agreement")
		for _, c := range a.Chapters {
			chapters.add(c.File.V, c.File.At)
			chapters.add(c.Part.V, c.Part.At)
		}
		for _, t := range a.Terms {
			terms.add(t.Term.V, t.Term.At)
		}
		for _, x := range a.Annexes {
			annexes.add(x.Title.V+"\x00"+x.File.V+"\x00"+x.URL.V, x.Title.At)
		}
	}
	for _, a := range k.Areas {
		values(newList(k, a.ID.V), a.Responsible)
		values(newList(k, a.ID.V), a.SDGs)
		for _, g := range a.SubGoals {
			values(newList(k, g.ID.V), g.SDGs)
			values(newList(k, g.ID.V), g.Indicators)
		}
		for _, c := range a.CooperationAreas {
			values(newList(k, c.ID.V), c.Responsible)
		}
	}
}

func twiceInOrganisation(k pass.Pass) {
	for _, b := range k.Index.Bodies() {
		members := newList(k, b.ID.V)
		for _, m := range b.Members {
			at := m.Party.At
			if !m.Party.Given() {
				at = m.Name.At
			}
			members.add(strings.TrimPrefix(m.Party.V+"\x00"+m.Name.V, "\x00"), at) // a party may have several seats
		}
	}
	if s := k.Content.Signatures; s != nil {
		signatures := newList(k, "signatures")
		for _, one := range s.Signatures {
			signatures.add(one.Party.V+"\x00"+one.Name.V, one.Party.At) // two may sign for a party
		}
	}
}

func twiceElsewhere(k pass.Pass) {
	if k.Config != nil {
		values(newList(k, "samsyn"), k.Config.Languages)
	}
	if k.Strategies != nil {
		for _, s := range k.Strategies.Strategies {
			values(newList(k, s.ID.V), s.Areas)
		}
	}
	if k.Calendar != nil {
		for _, e := range k.Calendar.Events {
			values(newList(k, e.ID.V), e.Decides)
		}
	}
	for _, r := range k.Resources {
		values(newList(k, r.ID.V), r.Areas)
		values(newList(k, r.ID.V), r.CooperationAreas)
	}
}

func twiceInInitiative(k pass.Pass, i *model.Initiative) {
	id := i.FullID()
	values(newList(k, id), i.Related)
	values(newList(k, id), i.SubGoals)
	values(newList(k, id), i.Places)
	values(newList(k, id), i.FollowUp.Due)
	to, reports, money := newList(k, id), newList(k, id), newList(k, id)
	for _, a := range i.FollowUp.ReportsTo {
		to.add(actorKey(a), a.At())
	}
	for _, r := range i.Reports {
		reports.add(r.Date.V.String()+"\x00"+r.Text.V, r.Date.At)
	}
	for _, f := range i.Funding {
		money.add(strings.Join([]string{f.Source.V, f.Role.V, f.Programme.V, f.CaseNumber.V, f.AmountSEK.String()}, "\x00"), f.Source.At)
	}
	twiceInvolved(k, i)
}

// actorKey tells actors apart: an identifier is never a name.
func actorKey(a model.Actor) string {
	if a.ID.Given() {
		return a.ID.V
	}
	return a.Name.V + "\x00"
}

// twiceInvolved tells of those who are an initiative's owner, co-owner or partner more
// than once.
func twiceInvolved(k pass.Pass, i *model.Initiative) {
	type part struct{ key, sv, en string }
	seen := map[string]part{}
	add := func(a model.Actor, sv, en string) {
		key := strings.ToLower(actorKey(a))
		if !a.Given() {
			return
		}
		was, twice := seen[key]
		switch {
		case !twice:
			seen[key] = part{key, sv, en}
		case was.sv == sv:
			k.About(i.FullID(), a.At(), diag.Say("”%s” står två gånger i listan. Ta bort den ena raden.",
				"“%s” stands twice in the list. Remove one of the lines.", pass.Short(a.ID.V+a.Name.V)))
		default:
			k.About(i.FullID(), a.At(), k.Say(
				"”%s” är redan "+was.sv+" för {the_initiative} och behöver inte stå som "+sv+". Ta bort raden.",
				"“%s” is {the_initiative's} "+was.en+" already and need not be its "+en+". Remove the line.", pass.Short(a.ID.V+a.Name.V)))
		}
	}
	add(i.Owner, "ansvarig", "owner")
	for _, a := range i.CoOwners {
		add(a, "medansvarig", "co-owner")
	}
	for _, a := range i.Partners {
		add(a, "medverkande", "partner")
	}
}

func sameTitles(k pass.Pass) {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		titles, bodies := map[string]string{}, map[string]string{}
		for _, i := range p.Initiatives {
			if i.Withdrawn.Given() || !i.Title.Given() {
				continue
			}
			title := strings.ToLower(strings.Join(strings.Fields(i.Title.V), " "))
			body := plainText(i.Body)
			if pass.LeftForLater(body) {
				body = "" // that it is not written yet is told of at each
			}
			switch {
			case titles[title] != "":
				k.About(i.FullID(), i.Title.At, k.Say(
					"{The_initiative} har samma titel som %s. Ge {initiative:den|det} en egen, till exempel med platsens namn.",
					"{The_initiative} has the same title as %s. Give it one of its own, with the name of its place for instance.", titles[title]))
			case body != "" && bodies[body] != "":
				k.About(i.FullID(), i.Title.At, k.Say(
					"{The_initiative} har samma text som %s. Skriv vad just {initiative:den|det} här {the_initiative} gör.",
					"{The_initiative} has the same text as %s. Write what this one does.", bodies[body]))
			}
			if titles[title] == "" {
				titles[title] = i.FullID()
			}
			if bodies[body] == "" {
				bodies[body] = i.FullID()
			}
		}
	}
}

// plainText is a text without its form, on one line.
func plainText(doc *prose.Doc) string {
	var b strings.Builder
	add := func(text string) {
		for word := range strings.FieldsSeq(text) {
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	doc.Walk(func(block prose.Block) {
		switch block := block.(type) {
		case *prose.Heading:
			add(prose.Plain(block.Inlines))
		case *prose.Paragraph:
			add(prose.Plain(block.Inlines))
		case *prose.Table:
			for _, row := range append([][][]prose.Inline{block.Head}, block.Rows...) {
				for _, cell := range row {
					add(prose.Plain(cell))
				}
			}
		case *prose.Code:
			add(block.Text)
		}
	}, nil)
	return b.String()
}
