package console

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"samsyn/internal/diag"
)

// Flags makes a command's set of flags.
func (a *Console) Flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // parse says it in the chosen language
	fs.Func("lang", Both("sv eller en: meddelandenas språk", "sv or en: the language of messages"), a.SetLang)
	return fs
}

// Parse reads flags wherever they stand among at most most arguments.
func (a *Console) Parse(fs *flag.FlagSet, args []string, most int) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				a.helpWith(a.Stdout, fs)
				return nil, ErrHelp
			}
			a.misused(fs, err)
			return nil, ErrTold
		}
		if fs.NArg() == 0 {
			break
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
	if err := a.allGiven(fs, rest); err != nil {
		return nil, err
	}
	if err := a.ofToken(fs); err != nil {
		return nil, err
	}
	if len(rest) > most && fs.Lookup("p12") != nil {
		return nil, a.Refuse("samsyn: efter flaggorna står ett ord för mycket. (Det visas inte här, eftersom det kan vara ett lösenord. Lösenordet ska stå i SAMSYN_P12_PASSWORD.)",
			"samsyn: there is one word too many. (It is not shown here, since it may be a password. The password belongs in SAMSYN_P12_PASSWORD.)")
	}
	if len(rest) > most {
		return nil, a.Refuse("samsyn: %s är ett ord för mycket.", "samsyn: %s is one word too many.", rest[most])
	}
	return rest, nil
}

// chosen are the flags whose values OneOf holds, and tells of with what there is to choose.
var chosen = []string{"format", "sign"}

// allGiven holds that what was given is not empty: an empty value is not what anybody
// means, but what a variable that was never set leaves.
func (a *Console) allGiven(fs *flag.FlagSet, rest []string) error {
	var empty error
	fs.Visit(func(f *flag.Flag) {
		if value, is := f.Value.(flag.Getter); is && value.Get() == "" && !slices.Contains(chosen, f.Name) {
			empty = a.Refuse("samsyn: flaggan --%[1]s har ett tomt värde. Ange ett, eller utelämna flaggan.",
				"samsyn: the value of the flag --%[1]s is empty. Give one, or leave the flag out.", f.Name)
		}
	})
	if slices.Contains(rest, "") {
		empty = a.Refuse("samsyn: ett av orden efter %[1]s är tomt.", "samsyn: one of the words after %[1]s is empty.", fs.Name())
	}
	return empty
}

// helpWith tells of the command that has the flags: how it is called, what it
// does, and its flags.
func (a *Console) helpWith(w io.Writer, fs *flag.FlagSet) {
	args, short := a.Usage(fs.Name())
	usage := diag.Say("samsyn [-C MAPP] %[1]s [FLAGGA...] %[2]s", "samsyn [-C DIR] %[1]s [FLAG...] %[3]s", fs.Name(), args.SV, args.EN)
	fmt.Fprintf(w, "%s\n\n  %s\n\n", strings.TrimSpace(usage.In(a.Lang)), short.In(a.Lang))
	fs.VisitAll(func(f *flag.Flag) {
		kind, usage := flag.UnquoteUsage(f)
		sv, en, _ := strings.Cut(usage, between)
		if kind != "" { // a switch has none
			kind = " " + taken(fs.Name(), f.Name).In(a.Lang)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			kind += diag.Say(" (förval: %s)", " (default: %s)", f.DefValue).In(a.Lang)
		}
		fmt.Fprintf(w, "  %s%s\n        %s\n", typed(f.Name), kind, diag.Text{SV: sv, EN: en}.In(a.Lang))
	})
}

// kinds are what the flags take, where one word says it. A flag that takes another thing in
// some command stands with the command before it.
var kinds = []struct {
	name  diag.Text
	flags []string
}{
	{diag.Text{SV: "DATUM", EN: "DATE"}, []string{"date", "to", "today"}},
	{diag.Text{SV: "VERSION", EN: "VERSION"}, []string{"base", "rev", "since", "tool-version"}},
	{diag.Text{SV: "FIL", EN: "FILE"}, []string{"cert", "key", "links", "out", "p12", "pin-file", "pkcs11", "server"}},
	{diag.Text{SV: "MAPP", EN: "DIR"}, []string{"build out", "remind out", "fetch from"}},
	{diag.Text{SV: "ADRESS", EN: "ADDRESS"}, []string{"addr", "base-url", "tsa"}},
	{diag.Text{SV: "ANTAL", EN: "NUMBER"}, []string{"n"}},
	{diag.Text{SV: "TID", EN: "TIME"}, []string{"fetch"}},
	{diag.Text{SV: "DAGAR", EN: "DAYS"}, []string{"within"}},
	{diag.Text{SV: "ÅR", EN: "YEAR"}, []string{"year"}},
	{diag.Text{SV: "PLAN", EN: "PLAN"}, []string{"plan"}},
	{diag.Text{SV: "PLAN|DATUM", EN: "PLAN|DATE"}, []string{"from"}},
	{diag.Text{SV: "BETECKNING", EN: "ID"}, []string{"actor", "area", "as", "editorial", "owner"}},
	{diag.Text{SV: "NAMN", EN: "NAME"}, []string{"branch", "county", "identity", "key-label", "remote", "results", "token-label"}},
	{diag.Text{SV: "SPRÅK", EN: "LANGUAGE"}, []string{"lang"}},
	{diag.Text{SV: "TEXT", EN: "TEXT"}, []string{"method", "text"}},
	{diag.Text{SV: "MÅTT=TAL", EN: "MEASURE=NUMBER"}, []string{"value"}},
	{diag.Text{SV: "FORMAT", EN: "FORMAT"}, []string{"format"}},
	{diag.Text{SV: "BEDÖMNING", EN: "ASSESSMENT"}, []string{"assessment"}},
	{diag.Text{SV: "KOLUMN,KOLUMN...", EN: "COLUMN,COLUMN..."}, []string{"columns"}},
	{diag.Text{SV: "BETECKNING,BETECKNING...", EN: "ID,ID..."}, []string{"carry"}},
	{diag.Text{SV: "ANTAL|NAMN,NAMN...", EN: "NUMBER|NAME,NAME..."}, []string{"areas"}},
	{diag.Text{SV: "NAMN,NAMN...", EN: "NAME,NAME..."}, []string{"parties"}},
	{diag.Text{SV: "GIT-SERVER", EN: "FORGE"}, []string{"forge"}},
	{diag.Text{SV: "KÄLLA", EN: "SOURCE"}, []string{"tool-from"}},
	{diag.Text{SV: "KONTROLLSUMMA", EN: "DIGEST"}, []string{"tool-sha256"}},
	{diag.Text{SV: "PLATS", EN: "SLOT"}, []string{"slot"}},
	{diag.Text{SV: "test|none", EN: "test|none"}, []string{"sign"}},
}

// taken is what stands for the value of a command's flag in the help.
func taken(command, name string) diag.Text {
	for _, called := range []string{command + " " + name, name} {
		for _, k := range kinds {
			if slices.Contains(k.flags, called) {
				return k.name
			}
		}
	}
	return diag.Text{SV: "VÄRDE", EN: "VALUE"}
}

// Both is what a command says of a flag: flags are made before --lang has been read.
func Both(sv, en string) string { return sv + between + en }

// between stands between two languages.
const between = "\x00"

// misused tells what is wrong with a command's flags. The flag package has no
// kinds of errors, only words.
func (a *Console) misused(fs *flag.FlagSet, err error) {
	const unknown, empty = "flag provided but not defined: ", "flag needs an argument: "
	said := err.Error()
	switch {
	case said == unknown+"-C":
		a.Say("samsyn: -C står före kommandot: samsyn -C MAPP %[1]s.", "samsyn: -C stands before the command: samsyn -C DIR %[1]s.", fs.Name())
		return
	case strings.HasPrefix(said, unknown):
		name := typed(strings.TrimPrefix(said, unknown))
		a.Say("samsyn: %[1]s har ingen flagga %[2]s.", "samsyn: %[1]s has no flag %[2]s.", fs.Name(), name)
	case strings.HasPrefix(said, empty):
		name := typed(strings.TrimPrefix(said, empty))
		a.Say("samsyn: flaggan %s behöver ett värde.", "samsyn: the flag %s needs a value.", name)
	case strings.HasSuffix(said, ErrTold.Error()): // told already
	case strings.Contains(said, "boolean"):
		a.Say("samsyn: flaggan %[1]s slår på något och tar inget värde.", "samsyn: the flag %[1]s turns something on and takes no value.", misusedFlag(said))
	default:
		a.Say("samsyn: flaggan %[1]s går inte att tolka: värdet är av fel slag.", "samsyn: the flag %[1]s cannot be taken: its value is of the wrong kind.", misusedFlag(said))
	}
	a.Say("samsyn %s --help visar vad som går att ange.", "samsyn %s --help shows what can be given.", fs.Name())
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
	return typed(name)
}

// typed is a flag as people type it: two dashes, one before a single letter.
func typed(name string) string {
	if name = strings.TrimLeft(name, "-"); len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
