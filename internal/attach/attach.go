// Package attach judges a picture or another file that somebody wants to put beside a text
// of the content: its name and its bytes go in, and out comes a name under which it may
// lie there, or why it may not. What a file is told by its bytes alone.
package attach

import (
	"bytes"
	"cmp"
	"encoding/json"
	"path"
	"regexp"
	"strconv"
	"strings"

	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/kind"
	"samsyn/internal/picture"
	"samsyn/internal/source"
)

// Largest is the size in bytes over which a file is not taken: what a form may carry. The
// shapes of places may have source.MaxSize, as what is read of the content.
const Largest = 7 << 20

// File is a file that may lie in the content.
type File struct {
	Name          string // without a folder: small letters a–z, digits, hyphens and an ending
	Data          []byte
	Width, Height int // of a picture, in pixels; 0 of anything else
}

// Picture tells whether it is one.
func (f File) Picture() bool { return f.Width > 0 }

// Markdown is how a text leads to the file, with words that say what it shows or is.
func (f File) Markdown(words string) string {
	words = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(strings.Join(strings.Fields(words), " "))
	if f.Picture() {
		return "![" + words + "](" + f.Name + ")"
	}
	return "[" + cmp.Or(words, f.Name) + "](" + f.Name + ")"
}

// Use is what a file is to be.
type Use int

// The uses.
const (
	Beside   Use = iota // a picture or another file beside a text
	Logotype            // the county's, which alone may be an SVG drawing
	Shapes              // those of places, in GeoJSON
)

// Judge takes a file by the name that it had where it comes from. Taken tells whether a
// name is another file's already. An error is a *diag.Refused.
func Judge(name string, data []byte, use Use, taken func(name string, data []byte) bool) (*File, error) {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case len(data) == 0:
		return nil, diag.Refuse("Filen är tom.", "The file is empty.")
	case use == Shapes:
		return takeShapes(name, data, taken)
	case len(data) > Largest:
		return nil, diag.Refuse("Filen är för stor: den får vara högst %[1]d megabyte.", "The file is too large: it may have %[1]d megabytes.", Largest>>20)
	}
	k, may := kind.Of(name, data)
	if use == Logotype {
		k, may = kind.OfLogotype(name, data)
	}
	if !may && use == Logotype && strings.EqualFold(path.Ext(name), ".svg") {
		return nil, diag.Refuse("Bilden har något mer i sig än det som ritas: ett skript, en länk eller något som hämtas. Spara den som enkel SVG i ett ritprogram, eller som PNG.",
			"The drawing holds more than what is drawn: a script, a link or something that is fetched. Save it as plain SVG in a drawing program, or as PNG.")
	}
	if !may {
		return nil, diag.Refuse("Filer av det slaget visas inte på webbplatsen. Det går med bilder (PNG, JPEG, GIF, WebP), PDF, Word, Excel, PowerPoint, OpenDocument, CSV, JSON och ren text.",
			"The site shows no files of that kind. Pictures (PNG, JPEG, GIF, WebP), PDF, Word, Excel, PowerPoint, OpenDocument, CSV, JSON and plain text will do.")
	}
	data = bare(data)
	f := &File{Data: data}
	if k.Ext == ".png" || k.Ext == ".jpg" {
		if _, err := picture.Read(data); err != nil {
			return nil, diag.Refuse("Bilden är skadad eller har för många bildpunkter. Spara den på nytt i ett bildprogram, högst några tusen punkter bred.",
				"The picture is damaged or has too many pixels. Save it anew in a picture program, a few thousand pixels wide at most.")
		}
	}
	f.Width, f.Height = picture.Size(data)
	f.call(name, k.Ext, taken)
	return f, nil
}

// call gives a file a name that every system and every address can have, and that is no
// other file's.
func (f *File) call(name, ending string, taken func(name string, data []byte) bool) {
	stem := blank.Slug(strings.TrimSuffix(name, path.Ext(name)))
	if stem == "" || reserved.MatchString(stem) {
		stem = "fil-" + stem
	}
	for n := 1; ; n++ {
		f.Name = strings.TrimSuffix(stem, "-") + ending
		if n > 1 {
			f.Name = strings.TrimSuffix(stem, "-") + "-" + strconv.Itoa(n) + ending
		}
		if !taken(f.Name, f.Data) {
			return
		}
	}
}

// takeShapes takes the shapes of places. Of a file over Largest the whole may not be here,
// so that nobody can tell what it is.
func takeShapes(name string, data []byte, taken func(name string, data []byte) bool) (*File, error) {
	switch {
	case len(data) <= Largest && !AreShapes(data):
		return nil, diag.Refuse("Filen är ingen karta i GeoJSON (FeatureCollection). I ett kartprogram, till exempel QGIS, sparar du den så med Exportera, i formatet GeoJSON och koordinatsystemet WGS 84.",
			"The file is no map in GeoJSON (FeatureCollection). A map program such as QGIS saves it so with Export, in the format GeoJSON and the coordinates of WGS 84.")
	case len(data) > source.MaxSize:
		return nil, diag.Refuse("Kartan är för stor: den får vara högst en megabyte. Ta bara med länets kommuner, och förenkla deras gränser, till exempel på mapshaper.org.",
			"The map is too large: it may have one megabyte. Keep the county's municipalities alone, and simplify their borders, on mapshaper.org for instance.")
	}
	f := &File{Data: data}
	f.call(name, ".geojson", taken)
	return f, nil
}

// AreShapes tells whether a file is a collection of features in GeoJSON (RFC 7946, 3.3).
// What the features are, the validator tells.
func AreShapes(data []byte) bool {
	var is struct{ Type string }
	return json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &is) == nil && is.Type == "FeatureCollection"
}

// reserved are names that Windows keeps for devices.
var reserved = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// Another tells whether a name is that of another file: one that is there with other bytes.
func Another(read func(name string) ([]byte, error), exists func(name string) bool) func(name string, data []byte) bool {
	return func(name string, data []byte) bool {
		if !exists(name) {
			return false
		}
		there, err := read(name)
		return err != nil || !bytes.Equal(there, data)
	}
}
