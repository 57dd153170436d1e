package console

import (
	"os"
	"path/filepath"

	"samsyn/internal/diag"
	"samsyn/internal/secret"
	"samsyn/internal/source"
)

// LeadsOut tells whether a path that is to be written to lies in the work tree where the
// command runs, and leads out of it by a link: that can have come with a pull request. It
// says so. A link to the work tree itself is another spelling of it and no matter.
func (a *Console) LeadsOut(path string) bool {
	at := a.Folder()
	if !leadsOut(secret.Checkout(at), path) && !leadsOut(secret.Checkout(resolved(at)), path) {
		return false
	}
	a.Say("samsyn: på vägen till %[1]s finns en symbolisk länk som leder ut ur mappen. Ingenting är skrivet. Ta bort länken, eller ange den plats som den leder till.",
		"samsyn: on the way to %[1]s there is a symbolic link that leads out of the folder. Nothing was written. Remove the link, or name the place that it leads to.", diag.Visible(path))
	return true
}

// TakesContent tells whether a file that is to be written would take the place of one that
// content is read from, or that is kept because parties have signed it. It says so.
func (a *Console) TakesContent(path string) bool {
	path = filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path))
	if _, err := os.Lstat(path); err != nil {
		return false
	}
	if dir, name := home(path); dir == "" || !source.IsContent(name) && !inSigned(dir, path) {
		return false
	}
	a.Say("samsyn: %[1]s hör till innehållet och är orörd. Ange en annan fil med --out.", "samsyn: %[1]s belongs to the content and was left alone. Name another file with --out.", path)
	return true
}

// FillsContent tells whether a folder that is to be written to is one that content is read
// from or that signed files are kept in, or lies in one. It says so.
func (a *Console) FillsContent(folder string) bool {
	path := resolved(folder)
	if dir, name := home(path); dir == "" || !source.IsContent(name+"/x") && !inSigned(dir, path) {
		return false
	}
	a.Say("samsyn: %[1]s är en av innehållets egna mappar, eller ligger i en. Ingenting är skrivet. Ange en annan mapp med --out.",
		"samsyn: %[1]s is one of the content's own folders, or lies in one. Nothing was written. Name another folder with --out.", folder)
	return true
}

// AmongSigned is the content in whose folder of signed files a file is to be written; ""
// where it goes elsewhere.
func AmongSigned(path string) string {
	folder := resolved(filepath.Dir(path))
	dir, _ := home(folder)
	if dir == "" || !same(folder, filepath.Join(dir, source.SignedFolder)) {
		return ""
	}
	return dir
}

// home is the folder of the content that a path lies in, and what it is called there; ""
// where it lies in none.
func home(path string) (dir, name string) {
	dir, err := source.Find(filepath.Dir(path))
	if err != nil {
		return "", ""
	}
	name, err = filepath.Rel(dir, path)
	if err != nil {
		return "", ""
	}
	return dir, filepath.ToSlash(name)
}

// inSigned tells whether a path is a content's folder of signed files or lies in it, by
// whatever links and spelling.
func inSigned(dir, path string) bool {
	folder := filepath.Join(dir, source.SignedFolder)
	name, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(name) || within(folder, path)
}

// same tells whether two paths lead to one folder, which need not be there.
func same(one, other string) bool {
	a, err := os.Stat(one)
	if err != nil {
		return one == other
	}
	b, err := os.Stat(other)
	return err == nil && os.SameFile(a, b)
}

// leadsOut tells whether a path goes through a work tree and ends outside it.
func leadsOut(tree, path string) bool {
	tree, err := filepath.EvalSymlinks(tree)
	if err != nil || !within(tree, path) {
		return false // the user has named a place elsewhere
	}
	rest, err := filepath.Rel(tree, resolved(path))
	return err != nil || !filepath.IsLocal(rest)
}

// within tells whether a path, as it is spelt, goes through a folder: one of its parents is
// that folder, by whatever links.
func within(folder, path string) bool {
	whole, err := os.Stat(folder)
	if err != nil {
		return false
	}
	for at := path; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(whole, info) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// resolved is a path without links, as far as it exists. A link that leads nowhere is no
// place inside: what is written goes where it points.
func resolved(path string) string {
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if info, err := os.Lstat(at); err == nil && info.Mode()&os.ModeSymlink != 0 {
			return "" // nowhere
		}
		if at == filepath.Dir(at) {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}
