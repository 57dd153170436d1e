package layout

import (
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// Seen is what reading the files has shown of the repository.
type Seen struct {
	Read     []string               // the files that were read, in byte order
	Linked   func() map[string]bool // the files that texts and fields lead to
	Language string                 // that the content is written in, "" where it is not known
	Plans    []string               // the files of plans, be they there or not
	Exists   func(path string) bool // whether a file lies at a path, hidden ones included
	Beside   []string               // what lies in the content's folder, hidden or not
	// Which texts and languages there are cannot be known, or which files are linked to,
	// since what says so is broken.
	NoChapters, NoLanguages, NoLinks bool
}

// Findings tells what is missing, what is misnamed and what lies in the wrong place.
func (l Layout) Findings(s Seen) []diag.Finding {
	return slices.Concat(l.missing(s), l.unexpected(s), l.unreadable(), posing(s.Beside), personalNames(l.Entries))
}

// unexpected tells of the files that nothing reads and nothing links to.
func (l Layout) unexpected(s Seen) []diag.Finding {
	var found []diag.Finding
	var used map[string]bool
	for _, e := range l.Entries {
		if e.State == source.Escapes || l.misses(e) || s.wasRead(e.Path) || e.State == source.Odd && required[e.Path] {
			continue
		}
		if used == nil {
			used = l.used(s)
		}
		if e.State == source.Plain && (used[e.Path] || l.fetched(e.Path)) || l.undecided(e.Path, s, used) {
			continue
		}
		found = append(found, diag.New(diag.UnexpectedFile, diag.Whole(e.Path), l.unexpectedWords(e, s.Language)))
	}
	return found
}

// fetched tells whether a file is the answer that an indicator's figures were fetched
// from: it lies beside the indicator's own.
func (l Layout) fetched(name string) bool {
	indicator, is := strings.CutSuffix(name, ".source.json")
	return is && path.Dir(name) == "agreement/indicators" && l.exists(indicator+".yaml")
}

func (s Seen) wasRead(name string) bool {
	_, read := slices.BinarySearch(s.Read, name)
	return read
}

// undecided tells whether it cannot be known what a file is for, or whether it is a
// translation of one that is missing or that nothing uses, which is told.
func (l Layout) undecided(name string, s Seen, used map[string]bool) bool {
	if path.Dir(name) == "agreement/text" && s.NoChapters || s.NoLinks && l.attached(name) {
		return true
	}
	original, language, isTranslation := l.translation(name)
	told := l.Languages[language] && l.exists(original) && !s.wasRead(original) && !used[original]
	return isTranslation && (s.NoLanguages || told || !l.Lists(original) && (slices.Contains(l.gone(s.Plans), original) || l.Chapters[original]))
}

// attached tells whether a file can be there only for others to lead to, as a picture is.
func (l Layout) attached(name string) bool {
	return !slices.Contains([]string{".md", ".yaml", ".yml"}, path.Ext(name)) && l.meant(name) == ""
}

// used are the files that something leads to, and those that agreement.yaml means but
// misspells: they are not told of as well.
func (l Layout) used(s Seen) map[string]bool {
	used := s.Linked()
	for _, meant := range l.Slips(s) {
		used[meant] = true
		for language := range l.Languages {
			used[strings.TrimSuffix(meant, ".md")+"."+language+".md"] = true
		}
	}
	return used
}

// Slips are the chapters that agreement.yaml names and that are not there, each with the
// text that it may mean: the one nearest in spelling, or the only one of its name in
// another folder or with another ending.
func (l Layout) Slips(s Seen) map[string]string {
	var unread []string
	called := map[string][]string{} // by their names without folder and ending
	for _, e := range l.Entries {
		if path.Dir(e.Path) == "agreement/text" && !s.wasRead(e.Path) {
			unread = append(unread, e.Path)
			called[nameAlone(e.Path)] = append(called[nameAlone(e.Path)], e.Path)
		}
	}
	slips := map[string]string{}
	for chapter := range l.Chapters {
		if s.wasRead(chapter) {
			continue
		}
		if near := diag.Nearest(chapter, unread); near != "" {
			slips[chapter] = near
		} else if same := called[nameAlone(chapter)]; len(same) == 1 {
			slips[chapter] = same[0]
		}
	}
	return slips
}

// nameAlone is a file's name without its folder and its ending, whatever that is.
func nameAlone(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// unexpectedWords says of a file that nothing reads what to do about it; own is the
// language that the content is written in.
func (l Layout) unexpectedWords(e source.Entry, own string) diag.Text {
	original, language, isTranslation := l.translation(e.Path)
	switch {
	case e.State == source.Odd:
		return diag.Say("Det här är ingen vanlig fil utan till exempel en länk, så den läses inte. Lägg själva filen här i stället.",
			"This is no ordinary file but a link, say, so it is not read. Put the file itself here instead.")
	case ownName(e.Path) != "":
		return diag.Say("Filen läses inte: den ska heta %s. Döp om den, eller ta bort den om det redan finns en sådan.",
			"The file is not read: it must be named %s. Rename it, or remove it if there is one already.", ownName(e.Path))
	case slices.Contains(documents, strings.ToLower(path.Ext(e.Path))) && path.Dir(path.Dir(e.Path)) == "plans":
		return diag.Say("Filer av det här slaget läses inte, och ingen text länkar hit. Kopiera innehållet till en fil som slutar på .md, länka till filen från en text, eller ta bort den.",
			"Files of this kind are not read, and no text links here. Copy what it says to a file that ends in .md, link to the file from a text, or remove it.")
	case strings.HasSuffix(e.Path, ".yml"):
		return diag.Say("Filen läses inte: ändelsen ska vara .yaml. Döp om den.", "The file is not read: it must end in .yaml. Rename it.")
	case isTranslation && language == own:
		return diag.Say("Filen läses inte: %s är innehållets eget språk, och det står i filen utan språk i namnet. Flytta texten dit.",
			"The file is not read: %s is the content's own language, which stands in the file without a language in its name. Move the text there.", language)
	case isTranslation && !l.Languages[language]:
		return diag.Say("Översättningen läses inte: språket %s står inte under languages i samsyn.yaml. Lägg till det, eller ta bort filen.",
			"The translation is not read: %s is not among the languages in samsyn.yaml. Add it, or remove the file.", language)
	case isTranslation && l.exists(original):
		return diag.Say("Översättningen läses inte: bilagor och länkade texter översätts inte.",
			"The translation is not read: annexes and linked texts are not translated.")
	case isTranslation:
		return diag.Say("Översättningen läses inte: filen som den översätter finns inte.",
			"The translation is not read: the file that it translates is not there.")
	case l.meant(e.Path) != "":
		return diag.Say("Filen läses inte: namnet ska sluta på %s. Döp om den.",
			"The file is not read: its name must end in %s. Rename it.", l.meant(e.Path))
	case path.Dir(e.Path) == "agreement/text" && path.Ext(e.Path) == ".md":
		return diag.Say("Avsnittet läses inte: det står inte under chapters i agreement.yaml. Lägg till det, eller ta bort filen.",
			"The chapter is not read: it is not among the chapters in agreement.yaml. Add it, or remove the file.")
	case path.Ext(e.Path) == ".md":
		return diag.Say("Filen används inte där den ligger. {Initiatives} ligger direkt i {short_plan:en|ett} {short_plan's} mapp, som plans/2025, och {areas} i agreement/areas. Flytta den, eller ta bort den.",
			"The file is not used where it lies. {Initiatives} lie directly in the folder of {a_short_plan}, such as plans/2025, and {areas} in agreement/areas. Move it, or remove it.")
	case path.Ext(e.Path) == ".yaml":
		return diag.Say("Filen används inte där den ligger. Flytta den till rätt mapp, eller ta bort den.",
			"The file is not used where it lies. Move it to its right folder, or remove it.")
	}
	return diag.Say("Filen används inte. Länka till den från en text, eller ta bort den.",
		"The file is not used. Link to it from a text, or remove it.")
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

// meant is the ending that a file lacks to be read where it stands, "" where no
// ending would help: a picture or a copy kept for safety has one of its own.
func (l Layout) meant(name string) string {
	stem := stem(name)
	if path.Ext(stem) != "" && !strings.EqualFold(path.Ext(stem), ".md") && !strings.EqualFold(path.Ext(stem), ".yaml") || strings.HasSuffix(name, "~") {
		return ""
	}
	for _, ending := range []string{".md", ".yaml"} {
		if _, read := l.original(stem + ending); read && path.Base(stem) != "plan" {
			return ending
		}
	}
	return ""
}
