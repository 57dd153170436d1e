package files

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/attach"
	"samsyn/internal/diag"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/kind"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// Sent is what the names of the fields begin with that carry files, before the path of the
// field that they are for. A file that was sent stays in the page in such a field, as its
// name and its bytes in base 64, until the form is saved.
const Sent = "_file:"

// altOf is the name of the field with the words for a file that goes into a text.
const altOf = "_alt"

// attached is a file that goes with a form.
type attached struct {
	attach.File
	Field string // the path of the field that it is for
}

// Kept is the file as the page carries it.
func (a attached) Kept() string { return a.Name + " " + base64.RawURLEncoding.EncodeToString(a.Data) }

// Size tells how large it is.
func (a attached) Size() string {
	if a.Picture() {
		return strconv.Itoa(a.Width) + " × " + strconv.Itoa(a.Height)
	}
	return strconv.Itoa((len(a.Data)+1023)/1024) + " kB"
}

// MostSent is how many files a form may carry.
const MostSent = 50

// lies tells whether a folder has something of a name. Windows and macOS do not tell apart
// what differs in capital letters alone.
func lies(tree *source.Tree, dir, name string) bool {
	list, err := fs.ReadDir(tree.FS(), dir)
	return err == nil && slices.ContainsFunc(list, func(d fs.DirEntry) bool { return strings.EqualFold(d.Name(), name) })
}

// filesOf is where files lie that go with one of a folder: there, or in the agreement's
// folder where it lies in none.
func filesOf(folder string) string {
	if folder == "." {
		return "agreement"
	}
	return folder
}

// taking takes the files of a form.
type taking struct {
	folder string // of the file whose form it is
	taken  func(name string, data []byte) bool
	files  []attached
	wrong  map[string]diag.Text // fields whose file is not taken
}

// attachments takes the files that a form has sent, and puts them where they belong in it:
// into the field that they were chosen at. wrong are the fields whose file is not taken.
func (v *visit) attachments(of *project.Project, folder string) (files []attached, wrong map[string]diag.Text, err error) {
	dir := filesOf(folder)
	t := taking{folder: folder, wrong: map[string]diag.Text{}, taken: attach.Another(
		func(name string) ([]byte, error) { return of.Tree.ReadUpTo(path.Join(dir, name), attach.Largest) },
		func(name string) bool { return lies(of.Tree, dir, name) || lies(v.Tree(), dir, name) })}
	values := v.R.PostForm
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if field, is := strings.CutPrefix(key, Sent); is {
			if err := t.kept(field, values[key]); err != nil {
				return nil, nil, err
			}
		}
	}
	if v.R.MultipartForm == nil {
		return t.files, t.wrong, nil
	}
	for _, key := range slices.Sorted(maps.Keys(v.R.MultipartForm.File)) {
		if field, is := strings.CutPrefix(key, Sent); is {
			if err := t.chosen(field, v.R.MultipartForm.File[key], values); err != nil {
				return nil, nil, err
			}
		}
	}
	return t.files, t.wrong, nil
}

// take takes a file for a field, unless it may not lie in the content.
func (t *taking) take(field, name string, data []byte) (attached, bool) {
	if len(t.files) == MostSent {
		t.wrong[field] = diag.Say("Det är för många filer på en gång: högst %[1]d. Spara, och fortsätt sedan med resten.", "There are too many files at once: %[1]d at most. Save, and go on with the rest.", MostSent)
		return attached{}, false
	}
	f, err := attach.Judge(name, data, useOf(field), func(name string, data []byte) bool {
		return t.taken(name, data) || slices.ContainsFunc(t.files, func(a attached) bool { return a.Name == name && !bytes.Equal(a.Data, data) })
	})
	if why := (*diag.Refused)(nil); errors.As(err, &why) {
		t.wrong[field] = why.Why
		return attached{}, false
	}
	a := attached{*f, field}
	t.files = append(t.files, a)
	return a, true
}

// useOf is what a file is to be that is chosen at a field.
func useOf(field string) attach.Use {
	switch field {
	case "appearance.logotype":
		return attach.Logotype
	case "shapes":
		return attach.Shapes
	}
	return attach.Beside
}

// kept takes the files that the page has carried since they were chosen.
func (t *taking) kept(field string, list []string) error {
	for _, kept := range list {
		if kept == "" {
			continue // a browser's word for no file
		}
		name, coded, _ := strings.Cut(kept, " ")
		data, err := base64.RawURLEncoding.DecodeString(coded)
		if err != nil {
			return web.ErrGarbled
		}
		if a, ok := t.take(field, name, data); ok && a.Name != name { // others have saved one of that name
			t.wrong[field] = diag.Say("Någon annan har under tiden lagt in en fil som heter likadant. Välj filen igen.", "Somebody else has put in a file of that name meanwhile. Choose the file again.")
		}
	}
	return nil
}

// chosen takes the files that were chosen now. They are in the values afterwards, as the
// page will carry them.
func (t *taking) chosen(field string, list []*multipart.FileHeader, values url.Values) error {
	for _, head := range list {
		if head.Filename == "" && head.Size == 0 {
			continue // nothing was chosen
		}
		f, err := head.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(io.LimitReader(f, attach.Largest+1))
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		a, ok := t.take(field, head.Filename, data)
		if ok && field == form.Body && a.Picture() && strings.TrimSpace(values.Get(altOf)) == "" {
			t.files, ok = t.files[:len(t.files)-1], false
			t.wrong[field] = diag.Say("Bilden är inte inlagd. Skriv vad den visar, välj den igen och lägg sedan in den.", "The picture has not been put in. Write what it shows, choose it again and then put it in.")
		}
		if ok {
			values.Add(Sent+field, a.Kept())
			placed(values, a, t.folder)
		}
	}
	return nil
}

// placed lets the field that a file was chosen at lead to it.
func placed(values url.Values, a attached, folder string) {
	if a.Field != form.Body {
		values.Set(a.Field, led(folder, a.Name))
		return
	}
	f := a.File
	f.Name = led(folder, a.Name)
	text := strings.TrimRight(values.Get(form.Body), "\r\n")
	if text != "" {
		text += "\n\n"
	}
	values.Set(form.Body, text+f.Markdown(values.Get(altOf))+"\n")
}

// led is how a file of a folder leads to one that goes with it.
func led(folder, name string) string {
	if folder == "." {
		return filesOf(folder) + "/" + name
	}
	return name
}

// used are the files that the form still leads to, by their paths in the content.
func used(files []attached, folder string, values url.Values) map[string][]byte {
	all := map[string][]byte{}
	for _, a := range files {
		if strings.Contains(values.Get(a.Field), a.Name) {
			all[path.Join(filesOf(folder), a.Name)] = a.Data
		}
	}
	return all
}

// filled is what was filled in, without the files that the page carries.
func (v *visit) filled() url.Values {
	values := url.Values{}
	for name, list := range v.R.PostForm {
		if !strings.HasPrefix(name, Sent) {
			values[name] = list
		}
	}
	return values
}

// uploads are the files of a form's page.
type uploads struct {
	May   bool // the visitor may send some
	Files []attached
	// The form of the whole file, its entries and its address, where entries have pages.
	form    *form.Form
	fresh   bool // they have once it is saved
	entries web.Entries
	file    string
	send    string                  // the address to which the form is sent
	unfit   map[string]diag.Text    // why files that were chosen are not taken, by their fields
	alt     string                  // the words that were written for one
	at      func(led string) string // the address that shows a file of the content; "" where there is none
}

// shown gives the addresses at which the files are shown that a form's fields lead to.
func (v *visit) shown(f *form.Form) func(led string) string {
	return func(led string) string {
		name := path.Join(f.Folder(), led)
		if led == "" || !v.Tree().IsFile(name) {
			return ""
		}
		if kind, _ := v.handedOut(name); kind == "" {
			return ""
		}
		return v.At("/bilaga/" + web.Escaped(name))
	}
}

// Uploads tells whether a file can be sent for the field: a picture or an attachment of a
// text, or what a field leads to that is neither a chapter nor a folder.
func (x field) Uploads() bool {
	if !x.up.May {
		return false
	}
	return x.Kind == form.Markdown || x.Kind == form.Path && !strings.HasPrefix(x.Path, "chapters") && !strings.HasPrefix(x.Path, "signing")
}

// Sent are the files that were sent for the field and are not saved yet.
func (x field) Sent() []attached {
	var list []attached
	for _, a := range x.up.Files {
		listed := slices.ContainsFunc(list, func(b attached) bool { return a.Name == b.Name })
		if a.Field == x.Path && strings.Contains(x.Value, a.Name) && !listed {
			list = append(list, a)
		}
	}
	return list
}

// Alt are the words for a file that was not taken: it is chosen again.
func (x field) Alt() string {
	if _, is := x.up.unfit[x.Path]; is {
		return x.up.alt
	}
	return ""
}

// Shown is the address of the file that the field leads to, "" where it leads to none.
func (x field) Shown() string { return x.up.at(x.Value) }

// IsPicture tells whether the field leads to a picture that a browser shows.
func (x field) IsPicture() bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".webp"}, strings.ToLower(path.Ext(x.Value)))
}

// tell says at fields why the file that was sent for them is not taken.
func tell(fields []*form.Field, wrong map[string]diag.Text) {
	for _, x := range fields {
		if why, is := wrong[x.Path]; is {
			x.Problems = append(x.Problems, form.Problem{Path: x.Path, Label: x.Label, Message: why})
		}
		tell(x.Fields, wrong)
	}
}

// handedOut is as what the editor hands out a file of the content by its name, "" where it
// does not: a drawing in SVG could do more than be looked at.
func (v *visit) handedOut(name string) (media string, data []byte) {
	data, err := v.Tree().ReadUpTo(name, attach.Largest)
	switch {
	case err != nil:
		return "", nil
	case path.Ext(name) == ".geojson" && attach.AreShapes(data):
		return "application/geo+json", data
	}
	k, _ := kind.Of(name, data)
	return k.Media, data
}

// attachment hands out a file of the content that is none of its texts: to be looked at in
// the editor.
func (v *visit) attachment() error {
	name := v.R.PathValue("file")
	kind, data := v.handedOut(name)
	if kind == "" {
		return web.ErrNoPage
	}
	v.W.Header().Set("Content-Type", kind)
	if !strings.HasPrefix(kind, "image/") {
		v.W.Header().Set("Content-Disposition", "attachment")
	}
	v.W.WriteHeader(http.StatusOK)
	_, _ = v.W.Write(data) // the visitor may have gone
	return nil
}
