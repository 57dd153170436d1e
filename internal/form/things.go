package form

import (
	"path"
	"strings"

	"samsyn/internal/layout"
	"samsyn/internal/project"
)

// Thing is something that can be changed: a file, or an entry of one.
type Thing struct {
	Kind  string // the schema of its file, or "chapter"
	Title string
	File  string
	Of    string // the file that it translates, or ""
	Plan  string // the folder of plans that it stands in, or ""
	// Missing are the languages of the content into which it has not been translated.
	Missing []string
}

// Things lists what there is to change in a content, in the order of its files.
func Things(p *project.Project, o Options) ([]Thing, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	var things []Thing
	for _, f := range b.files {
		things = append(things, Thing{kindOf(f.Role), b.titleOf(f.Path), f.Path, f.Of, f.Plan, b.missing(f)})
	}
	return things, nil
}

// titleOf is what a file's thing is called.
func (b *builder) titleOf(file string) string {
	role, _ := b.role(file)
	title := b.called(role, file)
	if role.Of != "" {
		title += b.into(role.Language)
	}
	return title
}

func (b *builder) called(role layout.Role, file string) string {
	if role.Kind != "" && role.Kind != "review" {
		if name := b.x.Name(role.Kind, role.ID).Full; name != "" {
			return name
		}
	}
	switch role.Schema {
	case "samsyn":
		return b.in("Webbplatsen och inställningar", "The site and settings")
	case "agreement":
		return b.in("{The_agreement}", "{The_agreement}")
	case "parties":
		return b.in("{Parties}", "{Parties}")
	case "organisation":
		return b.in("Organisation", "Organisation")
	case "places":
		return b.in("{Places}", "{Places}")
	case "strategies":
		return b.in("{Strategies}", "{Strategies}")
	case "calendar":
		return b.in("Kalender", "Calendar")
	case "signatures":
		return b.in("{Signatures}", "{Signatures}")
	case "review":
		return b.in("{Review} ", "{Review} ") + role.ID
	case "":
		return b.chapter(file)
	}
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// chapter is the first heading of a chapter.
func (b *builder) chapter(file string) string {
	data, err := b.p.Tree.Read(file)
	if err == nil {
		for line := range strings.Lines(string(data)) {
			if title, is := strings.CutPrefix(line, "# "); is {
				return strings.TrimSpace(title)
			}
		}
	}
	return strings.TrimSuffix(path.Base(file), ".md")
}
