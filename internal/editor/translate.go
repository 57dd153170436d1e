package editor

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"samsyn/internal/form"
	"samsyn/internal/project"
)

// begunTranslation begins the translation that the address names.
func (v *visit) begunTranslation(p *project.Project) (*form.Form, error) {
	return form.NewTranslation(p, v.r.PathValue("file"), v.r.PathValue("language"), form.Options{Language: v.lang, Today: v.today})
}

// translate is the form of a translation that is not there yet. One that is there leads to
// its own form.
func (v *visit) translate() error {
	if err := v.mayWrite(""); err != nil {
		return err
	}
	f, err := v.begunTranslation(v.project)
	if errors.Is(err, form.ErrThere) {
		there, _, err := form.Translations(v.project, v.r.PathValue("file"), form.Options{Language: v.lang})
		if err != nil {
			return err
		}
		return v.see(v.at("/fil/" + escaped(there[v.r.PathValue("language")])))
	}
	if err != nil {
		return err
	}
	p, err := v.formPage(f, url.Values{})
	if err != nil {
		return err
	}
	return v.draw("form", http.StatusOK, p)
}

// translated takes the form of a translation that is not there yet.
func (v *visit) translated() error {
	if err := v.mayWrite(""); err != nil {
		return err
	}
	return v.taken(v.project, v.commit, v.begunTranslation)
}

// translations leads from a form to the translations of its file, those that are there and
// those that are not, and from a translation to what it translates.
func (v *visit) translations(f *form.Form) ([]crumb, error) {
	say := v.frame("").Say
	if f.Of != "" {
		return []crumb{{say("originalet", "the original"), v.at("/fil/" + escaped(f.Of))}}, nil
	}
	if f.File == "" || !v.tree().IsFile(f.File) {
		return nil, nil
	}
	there, missing, err := form.Translations(v.project, f.File, form.Options{Language: v.lang})
	if err != nil {
		return nil, err
	}
	var list []crumb
	for _, l := range slices.Sorted(maps.Keys(there)) {
		list = append(list, crumb{form.LanguageName(l).In(v.lang), v.at("/fil/" + escaped(there[l]))})
	}
	for _, l := range missing {
		list = append(list, crumb{say("översätt till %[1]s", "translate into %[1]s", form.LanguageName(l).In(v.lang)), v.at("/oversatt/" + l + "/" + escaped(f.File))})
	}
	return list, nil
}
