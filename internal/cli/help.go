package cli

import (
	"fmt"
	"io"

	"samsyn/internal/diag"
)

// help tells of all commands.
func (a *app) help(w io.Writer) {
	fmt.Fprintln(w, diag.Say("samsyn [-C MAPP] [--lang sv|en] KOMMANDO [...]", "samsyn [-C DIR] [--lang sv|en] COMMAND [...]").In(a.Lang))
	fmt.Fprintln(w)
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-22s %s\n", c.name+" "+c.args.In(a.Lang), c.short.In(a.Lang))
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, diag.Say(
		"samsyn KOMMANDO --help visar kommandots flaggor. Status: 0 som önskat (varningar räknas inte), 1 fel i innehållet eller en underskrift som inte gäller, 2 gick inte att köra.",
		"samsyn COMMAND --help shows a command's flags. Status: 0 as wished, 1 findings, 2 could not run.").In(a.Lang))
}

// usage tells what a command takes, and what it does.
func usage(name string) (args, short diag.Text) {
	for _, c := range commands() {
		if c.name == name {
			return c.args, c.short
		}
	}
	return diag.Text{}, diag.Text{}
}
