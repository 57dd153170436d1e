package files

import (
	"slices"

	"samsyn/internal/access"
	"samsyn/internal/confirm"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/index"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
)

// reworded leads to what the initiative of a form serves and was adopted for in another
// wording.
func (v *visit) reworded(f *form.Form) (list []web.Crumb) {
	i := v.Content.InitiativeIn(f.File)
	if i == nil {
		return nil
	}
	refs := confirm.Reworded(v.Content, i)
	for _, id := range v.Content.Identifiers {
		if slices.Contains(refs, id.ID) && slices.Contains(confirm.Kinds, id.Kind) {
			list = append(list, web.Crumb{Label: index.New(v.Content).Name(id.Kind, id.ID).Full, Address: v.At("/fil/" + web.Escaped(id.At.File))})
		}
	}
	return list
}

// confirm saves that an initiative fits what it serves, as that was worded where somebody
// pressed the button. It is saved in the proposal that one works in, or in a new one of the
// initiative's name.
func (v *visit) confirm(then *project.Project, file string, from proposal.Commit) error {
	seen, err := then.Content()
	if err != nil {
		return err
	}
	i := seen.InitiativeIn(file)
	if i == nil || len(confirm.Reworded(seen, i)) == 0 {
		return web.ErrGarbled
	}
	data, err := then.Tree.Read(file)
	if err != nil {
		return err
	}
	text, err := confirm.File(data, seen, i, "", true)
	if err != nil {
		return err
	}
	if _, err := v.Saved(web.Change{Then: then, From: from, Files: map[string][]byte{file: text}, Words: i.Title.V}); err != nil {
		return err
	}
	v.Done(access.Write, file)
	return v.See(v.At("/fil/" + web.Escaped(file) + "?klart=sparat"))
}
