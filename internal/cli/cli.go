// Package cli is the command samsyn: one file for each of its commands.
//
// What a command prints about the content goes to stdout, what it says about its
// own work to stderr. Exit status: 0 as wished (warnings allowed), 1 findings or
// a signature that does not hold, 2 could not run.
package cli

import (
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/desk"
	"samsyn/internal/diag"
	"samsyn/internal/setup"
)

// command is one of samsyn's commands.
type command struct {
	name  string
	args  diag.Text // its arguments, for the help
	short diag.Text
	run   func(*app, []string) error
}

// commands is the table of all commands, in the order of the help.
func commands() []command {
	return []command{
		{"init", diag.Say("[MAPP]", "[DIR]"), diag.Say("skapa ett nytt innehåll", "create a new content repository"), on(setup.Init)},
		{"new", diag.Say("SLAG NAMN", "KIND NAME"), diag.Say("skapa en handlingsplan (plan), insats (initiative), aktualitetsprövning (review), resultatrapport (results), kunskap (resource), indikator (indicator) eller händelse (event)", "make a plan, initiative, review, results, resource, indicator or event"), on(desk.New)},
		{"validate", diag.Text{}, diag.Say("kontrollera allt innehåll", "check all content"), (*app).validate},
		{"build", diag.Text{}, diag.Say("bygg webbplatsen och de förseglade PDF-filerna", "build the website and the sealed PDFs"), (*app).build},
		{"serve", diag.Text{}, diag.Say("bygg, visa i webbläsaren och bygg om vid ändring", "build, show in the browser, rebuild on change"), (*app).serve},
		{"edit", diag.Text{}, diag.Say("redigera innehållet i webbläsaren, i förslag som andra kan granska", "edit the content in the browser, in proposals that others can review"), (*app).edit},
		{"diff", diag.Say("[FRÅN[..TILL]]", "[BASE[..HEAD]]"), diag.Say("visa vad som har ändrats i sak", "show what changed in substance"), (*app).diff},
		{"log", diag.Say("[BETECKNING]", "[ID]"), diag.Say("visa historiken för en sak, eller för allt", "tell the history of one thing, or of all"), (*app).log},
		{"report", diag.Say("PLAN/INSATS", "PLAN/INITIATIVE"), diag.Say("lägg till en lägesrapport i en insats", "add a report to an initiative"), on(desk.Report)},
		{"status", diag.Text{}, diag.Say("visa vad som ska redovisas, av vem och när", "tell what is to be reported, by whom and when"), (*app).status},
		{"remind", diag.Text{}, diag.Say("skriv brev till dem som har något att redovisa; ingenting skickas", "write letters to those who have something to report; nothing is sent"), (*app).remind},
		{"fetch", diag.Say("[INDIKATOR...]", "[INDICATOR...]"), diag.Say("hämta officiella siffror till indikatorerna", "fetch official figures for the indicators"), on(desk.Fetch)},
		{"export", diag.Text{}, diag.Say("skriv innehållet att redigera i Word eller Excel", "write the content to be edited in Word or Excel"), (*app).export},
		{"import", diag.Say("FIL", "FILE"), diag.Say("ta tillbaka en arbetsbok eller CSV-fil som någon har redigerat, eller läs in en plan från Word", "take back a workbook or CSV file that somebody has edited, or bring in a plan from Word"), on(desk.Import)},
		{"sign", diag.Say("FIL.pdf", "FILE.pdf"), diag.Say("underteckna en PDF för en part", "sign a PDF for a party"), (*app).sign},
		{"review", diag.Say("[INSATS...]", "[INITIATIVE...]"), diag.Say("bekräfta att insatser passar en ny lydelse", "confirm that initiatives fit a new wording"), on(desk.Review)},
		{"release", diag.Say("NAMN", "NAME"), diag.Say("kontrollera och märk en antagen version", "check and tag an adopted version"), (*app).release},
		{"digest", diag.Text{}, diag.Say("skriv ut kontrollsumman för det undertecknade innehållet", "print the digest of the signed content"), (*app).digest},
		{"verify", diag.Say("FIL.pdf", "FILE.pdf"), diag.Say("kontrollera underskrifterna i en PDF", "check the signatures of a PDF"), (*app).verify},
		{"explain", diag.Say("[REGEL]", "[RULE]"), diag.Say("förklara en regel, med exempel och lösning", "explain a rule, with an example and the way out"), (*app).explain},
		{"fmt", diag.Text{}, diag.Say("ordna och formatera fälten", "put fields in order and lay them out"), on(desk.Fmt)},
		{"fix", diag.Text{}, diag.Say("rätta det som säkert går att rätta", "mend what is safe to mend"), on(desk.Fix)},
		{"lsp", diag.Text{}, diag.Say("hjälp en textredigerare: visa fel, föreslå och förklara medan man skriver (Language Server Protocol)", "help a text editor: show mistakes, propose and explain while one writes (Language Server Protocol)"), (*app).lsp},
		{"doctor", diag.Say("[FIL...]", "[FILE...]"), diag.Say("se efter det som innehållet behöver omkring sig: inställningar, version, typsnitt, git, nycklar, klocka och granskningens filer", "look after what the content needs around it: settings, versions, fonts, git, keys, clock and the files of the checks"), on(setup.Doctor)},
		{"schema", diag.Say("[NAMN]", "[NAME]"), diag.Say("skriv ut JSON-scheman", "print JSON Schemas"), (*app).schema},
		{"version", diag.Text{}, diag.Say("skriv ut programmets version", "print the version"), (*app).version},
		{"completion", diag.Say("SKAL", "SHELL"), diag.Say("skriv ut komplettering för bash, zsh eller fish", "print completion for bash, zsh or fish"), (*app).completion},
	}
}

// names are the commands' names.
func names() []string {
	var list []string
	for _, c := range commands() {
		list = append(list, c.name)
	}
	return list
}

// app is one run of the command.
type app struct{ *console.Console }

// on makes a command of one that stands in another package.
func on(run func(*console.Console, []string) error) func(*app, []string) error {
	return func(a *app, args []string) error { return run(a.Console, args) }
}

// Main runs the command with its arguments and gives the exit status.
func Main(args []string, w console.World) int {
	a := &app{console.New(w)}
	a.Usage = usage
	return a.End(a.Fail(a.run(args)))
}

// run runs the command that the arguments name.
func (a *app) run(args []string) error {
	args, err := a.global(args)
	if err != nil {
		return err
	}
	if len(args) > 1 && args[0] == "help" {
		args = []string{args[1], "--help"}
	}
	if len(args) == 0 { // nobody asked for it
		a.help(a.Stderr)
		return console.ErrTold
	}
	if args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		a.help(a.Stdout)
		return nil
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(a, args[1:])
		}
	}
	a.Say("samsyn: kommandot %[1]s finns inte.", "samsyn: there is no command %[1]s.", args[0])
	a.Guess(diag.Nearest(args[0], names()))
	return console.ErrTold
}

// global takes the options before the command.
func (a *app) global(args []string) ([]string, error) {
	for len(args) > 0 {
		switch name, value, joined := strings.Cut(args[0], "="); name {
		case "-C", "--lang", "-lang":
			if !joined {
				if len(args) < 2 {
					return nil, a.Refuse("samsyn: %s behöver ett värde.", "samsyn: %s needs a value.", name)
				}
				value, args = args[1], args[1:]
			}
			if name == "-C" {
				a.At = console.From(a.At, value)
			} else if err := a.SetLang(value); err != nil {
				return nil, err
			}
			args = args[1:]
		default:
			return args, nil
		}
	}
	return args, nil
}
