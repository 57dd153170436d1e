package view

import (
	"strings"

	"samsyn/internal/model"
	"samsyn/internal/text"
)

// accessibilityPage is the accessibility statement with what the law and DIGG's
// guidance want in it: the actor and the service, how far it conforms, what does
// not and why, when and how it was assessed, where to report, who supervises.
// Without an assessment it says so.
func (t *tongue) accessibilityPage() *Page {
	p := &Page{Title: t.say(text.AccessibilityStatement), Also: t.say(text.Accessibility).S}
	c := t.Content.Config
	if c == nil || !c.Accessibility.Given() {
		p.Lead = words(t.say(text.NotAssessed))
		p.Blocks = append(p.Blocks, Notice{Tone: Warn, Title: t.say(text.NotAssessedTitle), Blocks: para(words(t.say(text.NotAssessedLong)))})
		if c != nil && c.Contact.Given() {
			p.Blocks = append(p.Blocks, section("kontakt", t.say(text.ReportProblem), t.contact(c.Contact)...)...)
		} else {
			p.Blocks = append(p.Blocks, section("kontakt", t.say(text.ReportProblem), para(t.askPublisher())...)...)
		}
		return p
	}
	a := c.Accessibility
	p.Reviewed = t.reviewed(text.AccessibilityAssessed, a.Assessed.V)
	p.Lead = words(t.sayf(text.StatementLead, t.publisher().S, t.siteTitle().S))
	p.Blocks = append(p.Blocks, section("uppfyllelse", t.say(text.HowAccessible), para(words(t.conformance(a)))...)...)
	for _, ground := range []string{"defect", "disproportionate_burden", "out_of_scope"} {
		p.Blocks = append(p.Blocks, t.exceptions(a, ground)...)
	}
	p.Blocks = append(p.Blocks, section("rapportera", t.say(text.ReportProblem), Para{Line: words(t.say(text.ReportProblemLong))}, Para{Line: reportTo(a.ReportTo)})...)
	supervisor := words(t.say(text.SupervisionLong))
	supervisor = append(supervisor, plain(" "), Span{Text: t.tr(a.Supervisor.Name, "accessibility/supervisor/name"), Ref: safeURL(a.Supervisor.URL.V)}, plain("."))
	p.Blocks = append(p.Blocks, section("tillsyn", t.say(text.Supervision), Para{Line: supervisor})...)
	var f factList
	f.add(t.say(text.HowTested), words(t.tr(a.Method, "accessibility/method")))
	f.add(t.say(text.AssessedOn), words(t.date(a.Assessed.V)))
	f.add(t.say(text.StatementUpdated), words(t.date(a.Updated.V)))
	p.Blocks = append(p.Blocks, section("granskning", t.say(text.HowTestedTitle), f.blocks()...)...)
	return p
}

func (t *tongue) askPublisher() Line {
	line := words(t.say(text.AskPublisher))
	return append(append(line, plain(" ")), t.publisherLine()...)
}

func (t *tongue) conformance(a model.Accessibility) Text {
	switch a.Conformance.V {
	case "full":
		return t.say(text.ConformsFully)
	case "partial":
		return t.say(text.ConformsPartly)
	}
	return t.say(text.ConformsNot)
}

func (t *tongue) exceptions(a model.Accessibility, ground string) []Block {
	var f factList
	for n, e := range a.Exceptions {
		if e.Ground.V == ground {
			at := "accessibility/exceptions/" + itoa(n) + "/"
			f.add(t.tr(e.What, at+"what"), words(t.tr(e.Why, at+"why")))
		}
	}
	return section("undantag-"+strings.ReplaceAll(ground, "_", "-"), t.say(text.ValueOf("ground", ground)), f.blocks()...)
}

// reportTo leads to where one tells of a problem: an address for letters or a
// page.
func reportTo(to model.Text) Line {
	r := safeURL(to.V)
	if !r.Given() {
		r = letterTo(to.V)
	}
	return linked(Text{S: showAddress(strings.TrimPrefix(to.V, "mailto:"))}, r)
}
