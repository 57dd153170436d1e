package part

import (
	"path"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// CoverFacts are what one first asks of an agreement.
func CoverFacts(t *view.Language) block.Facts {
	a := t.Content.Agreement
	var f block.Facts
	f.Add(t.Say(text.Validity), block.Words(t.Period(a.Period)))
	f.Add(t.Say(text.Status), block.Words(t.Value("agreement-status", a.Status)))
	adopted := []block.Line{Adoption(t, a.Adopted), block.Words(t.Text(a.Adopted.How, "adopted/how"))}
	if a.Adopted.Given() && !a.Adopted.Date.Given() && !t.Proposed() {
		adopted = append(adopted, block.Words(t.Say(text.DateNotGiven)))
	}
	f.Add(t.Say(text.Adopted), adopted...)
	f.Add(t.Say(text.CaseNumber), caseNumbers(a)...)
	f.Add(t.Say(text.Supersedes), block.Words(t.Text(a.Supersedes, "supersedes")))
	f.Add(t.Say(text.Digest), block.CodeLine(t.Options.Digest))
	return f
}

// caseNumbers are the agreement's own and that of the decision on it.
func caseNumbers(a *model.Agreement) []block.Line {
	var lines []block.Line
	if own := a.CaseNumber.V; own != "" && own != a.Adopted.CaseNumber.V {
		lines = append(lines, block.Words(block.Text{S: own}))
	}
	return append(lines, block.Words(block.Text{S: a.Adopted.CaseNumber.V}))
}

// Adoption says when, where and by whom something was decided.
func Adoption(t *view.Language, a model.Adoption) block.Line {
	return block.Joined([]block.Span{{Text: t.Date(a.Date.V)}, {Text: t.Text(a.Place, "adopted/place")}, t.Actor(a.Body, false)}, ", ")
}

// ChapterBlocks are one entry of the agreement's order, under the heading that the
// agreement gives it, if it does.
func ChapterBlocks(t *view.Language, ref model.ChapterRef, document bool) []block.Block {
	blocks := chapterBlocks(t, ref, document)
	if len(blocks) == 0 || !ref.Title.Given() || ref.File.Given() {
		return blocks
	}
	if s, is := blocks[0].(block.Section); is {
		s.Title = t.Text(ref.Title, "chapters/"+ref.Part.V+"/title")
		blocks[0] = s
	}
	return blocks
}

// chapterBlocks are one entry of the agreement's order: a chapter's text or a
// part that is made of the content. Only the document has places to sign in, and
// drawings of its own width.
func chapterBlocks(t *view.Language, ref model.ChapterRef, document bool) []block.Block {
	if ref.File.Given() {
		c := t.Chapter(path.Join("agreement", ref.File.V))
		if c == nil {
			return nil
		}
		return t.Prose(c.Path, c.Body, 1)
	}
	switch ref.Part.V {
	case "areas":
		return areasPart(t)
	case "organisation":
		if document {
			return organisationPart(t, block.PaperFigure)
		}
		return organisationPart(t, block.WideFigure)
	case "parties":
		return partiesPart(t)
	case "duties":
		return dutiesPart(t)
	case "strategies":
		return strategiesPart(t)
	case "target_groups":
		return targetGroupsPart(t)
	case "terms":
		return termsPart(t)
	case "signatures":
		return signaturesPart(t, document)
	}
	return nil
}

func areasPart(t *view.Language) []block.Block {
	var areas []block.Block
	for _, a := range t.Areas() {
		areas = append(areas, block.Section{ID: "omrade-" + a.ID.V, Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)), Blocks: areaInFull(t, a), Apart: len(areas) > 0})
	}
	if len(areas) == 0 {
		return nil
	}
	return []block.Block{block.Section{ID: "del-omraden", Title: t.Say(t.AreasTitle()), Blocks: areas, Apart: true}}
}

// areaInFull is an area as the agreement has it: introduction, sub-goals and
// cooperation areas with who answers for them.
func areaInFull(t *view.Language, a *model.Area) []block.Block {
	blocks := t.Prose(a.Path, a.Body, 2)
	Prefixed(blocks, "omrade-"+a.ID.V+"-")
	var goals block.List
	for _, g := range t.Goals(a) {
		goals.Items = append(goals.Items, goalLine(t, g))
	}
	cooperation := block.List{Ordered: true}
	for _, c := range t.Cooperations(a) {
		cooperation.Items = append(cooperation.Items, block.Linked(t.CooperationText(c), t.To(address.Area(c.ID()))))
	}
	blocks = append(blocks, block.Headed("delmal-"+a.ID.V, t.Say(text.SubGoals), goals)...)
	blocks = append(blocks, block.Headed("samverkan-"+a.ID.V, t.Say(text.CooperationAreas), cooperation)...)
	return append(blocks, answering(t, a)...)
}

// goalLine is a sub-goal under its title, where it has one.
func goalLine(t *view.Language, g facts.Goal) block.Line {
	line := block.Linked(t.GoalName(g), t.To(address.Area(g.ID.V)))
	if g.SubGoal.Title.Given() {
		line[0].Strong = true
		line = append(line, block.Run(": "), block.Span{Text: t.GoalText(g)})
	}
	return line
}

// answering tells who answers for an area, and for those of its cooperation
// areas that have somebody else.
func answering(t *view.Language, a *model.Area) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Responsible), block.Joined(t.Refs(a.Responsible, false), ", "))
	for n := range a.CooperationAreas {
		c := &a.CooperationAreas[n]
		if len(c.Responsible) > 0 && !c.Withdrawn.Given() {
			f.Add(t.Sayf(text.ResponsibleForNumber, strconv.Itoa(n+1)), block.Joined(t.Refs(c.Responsible, false), ", "))
		}
	}
	return f.Blocks()
}

func strategiesPart(t *view.Language) []block.Block {
	var blocks []block.Block
	for i := range t.Content.Strategies.All() {
		s := &t.Content.Strategies.Strategies[i]
		if !s.Withdrawn.Given() {
			blocks = append(blocks, block.Section{ID: "strategi-" + s.ID.V, Title: t.Text(s.Title, "strategies/"+s.ID.V+"/title"), Blocks: StrategyBlocks(t, s)})
		}
	}
	return block.Headed("del-strategier", t.Say(text.Strategies), blocks...)
}

// StrategyBlocks tell how a strategy hangs together with the agreement.
func StrategyBlocks(t *view.Language, s *model.Strategy) []block.Block {
	blocks := block.Paragraph(block.Words(t.Text(s.Relation, "strategies/"+s.ID.V+"/relation")))
	var f block.Facts
	f.Add(t.Say(text.Level), block.Words(t.Value("level", s.Level)))
	f.Add(t.Say(text.Period), block.Words(t.Period(s.Period)))
	f.Add(t.Say(text.Areas), block.Joined(t.AreaSpans(s.Areas), ", "))
	f.Add(t.Say(text.Web), view.Outside(block.Text{}, s.URL))
	return append(blocks, f.Blocks()...)
}

func targetGroupsPart(t *view.Language) []block.Block {
	var f block.Facts
	for i := range t.Content.Agreement.TargetGroups {
		g := &t.Content.Agreement.TargetGroups[i]
		at := "target_groups/" + g.ID.V + "/"
		lines := []block.Line{block.Words(t.Value("rank", g.Rank)), block.Words(t.Text(g.Definition, at+"definition"))}
		f.Add(t.Text(g.Name, at+"name"), append(lines, WithdrawnLines(t, g.Withdrawn, "target-group", at)...)...)
	}
	return block.Headed("del-malgrupper", t.Say(text.TargetGroups), f.Blocks()...)
}

func termsPart(t *view.Language) []block.Block {
	var f block.Facts
	for i, term := range t.Content.Agreement.Terms {
		at := "terms/" + strconv.Itoa(i) + "/"
		f.Add(t.Text(term.Term, at+"term"), block.Words(t.Text(term.Definition, at+"definition")),
			block.Labelled(t.Say(text.Source), block.Words(t.Text(term.Source, at+"source"))))
	}
	return block.Headed("del-begrepp", t.Say(text.Terms), f.Blocks()...)
}

// AboutTheText is where it stands what the content was taken from.
const AboutTheText = "del-kalla"

// WhereOriginalIs gives the original's address, or in words where it lies, and its
// size as it was published; lines of what is not known are empty.
func WhereOriginalIs(t *view.Language) []block.Line {
	d := t.Content.Agreement.Document
	return []block.Line{view.Outside(block.Text{}, d.URL), block.Words(t.Text(d.Note, "document/note")), block.Words(block.Text{S: d.Size.V})}
}

// SourceBlocks tell what the content was taken from.
func SourceBlocks(t *view.Language) []block.Block {
	a := t.Content.Agreement
	var f block.Facts
	title := t.Text(a.Source.Title, "source/title")
	f.Add(t.Say(text.Source), block.Linked(title, view.SafeURL(a.Source.URL.V)))
	if a.Document.Given() {
		label := text.Original
		if t.Manner() != view.Signed {
			label = text.OriginalDocument
		}
		f.Add(t.Say(label), WhereOriginalIs(t)...)
		f.Add(t.Say(text.OriginalDigest), block.CodeLine(a.Document.SHA256.V))
	}
	blocks := append(block.Paragraph(block.Words(t.Text(a.Source.Note, "source/note"))), f.Blocks()...)
	return block.Headed(AboutTheText, t.Say(text.AboutThisText), blocks...)
}
