package compiled

import (
	"bytes"
	"html/template"
	"strings"
	"testing"
)

type leaf struct {
	S    string
	Call template.URL
	HTML template.HTML
}

type day string

func (day) String() string { return "i dag" }

type node struct {
	When   day
	Title  string
	Level  int
	Open   bool
	Href   string
	Leaf   *leaf
	Own    leaf
	Nodes  []node
	Leaves []leaf
}

// whole has every construct and every place that the site's templates use.
const whole = `<!DOCTYPE html><html><head><title>{{.Title}}</title>
<link href="{{.Href}}assets/style.css" rel="stylesheet">
<meta name="description" content="{{.Title}}"></head>
<body class="x {{.Title}}">{{template "node" .}}</body></html>
{{define "node"}}{{if eq .Level 2}}<h2 id="{{.Title}}">{{.Title}}</h2>{{else if .Level}}<p>{{.Level}}</p>{{end -}}
{{if or .Open .Nodes}}<details{{if .Open}} open{{end}}>{{range .Nodes}}{{template "node" .}}{{end}}</details>{{end}}
{{- with .Leaf}}<a href="{{.Call}}">{{.S}}</a>{{.HTML}}{{end}}
{{- range $n, $m := .Leaves}}{{if $n}}, {{end}}{{template "leaf" $m}}{{$m.S}}{{end}}
<a href="{{.Href}}" data-label="{{.Own.S}}">{{template "leaf" .Own}}</a>{{end}}
{{define "leaf"}}<b title="{{.S}}">{{.S}}</b>{{end}}`

func both(t *testing.T, text string, sample any) (*template.Template, *Template) {
	t.Helper()
	original := template.Must(template.New("whole").Parse(text))
	compiled, err := Compile(template.Must(template.New("whole").Parse(text)), "whole", sample)
	if err != nil {
		t.Fatal(err)
	}
	return original, compiled
}

func same(t *testing.T, original *template.Template, compiled *Template, data any) {
	t.Helper()
	var want bytes.Buffer
	if err := original.Execute(&want, data); err != nil {
		t.Fatal(err)
	}
	got, err := compiled.Append(nil, data)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want.String() {
		t.Errorf("drawn differently:\n%s\nby html/template:\n%s", got, want.String())
	}
}

// tree puts a text wherever one can stand.
func tree(s string) node {
	l := leaf{S: s, Call: template.URL(s), HTML: "<i>ren</i>"}
	inner := node{Title: s, Level: 3, Leaf: &l, Own: l, Href: s}
	return node{Title: s, Level: 2, Open: true, Href: s, Own: l, Nodes: []node{inner, {}}, Leaves: []leaf{l, l, {}}}
}

func FuzzEscaping(f *testing.F) {
	for _, s := range []string{
		"", "Åre & Ragunda", `"><script>alert(1)</script>`, "' onload='x", "a+b", "\x00", "\xff\xfe", "{{.}}", "<!--", "</title>",
		"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "mailto:a@b.se", "https://å.se/%c3%a5?q=1&r=2#f", "tel:+46", "a/b:c", "%", "%4", "../x.html#å", "( )", "\u00ad\u2028",
	} {
		f.Add(s)
	}
	t := template.Must(template.New("whole").Parse(whole))
	compiled, err := Compile(template.Must(template.New("whole").Parse(whole)), "whole", node{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(test *testing.T, s string) { same(test, t, compiled, tree(s)) })
}

func TestConstructs(t *testing.T) {
	original, compiled := both(t, whole, node{})
	for _, data := range []node{{}, {Level: 2}, {Level: -1}, {Nodes: []node{{Nodes: []node{{Open: true}}}}}, tree("x")} {
		same(t, original, compiled, data)
	}
}

// What is not known must be refused before anything is drawn.
func TestRefused(t *testing.T) {
	for text, want := range map[string]string{
		`{{.Titel}}`:                                   "Titel",
		`{{.Leaf}}`:                                    "neither text nor",
		`{{printf "%s" .Title}}`:                       "only an escaped value",
		`<a onclick="{{.Title}}">`:                     "not written to such a place",
		`<style>{{.Title}}</style>`:                    "not written to such a place",
		`<p title="{{.Own.HTML}}">`:                    "not written to such a place",
		`{{range .Title}}{{end}}`:                      "",
		`{{range .Nodes}}{{else}}{{end}}`:              "only over a slice",
		`{{range $n := .Nodes}}{{end}}`:                "two variables",
		`{{with .Leaf}}{{else}}x{{end}}`:               "{{else}}",
		`{{if eq .Title "x"}}{{end}}`:                  "whole number",
		`{{if and .Open .Level}}{{end}}`:               "not a condition",
		`{{if .Own}}{{end}}`:                           "no condition",
		`{{template "x"}}{{define "x"}}{{end}}`:        "no data",
		`<p{{template "x" .}}>{{define "x"}} a{{end}}`: "another place",
		`{{.When}}`:                                    "ask a",
		`{{break}}`:                                    "",
	} {
		set, err := template.New("whole").Parse(text)
		if err == nil {
			_, err = Compile(set, "whole", node{})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestAppend(t *testing.T) {
	_, compiled := both(t, `<p>{{.Leaf.S}}</p>`, node{Leaf: &leaf{}})
	if got, err := compiled.Append([]byte("vi säger "), node{Leaf: &leaf{S: "<hej>"}}); err != nil || string(got) != "vi säger <p>&lt;hej&gt;</p>" {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := compiled.Append(nil, node{}); err == nil {
		t.Error("a field of nothing was drawn")
	}
	if _, err := compiled.Append(nil, leaf{}); err == nil {
		t.Error("data of another type was drawn")
	}
}
