package web

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/form"
	"samsyn/internal/proposal"
)

// Clash is a field that two have changed to different values, with the name of the choice
// of what is to stand.
type Clash struct {
	Label, Name, Before, Mine, Theirs string
	Decided                           bool // theirs is what has been decided, mine the proposal's
}

// Clashes lists them, each called as in the form of its file.
func (v *Visit) Clashes(c *proposal.Conflict, decided bool) []Clash {
	var list []Clash
	forms := map[string]*form.Form{}
	for _, x := range c.Clashes {
		f, opened := forms[x.File]
		if !opened {
			f, _ = form.Open(v.Project, x.File, form.Options{Language: v.Lang}) // nil where it has none
			forms[x.File] = f
		}
		label := strings.TrimSpace(x.File + " " + x.Field)
		if f != nil {
			label = f.Title
			if of := labelOf(f.Fields, x.Field); of != "" {
				label += ": " + of
			}
		}
		list = append(list, Clash{label, choiceOf(x), x.Before, x.Mine, x.Theirs, decided})
	}
	return list
}

// labelOf is what the field at a path is called, with those around it.
func labelOf(fields []*form.Field, path string) string {
	for _, x := range fields {
		if x.Path == path {
			return x.Label
		}
		if strings.HasPrefix(path, x.Path+".") || strings.HasPrefix(path, x.Path+"[") {
			if below := labelOf(x.Fields, path); below != "" {
				return x.Label + ": " + below
			}
			return x.Label
		}
	}
	return ""
}

// choiceOf is the name of the choice of what is to become of a clash.
func choiceOf(c proposal.Clash) string {
	return ChoiceOf(fmt.Sprintf("%s %s %d", c.File, c.Field, c.Part))
}

const choicePrefix = "choose:"

// ChoiceOf is the name of a field of a form in which one chooses what is to stand there.
func ChoiceOf(where string) string { return choicePrefix + where }

// IsChoice tells whether the name of a field of a form is that of such a choice.
func IsChoice(name string) bool { return strings.HasPrefix(name, choicePrefix) }

// LastSaved says who saved in the proposal last, and when; "" where nobody has.
func (v *Visit) LastSaved() string {
	if v.Proposal == nil || len(v.Proposal.Saves) == 0 {
		return ""
	}
	last := v.Proposal.Saves[0]
	return diag.Say("Senast sparat i förslaget: %[1]s, %[2]s.", "Last saved in the proposal: %[1]s, %[2]s.", last.Who.Name, v.Moment(last.When)).In(v.Lang)
}

// Chose tells whether the visitor has chosen what is to stand.
func (v *Visit) Chose() bool {
	return slices.ContainsFunc(slices.Collect(maps.Keys(v.R.PostForm)), IsChoice)
}

// Choice tells what the visitor has chosen where two have changed the same.
func (v *Visit) Choice(c proposal.Clash) proposal.Choice {
	switch v.R.PostForm.Get(choiceOf(c)) {
	case "mine":
		return proposal.Mine
	case "theirs":
		return proposal.Theirs
	}
	return proposal.Undecided
}
