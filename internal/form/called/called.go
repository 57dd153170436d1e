// Package called knows what the files of a content are about: a path goes in, and the title
// of the thing that the file holds comes out, in the county's words.
package called

import (
	"path"
	"strings"

	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/source"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Names are the titles of a content's files.
type Names struct {
	Files    []layout.File // those that hold content, with what each is for
	tree     *source.Tree
	x        *index.Index
	words    *schema.Words
	language string // sv or en
}

// New names the files of a content in a language.
func New(tree *source.Tree, files []layout.File, x *index.Index, words *schema.Words, language string) *Names {
	return &Names{files, tree, x, words, language}
}

// In gives words in the language, things called as the county calls them.
func (n *Names) In(sv, en string) string {
	if n.language == "en" {
		return n.words.Expand(en, "en")
	}
	return n.words.Expand(sv, "sv")
}

// Role is what a file is for; is tells whether it holds content.
func (n *Names) Role(file string) (role layout.Role, is bool) {
	for _, f := range n.Files {
		if f.Path == file {
			return f.Role, true
		}
	}
	return layout.Role{}, false
}

// Of is the title of what a file is about; of a translation, with its language.
func (n *Names) Of(file string) string {
	role, _ := n.Role(file)
	title := n.title(role, file)
	if role.Of != "" {
		title += n.Into(role.Language)
	}
	return title
}

// Into is behind a title what language its translation is in.
func (n *Names) Into(language string) string {
	l := text.LanguageOf(language)
	return n.In(" på "+l.SV, " in "+l.EN)
}

func (n *Names) title(role layout.Role, file string) string {
	if role.Kind != "" && role.Kind != "review" {
		if name := n.x.Name(role.Kind, role.ID).Full; name != "" {
			return name
		}
	}
	switch role.Schema {
	case "samsyn":
		return n.In("Webbplatsen och inställningar", "The site and settings")
	case "agreement":
		return n.In("{The_agreement}", "{The_agreement}")
	case "parties":
		return n.In("{Parties}", "{Parties}")
	case "organisation":
		return n.In("Organisation", "Organisation")
	case "places":
		return n.In("{Places}", "{Places}")
	case "strategies":
		return n.In("{Strategies}", "{Strategies}")
	case "calendar":
		return n.In("Kalender", "Calendar")
	case "signatures":
		return n.In("{Signatures}", "{Signatures}")
	case "review":
		return n.In("{Review} ", "{Review} ") + role.ID
	case "":
		return n.chapter(file)
	}
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// chapter is the first heading of a chapter.
func (n *Names) chapter(file string) string {
	data, err := n.tree.Read(file)
	if err == nil {
		for line := range strings.Lines(string(data)) {
			if title, is := strings.CutPrefix(line, "# "); is {
				return strings.TrimSpace(title)
			}
		}
	}
	return strings.TrimSuffix(path.Base(file), ".md")
}
