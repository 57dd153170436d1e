// Package carry takes a plan's initiatives along into the plan of a later year. In go the
// content, the plan and its files; out come the files of the new plan, and what was
// carried, what was left behind and what somebody must decide.
package carry

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/edit"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/safewrite"
	"samsyn/internal/text"
)

// Order says what is carried where.
type Order struct {
	Content *model.Content
	From    *model.Plan
	Year    int // of the new plan; later than the old one's
	// Takes tells whether an initiative goes along.
	Takes func(*model.Initiative) bool
	// Read gives the bytes of a file of the content.
	Read func(path string) ([]byte, error)
}

// Carried is a new plan.
type Carried struct {
	Files      []safewrite.File
	Taken      []*model.Initiative // of the old plan
	Left       []*model.Initiative // of the old plan, that stay behind
	Priorities []string            // cooperation areas that come along, by identifier
	Withdrawn  []string            // cooperation areas that were a priority and are out of use
	Funded     bool                // somebody pays for what is carried
	Granted    bool                // amounts or funders' case numbers stay behind
}

// Folder is where the plan of a year lies.
func Folder(year int) string { return "plans/" + strconv.Itoa(year) }

// Begun is the year in which a plan begins.
func Begun(p *model.Plan) int { return p.Time().From.V.Year }

// Plan makes the plan of a later year out of an earlier one. It is a draft, and has
// nothing of what was decided about the earlier one.
func Plan(o Order) (*Carried, error) {
	c := &Carried{}
	for _, i := range o.From.Initiatives {
		if o.Takes(i) {
			c.Taken = append(c.Taken, i)
			for _, f := range i.Funding {
				c.Funded, c.Granted = true, c.Granted || f.AmountSEK.Given() || f.CaseNumber.Given()
			}
		} else {
			c.Left = append(c.Left, i)
		}
	}
	c.priorities(o)
	plan, err := planFile(o, c)
	if err != nil {
		return nil, err
	}
	c.Files = append(c.Files, safewrite.File{Path: Folder(o.Year) + "/plan.yaml", Data: plan})
	for _, i := range c.Taken {
		if err := c.take(o, i); err != nil {
			return nil, err
		}
	}
	for _, t := range o.Content.Translations {
		if err := c.translate(o, t); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// priorities parts those that come along from those whose cooperation area is gone.
func (c *Carried) priorities(o Order) {
	x := facts.New(o.Content, model.Date{}, true)
	for _, p := range o.From.Priorities {
		id := p.CooperationArea.V
		area, known := x.Cooperation(id)
		switch {
		case !known || slices.Contains(c.Priorities, id):
		case area.Withdrawn().Given():
			c.Withdrawn = append(c.Withdrawn, id)
		default:
			c.Priorities = append(c.Priorities, id)
		}
	}
}

// planFile writes the new plan's own file, each field explained. The emphasis of each
// priority stands empty: it is for the new year to decide.
func planFile(o Order, c *Carried) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nscope: regional\nyear: %d\nstatus: draft\n", edit.Scalar(titleOf(o)), o.Year)
	if len(c.Priorities) > 0 {
		b.WriteString("priorities:\n")
	}
	for _, id := range c.Priorities {
		fmt.Fprintf(&b, "  - cooperation_area: %s\n    emphasis:\n", edit.Scalar(id))
	}
	fields, err := edit.Annotate("plan", []byte(b.String()))
	if err != nil {
		return nil, err
	}
	return []byte(strings.ReplaceAll(string(fields), "\n    emphasis:\n", "\n    emphasis: # ? Inriktningen är inte beslutad.\n")), nil
}

// titleOf is the old plan's title with the new year, or one that says what it is.
func titleOf(o Order) string {
	if old := strconv.Itoa(Begun(o.From)); strings.Contains(o.From.Title.V, old) && o.From.Year.Given() {
		return strings.ReplaceAll(o.From.Title.V, old, strconv.Itoa(o.Year))
	}
	return text.WordsOf(o.Content).Expand("{Plan}", "sv") + " " + strconv.Itoa(o.Year)
}

// take carries an initiative along.
func (c *Carried) take(o Order, i *model.Initiative) error {
	data, err := o.Read(i.Path)
	if err != nil {
		return err
	}
	out, err := initiative(data, i, o.Year-Begun(o.From))
	if err != nil {
		return fmt.Errorf("%s: %w", i.Path, err)
	}
	c.Files = append(c.Files, safewrite.File{Path: Folder(o.Year) + "/" + i.ID() + ".md", Data: c.linked(o, i.Path, out)})
	return nil
}

// translate carries along the translations of what is carried.
func (c *Carried) translate(o Order, t *model.Translation) error {
	taken := slices.ContainsFunc(c.Taken, func(i *model.Initiative) bool { return i.Path == t.Of })
	if !taken && t.Of != o.From.Path {
		return nil
	}
	name := Folder(o.Year) + "/" + path.Base(t.Path)
	if !taken {
		title, old := t.Fields["title"], strconv.Itoa(Begun(o.From))
		if o.From.Year.Given() && strings.Contains(title, old) {
			title = strings.ReplaceAll(title, old, strconv.Itoa(o.Year))
			c.Files = append(c.Files, safewrite.File{Path: name, Data: []byte("title: " + edit.Scalar(title) + "\n")})
		}
		return nil
	}
	data, err := o.Read(t.Path)
	if err != nil {
		return err
	}
	out, err := translation(data)
	if err != nil {
		return fmt.Errorf("%s: %w", t.Path, err)
	}
	c.Files = append(c.Files, safewrite.File{Path: name, Data: c.linked(o, t.Path, out)})
	return nil
}

// target is where a link or picture in Markdown leads, inline or as a reference's
// definition, in angle brackets (the first group) or not (the second).
var target = regexp.MustCompile(`(?m)(?:\]\([ \t]*|^ {0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*)(?:<([^<>\n#?]+)|([^()<>\s#?]+))`)

// linked leads links to files of the old plan that stay behind back to them.
func (c *Carried) linked(o Order, file string, data []byte) []byte {
	var out []byte
	done := 0
	for _, m := range target.FindAllSubmatchIndex(data, -1) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		if back, behind := c.back(o, path.Dir(file), string(data[from:to])); behind {
			out = append(append(out, data[done:from]...), back...)
			done = to
		}
	}
	return append(out, data[done:]...)
}

// back is a link's target as it is to be in the new plan, where it is a file of the old
// plan's folder that stays behind. The file's name stays as it is spelt.
func (c *Carried) back(o Order, dir, to string) (back string, behind bool) {
	plain, err := url.PathUnescape(to)
	if err != nil {
		return "", false
	}
	at, name := path.Join(dir, plain), to[strings.LastIndexByte(to, '/')+1:]
	if spelt, err := url.PathUnescape(name); err != nil || spelt != path.Base(at) {
		return "", false
	}
	if strings.Contains(to, ":") || strings.HasPrefix(to, "/") || path.Dir(at) != dir || c.has(path.Base(at)) {
		return "", false
	}
	if _, err := o.Read(at); err != nil {
		return "", false
	}
	up, err := relative(Folder(o.Year), at)
	if err != nil {
		return "", false
	}
	return strings.TrimSuffix(up, path.Base(at)) + name, true
}

// has tells whether a file of the old plan has come along.
func (c *Carried) has(name string) bool {
	return name == "plan.yaml" || slices.ContainsFunc(c.Taken, func(i *model.Initiative) bool { return i.ID()+".md" == name })
}
