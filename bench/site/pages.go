package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// page is one of our pages as the peers are given it: what it says and which
// initiatives it lists is settled here, so that they need only draw it.
type page struct {
	Path        string   `json:"-"` // without ".html"
	Kind        string   `json:"page_kind"`
	Title       string   `json:"title"`
	Name        string   `json:"name"` // its heading, by which others call it
	Kicker      string   `json:"kicker,omitempty"`
	Lead        string   `json:"lead,omitempty"`
	Description string   `json:"description"`
	Crumbs      []link   `json:"crumbs,omitempty"`
	Filters     []group  `json:"filters,omitempty"`
	Initiatives []string `json:"initiatives,omitempty"` // paths, in our order
	Rows        bool     `json:"rows,omitempty"`        // they stand in the table of four columns, not as cards
	Due         []string `json:"due,omitempty"`         // paths of those whose dates are listed
	Links       []link   `json:"links,omitempty"`
	URL         string   `json:"url,omitempty"` // where it does not follow from the file's name
	text        string   // as Markdown
}

type link struct {
	Path  string `json:"path"`
	Text  string `json:"text"`
	Count string `json:"count,omitempty"`
}

type group struct {
	Name  string `json:"name"`
	Links []link `json:"links"`
}

var (
	bodyClass   = regexp.MustCompile(`<body class="([^"]+)">`)
	title       = regexp.MustCompile(`<title>(.*?)</title>`)
	description = regexp.MustCompile(`<meta name="description" content="([^"]*)">`)
	crumbs      = regexp.MustCompile(`(?s)<nav class="crumbs.*?</nav>`)
	mainPart    = regexp.MustCompile(`(?s)<main.*</main>`)
	heading     = regexp.MustCompile(`<h1[^>]*>(.*?)</h1>`)
	kicker      = regexp.MustCompile(`<p class="kicker">(.*?)</p>`)
	lead        = regexp.MustCompile(`<p class="lead">(.*?)</p>`)
	head        = regexp.MustCompile(`(?s)<div class="head">.*?</div>`)
	filters     = regexp.MustCompile(`(?s)<details class="filters".*?</details>`)
	filterGroup = regexp.MustCompile(`(?s)<div>(?:<p>(.*?)</p>)?\s*<ul>(.*?)</ul>`)
	count       = regexp.MustCompile(`<span class="count">(.*?)</span>`)
	anchor      = regexp.MustCompile(`(?s)<a href="([^"#]*)[^"]*"[^>]*>(.*?)</a>`)
	dueTable    = regexp.MustCompile(`(?s)<table id="redovisning".*?</table>`)
	dates       = regexp.MustCompile(`<p class="dates">.*?</p>`)
	said        = regexp.MustCompile(`(?s)<(h2|h3|p|li|dt|dd|td|th)(?: [^>]*)?>(.*?)</(?:h2|h3|p|li|dt|dd|td|th)>`)
	tag         = regexp.MustCompile(`<[^>]*>`)
	initiative  = regexp.MustCompile(`^/plans/[^/]+/insats-\d+$`)
)

// readPages reads all pages of a site of ours but those of the initiatives, which
// the peers make from the initiatives' own files.
func readPages(dir string) ([]page, error) {
	var pages []page
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(file) != ".html" {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		p := page{Path: strings.TrimSuffix(filepath.ToSlash(name), ".html")}
		if initiative.MatchString("/" + p.Path) {
			return nil
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		p.read(string(data))
		if p.Kind == "" || p.Name == "" {
			return fmt.Errorf("%s: no kind or heading is found", name)
		}
		pages = append(pages, p)
		return nil
	})
	return pages, err
}

func (p *page) read(text string) {
	p.Kind, p.Title, p.Description = one(bodyClass, text), one(title, text), one(description, text)
	p.Crumbs = p.links(crumbs.FindString(text))
	p.Crumbs = slices.DeleteFunc(p.Crumbs, func(l link) bool { return l.Path == "index" })
	body := mainPart.FindString(text)
	p.Name, p.Kicker, p.Lead = one(heading, body), one(kicker, head.FindString(body)), one(lead, body)
	for _, g := range filterGroup.FindAllStringSubmatch(filters.FindString(body), -1) {
		p.Filters = append(p.Filters, group{Name: plain(g[1]), Links: p.links(g[2])})
	}
	for _, l := range p.links(dueTable.FindString(body)) {
		p.Due = append(p.Due, "/"+l.Path)
	}
	slices.Sort(p.Due)
	p.Due = slices.Compact(p.Due)
	p.Rows = p.Kind == "plan" || p.Kind == "filter"
	for _, part := range []*regexp.Regexp{head, filters, dueTable, dates} {
		body = part.ReplaceAllString(body, "")
	}
	seen := map[string]bool{}
	for _, l := range p.links(body) {
		switch {
		case seen[l.Path]:
		case initiative.MatchString("/" + l.Path):
			p.Initiatives = append(p.Initiatives, "/"+l.Path)
		case len(p.Filters) == 0 && !p.listed(l.Path):
			p.Links = append(p.Links, l)
		}
		seen[l.Path] = true
	}
	if len(p.Initiatives) == 0 {
		p.text = markdown(body)
	}
}

// listed tells of links to who leads an initiative: they are part of its card.
func (p *page) listed(to string) bool {
	return strings.HasPrefix(to, "parties/") && (p.Kind == "place" || len(p.Initiatives) > 0)
}

// links finds the links to other pages of the site.
func (p *page) links(text string) []link {
	var found []link
	for _, m := range anchor.FindAllStringSubmatch(text, -1) {
		to, is := strings.CutSuffix(m[1], ".html")
		if !is || strings.Contains(to, ":") {
			continue
		}
		found = append(found, link{path.Join(path.Dir(p.Path), to), plain(count.ReplaceAllString(m[2], "")), one(count, m[2])})
	}
	return found
}

func one(pattern *regexp.Regexp, text string) string {
	if m := pattern.FindStringSubmatch(text); m != nil {
		return plain(m[1])
	}
	return ""
}

// plain is text without markup and without our soft hyphens, which the peers do
// not set.
func plain(text string) string {
	text = html.UnescapeString(tag.ReplaceAllString(text, ""))
	return strings.TrimSpace(strings.ReplaceAll(text, "\u00ad", ""))
}

// markdown is what a page says beside its lists of initiatives.
func markdown(body string) string {
	var b strings.Builder
	for _, m := range said.FindAllStringSubmatch(body, -1) {
		if strings.Contains(m[2], "<a ") {
			continue // it is among the links
		}
		text := strings.NewReplacer("\n", " ", "<", "&lt;", "*", `\*`, "_", `\_`, "[", `\[`, "`", "").Replace(plain(m[2]))
		switch m[1] {
		case "h2":
			text = "## " + text
		case "h3":
			text = "### " + text
		case "li":
			text = "- " + text
		}
		b.WriteString(text + "\n\n")
	}
	return b.String()
}

// write writes the page as a content file: its fields as JSON, which both peers
// read fastest, and its text.
func (p *page) write(file, before, after string) error {
	fields, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(before+string(fields)+after+p.text), 0o644)
}
