package cli

import (
	"fmt"
	"slices"

	"samsyn/internal/check"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/explain"
)

// explain tells of a rule in full, or lists them all.
func (a *app) explain(args []string) error {
	rest, err := a.Parse(a.Flags("explain"), args, 1)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return a.listRules()
	}
	all := check.Rules()
	i := slices.IndexFunc(all, func(r diag.Rule) bool { return r.Name == rest[0] })
	if i < 0 {
		return a.noRule(rest[0])
	}
	text, err := explain.Rule(all[i], a.Lang)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(a.Stdout, text)
	return err
}

func (a *app) listRules() error {
	list, err := explain.Titles()
	if err != nil {
		return err
	}
	for _, d := range list {
		if _, err := fmt.Fprintf(a.Stdout, "%-32s %s\n", d.Name, d.Title.In(a.Lang)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) noRule(name string) error {
	var names []string
	for _, r := range check.Rules() {
		names = append(names, r.Name)
	}
	a.Say("samsyn: regeln %s finns inte. samsyn explain räknar upp alla.", "samsyn: there is no rule %s. samsyn explain lists them all.", name)
	a.Guess(diag.Nearest(name, names))
	return console.ErrTold
}
