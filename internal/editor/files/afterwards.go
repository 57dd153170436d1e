package files

import (
	"maps"
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
)

// mostWrong is how many files are told of in which something would have to be mended.
const mostWrong = 20

// afterwards tells what would have to be mended in files that were read in: they are
// saved all the same, as they are, but nobody should learn it only then.
func (v *visit) afterwards(p *bringPage, files map[string][]byte) error {
	if len(files) == 0 || v.R.PostForm.Get("do") == "save" {
		return nil
	}
	then := v.Project.With(files)
	found, err := then.Inspect(v.Today)
	if err != nil {
		return err
	}
	wrong := map[string]bool{}
	for _, f := range found.Findings {
		if _, ours := files[f.File]; ours && f.Accepted == "" && f.Severity() == diag.Error {
			wrong[f.File] = true
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	told := account{Heading: p.Say("Det här behöver rättas efter att det är sparat", "What has to be mended after it is saved")}
	for n, file := range slices.Sorted(maps.Keys(wrong)) {
		if n == mostWrong {
			told.Lines = append(told.Lines, accountLine{p.Say("Fler med fel: %[1]d.", "More with errors: %[1]d.", len(wrong)-n), true})
			break
		}
		f, err := form.Open(then, file, form.Options{Language: v.Lang})
		if err != nil {
			continue // its own page tells that it cannot be read
		}
		f.Tell(found)
		errors, _ := web.Messages(f, v.Lang)
		for _, m := range errors {
			told.Lines = append(told.Lines, accountLine{p.Say("%[1]s, %[2]s: %[3]s", "%[1]s, %[2]s: %[3]s", f.Title, m.Field, m.Text), true})
		}
	}
	p.Remains += len(told.Lines)
	p.Account = append([]account{told}, p.Account...)
	return nil
}
