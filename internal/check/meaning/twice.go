package meaning

import (
	"strings"

	"samsyn/internal/advice"
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

// once holds a list to having each thing once. What tells things apart is their key,
// without regard to capitals; a thing without one is left alone. Of is what the list is of,
// by which its warning is accepted.
func once[T any](k pass.Pass, of string, list []T, thing func(T) (key string, at diag.Place)) {
	if len(list) < 2 {
		return // as most lists
	}
	seen := make(map[string]bool, len(list))
	for _, one := range list {
		key, at := thing(one)
		key = strings.ToLower(strings.Join(strings.Fields(key), " "))
		switch {
		case key == "" || at.IsZero():
		case !seen[key]:
			seen[key] = true
		default:
			k.About(of, at, listedAgain(shown(key)))
		}
	}
}

func listedAgain(what string) diag.Text {
	return diag.Say("”%s” står två gånger i listan. Ta bort den ena raden.", "“%s” stands twice in the list. Remove one of the lines.", advice.Clip(what))
}

// shown is the part of a key that a reader knows again.
func shown(key string) string {
	first, _, _ := strings.Cut(key, "\x00")
	return first
}

// values holds a plain list to that.
func values[T any](k pass.Pass, of string, all []model.Value[T]) {
	once(k, of, all, func(v model.Value[T]) (string, diag.Place) { return v.String(), v.At })
}

func listedTwice(k pass.Pass) {
	twiceInAgreement(k)
	twiceInOrganisation(k)
	twiceElsewhere(k)
	for _, p := range k.Plans {
		values(k, p.ID.V, p.Parties)
		once(k, p.ID.V, p.Priorities, prioritised)
		for _, r := range p.Priorities {
			values(k, p.ID.V, r.Emphasis)
		}
	}
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) { twiceInInitiative(k, i) })
}

func prioritised(p model.Priority) (string, diag.Place) {
	return p.CooperationArea.V, p.CooperationArea.At
}

func twiceInAgreement(k pass.Pass) {
	if a := k.Agreement; a != nil {
		var chapters []model.Text
		for _, c := range a.Chapters {
			chapters = append(chapters, c.File, c.Part)
		}
		values(k, "agreement", chapters)
		once(k, "agreement", a.Terms, func(t model.Term) (string, diag.Place) { return t.Term.V, t.Term.At })
		for _, r := range a.Reporting {
			values(k, r.ID.V, r.From.Actors)
		}
		once(k, "agreement", a.Annexes, func(x model.Annex) (string, diag.Place) {
			return x.Title.V + "\x00" + x.File.V + "\x00" + x.URL.V, x.Title.At
		})
	}
	if k.Parties != nil {
		for _, d := range k.Parties.Duties {
			values(k, "parties", d.Parties)
		}
	}
	for _, a := range k.Areas {
		values(k, a.ID.V, a.Responsible)
		values(k, a.ID.V, a.SDGs)
		for _, g := range a.SubGoals {
			values(k, g.ID.V, g.SDGs)
			values(k, g.ID.V, g.Indicators)
		}
		for _, c := range a.CooperationAreas {
			values(k, c.ID.V, c.Responsible)
		}
	}
}

func twiceInOrganisation(k pass.Pass) {
	for _, b := range k.Index.Bodies() {
		once(k, b.ID.V, b.Members, func(m model.Member) (string, diag.Place) {
			at := m.Party.At
			if !m.Party.Given() {
				at = m.Name.At
			}
			return strings.TrimPrefix(m.Party.V+"\x00"+m.Name.V, "\x00"), at // a party may have several seats
		})
	}
	once(k, "signatures", k.Content.Signatures.All(), func(one model.Signature) (string, diag.Place) {
		return one.Party.V + "\x00" + one.Name.V, one.Party.At // two may sign for a party
	})
}

func twiceElsewhere(k pass.Pass) {
	if k.Config != nil {
		values(k, "samsyn", k.Config.Languages)
	}
	for _, s := range k.Strategies.All() {
		values(k, s.ID.V, s.Areas)
	}
	for _, e := range k.Calendar.All() {
		values(k, e.ID.V, e.Decides)
		for _, item := range e.Programme {
			values(k, e.ID.V, item.Areas)
		}
	}
	for _, r := range k.Resources {
		values(k, r.ID.V, r.Areas)
		values(k, r.ID.V, r.CooperationAreas)
		values(k, r.ID.V, r.Places)
	}
	for _, r := range k.Content.Results {
		once(k, r.ID.V, r.Areas, func(a model.AreaResult) (string, diag.Place) { return a.Area.V, a.Area.At })
		once(k, r.ID.V, r.Next, prioritised)
		once(k, r.ID.V, r.Answers, func(a model.Answer) (string, diag.Place) { return a.Resource.V, a.Resource.At })
	}
}

func twiceInInitiative(k pass.Pass, i *model.Initiative) {
	id := i.FullID()
	values(k, id, i.Related)
	values(k, id, i.SubGoals)
	values(k, id, i.Places)
	values(k, id, i.FollowUp.Due)
	once(k, id, i.FollowUp.ReportsTo, func(a model.Actor) (string, diag.Place) { return actorKey(a), a.At() })
	once(k, id, i.Reports, func(r model.Report) (string, diag.Place) {
		return r.Date.V.String() + "\x00" + r.Text.V, r.Date.At
	})
	once(k, id, i.Funding, func(f model.Funding) (string, diag.Place) {
		return strings.Join([]string{f.Source.V, f.Role.V, f.Programme.V, f.CaseNumber.V, f.AmountSEK.String()}, "\x00"), f.Source.At
	})
	twiceInvolved(k, i)
}

// actorKey tells actors apart: an identifier is never a name.
func actorKey(a model.Actor) string {
	if a.ID.Given() {
		return a.ID.V
	}
	return a.Name.V + "\x00"
}

// What somebody is to an initiative.
var owner, coOwner, partner = diag.Say("ansvarig", "owner"), diag.Say("medansvarig", "co-owner"), diag.Say("medverkande", "partner")

// twiceInvolved tells of those who are an initiative's owner, co-owner or partner more
// than once.
func twiceInvolved(k pass.Pass, i *model.Initiative) {
	seen := map[string]diag.Text{}
	add := func(a model.Actor, is diag.Text) {
		key := strings.ToLower(actorKey(a))
		if !a.Given() {
			return
		}
		switch was := seen[key]; was {
		case diag.Text{}:
			seen[key] = is
		case is:
			k.About(i.FullID(), a.At(), listedAgain(a.ID.V+a.Name.V))
		default:
			k.About(i.FullID(), a.At(), k.Say(
				"”%s” är redan %s för {the_initiative} och behöver inte stå som %s. Ta bort raden.",
				"“%s” is {the_initiative's} %s already and need not be its %s. Remove the line.", advice.Clip(a.ID.V+a.Name.V), was, is))
		}
	}
	add(i.Owner, owner)
	for _, a := range i.CoOwners {
		add(a, coOwner)
	}
	for _, a := range i.Partners {
		add(a, partner)
	}
}

func sameTitles(k pass.Pass) {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		titles, bodies := map[string]string{}, map[string]string{}
		var text []byte // of one body, written over by the next
		for _, i := range p.Initiatives {
			if i.Withdrawn.Given() || !i.Title.Given() {
				continue
			}
			title := strings.ToLower(strings.Join(strings.Fields(i.Title.V), " "))
			text = appendPlain(text[:0], i.Body)
			body := string(text)
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

// appendPlain adds a text without its form, on one line.
func appendPlain(to []byte, doc *prose.Doc) []byte {
	add := func(text string) {
		for word := range strings.FieldsSeq(text) {
			to = append(append(to, word...), ' ')
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
	return to
}
