package layout

import (
	"cmp"
	"path"
	"regexp"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/identity"
	"samsyn/internal/source"
	"samsyn/schema"
)

// slug is the form of every identifier.
var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Name holds the name of a file that is read to the form of an identifier, which it
// gives. It gives nil where there is nothing to tell.
func Name(file string, r Role) *diag.Finding {
	name, ending := r.ID[strings.LastIndexByte(r.ID, '/')+1:], path.Ext(file)
	if r.Schema == "" {
		name, ending = strings.TrimSuffix(path.Base(file), ".md"), ".md"
	}
	if name == "" {
		return nil
	}
	var message diag.Text
	switch bare := stem(name); {
	case bare != name && slug.MatchString(bare):
		message = diag.Say("Filens namn har en ändelse för mycket. Döp om den till %s.", "The file's name has one ending too many. Rename it to %s.", bare+ending)
	case slug.MatchString(name) && len(name) > schema.LongestIdentifier:
		message = advice.LongIdentifier
	case slug.MatchString(name):
		return nil
	default:
		message = diag.Say("Namnet ”%[1]s” blir en beteckning och får bara bestå av små bokstäver a–z, siffror och bindestreck. Döp om det, till exempel till %[2]s.",
			"The name “%[1]s” becomes an identifier and may hold only small letters a–z, digits and hyphens. Rename it, for example to %[2]s.",
			advice.Clip(name), cmp.Or(advice.Slugged(advice.Clip(name)), "ett-annat-namn"))
	}
	f := diag.New(diag.InvalidID, diag.Whole(file), message)
	return &f
}

// unreadable tells of the entries that cannot be read for what they are, or would be read,
// were their names UTF-8.
func (l Layout) unreadable() []diag.Finding {
	var found []diag.Finding
	for _, e := range l.Entries {
		switch {
		case e.State == source.Escapes:
			found = append(found, diag.New(diag.PathEscapes, diag.Whole(e.Path), diag.Say(
				"Filen är en länk som leder ut ur innehållets mapp, eller till något dolt (ett namn som börjar med punkt). Ersätt den med en fil som får visas.",
				"The file is a link that leads out of the content's folder, or to something hidden (a name that begins with a dot). Put a file here that may be shown.")))
		case e.State == source.GarbledFolder:
			found = append(found, diag.New(diag.InvalidID, diag.Whole(e.Path), diag.Say(
				"Ingenting i mappen läses: namnet har tecken som inte går att tyda (de är inte UTF-8). Döp om mappen, med små bokstäver a–z, siffror och bindestreck.",
				"Nothing in the folder is read: its name has characters that cannot be made out (they are not UTF-8). Rename the folder, with small letters a–z, digits and hyphens.")))
		case l.misses(e):
			found = append(found, diag.New(diag.InvalidID, diag.Whole(e.Path), diag.Say(
				"Filen läses inte: namnet har tecken som inte går att tyda (de är inte UTF-8). Döp om filen, med små bokstäver a–z, siffror och bindestreck.",
				"The file is not read: its name has characters that cannot be made out (they are not UTF-8). Rename the file, with small letters a–z, digits and hyphens.")))
		}
	}
	return found
}

// personalNames finds numbers in the names of files, and in a folder's name once.
func personalNames(entries []source.Entry) []diag.Finding {
	var found []diag.Finding
	told := map[string]bool{}
	for _, e := range entries {
		for name := e.Path; name != "."; name = path.Dir(name) {
			if len(identity.Find(path.Base(name))) > 0 && !told[name] {
				told[name] = true
				found = append(found, advice.PersonalNumber(diag.Whole(e.Path), path.Base(name)))
			}
		}
	}
	return found
}
