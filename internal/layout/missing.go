package layout

import (
	"maps"
	"path"
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// required are the files that no content does without, beside the marker.
var required = map[string]bool{Agreement: true, "agreement/parties.yaml": true, "agreement/organisation.yaml": true}

// areas is the folder that no content does without.
const areas = "agreement/areas"

// missing tells of the files that are not there.
func (l Layout) missing(s Seen) []diag.Finding {
	var found []diag.Finding
	for _, file := range l.gone(s.Plans) {
		if l.closed(file) {
			continue
		}
		message := diag.Say("Filen %s saknas. Lägg till den.", "The file %s is missing. Add it.", file)
		if file == areas {
			message = diag.Say("Här finns {area:ingen|inget} {area}, och minst {area:en|ett} behövs. Lägg till {area:en|ett} som en fil i mappen %s, till exempel arbete.md.",
				"There is no {area} here, and at least one is needed. Add one as a file in the folder %s, for example work.md.", areas)
		}
		if other := l.misnamed(file, s.Exists); other != "" {
			message = diag.Say("Filen %[1]s saknas. Är det %[2]s: döp om den till %[3]s.",
				"The file %[1]s is missing. If it is %[2]s, rename that to %[3]s.", file, other, path.Base(file))
		}
		found = append(found, diag.New(diag.MissingField, diag.Whole(file), message))
	}
	return found
}

// closed tells whether a file is in a folder, or is one, that leads out of the content:
// that is told, and what the folder should hold is not missed beside.
func (l Layout) closed(file string) bool {
	for at := file; at != "."; at = path.Dir(at) {
		if e, there := l.Entry(at); there && e.State == source.Escapes {
			return true
		}
	}
	return false
}

// gone lists the files, and the folder, that are to be there and are not.
func (l Layout) gone(plans []string) []string {
	var gone []string
	for _, file := range append(slices.Sorted(maps.Keys(required)), plans...) {
		if !l.Lists(file) {
			gone = append(gone, file)
		}
	}
	if !slices.ContainsFunc(l.Entries, func(e source.Entry) bool { return path.Dir(e.Path) == areas && path.Ext(e.Path) == ".md" }) {
		gone = append(gone, areas)
	}
	return gone
}

// Lists tells whether a file is there, be it one that can be read or not.
func (l Layout) Lists(file string) bool {
	e, there := l.Entry(file)
	return there && e.State != source.Odd
}

// Unread lists the kinds of identifiers of which some may not be known, since the files
// that give them are missing, or cannot be read by their names.
func (l Layout) Unread() []string {
	var kinds []string
	for _, file := range l.gone(nil) {
		if file == areas {
			kinds = append(append(kinds, "area"), Declares("area")...)
		}
		kinds = append(kinds, Declares(single[file])...)
	}
	for _, e := range l.Entries {
		if e.State != source.Escapes && e.State != source.Garbled {
			continue
		}
		if r, ok := l.Role(e.Path); ok && r.Of == "" {
			kinds = append(append(kinds, Declares(r.Schema)...), r.Kind)
		}
	}
	return kinds
}

// misnamed finds what somebody may have meant to be a file that is not there: one of
// another ending or case, or hidden by a dot.
func (l Layout) misnamed(file string, exists func(path string) bool) string {
	for _, e := range l.Entries {
		if path.Dir(e.Path) == path.Dir(file) && e.Path != file && ownName(e.Path) == path.Base(file) {
			return e.Path
		}
	}
	hidden := path.Join(path.Dir(file), "."+path.Base(file))
	if exists(hidden) {
		return hidden
	}
	return ""
}
