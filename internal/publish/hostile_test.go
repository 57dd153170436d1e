package publish_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/view"
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'{{.}}</title></style>--><svg/onload=alert(1)>`

// poison puts other text wherever a text of the content is free: what is an
// identifier, a reference or a value of an enumeration stays.
type poison struct {
	text  func() string // a title, a name, a sentence
	prose func() string // a text in Markdown
	seen  map[uintptr]bool
}

func (p poison) into(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || p.seen[v.Pointer()] {
			return
		}
		p.seen[v.Pointer()] = true
		if doc, ok := v.Interface().(*prose.Doc); ok {
			bad, err := prose.Parse(doc.File, 1, []byte(p.prose()))
			if err == nil {
				*doc = *bad
			}
			return
		}
		p.into(v.Elem())
	case reflect.Struct:
		if text, ok := v.Addr().Interface().(*model.Text); ok {
			switch {
			case !text.Given() || slug.MatchString(text.V):
			case strings.Contains(text.V, "://") || strings.Contains(text.V, "@"):
				text.V = "javascript:alert(1)//" + p.text()
			default:
				text.V = p.text()
			}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				p.into(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.into(v.Index(i))
		}
	case reflect.Map:
		if m, ok := v.Interface().(map[string]string); ok { // of a translation
			for k := range m {
				if !slug.MatchString(m[k]) {
					m[k] = p.text()
				}
			}
		}
	}
}

// withMarkup poisons with what tries to be markup or script.
func withMarkup() poison {
	text := func() string { return hostile }
	return poison{text, func() string {
		return "Text " + hostile + " [länk](javascript:alert(1)) ![bild](https://x.example/\"onerror=1) `" + hostile + "`\n\n## " + hostile + "\n\n| a" + hostile + " |\n| --- |\n| " + hostile + " |\n\n<script>alert(1)</script>\n\n[^1]\n\n[^1]: " + hostile + "\n\n```" + hostile + "\n" + hostile + "\n```\n"
	}, map[uintptr]bool{}}
}

// withLongWords poisons with words of 300 letters, each title like another but for
// its capitals.
func withLongWords() poison {
	n := 0
	text := func() string {
		n++
		word := strings.Repeat("förvaltningsövergripande", 12) + strings.Repeat("å", 12)
		if n%2 == 0 {
			word = strings.ToUpper(word)
		}
		return word
	}
	return poison{text, func() string {
		return text() + "\n\n## " + text() + "\n\n- " + text() + "\n\n| " + text() + " | b |\n| --- | --- |\n| " + text() + " | 1 |\n\n> " + text() + "\n\n`" + text() + "`\n\n```\n" + text() + "\n```\n"
	}, map[uintptr]bool{}}
}

var slug = regexp.MustCompile(`^[a-z0-9_/-]+$`)

func TestHostileTextIsNeverMarkup(t *testing.T) {
	if testing.Short() {
		t.Skip("such text is drawn by TestHostileCountiesAreDrawn as well")
	}
	markup := []string{"<script ", "<script>", "<img src=x", "<svg/", "<svg onload", `src="http:`, `src="https:`, "zgotmplz"}
	script := regexp.MustCompile(`href="\s*javascript`)
	tag := regexp.MustCompile(`<[a-zA-Z][^>]*>`)
	for name, dir := range contents {
		c := loadtest.Folder(t, dir)
		withMarkup().into(reflect.ValueOf(c))
		o := options
		o.Documents = []view.MadeDocument{{ID: "overenskommelse", File: `a"><script>.pdf`, Title: hostile, SignedBy: hostile, Digest: hostile}}
		o.Commit, o.Digest, o.Version = hostile, hostile, hostile
		reached := 0
		for file, body := range build(t, c, o) {
			if !strings.HasSuffix(file, ".html") && file != "sitemap.xml" {
				continue
			}
			body = strings.ReplaceAll(body, `<script src="`, `<allowed src="`)
			low := strings.ToLower(body)
			for _, m := range append(script.FindAllString(low, 1), markup...) {
				if i := strings.Index(low, m); i >= 0 {
					t.Fatalf("%s: %s: hostile text became markup: %s", name, file, low[max(0, i-80):min(len(low), i+200)])
				}
			}
			for _, m := range tag.FindAllString(body, -1) {
				if strings.Contains(m, "alert(1)") && strings.Count(m, `"`)%2 != 0 {
					t.Fatalf("%s: %s: hostile text left its attribute: %s", name, file, m)
				}
			}
			reached += strings.Count(body, "&lt;script&gt;")
		}
		if reached < 200 {
			t.Errorf("%s: the hostile text reached only %d places", name, reached)
		}
	}
}

// crowd adds parties until there are n, with names that differ only in capitals,
// takes every initiative from a plan and everything from an area.
func crowd(c *model.Content, n int) {
	for i := len(c.Parties.Parties); i < n; i++ {
		p := c.Parties.Parties[0]
		p.ID.V = fmt.Sprintf("part-%d", i)
		p.Name.V, p.ShortName = "Föreningen Öppen dörr", model.Text{}
		if i%2 == 0 {
			p.Name.V = strings.ToUpper(p.Name.V)
		}
		p.Kind.V = []string{"network", "civil_society", "agency"}[i%3]
		c.Parties.Parties = append(c.Parties.Parties, p)
	}
	c.Plans[0].Initiatives = nil
	for _, i := range c.Plans[1].Initiatives {
		i.Body = nil
	}
	c.Areas[0].SubGoals, c.Areas[0].CooperationAreas = nil, nil
}

// Counties that nobody would want: what each title must stand, and a thousand parties
// at the same time.
func TestHostileCountiesAreDrawn(t *testing.T) {
	parties := 1000
	if testing.Short() {
		parties = 50
	}
	for name, p := range map[string]poison{"markup": withMarkup(), "long": withLongWords()} {
		files := nobodys(t, &p, parties)
		if n := strings.Count(files["parties.html"], "<li>"); n < parties {
			t.Errorf("%s: the page of parties lists %d", name, n)
		}
		titles := map[string]string{}
		for file, body := range files {
			if !strings.HasSuffix(file, ".html") {
				continue
			}
			ids := map[string]bool{}
			for _, m := range idAttr.FindAllStringSubmatch(body, -1) {
				if ids[m[1]] {
					t.Errorf("%s: %s: id %q twice", name, file, m[1])
				}
				ids[m[1]] = true
			}
			title := strings.ToLower(titleText.FindStringSubmatch(body)[1])
			if other := titles[title]; other != "" {
				t.Errorf("%s: %s and %s are both called %.60q", name, file, other, title)
			}
			titles[title] = file
		}
	}
}

// With HOSTILE_SITES such sites are written to that folder, for the judges that have a
// browser: thirty parties of each bad kind, and three hundred ordinary ones. More of them show
// a browser nothing more, and take it minutes.
func TestHostileSitesForBrowsers(t *testing.T) {
	dir := os.Getenv("HOSTILE_SITES")
	if dir == "" {
		t.Skip("nobody asked for them")
	}
	markup, long := withMarkup(), withLongWords()
	for _, site := range []struct {
		name    string
		poison  *poison
		parties int
	}{{"markup", &markup, 30}, {"long", &long, 30}, {"crowd", nil, 300}} {
		for file, body := range nobodys(t, site.poison, site.parties) {
			path := filepath.Join(dir, site.name, file)
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(body), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// nobodys builds the made-up county poisoned, where there is a poison, with so many parties.
func nobodys(t *testing.T, p *poison, parties int) map[string]string {
	t.Helper()
	c := loadtest.Folder(t, contents["storsjo"])
	address := c.Config.BaseURL
	if p != nil {
		p.into(reflect.ValueOf(c))
	}
	c.Config.BaseURL = address
	crowd(c, parties)
	return build(t, c, options)
}
