package desk

import (
	"bytes"
	"errors"
	"fmt"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/identity"
	"samsyn/internal/layout"
	"samsyn/internal/load"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
)

// fmt brings every content file into its canonical form.
func (a *app) fmt(args []string) error {
	fs := a.Flags("fmt")
	check := fs.Bool("check", false, console.Both("ändra ingenting; räkna upp filerna som skulle ändras", "change nothing; list the files that would change"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	tree, err := a.Tree()
	if err != nil {
		return err
	}
	files, err := load.Files(tree)
	if err != nil {
		return err
	}
	var result error
	for _, f := range files {
		changed, err := a.layOut(tree, f, !*check)
		switch {
		case errors.Is(err, edit.ErrUnreadable), errors.Is(err, source.ErrTooLarge):
			a.Say("%s går inte att läsa och är orörd. samsyn validate säger varför.",
				"%s cannot be read and was left alone. samsyn validate says why.", identity.Mask(f.Path))
			result = console.ErrFindings
		case errors.Is(err, edit.ErrLeft):
			a.Say("%s är orörd: den är skriven på ett sätt som inte går att ordna om utan risk för att något ändras.",
				"%s was left alone: it is written in a way that cannot be laid out anew without risk.", identity.Mask(f.Path))
		case err != nil:
			return a.unwritten(err)
		case changed:
			fmt.Fprintln(a.Stdout, diag.Visible(identity.Mask(f.Path)))
			if *check {
				result = console.ErrFindings
			}
		}
	}
	return result
}

// layOut formats one file, and tells whether that changes it.
func (a *app) layOut(tree *source.Tree, f layout.File, write bool) (changed bool, err error) {
	data, err := tree.Read(f.Path)
	if err != nil {
		return false, err
	}
	laid, err := edit.Format(f.Schema, f.Markdown, data)
	if err != nil || bytes.Equal(laid, data) {
		return false, err
	}
	if !write {
		return true, nil
	}
	return true, safewrite.ReplaceFrom(tree.Dir(), f.Path, data, laid)
}
