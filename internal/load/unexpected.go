package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// unexpected tells of the files that nothing reads and nothing links to.
func (a *assembly) unexpected() {
	used := sync.OnceValue(a.linked) // mostly, every file is read
	for _, e := range a.layout.entries {
		if e.State == source.Escapes || a.layout.misses(e) || a.wasRead(e.Path) || a.undecided(e.Path) || e.State == source.Odd && requiredFiles[e.Path] {
			continue
		}
		if e.State == source.Plain && used()[e.Path] {
			continue
		}
		a.findings = append(a.findings, diag.New("unexpected-file", diag.Whole(e.Path), a.unexpectedMessage(e)))
	}
}

// unreadNumbers finds personal identity numbers in the files that nothing reads: they
// are published with the repository all the same. A file that is no text, or that
// cannot be read, holds none that anybody could read.
func (a *assembly) unreadNumbers() {
	for _, e := range a.layout.entries {
		if e.State != source.Plain || a.wasRead(e.Path) {
			continue
		}
		if data, err := a.tree.Read(e.Path); err == nil && utf8.Valid(data) {
			a.findings = append(a.findings, text{doc.NewText(e.Path, data)}.personal()...)
		}
	}
}

// wasRead tells whether a file is content that something reads.
func (a *assembly) wasRead(name string) bool {
	_, read := slices.BinarySearch(a.read, name)
	return read
}

// undecided tells whether it cannot be known what a file is for, since the file
// that would say so is broken.
func (a *assembly) undecided(name string) bool {
	if path.Dir(name) == "agreement/text" && a.unsaid(agreementFile, "chapters") {
		return true
	}
	_, _, isTranslation := a.layout.translation(name)
	return isTranslation && a.unsaid(source.Marker, "languages")
}

// unsaid tells whether a field of a file could not be taken.
func (a *assembly) unsaid(name, field string) bool {
	f := a.files[name]
	if f == nil || f.unread {
		return true
	}
	return a.content.Refused.Has(f.at, field)
}

// linked lists the files that the texts and the fields lead to.
func (a *assembly) linked() map[string]bool {
	used := map[string]bool{}
	use := func(name string) { used[a.tree.Named(name)] = true }
	for _, t := range a.content.Texts {
		t.Doc.Walk(nil, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Link:
				use(prose.Resolve(t.Doc.File, in.Target).Path)
			case *prose.Image:
				use(prose.Resolve(t.Doc.File, in.Target).Path)
			}
		})
	}
	if a.content.Agreement != nil {
		for _, x := range a.content.Agreement.Annexes {
			use(path.Join("agreement", x.File.V))
		}
	}
	if p := a.content.Places; p != nil && p.Shapes.Given() {
		use(path.Join("agreement", p.Shapes.V))
	}
	if c := a.content.Config; c != nil && c.Appearance.Logotype.Given() {
		use(path.Clean(c.Appearance.Logotype.V))
	}
	for chapter := range a.layout.chapters {
		use(chapter)
	}
	for _, meant := range a.meantChapters() {
		used[meant] = true
	}
	if c := a.content.Config; c != nil && c.Signing.Trust.Given() {
		trusted := a.tree.Named(path.Clean(c.Signing.Trust.V)) + "/"
		for _, e := range a.layout.entries {
			if strings.HasPrefix(e.Path, trusted) {
				used[e.Path] = true
			}
		}
	}
	return used
}

// meantChapters lists the files that agreement.yaml means but misspells: they are
// not told of as well.
func (a *assembly) meantChapters() []string {
	var unread, meant []string
	for _, e := range a.layout.entries {
		if path.Dir(e.Path) == "agreement/text" && !a.wasRead(e.Path) {
			unread = append(unread, e.Path)
		}
	}
	for chapter := range a.layout.chapters {
		if !a.wasRead(chapter) {
			meant = append(meant, diag.Nearest(chapter, unread))
		}
	}
	return meant
}

// endings are those that a name is given by mistake, or twice.
var endings = []string{".txt", ".markdown", ".md", ".yaml", ".yml", ".json"}

// stem is a file's name without its endings.
func stem(name string) string {
	for shorter := name; ; name = shorter {
		for _, ending := range endings {
			shorter = strings.TrimSuffix(shorter, ending)
		}
		if shorter == name {
			return name
		}
	}
}

// ownName is the one name by which a file would be read where it stands, where it
// is a misspelling of it: of the files that there is one of, and of plan.yaml.
func ownName(name string) string {
	wanted := strings.ToLower(stem(name)) + ".yaml"
	if wanted == name {
		return ""
	}
	if dir, base := path.Split(wanted); single[wanted] != "" || base == "plan.yaml" && path.Dir(path.Clean(dir)) == "plans" {
		return base
	}
	return ""
}

// documents are the endings of files that are no plain text.
var documents = []string{".doc", ".docx", ".odt", ".rtf", ".pdf", ".xls", ".xlsx", ".pptx"}

// misnamed finds what somebody may have meant to be a file that is not there: one of
// another ending or case, or hidden by a dot.
func (a *assembly) misnamed(file string) string {
	for _, e := range a.layout.entries {
		if path.Dir(e.Path) == path.Dir(file) && e.Path != file && ownName(e.Path) == path.Base(file) {
			return e.Path
		}
	}
	hidden := path.Join(path.Dir(file), "."+path.Base(file))
	if info, err := fs.Lstat(a.tree.FS(), hidden); err == nil && info.Mode().IsRegular() {
		return hidden
	}
	return ""
}

// meant is the ending that a file lacks to be read where it stands, "" where no
// ending would help.
func (a *assembly) meant(name string) string {
	stem := stem(name)
	if slices.Contains(documents, strings.ToLower(path.Ext(stem))) {
		return ""
	}
	for _, ending := range []string{".md", ".yaml"} {
		if _, read := a.layout.original(stem + ending); read && path.Base(stem) != "plan" {
			return ending
		}
	}
	return ""
}

// language is the one that the content is written in, "" where that is not known.
func (a *assembly) language() string {
	if a.content.Config == nil {
		return ""
	}
	return a.content.Config.Language.V
}

func (a *assembly) unexpectedMessage(e source.Entry) diag.Text {
	_, language, isTranslation := a.layout.translation(e.Path)
	switch {
	case e.State == source.Odd:
		return diag.Say("Detta är ingen vanlig fil, så den läses inte. Ersätt den med filen själv.",
			"This is no ordinary file, so it is not read. Put the file itself here.")
	case ownName(e.Path) != "":
		return diag.Say("Filen läses inte: den ska heta %s. Döp om den, eller ta bort den om det redan finns en sådan.",
			"The file is not read: it must be named %s. Rename it, or remove it if there is one already.", ownName(e.Path))
	case slices.Contains(documents, strings.ToLower(path.Ext(e.Path))) && path.Dir(path.Dir(e.Path)) == "plans":
		return diag.Say("Filer av det här slaget läses inte, och ingenting länkar hit. Kopiera texten till en fil som slutar på .md, eller länka till filen från en text.",
			"Files of this kind are not read, and nothing links here. Copy the text to a file that ends in .md, or link to the file from a text.")
	case strings.HasSuffix(e.Path, ".yml"):
		return diag.Say("Filen läses inte: ändelsen ska vara .yaml. Döp om den.", "The file is not read: it must end in .yaml. Rename it.")
	case isTranslation && language == a.language():
		return diag.Say("Filen läses inte: %s är innehållets eget språk, och det står i filen utan språk i namnet. Flytta texten dit.",
			"The file is not read: %s is the content's own language, which stands in the file without a language in its name. Move the text there.", language)
	case isTranslation && !a.layout.languages[language]:
		return diag.Say("Översättningen läses inte: språket %s står inte under languages i samsyn.yaml. Lägg till det, eller ta bort filen.",
			"The translation is not read: %s is not among the languages in samsyn.yaml. Add it, or remove the file.", language)
	case isTranslation:
		return diag.Say("Översättningen läses inte: filen som den översätter finns inte.",
			"The translation is not read: the file that it translates is not there.")
	case a.meant(e.Path) != "":
		return diag.Say("Filen läses inte: namnet ska sluta på %s. Döp om den.",
			"The file is not read: its name must end in %s. Rename it.", a.meant(e.Path))
	case path.Dir(e.Path) == "agreement/text" && path.Ext(e.Path) == ".md":
		return diag.Say("Avsnittet läses inte: det står inte under chapters i agreement.yaml. Lägg till det, eller ta bort filen.",
			"The chapter is not read: it is not among the chapters in agreement.yaml. Add it, or remove the file.")
	}
	if path.Ext(e.Path) == ".md" {
		return diag.Say("Ingenting läser filen där den ligger. Insatser ligger direkt i en plans mapp, som plans/2025, och områden i agreement/areas. Flytta den, eller ta bort den.",
			"Nothing reads the file where it lies. Initiatives lie directly in a plan's folder, such as plans/2025, and areas in agreement/areas. Move it, or remove it.")
	}
	return diag.Say("Ingenting läser filen. Flytta den till rätt mapp, eller ta bort den.",
		"Nothing reads this file. Move it to its right folder, or remove it.")
}
