package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"samsyn/internal/diag"
)

// help tells of all commands.
func (a *app) help(w io.Writer) {
	fmt.Fprintln(w, diag.Say("samsyn [-C MAPP] [--lang sv|en] KOMMANDO [...]", "samsyn [-C DIR] [--lang sv|en] COMMAND [...]").In(a.lang))
	fmt.Fprintln(w)
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-22s %s\n", c.name+" "+c.args.In(a.lang), c.short.In(a.lang))
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, diag.Say(
		"samsyn KOMMANDO --help visar kommandots flaggor. Status: 0 som önskat, 1 anmärkningar, 2 gick inte att köra.",
		"samsyn COMMAND --help shows a command's flags. Status: 0 as wished, 1 findings, 2 could not run.").In(a.lang))
}

// helpWith tells of the command that has the flags: how it is called, what it
// does, and its flags.
func (a *app) helpWith(w io.Writer, fs *flag.FlagSet) {
	for _, c := range commands() {
		if c.name == fs.Name() {
			usage := diag.Say("samsyn [-C MAPP] %[1]s [FLAGGA...] %[2]s", "samsyn [-C DIR] %[1]s [FLAG...] %[3]s", c.name, c.args.SV, c.args.EN)
			fmt.Fprintf(w, "%s\n\n  %s\n\n", strings.TrimSpace(usage.In(a.lang)), c.short.In(a.lang))
		}
	}
	fs.VisitAll(func(f *flag.Flag) {
		kind, usage := flag.UnquoteUsage(f)
		sv, en, _ := strings.Cut(usage, between)
		if kind != "" { // a switch has none
			kind = " " + diag.Say("VÄRDE", "VALUE").In(a.lang)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			kind += diag.Say(" (förval: %s)", " (default: %s)", f.DefValue).In(a.lang)
		}
		dash := "--"
		if len(f.Name) == 1 {
			dash = "-"
		}
		fmt.Fprintf(w, "  %s%s%s\n        %s\n", dash, f.Name, kind, diag.Text{SV: sv, EN: en}.In(a.lang))
	})
}

// both is what a command says of a flag: flags are made before --lang has been read.
func both(sv, en string) string { return sv + between + en }

// between stands between two languages.
const between = "\x00"

// misused tells what is wrong with a command's flags. The flag package has no
// kinds of errors, only words.
func (a *app) misused(fs *flag.FlagSet, err error) {
	const unknown, empty = "flag provided but not defined: ", "flag needs an argument: "
	said := err.Error()
	switch {
	case said == unknown+"-C":
		a.say("samsyn: -C står före kommandot: samsyn -C MAPP %[1]s.", "samsyn: -C stands before the command: samsyn -C DIR %[1]s.", fs.Name())
		return
	case strings.HasPrefix(said, unknown):
		name := strings.TrimPrefix(said, unknown)
		a.say("samsyn: %[1]s har ingen flagga %[2]s.", "samsyn: %[1]s has no flag %[2]s.", fs.Name(), name)
	case strings.HasPrefix(said, empty):
		name := strings.TrimPrefix(said, empty)
		a.say("samsyn: flaggan %s behöver ett värde.", "samsyn: the flag %s needs a value.", name)
	case strings.HasSuffix(said, errUsage.Error()): // told already
	case strings.Contains(said, "boolean"):
		a.say("samsyn: flaggan %[1]s slår på något och tar inget värde.", "samsyn: the flag %[1]s turns something on and takes no value.", misusedFlag(said))
	default:
		a.say("samsyn: flaggan %[1]s går inte att tolka: värdet är av fel slag.", "samsyn: the flag %[1]s cannot be taken: its value is of the wrong kind.", misusedFlag(said))
	}
	a.say("samsyn %s --help visar vad som går att ange.", "samsyn %s --help shows what can be given.", fs.Name())
}

// misusedFlag is the name of the flag in what the flag package says. The value is left
// out: it may be a password.
func misusedFlag(said string) string {
	at := strings.LastIndex(said, " for ")
	if at < 0 {
		return ""
	}
	_, name, _ := strings.Cut(said[at:], "-")
	name, _, _ = strings.Cut(name, ":")
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
