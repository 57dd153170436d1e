package files

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/project"
)

// begunTranslation begins the translation that the address names.
func (v *visit) begunTranslation(p *project.Project) (*form.Form, error) {
	return form.NewTranslation(p, v.R.PathValue("file"), v.R.PathValue("language"), form.Options{Language: v.Lang, Today: v.Today})
}

// translate is the form of a translation that is not there yet. One that is there leads to
// its own form.
func (v *visit) translate() error {
	f, err := v.begunTranslation(v.Project)
	if errors.Is(err, form.ErrThere) {
		there, _, err := form.Translations(v.Project, v.R.PathValue("file"), form.Options{Language: v.Lang})
		if err != nil {
			return err
		}
		return v.See(v.At("/fil/" + web.Escaped(there[v.R.PathValue("language")])))
	}
	if err != nil {
		return err
	}
	p, err := v.formPage(f, url.Values{})
	if err != nil {
		return err
	}
	return v.Draw("form", http.StatusOK, p)
}

// translated takes the form of a translation that is not there yet.
func (v *visit) translated() error {
	return v.taken(v.Project, v.Commit, v.begunTranslation)
}

// translations leads from a form to the translations of its file, those that are there and
// those that are not, and from a translation to what it translates.
func (v *visit) translations(f *form.Form) ([]web.Crumb, error) {
	say := v.Frame("").Say
	if f.Of != "" {
		return []web.Crumb{{Label: say("originalet", "the original"), Address: v.At("/fil/" + web.Escaped(f.Of))}}, nil
	}
	if f.File == "" || !v.Tree().IsFile(f.File) {
		return nil, nil
	}
	there, missing, err := form.Translations(v.Project, f.File, form.Options{Language: v.Lang})
	if err != nil {
		return nil, err
	}
	var list []web.Crumb
	for _, l := range slices.Sorted(maps.Keys(there)) {
		list = append(list, web.Crumb{Label: form.LanguageName(l).In(v.Lang), Address: v.At("/fil/" + web.Escaped(there[l]))})
	}
	for _, l := range missing {
		list = append(list, web.Crumb{Label: say("översätt till %[1]s", "translate into %[1]s", form.LanguageName(l).In(v.Lang)), Address: v.At("/oversatt/" + l + "/" + web.Escaped(f.File))})
	}
	return list, nil
}
