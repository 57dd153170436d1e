package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/confirm"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
)

// review confirms that initiatives fit the wording of what they serve as it is
// now. Without names it tells which of them somebody should look at.
func (a *app) review(args []string) error {
	fs := a.Flags("review")
	editorial := fs.String("editorial", "", console.Both("ett samverkansområde eller delmål som fått ny lydelse med samma innebörd: bekräfta alla insatser som hör till det", "a cooperation area or sub-goal that was reworded without a change of meaning: confirm all that serves it"))
	names, err := a.Parse(fs, args, 1<<16)
	if err != nil {
		return err
	}
	p, c, err := a.OpenContent()
	if err != nil {
		return err
	}
	if err := a.named(c, names); err != nil {
		return err
	}
	if err := a.worded(c, *editorial); err != nil {
		return err
	}
	served, told := false, false
	for _, plan := range c.Plans {
		for _, i := range plan.Initiatives {
			confirmed := slices.Contains(names, i.FullID()) || *editorial != "" && confirm.Serves(i, *editorial)
			if !confirmed {
				if len(names) == 0 && *editorial == "" {
					told = a.tellReworded(c, i) || told
				}
				continue
			}
			served = true
			if err := a.confirm(p.Tree, c, i, *editorial, slices.Contains(names, i.FullID())); err != nil {
				return a.unwritten(err)
			}
		}
	}
	if len(names) == 0 && *editorial == "" && !told {
		a.SayOf(c, "Inget som {the_initiatives} hör till har fått ny lydelse sedan beslutet.", "Nothing that the {initiatives} serve has been reworded since it was adopted.")
	}
	if *editorial != "" && !served {
		a.SayOf(c, "{initiative:Ingen|Inget} {initiative} hör till %[1]s, så det finns inget att bekräfta.", "No {initiative} belongs to %[1]s, so there is nothing to confirm.", *editorial)
	}
	return nil
}

// named holds that every name given is an initiative.
func (a *app) named(c *model.Content, names []string) error {
	var known []string
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			known = append(known, i.FullID())
		}
	}
	for _, name := range names {
		if slices.Contains(known, name) {
			continue
		}
		a.SayOf(c, "samsyn: {the_initiative} %[1]s finns inte.", "samsyn: there is no {initiative} %[1]s.", name)
		a.Guess(fullID(name, known))
		return console.ErrTold
	}
	return nil
}

// fullID is the identifier that may be meant: that of the one plan that has such an
// initiative, where the plan was left out, else the nearest.
func fullID(name string, known []string) string {
	var of []string
	for _, id := range known {
		if strings.HasSuffix(id, "/"+name) {
			of = append(of, id)
		}
	}
	if len(of) == 1 {
		return of[0]
	}
	return diag.Nearest(name, known)
}

// worded holds that an identifier, where one is given, is of something that has a
// wording.
func (a *app) worded(c *model.Content, id string) error {
	if id == "" {
		return nil
	}
	is, all := confirm.Worded(c, id)
	if is {
		return nil
	}
	a.SayOf(c, "samsyn: {cooperation_area:ingen|inget} {cooperation_area} eller {sub_goal} har beteckningen %[1]s.", "samsyn: no {cooperation_area} or {sub_goal} has the identifier %[1]s.", id)
	a.Guess(diag.Nearest(id, all))
	return console.ErrTold
}

// tellReworded tells of the wordings that an initiative was not adopted under, and whether
// there are any.
func (a *app) tellReworded(c *model.Content, i *model.Initiative) bool {
	reworded := confirm.Reworded(c, i)
	for _, ref := range reworded {
		fmt.Fprintln(a.Stdout, diag.Say("%[1]s: lydelsen av %[2]s har ändrats", "%[1]s: the wording of %[2]s has changed", i.FullID(), ref).In(a.Lang))
	}
	return len(reworded) > 0
}

// confirm writes the wordings of now into an initiative: of all that it serves,
// or of the one that was changed editorially.
func (a *app) confirm(tree *source.Tree, c *model.Content, i *model.Initiative, editorial string, all bool) error {
	data, err := tree.Read(i.Path)
	if err != nil {
		return err
	}
	changed, err := confirm.File(data, c, i, editorial, all)
	if err != nil {
		return fmt.Errorf("%s: %w", i.Path, err)
	}
	if changed == nil {
		return nil
	}
	if tree.Dir() == "" {
		return errors.New("only a folder can be written to")
	}
	if err := safewrite.ReplaceFrom(tree.Dir(), i.Path, data, changed); err != nil {
		return err
	}
	a.Say("%[1]s: bekräftad", "%[1]s: confirmed", i.FullID())
	return nil
}
