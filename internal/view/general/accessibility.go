package general

import (
	"strconv"
	"strings"

	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Accessibility is the accessibility statement with what the law and DIGG's
// guidance want in it: the actor and the service, how far it conforms, what does
// not and why, when and how it was assessed, where to report, who supervises.
// Without an assessment it says so.
func Accessibility(t *view.Language) *page.Page {
	p := &page.Page{Title: t.Say(text.AccessibilityStatement), Also: t.Say(text.Accessibility).S, Together: true, Weight: 4}
	a := t.Config.Accessibility
	if !a.Given() {
		p.Lead = block.Words(t.Say(text.NotAssessed))
		p.Add(block.Notice{Tone: block.Warn, Title: t.Say(text.NotAssessedTitle), Blocks: block.Paragraph(block.Words(t.Say(text.NotAssessedLong)))})
		if t.Config.Contact.Given() {
			p.Under("kontakt", t.Say(text.ReportProblem), part.Contact(t, t.Config.Contact)...)
		} else {
			p.Under("kontakt", t.Say(text.ReportProblem), block.Para{Line: askPublisher(t)})
		}
		return p
	}
	p.Reviewed = page.ReviewedOn(t, text.AccessibilityAssessed, a.Assessed.V)
	p.Lead = block.Words(t.Sayf(text.StatementLead, t.Publisher().S, t.SiteName().S))
	p.Under("uppfyllelse", t.Say(text.HowAccessible), block.Paragraph(block.Words(conformance(t, a)))...)
	for _, ground := range []string{"defect", "disproportionate_burden", "out_of_scope"} {
		p.Add(exceptions(t, a, ground)...)
	}
	p.Under("rapportera", t.Say(text.ReportProblem), block.Para{Line: block.Words(t.Say(text.ReportProblemLong))}, block.Para{Line: reportTo(a.ReportTo)})
	supervisor := block.Words(t.Say(text.SupervisionLong))
	supervisor = append(supervisor, block.Run(" "), block.Span{Text: t.Text(a.Supervisor.Name, "accessibility/supervisor/name"), Ref: view.SafeURL(a.Supervisor.URL.V)}, block.Run("."))
	p.Under("tillsyn", t.Say(text.Supervision), block.Para{Line: supervisor})
	var f block.Facts
	f.Add(t.Say(text.HowTested), block.Words(t.Text(a.Method, "accessibility/method")))
	f.Add(t.Say(text.AssessedOn), block.Words(t.Date(a.Assessed.V)))
	f.Add(t.Say(text.StatementUpdated), block.Words(t.Date(a.Updated.V)))
	p.Under("granskning", t.Say(text.HowTestedTitle), f.Blocks()...)
	return p
}

func askPublisher(t *view.Language) block.Line {
	line := block.Words(t.Say(text.AskPublisher))
	return append(append(line, block.Run(" ")), PublisherLine(t)...)
}

func conformance(t *view.Language, a model.Accessibility) block.Text {
	switch a.Conformance.V {
	case "full":
		return t.Say(text.ConformsFully)
	case "partial":
		return t.Say(text.ConformsPartly)
	}
	return t.Say(text.ConformsNot)
}

func exceptions(t *view.Language, a model.Accessibility, ground string) []block.Block {
	var f block.Facts
	for n, e := range a.Exceptions {
		if e.Ground.V == ground {
			at := "accessibility/exceptions/" + strconv.Itoa(n) + "/"
			f.Add(t.Text(e.What, at+"what"), block.Words(t.Text(e.Why, at+"why")))
		}
	}
	return block.Headed("undantag-"+strings.ReplaceAll(ground, "_", "-"), t.Say(text.ValueOf("ground", ground)), f.Blocks()...)
}

// reportTo leads to where one tells of a problem: an address for letters or a
// page.
func reportTo(to model.Text) block.Line {
	r := view.SafeURL(to.V)
	if !r.Given() {
		r = view.LetterTo(to.V)
	}
	return block.Linked(block.Text{S: view.ShowAddress(strings.TrimPrefix(to.V, "mailto:"))}, r)
}
