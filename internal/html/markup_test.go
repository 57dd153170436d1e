package html

import (
	"html/template"
	"strings"
	"testing"

	"samsyn/internal/text"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// lineTemplate is what line and marks draw, as html/template would be told.
const lineTemplate = `
{{define "run"}}
{{- if .Marked}}<span class="mark{{if .Badge}} {{.Badge}}{{end}}"{{template "lang" .}}>{{.S}}</span>
{{- else if .Gone}}<del{{template "lang" .}}>{{.S}}</del>
{{- else if .Come}}<ins{{template "lang" .}}>{{.S}}</ins>
{{- else if .Strong}}<strong{{template "lang" .}}>{{.S}}</strong>
{{- else if .Em}}<em{{template "lang" .}}>{{.S}}</em>
{{- else if .Code}}<code>{{.S}}</code>
{{- else if .Lang}}<span{{template "lang" .}}>{{.S}}</span>
{{- else}}{{.S}}{{end}}
{{- end}}
{{define "lang"}}{{if .Lang}} lang="{{.Lang}}" dir="{{.Dir}}"{{end}}{{end}}
{{define "line"}}{{range .}}{{if .Apart}} {{end}}{{if .Call}}<a href="{{.Call}}" dir="ltr">{{template "run" .}}</a>{{else if .Href}}<a href="{{.Href}}"{{template "to" .}}>{{template "run" .}}</a>{{else}}{{template "run" .}}{{end}}{{end}}{{end}}
{{define "to"}}{{if .Ref.Lang}} hreflang="{{.Ref.Lang}}"{{end}}{{if .Ref.URL}} rel="noopener noreferrer"{{end}}{{end}}
{{define "marks"}}{{range $n, $m := .}}{{if $n}} {{end}}{{template "run" $m}}{{end}}{{end}}`

type templateRun struct {
	blocks.Span
	Lang, Dir, Href string
	Call            template.URL
	Apart           bool // a mark after another
}

// Texts, tones, languages and addresses of any letters come out as html/template
// escapes them, but for the plus sign.
func FuzzLinesAreEscapedAsByTemplates(f *testing.F) {
	for _, s := range []string{
		"", "Åre & Ragunda", `"><script>alert(1)</script>`, "' onload='x", "a+b", "\x00", "\xff\xfe", "{{.}}", "<!--", "</title>",
		"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "mailto:a@b.se", "https://å.se/%c3%a5?q=1&r=2#f", "tel:+46", "tel:x", "TEL:1", "a/b:c",
		"%", "%4", "../x.html#å", "( )", "\u00ad\u2028", "arbetsmarknadsutbildningen",
	} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(255))
	}
	set := template.Must(template.New("").Parse(lineTemplate))
	f.Fuzz(func(t *testing.T, s string, looks uint8) {
		var l blocks.Line
		d := &drawer{page: &page.Page{Path: "a/b", Lang: "sv"}, root: "../"}
		on := func(bit int) bool { return looks>>bit&1 == 1 }
		for _, ref := range []blocks.Ref{{}, {URL: s}, {URL: s, Lang: s}, {File: s}, {Page: "c", Fragment: s}, {Fragment: s}} {
			span := blocks.Span{Text: blocks.Text{S: s}, Ref: ref, Marked: on(0), Gone: on(1), Come: on(2), Strong: on(3), Em: on(4), Code: on(5)}
			if on(6) {
				span.Lang = s
			}
			if on(7) {
				span.Badge = blocks.Tone(s)
			}
			l = append(l, span)
		}
		for name, got := range map[string]template.HTML{"line": drawn(d.line, l), "marks": drawn(d.marks, l)} {
			var want strings.Builder
			if err := set.ExecuteTemplate(&want, name, templateRuns(d, l)); err != nil {
				t.Fatal(err)
			}
			marked := strings.ReplaceAll(string(got), "<wbr>", breakHere) // the one tag that is ours alone
			plain := strings.ReplaceAll(want.String(), "&#43;", "+")      // which means the same
			if marked != plain {
				t.Errorf("%s of %q is\n%s\nbut by html/template\n%s", name, s, got, plain)
			}
		}
	})
}

func templateRuns(d *drawer, l blocks.Line) []templateRun {
	var list []templateRun
	for n, s := range l {
		r := templateRun{Apart: n > 0 && s.Marked && l[n-1].Marked, Span: s, Lang: s.Text.Lang, Dir: text.Dir(s.Text.Lang)}
		r.S = d.said(s)
		if s.Ref.Given() {
			r.Href = d.href(s.Ref)
		}
		if callable(r.Href) {
			r.Call = template.URL(r.Href) // html/template does not know telephone numbers
		}
		list = append(list, r)
	}
	return list
}
