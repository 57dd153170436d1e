// Package blank writes new files: what is known of a thing goes in, and a file comes out
// that validates, with every field explained and those that were not given as examples
// in comments.
package blank

import (
	"cmp"
	"fmt"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/edit"
	"samsyn/internal/model"
	"samsyn/internal/rewrite"
)

// What stands in for what nobody has told yet; the rule placeholder finds it.
const (
	Method     = "Skriv här hur det går att veta om insatsen leder till det som var tänkt."
	Definition = "Skriv här vad som mäts: vilka som räknas, när och hur."
	SourceName = "Skriv här vad källan heter."
)

// Slug makes an identifier of a title, at most so long that it can be read: whole words,
// if there are several. It is "" where the title has no letter or digit of the kind.
func Slug(title string) string {
	const most = 60
	slug := advice.Slugged(title)
	for len(slug) > most {
		at := strings.LastIndexByte(slug, '-')
		if at < 0 {
			return slug[:most]
		}
		slug = slug[:at]
	}
	return slug
}

// Plan is a year's regional plan, a draft.
func Plan(title string, year int) ([]byte, error) {
	return edit.Annotate("plan", fmt.Appendf(nil, "title: %s\nscope: regional\nyear: %d\nstatus: draft\n", edit.Scalar(title), year))
}

// Initiative is an initiative of a plan, planned for the plan's time and to be reported
// at its end.
func Initiative(p *model.Plan, title, cooperationArea, owner, method string) ([]byte, error) {
	var b strings.Builder
	time := p.Time()
	fmt.Fprintf(&b, "title: %s\ncooperation_area: %s\nowner: %s\n", edit.Scalar(title), edit.Scalar(cooperationArea), edit.Scalar(owner))
	fmt.Fprintf(&b, "period:\n  from: %s\n", time.From.V.First())
	if time.To.Given() {
		fmt.Fprintf(&b, "  to: %s\n", time.To.V.Last())
	}
	fmt.Fprintf(&b, "status: planned\nfollow_up:\n  method: %s\n  responsible: %s\n", edit.Scalar(cmp.Or(method, Method)), edit.Scalar(owner))
	if time.To.Given() {
		fmt.Fprintf(&b, "  due:\n    - %s\n", time.To.V.Last())
	}
	return page("initiative", b.String(), "Skriv här vad som ska göras, och hur.")
}

// Review is a relevance review by an actor on a day.
func Review(day model.Date, by string) ([]byte, error) {
	return page("review", fmt.Sprintf("date: %s\nby: %s\nconclusion: unchanged\n", day, edit.Scalar(by)), "Skriv här hur läget är, och hur parterna har kommit fram till slutsatsen.")
}

// Results is a results report about a time, as it is known on a day.
func Results(title, from, to string, asOf model.Date, by string) ([]byte, error) {
	known := fmt.Sprintf("as_of: %s\n", asOf)
	data, err := page("results", fmt.Sprintf("title: %s\nperiod:\n  from: %s\n  to: %s\nstatus: draft\nby: %s\n", edit.Scalar(title), date(from), date(to), edit.Scalar(by))+known, "Skriv här vad läsaren först behöver veta. Det som går att räkna räknar programmet ut.")
	why := strings.TrimSuffix(known, "\n") + " # Årets sista redovisningar kommer i januari.\n"
	return []byte(strings.Replace(string(data), "\n"+known, "\n"+why, 1)), err
}

// Resource is a good example; its kind can be changed.
func Resource(title string) ([]byte, error) {
	return page("resource", fmt.Sprintf("title: %s\nkind: example\n", edit.Scalar(title)), "Skriv här vad det är, och vad det ledde till.")
}

// Indicator is an indicator without values.
func Indicator(title string) ([]byte, error) {
	return edit.Annotate("indicator", fmt.Appendf(nil, "title: %s\ndefinition: %s\nunit: percent\ndirection: up\nsource:\n  name: %s\n",
		edit.Scalar(title), edit.Scalar(Definition), edit.Scalar(SourceName)))
}

// Event is an entry of the calendar.
func Event(id, title, day string) *rewrite.Value {
	return rewrite.Entry(rewrite.Field{Name: "id", Value: rewrite.Text(nil, id)}, rewrite.Field{Name: "date", Value: rewrite.Date(day)},
		rewrite.Field{Name: "title", Value: rewrite.Text(nil, title)}, rewrite.Field{Name: "kind", Value: rewrite.Plain(nil, "meeting")})
}

// Calendar is a calendar whose only event it is.
func Calendar(id, title, day string) ([]byte, error) {
	return edit.Annotate("calendar", fmt.Appendf(nil, "events:\n  - id: %s\n    date: %s\n    title: %s\n    kind: meeting\n", edit.Scalar(id), date(day), edit.Scalar(title)))
}

// date is a date as it stands in YAML: a year alone is a text there.
func date(s string) string {
	if len(s) == len("2025") {
		return edit.Quoted(s)
	}
	return s
}

// page is a Markdown file: fields, each explained, and a text.
func page(kind, values, body string) ([]byte, error) {
	fields, err := edit.Annotate(kind, []byte(values))
	if err != nil {
		return nil, err
	}
	return []byte("---\n" + string(fields) + "---\n\n" + body + "\n"), nil
}
