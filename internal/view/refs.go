package view

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/text"
)

// The addresses of pages come from identifiers alone, and so never change.
func areaPath(id string) string                  { return "areas/" + id }
func partyPath(id string) string                 { return "parties/" + id }
func bodyPath(id string) string                  { return "bodies/" + id }
func placePath(id string) string                 { return "places/" + id }
func planPath(id string) string                  { return "plans/" + id }
func initiativePath(i *model.Initiative) string  { return "plans/" + i.Plan.ID.V + "/" + i.ID() }
func indicatorPath(id string) string             { return "indicators/" + id }
func resourcePath(id string) string              { return "resources/" + id }
func reviewPath(id string) string                { return "reviews/" + id }
func cooperationPath(c facts.Cooperation) string { return areaPath(c.ID()) }

// to leads to a page of the site in this language, or to the one in the content's
// own language where there is no other.
func (t *tongue) to(page string) Ref {
	if t.lang == t.Main {
		return Ref{Page: page}
	}
	if t.pages[page] {
		return Ref{Page: t.lang + "/" + page}
	}
	return Ref{Page: page, Lang: t.Main}
}

// at leads to a place on a page.
func (t *tongue) at(page, fragment string) Ref {
	r := t.to(page)
	r.Fragment = fragment
	return r
}

// safeURL gives a reference to an address elsewhere, or none where following it
// could do anything but open a page, a letter or a call.
func safeURL(address string) Ref {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return Ref{}
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return Ref{}
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return Ref{}
		}
	default:
		return Ref{}
	}
	return Ref{URL: u.String()}
}

var emailForm = regexp.MustCompile(`^[\pL\pN._+-]+@[\pL\pN.-]+$`)

// letterTo leads to a letter to an e-mail address, or nowhere where it is none.
func letterTo(email string) Ref {
	if !emailForm.MatchString(email) {
		return Ref{}
	}
	return Ref{URL: "mailto:" + email}
}

// outside is a link to an address elsewhere, shown as label, or as the address.
func outside(label Text, address model.Text) Line {
	if !address.Given() {
		return nil
	}
	if label.S == "" {
		label = Text{S: showAddress(address.V)}
	}
	return linked(label, safeURL(address.V))
}

// showAddress writes a web address as one says it.
func showAddress(a string) string {
	a = strings.TrimPrefix(strings.TrimPrefix(a, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(a, "www."), "/")
}

// actorName is what a party or body is called, and where it is told of.
func (t *tongue) actorName(id string, short bool) Span {
	if p := t.Facts.Party(id); p != nil {
		return Span{Text: t.partyName(p, short), Ref: t.to(partyPath(id))}
	}
	if b := t.Facts.Body(id); b != nil {
		return Span{Text: t.bodyName(b, short), Ref: t.to(bodyPath(id))}
	}
	return plain(id)
}

func (t *tongue) partyName(p *model.Party, short bool) Text {
	if short && p.ShortName.Given() {
		return t.tr(p.ShortName, "parties/"+p.ID.V+"/short_name")
	}
	return t.tr(p.Name, "parties/"+p.ID.V+"/name")
}

func (t *tongue) bodyName(b *model.Body, short bool) Text {
	if short && b.ShortName.Given() {
		return t.tr(b.ShortName, "bodies/"+b.ID.V+"/short_name")
	}
	return t.tr(b.Name, "bodies/"+b.ID.V+"/name")
}

// ref is a line with the actor of a reference, nil where there is none.
func (t *tongue) ref(r model.Ref) Line {
	if !r.Given() {
		return nil
	}
	return Line{t.actorName(r.V, false)}
}

// actor is somebody who may stand outside the agreement.
func (t *tongue) actor(a model.Actor, short bool) Span {
	if a.ID.Given() {
		return t.actorName(a.ID.V, short)
	}
	s := Text{S: a.Name.V}
	if t.lang != t.Main {
		s.Lang = t.Main
	}
	return Span{Text: s}
}

func (t *tongue) actors(list []model.Actor, short bool) []Span {
	var spans []Span
	for _, a := range list {
		if a.Given() {
			spans = append(spans, t.actor(a, short))
		}
	}
	return spans
}

func (t *tongue) refs(list []model.Ref, short bool) []Span {
	var spans []Span
	for _, r := range list {
		spans = append(spans, t.actorName(r.V, short))
	}
	return spans
}

// lines puts each span on a line of its own.
func lines(spans []Span) []Line {
	list := make([]Line, len(spans))
	for i, s := range spans {
		list[i] = Line{s}
	}
	return list
}

func (t *tongue) areaTitle(a *model.Area) Text { return t.tr(a.Title, "title") }

func (t *tongue) goalText(g facts.Goal) Text {
	return t.tr(g.Text, "sub_goals/"+g.ID.V+"/text")
}

func (t *tongue) cooperationText(c facts.Cooperation) Text {
	if c.CooperationArea == nil {
		return t.areaTitle(c.Area)
	}
	return t.tr(c.CooperationArea.Text, "cooperation_areas/"+c.CooperationArea.ID.V+"/text")
}

func (t *tongue) initiativeTitle(i *model.Initiative) Text { return t.tr(i.Title, "title") }

func (t *tongue) planTitle(p *model.Plan) Text {
	if !p.Title.Given() {
		return Text{S: p.ID.V}
	}
	return t.tr(p.Title, "title")
}

// initiativeSpan is an initiative's title, leading to its page.
func (t *tongue) initiativeSpan(i *model.Initiative) Span {
	return Span{Text: t.initiativeTitle(i), Ref: t.to(initiativePath(i))}
}

// pageOf finds the page and place that tell of a content file.
func (t *tongue) pageOf(file string) (Ref, bool) {
	dir, base := path.Split(file)
	name := strings.TrimSuffix(strings.TrimSuffix(base, ".yaml"), ".md")
	switch dir {
	case "agreement/areas/":
		return t.to(areaPath(name)), t.Facts.Area(name) != nil
	case "agreement/resources/":
		return t.to(resourcePath(name)), t.Facts.Resource(name) != nil
	case "agreement/indicators/":
		return t.to(indicatorPath(name)), t.Facts.Indicator(name) != nil
	case "agreement/reviews/":
		return t.to(reviewPath(name)), true
	case "agreement/":
		switch base {
		case "agreement.yaml":
			return t.to("agreement"), true
		case "parties.yaml":
			return t.to("parties"), true
		case "organisation.yaml":
			return t.to("organisation"), true
		case "strategies.yaml":
			return t.to("strategies"), true
		case "calendar.yaml":
			return t.to("calendar"), true
		}
	}
	if chapter := t.chapter(file); chapter != nil {
		return t.at("agreement", chapterID(chapter)), true
	}
	if plan, ok := strings.CutPrefix(strings.TrimSuffix(dir, "/"), "plans/"); ok {
		if base == "plan.yaml" {
			return t.to(planPath(plan)), t.Facts.Plan(plan) != nil
		}
		if i := t.Facts.Initiative(plan + "/" + name); i != nil {
			return t.to(initiativePath(i)), true
		}
	}
	return Ref{}, false
}

func (t *tongue) chapter(file string) *model.Chapter {
	for _, c := range t.Content.Chapters {
		if c.Path == file {
			return c
		}
	}
	return nil
}

// chapterID is a chapter's anchor on the page of the whole agreement.
func chapterID(c *model.Chapter) string { return c.Name }

// target finds where a link in the text of a file leads.
func (t *tongue) target(file, target string) Ref {
	if r := safeURL(target); r.Given() {
		return r
	}
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" {
		return Ref{}
	}
	if u.Path == "" {
		return Ref{Fragment: t.prefix(file) + u.Fragment}
	}
	to := prose.Composed(path.Join(path.Dir(file), u.Path))
	if p, ok := t.Options.Published[to]; ok {
		return Ref{File: p.File}
	}
	if r, ok := t.pageOf(to); ok {
		if u.Fragment != "" {
			r.Fragment = t.prefix(to) + u.Fragment
		}
		return r
	}
	return Ref{}
}

// prefix goes before the anchors of a text, so that those of several texts on a
// page do not meet.
func (t *tongue) prefix(file string) string {
	if c := t.chapter(file); c != nil {
		return chapterID(c) + "-"
	}
	return "text-"
}

// body is the text of a file in this language, or its own and that text's language.
func (t *tongue) body(file string, own *prose.Doc) (doc *prose.Doc, lang string) {
	if t.lang == t.Main {
		return own, ""
	}
	if f := t.files[file]; f != nil && !f.Body.Empty() {
		return f.Body, ""
	}
	return own, t.Main
}

// prose is a text of the content as a block, in this language where it is
// translated; nil where there is none.
func (t *tongue) prose(file string, doc *prose.Doc, first int) []Block {
	doc, lang := t.body(file, doc)
	if doc.Empty() {
		return nil
	}
	p := Prose{Doc: doc, First: first, Prefix: t.prefix(file), Lang: lang, Links: map[string]Ref{}, Images: map[string]Image{}}
	doc.Walk(nil, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Link:
			if r := t.target(file, in.Target); r.Given() {
				p.Links[in.Target] = r
			}
		case *prose.Image:
			t.image(p, file, in)
		}
	})
	if lang != "" {
		return []Block{Para{Tone: Quiet, Line: words(t.say(text.OnlyInSwedish))}, p}
	}
	return []Block{p}
}

// prefixed gives the anchors of texts a beginning of their own.
func prefixed(blocks []Block, prefix string) {
	for n, b := range blocks {
		if p, ok := b.(Prose); ok {
			p.Prefix = prefix
			blocks[n] = p
		}
	}
}

// image takes down where a picture is published, or where one can go to see it:
// pictures elsewhere are never loaded.
func (t *tongue) image(p Prose, file string, in *prose.Image) {
	if r := safeURL(in.Target); r.Given() {
		p.Links[in.Target] = r
		return
	}
	u, err := url.Parse(in.Target)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return
	}
	if f, ok := t.Options.Published[prose.Composed(path.Join(path.Dir(file), u.Path))]; ok && strings.HasPrefix(f.Type, "image/") {
		p.Images[in.Target] = Image{f.File, f.Width, f.Height}
	}
}

// excerpt is the paragraph that a text begins with as a line, without footnotes.
func (t *tongue) excerpt(file string, doc *prose.Doc) Line {
	doc, lang := t.body(file, doc)
	if doc.Empty() {
		return nil
	}
	if p, ok := doc.Blocks[0].(*prose.Paragraph); ok {
		return t.spans(nil, file, p.Inlines, Span{Text: Text{Lang: lang}})
	}
	return nil
}

// spans turns inlines into spans that look like look.
func (t *tongue) spans(line Line, file string, inlines []prose.Inline, look Span) Line {
	put := func(s string) {
		if s != "" {
			span := look
			span.S = s
			line = append(line, span)
		}
	}
	for _, in := range inlines {
		inner := look
		switch in := in.(type) {
		case *prose.Text:
			put(in.Value)
		case *prose.CodeSpan:
			inner.Code, inner.S = true, in.Value
			line = append(line, inner)
		case *prose.LineBreak:
			put(" ")
		case *prose.Image:
			put(in.Alt)
		case *prose.Emphasis:
			inner.Strong, inner.Em = look.Strong || in.Strong, look.Em || !in.Strong
			line = t.spans(line, file, in.Inlines, inner)
		case *prose.Link:
			if r := t.target(file, in.Target); r.Page != "" || r.Fragment == "" {
				inner.Ref = r // a place in the text itself is not where the excerpt stands
			}
			line = t.spans(line, file, in.Inlines, inner)
		}
	}
	return line
}

// BaseURL is the site's address on the web without a slash at its end, "" where
// it is not known.
func (s *Site) BaseURL() string { return s.baseURL }

func (s *Site) findBaseURL() string {
	if e := s.Options.Earlier; e != nil {
		if e.BaseURL == "" {
			return ""
		}
		return e.BaseURL + "/" + e.folder()
	}
	if s.Content.Config == nil {
		return ""
	}
	r := safeURL(s.Content.Config.BaseURL.V)
	if !strings.HasPrefix(r.URL, "http") {
		return ""
	}
	return strings.TrimRight(r.URL, "/")
}

// Address is a page's address on the web, "" where the site does not know its own.
func (s *Site) Address(path string) string {
	base := s.BaseURL()
	if base == "" {
		return ""
	}
	return addressIn(base, path)
}

func addressIn(base, path string) string {
	if path == "index" {
		return base + "/"
	}
	return base + "/" + path + ".html"
}
