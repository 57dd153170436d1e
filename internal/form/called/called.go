// Package called knows what the files of a content are about: a path goes in, and the title
// of the thing that the file holds comes out, in the county's words.
package called

import (
	"cmp"
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
	if title, is := Alone[role.Schema]; is {
		return n.In(title.SV, title.EN)
	}
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	switch role.Schema {
	case "review":
		return n.In("{Review} ", "{Review} ") + role.ID
	case "":
		data, _ := n.tree.Read(file) // one that cannot be read is called by its name
		return cmp.Or(Heading(string(data)), name)
	}
	return name
}

// Alone are the titles of files of which there is one of a kind.
var Alone = map[string]schema.Label{
	"samsyn":       {SV: "Webbplatsen och inställningar", EN: "The site and settings"},
	"agreement":    {SV: "{The_agreement}", EN: "{The_agreement}"},
	"parties":      {SV: "{Parties}", EN: "{Parties}"},
	"organisation": {SV: "Organisation", EN: "Organisation"},
	"places":       {SV: "{Places}", EN: "{Places}"},
	"strategies":   {SV: "{Strategies}", EN: "{Strategies}"},
	"calendar":     {SV: "Kalender", EN: "Calendar"},
	"signatures":   {SV: "{Signatures}", EN: "{Signatures}"},
}

// Heading is the text of the first heading of a chapter, "" where there is none.
func Heading(s string) string {
	for line := range strings.Lines(s) {
		if title, is := strings.CutPrefix(line, "# "); is {
			return strings.TrimSpace(title)
		}
	}
	return ""
}
