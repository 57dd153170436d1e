// Package attach judges a picture or another file that somebody wants to put beside a text
// of the content: its name and its bytes go in, and out comes a name under which it may
// lie there, or why it may not. What a file is told by its bytes alone.
package attach

import (
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"

	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/picture"
	"samsyn/internal/publish"
)

// Largest is the size in bytes over which a file is not taken: what a form may carry.
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
	if words == "" {
		words = f.Name
	}
	return "[" + words + "](" + f.Name + ")"
}

// Judge takes a file by the name that it had where it comes from. Taken tells whether a
// name is another file's already, logotype whether the file is to be the county's, which
// alone may be an SVG drawing. An error is a *diag.Refused.
func Judge(name string, data []byte, logotype bool, taken func(name string, data []byte) bool) (*File, error) {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case len(data) == 0:
		return nil, diag.Refuse("Filen är tom.", "The file is empty.")
	case len(data) > Largest:
		return nil, diag.Refuse("Filen är för stor: den får vara högst %[1]d megabyte.", "The file is too large: it may have %[1]d megabytes.", Largest>>20)
	}
	judge := publish.Ending
	if logotype {
		judge = publish.LogotypeEnding
	}
	ending, may := judge(name, data)
	if !may && logotype && strings.EqualFold(path.Ext(name), ".svg") {
		return nil, diag.Refuse("Bilden har något mer i sig än det som ritas: ett skript, en länk eller något som hämtas. Spara den som enkel SVG i ett ritprogram, eller som PNG.",
			"The drawing holds more than what is drawn: a script, a link or something that is fetched. Save it as plain SVG in a drawing program, or as PNG.")
	}
	if !may {
		return nil, diag.Refuse("Filer av det slaget visas inte på webbplatsen. Det går med bilder (PNG, JPEG, GIF, WebP), PDF, Word, Excel, PowerPoint, OpenDocument, CSV, JSON och ren text.",
			"The site shows no files of that kind. Pictures (PNG, JPEG, GIF, WebP), PDF, Word, Excel, PowerPoint, OpenDocument, CSV, JSON and plain text will do.")
	}
	data = bare(data)
	f := &File{Data: data}
	if ending == ".png" || ending == ".jpg" {
		if _, err := picture.Read(data); err != nil {
			return nil, diag.Refuse("Bilden är skadad eller har för många bildpunkter. Spara den på nytt i ett bildprogram, högst några tusen punkter bred.",
				"The picture is damaged or has too many pixels. Save it anew in a picture program, a few thousand pixels wide at most.")
		}
	}
	f.Width, f.Height = picture.Size(data)
	stem := blank.Slug(strings.TrimSuffix(name, path.Ext(name)))
	if stem == "" || reserved.MatchString(stem) {
		stem = "fil-" + stem
	}
	for n := 1; ; n++ {
		f.Name = strings.TrimSuffix(stem, "-") + ending
		if n > 1 {
			f.Name = strings.TrimSuffix(stem, "-") + "-" + strconv.Itoa(n) + ending
		}
		if !taken(f.Name, data) {
			return f, nil
		}
	}
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
