// Package cli is the command samsyn: one file for each of its commands.
//
// What a command prints about the content goes to stdout, what it says about its
// own work to stderr. Exit status: 0 as wished (warnings allowed), 1 findings or
// a signature that does not hold, 2 could not run.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/fetch"
	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/source"
	"samsyn/internal/text"
)

// Exit statuses.
const (
	ok       = 0
	findings = 1
	failed   = 2
)

// World is everything outside the process that a command may touch.
type World struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Environ        []string // of the programs that are called
	Dir            string   // the working folder
	ConfigDir      string   // of the user; "" where there is none
	Now            func() time.Time
	Terminal       bool // whether stdout is one
	// Stdin answers what is asked; nil where nobody is there to be asked.
	Stdin io.Reader
	// Interrupts gives a channel that is closed when the user wants to stop. Until it is
	// called, that ends the process at once. nil: nobody does.
	Interrupts func() <-chan struct{}
	// Web carries what fetch asks for, and Rest waits between its tries; nil is the
	// network, and the clock.
	Web  fetch.Transport
	Rest func(time.Duration)
}

// System is the world of the running process.
func System() World {
	dir, _ := os.Getwd()
	config, _ := os.UserConfigDir()
	var answers io.Reader
	if term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())) {
		answers = os.Stdin
	}
	return World{
		Stdin:  answers,
		Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Environ: os.Environ(), Dir: dir, ConfigDir: config, Now: time.Now,
		Terminal: term.IsTerminal(int(os.Stdout.Fd())), Interrupts: interrupts,
	}
}

// command is one of samsyn's commands.
type command struct {
	name  string
	args  diag.Text // its arguments, for the help
	short diag.Text
	run   func(*app, []string) int
}

// commands is the table of all commands, in the order of the help.
func commands() []command {
	return []command{
		{"init", diag.Say("[MAPP]", "[DIR]"), diag.Say("skapa ett nytt innehåll", "create a new content repository"), (*app).create},
		{"new", diag.Say("SLAG NAMN", "KIND NAME"), diag.Say("skapa en plan, insats, aktualitetsprövning, resultatrapport, indikator, händelse eller kunskap", "make a plan, initiative, review, results, resource, indicator or event"), (*app).fresh},
		{"validate", diag.Text{}, diag.Say("kontrollera allt innehåll", "check all content"), (*app).validate},
		{"build", diag.Text{}, diag.Say("bygg webbplatsen och de förseglade PDF:erna", "build the website and the sealed PDFs"), (*app).build},
		{"serve", diag.Text{}, diag.Say("bygg, visa i webbläsaren och bygg om vid ändring", "build, show in the browser, rebuild on change"), (*app).serve},
		{"diff", diag.Say("[FRÅN[..TILL]]", "[BASE[..HEAD]]"), diag.Say("visa vad som har ändrats i sak", "show what changed in substance"), (*app).diff},
		{"log", diag.Say("[BETECKNING]", "[ID]"), diag.Say("visa historiken för en sak, eller för allt", "tell the history of one thing, or of all"), (*app).log},
		{"report", diag.Say("INSATS", "INITIATIVE"), diag.Say("lägg till en lägesrapport i en insats", "add a report to an initiative"), (*app).addReport},
		{"status", diag.Text{}, diag.Say("visa vad som ska redovisas, av vem och när", "tell what is to be reported, by whom and when"), (*app).status},
		{"remind", diag.Text{}, diag.Say("skriv brev till dem som har något att redovisa; ingenting skickas", "write letters to those who have something to report; nothing is sent"), (*app).remind},
		{"fetch", diag.Say("[INDIKATOR...]", "[INDICATOR...]"), diag.Say("hämta officiella siffror till indikatorerna", "fetch official figures for the indicators"), (*app).fetch},
		{"export", diag.Text{}, diag.Say("skriv en plan eller resultatrapport att redigera i Word", "write a plan or results report to be edited in Word"), (*app).export},
		{"sign", diag.Say("FIL.pdf", "FILE.pdf"), diag.Say("underteckna en PDF för en part", "sign a PDF for a party"), (*app).sign},
		{"review", diag.Say("[INSATS...]", "[INITIATIVE...]"), diag.Say("bekräfta att insatser passar en ny lydelse", "confirm that initiatives fit a new wording"), (*app).review},
		{"release", diag.Say("NAMN", "NAME"), diag.Say("kontrollera och märk en antagen version", "check and tag an adopted version"), (*app).release},
		{"digest", diag.Text{}, diag.Say("skriv ut kontrollsumman för det undertecknade innehållet", "print the digest of the signed content"), (*app).digest},
		{"verify", diag.Say("FIL.pdf", "FILE.pdf"), diag.Say("kontrollera underskrifterna i en PDF", "check the signatures of a PDF"), (*app).verify},
		{"explain", diag.Say("[REGEL]", "[RULE]"), diag.Say("förklara en regel, med exempel och lösning", "explain a rule, with an example and the way out"), (*app).explain},
		{"fmt", diag.Text{}, diag.Say("ordna och formatera fälten", "put fields in order and lay them out"), (*app).fmt},
		{"fix", diag.Text{}, diag.Say("rätta det som säkert går att rätta", "mend what is safe to mend"), (*app).fix},
		{"schema", diag.Say("[NAMN]", "[NAME]"), diag.Say("skriv ut JSON-scheman", "print JSON Schemas"), (*app).schema},
		{"version", diag.Text{}, diag.Say("skriv ut programmets version", "print the version"), (*app).version},
		{"completion", diag.Say("SKAL", "SHELL"), diag.Say("skriv ut komplettering för bash, zsh eller fish", "print completion for bash, zsh or fish"), (*app).completion},
	}
}

// app is one run of the command.
type app struct {
	World
	dir  string // -C
	lang string
	out  *printer // Stdout
}

// errUsage says that the call's words were wrong; it has been told already.
var errUsage = errors.New("usage")

// Main runs the command with its arguments and gives the exit status.
func Main(args []string, w World) int {
	out := &printer{Writer: w.Stdout}
	w.Stdout = out
	a := &app{World: w, lang: "sv", out: out}
	status := a.run(args)
	if out.err != nil {
		return a.unprinted(out.err)
	}
	return status
}

// run runs the command that the arguments name.
func (a *app) run(args []string) int {
	args, ok := a.global(args)
	if !ok {
		return failed
	}
	if len(args) > 1 && args[0] == "help" {
		args = []string{args[1], "--help"}
	}
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		a.help(a.Stdout)
		if len(args) == 0 {
			return failed
		}
		return 0
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(a, args[1:])
		}
	}
	names := []string{}
	for _, c := range commands() {
		names = append(names, c.name)
	}
	a.say("samsyn: kommandot %[1]s finns inte.", "samsyn: there is no command %[1]s.", args[0])
	if guess := diag.Nearest(args[0], names); guess != "" {
		a.say("Menade du %s?", "Did you mean %s?", guess)
	}
	return failed
}

// global takes the options before the command.
func (a *app) global(args []string) ([]string, bool) {
	for len(args) > 0 {
		switch name, value, joined := strings.Cut(args[0], "="); name {
		case "-C", "--lang", "-lang":
			if !joined {
				if len(args) < 2 {
					a.say("samsyn: %s behöver ett värde.", "samsyn: %s needs a value.", name)
					return nil, false
				}
				value, args = args[1], args[1:]
			}
			if name == "-C" {
				a.dir = filepath.Join(a.dir, value)
				if filepath.IsAbs(value) {
					a.dir = value
				}
			} else if !a.setLang(value) {
				return nil, false
			}
			args = args[1:]
		default:
			return args, true
		}
	}
	return args, true
}

func (a *app) setLang(lang string) bool {
	if lang != "sv" && lang != "en" {
		a.say("samsyn: språket ”%s” finns inte; välj sv eller en.", "samsyn: there is no language “%s”; choose sv or en.", lang)
		return false
	}
	a.lang = lang
	return true
}

// say writes a note to stderr in the chosen language.
func (a *app) say(sv, en string, args ...any) {
	fmt.Fprintln(a.Stderr, diag.Say(sv, en, diag.Shown(args)...).In(a.lang))
}

// sayOf tells of a content, things called by its own words.
func (a *app) sayOf(c *model.Content, sv, en string, args ...any) {
	words := text.WordsOf(c)
	a.say(words.Expand(sv, "sv"), words.Expand(en, "en"), args...)
}

// fail tells an error and gives the status for it.
func (a *app) fail(err error) int {
	switch {
	case errors.Is(err, errUsage):
	case a.out != nil && a.out.err != nil && errors.Is(err, a.out.err): // Main tells of it
	case errors.Is(err, source.ErrNoRepository):
		a.say("samsyn: här finns ingen samsyn.yaml, varken i mappen eller ovanför den. Gå till innehållets mapp, ange den med -C, eller skapa ett nytt innehåll med samsyn init.",
			"samsyn: there is no samsyn.yaml here or in any folder above. Go to the content's folder, name it with -C, or create one with samsyn init.")
	case errors.Is(err, history.ErrUnknownRevision):
		a.unknownRevision(err)
	case errors.Is(err, history.ErrUnrelated):
		a.unrelated(err)
	default:
		a.say("samsyn: %s.", "samsyn: %s.", cause.Of(err, a.lang))
	}
	return failed
}

// flags makes a command's set of flags.
func (a *app) flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // parse says it in the chosen language
	fs.Func("lang", both("sv eller en: meddelandenas språk", "sv or en: the language of messages"), func(s string) error {
		if !a.setLang(s) {
			return errUsage
		}
		return nil
	})
	return fs
}

// errHelp says that the user asked for help and got it.
var errHelp = flag.ErrHelp

// parse reads flags wherever they stand among at most most arguments.
func (a *app) parse(fs *flag.FlagSet, args []string, most int) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				a.helpWith(a.Stdout, fs)
				return nil, errHelp
			}
			a.misused(fs, err)
			return nil, errUsage
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
	if len(rest) > most && fs.Lookup("p12") != nil {
		a.say("samsyn: efter flaggorna står ett ord för mycket. (Det visas inte här, eftersom det kan vara ett lösenord. Lösenordet ska stå i SAMSYN_P12_PASSWORD.)",
			"samsyn: there is one word too many. (It is not shown here, since it may be a password. The password belongs in SAMSYN_P12_PASSWORD.)")
		return nil, errUsage
	}
	if len(rest) > most {
		a.say("samsyn: %s är ett ord för mycket.", "samsyn: %s is one word too many.", rest[most])
		return nil, errUsage
	}
	return rest, nil
}

// meant are the flags that a check depends on: an empty value is not what anybody
// means, but what a variable that was never set leaves.
var meant = []string{"actor", "area", "areas", "base", "carry", "county", "editorial", "from", "owner", "parties", "plan", "rev", "since", "today"}

// allGiven holds that what was given is not empty.
func (a *app) allGiven(fs *flag.FlagSet, rest []string) error {
	var empty error
	fs.Visit(func(f *flag.Flag) {
		if f.Value.String() == "" && slices.Contains(meant, f.Name) {
			a.say("samsyn: flaggan --%[1]s har ett tomt värde. Ange ett, eller utelämna flaggan.",
				"samsyn: the value of the flag --%[1]s is empty. Give one, or leave the flag out.", f.Name)
			empty = errUsage
		}
	})
	if slices.Contains(rest, "") {
		a.say("samsyn: ett av orden efter %[1]s är tomt.", "samsyn: one of the words after %[1]s is empty.", fs.Name())
		empty = errUsage
	}
	return empty
}

// status is what a failed parse ends with: help that was asked for is no failure.
func status(err error) int {
	if errors.Is(err, errHelp) {
		return ok
	}
	return failed
}

// path makes a path of the user's absolute.
func (a *app) path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(a.Dir, p)
}

func (a *app) oneOf(flagName, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	a.say("samsyn: --%s kan inte vara ”%s”. Välj ett av: %s.", "samsyn: --%s cannot be “%s”. Choose one of: %s.", flagName, value, strings.Join(allowed, ", "))
	return errUsage
}

// colour tells whether stdout may be coloured (no-color.org).
func (a *app) colour() bool { return a.Terminal && a.Getenv("NO_COLOR") == "" }
