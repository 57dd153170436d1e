package console

import (
	"os"
	"path/filepath"

	"samsyn/internal/diag"
	"samsyn/internal/secret"
)

// LeadsOut tells whether a path that is to be written to lies in the work tree where the
// command runs, and leads out of it by a link: that can have come with a pull request. It
// says so.
func (a *Console) LeadsOut(path string) bool {
	whole := secret.Checkout(a.Path(a.At))
	inside, err := filepath.Rel(whole, path)
	if err != nil || !filepath.IsLocal(inside) {
		return false // the user has named a place elsewhere
	}
	real, err := filepath.EvalSymlinks(whole)
	if err != nil {
		return false
	}
	for at := path; at != whole && at != filepath.Dir(at); at = filepath.Dir(at) {
		if _, err := os.Lstat(at); err != nil {
			continue // it is still to be made
		}
		to, err := filepath.EvalSymlinks(at)
		if err == nil {
			if rest, err := filepath.Rel(real, to); err == nil && filepath.IsLocal(rest) {
				return false
			}
		}
		a.Say("samsyn: på vägen till %[1]s finns en symbolisk länk som leder ut ur mappen. Ingenting är skrivet. Ta bort länken, eller ange den plats som den leder till.",
			"samsyn: on the way to %[1]s there is a symbolic link that leads out of the folder. Nothing was written. Remove the link, or name the place that it leads to.", diag.Visible(path))
		return true
	}
	return false
}
