package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
)

// create is the command init: it writes a new content repository.
func (a *app) create(args []string) int {
	fs := a.Flags("init")
	toolURL := fs.String("tool-url", "", console.Both("varifrån granskningen hämtar programmet samsyn för Linux (https)", "where CI gets the samsyn program for Linux (https)"))
	toolSum := fs.String("tool-sha256", "", console.Both("det programmets kontrollsumma (SHA-256), 64 tecken 0–9 och a–f", "the SHA-256 checksum of that program, 64 hexadecimal digits"))
	var o own
	o.flags(fs)
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return console.Status(err)
	}
	if err := errors.Join(a.checkTool(*toolURL, *toolSum), a.checkPlace(&o)); err != nil {
		return a.Fail(console.ErrUsage)
	}
	day, err := a.Day("")
	if err != nil {
		return a.Fail(err)
	}
	if o.year == 0 {
		o.year = firstYear(day)
	}
	c, err := a.begun(&o)
	if err != nil {
		return a.Fail(err)
	}
	begin := edit.New{Year: o.year, ToolURL: *toolURL, ToolSHA256: strings.ToLower(*toolSum), Forge: o.forge, Address: o.address}
	if c != nil {
		if begin.Content, err = a.contentOf(c, day); err != nil {
			return a.Fail(err)
		}
	}
	files, err := edit.Repository(begin)
	if err != nil {
		return a.Fail(err)
	}
	dir := a.Path(a.At)
	if len(rest) == 1 {
		dir = filepath.Join(dir, rest[0])
		if filepath.IsAbs(rest[0]) {
			dir = rest[0]
		}
	}
	if a.LeadsOut(dir) {
		return failed
	}
	if err := safewrite.Create(dir, files); err != nil {
		return a.failInit(dir, err)
	}
	a.Say("%[1]s: %[2]d filer. Börja med README.md. Granska med samsyn validate, se webbplatsen med samsyn serve. För att redigera i webbläsaren, med samsyn edit, behöver mappen vara ett git-arkiv: git init, git add . och git commit -m Början, i den.",
		"%[1]s: %[2]d files. Begin with README.md. Check with samsyn validate, see the website with samsyn serve. To edit in the browser, with samsyn edit, the folder has to be a git repository: git init, git add . and git commit -m Beginning, in it.", dir, len(files))
	if c != nil {
		a.tellOwn(c)
	} else {
		if !o.example {
			a.Say("Det här är ett påhittat exempel. Med ert eget län börjar ni så här: samsyn init MAPP --county \"LÄNETS NAMN\" --parties \"PARTERNA\" --areas \"OMRÅDENA\"",
				"This is a made-up example. You begin with your own county like this: samsyn init DIR --county \"NAME\" --parties \"PARTIES\" --areas \"AREAS\"")
		}
		a.tellExample(files)
	}
	if o.forge != edit.ForgeNone && (*toolURL == "" || *toolSum == "") {
		a.Say("Fyll i .samsyn/tool.env (varifrån granskningen hämtar samsyn) innan ni lämnar det första förslaget.",
			"Fill in .samsyn/tool.env (where the checks get samsyn from) before the first pull request.")
	}
	a.tellForge(o.forge)
	return ok
}

// left is what nobody but a person can do on each forge, step by step. What their menus
// are called is said in English, as they are.
var left = map[string][]diag.Text{
	"github": {
		diag.Say("Settings, Rules, Rulesets, New branch ruleset: välj grenen main, Require a pull request before merging och Require status checks to pass med granska.", "Settings, Rules, Rulesets, New branch ruleset: the branch main, Require a pull request before merging, and Require status checks to pass with granska."),
		diag.Say("Settings, Actions, General, Workflow permissions: välj Read repository contents.", "Settings, Actions, General, Workflow permissions: Read repository contents."),
	},
	"gitlab": {
		diag.Say("Settings, Repository, Protected branches: låt ingen skicka direkt till main (Allowed to push: No one).", "Settings, Repository, Protected branches: let nobody push to main (Allowed to push: No one)."),
		diag.Say("Settings, Merge requests, Merge checks: slå på Pipelines must succeed.", "Settings, Merge requests, Merge checks: switch on Pipelines must succeed."),
		diag.Say("Build, Pipeline schedules: skapa en tidtabell för påminnelsen varje vecka. Den och kommentaren behöver variabeln SAMSYN_GITLAB_TOKEN (Settings, CI/CD, Variables, maskerad).", "Build, Pipeline schedules: make one for the weekly reminder. It and the comment need the variable SAMSYN_GITLAB_TOKEN (Settings, CI/CD, Variables, masked)."),
	},
	"forgejo": {
		diag.Say("Settings, Branches: skydda main, tillåt ingen att skicka dit direkt, och kräv statuskontrollen Granska.", "Settings, Branches: protect main, let nobody push to it, and require the status check Granska."),
		diag.Say("Settings, Units: slå på Actions. Servern behöver en körare (runner) med etiketten docker.", "Settings, Units: switch on Actions. The server needs a runner with the label docker."),
	},
}

// tellForge says what a person has to do on the forge, once the repository is there.
func (a *app) tellForge(forge string) {
	if len(left[forge]) == 0 {
		return
	}
	a.Say("När git-arkivet ligger på plats återstår detta för er att göra där:", "Once the repository is in its place, this is left for you to do there:")
	for n, step := range left[forge] {
		fmt.Fprintf(a.Stderr, "  %d. %s\n", n+1, step.In(a.Lang))
	}
}

// tellExample says what there is to replace.
func (a *app) tellExample(files []safewrite.File) {
	a.Say("De här filerna innehåller exempel, och granskningen ser inte alla. Byt ut dem; handbok.md säger i vilken ordning:",
		"These files hold examples, and the checks do not see all of them. Replace them; handbok.md says in which order:")
	for _, name := range edit.Examples(files) {
		fmt.Fprintln(a.Stderr, "  "+name)
	}
}

var sha256Sum = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)

// checkTool holds what is written into the file that a shell reads.
func (a *app) checkTool(toolURL, sum string) error {
	if toolURL != "" {
		u, err := url.Parse(toolURL)
		if err != nil || u.Scheme != "https" || u.Host == "" || strings.ContainsAny(toolURL, "'\\ \t\r\n") {
			a.Say("samsyn: --tool-url ska vara en fullständig webbadress som börjar med https://.",
				"samsyn: --tool-url must be a full address that begins with https://.")
			return console.ErrUsage
		}
	}
	if sum != "" && !sha256Sum.MatchString(sum) {
		a.Say("samsyn: --tool-sha256 ska vara 64 siffror och bokstäver a–f.",
			"samsyn: --tool-sha256 must be 64 hexadecimal digits.")
		return console.ErrUsage
	}
	return nil
}

func (a *app) failInit(dir string, err error) int {
	var occupied *safewrite.Occupied
	switch {
	case errors.As(err, &occupied) && slices.Contains(occupied.Paths, source.Marker):
		a.Say("samsyn: %s innehåller redan en samsyn.yaml. Ingenting är ändrat.",
			"samsyn: there is a samsyn.yaml in %s already. Nothing has been changed.", dir)
	case errors.As(err, &occupied):
		a.Say("samsyn: de här filerna finns redan i %[1]s och skulle skrivas över: %[2]s. Flytta dem, eller välj en annan mapp. Ingenting är ändrat.",
			"samsyn: these files are in %[1]s already and would be overwritten: %[2]s. Move them, or choose another folder. Nothing has been changed.",
			dir, strings.Join(occupied.Paths, ", "))
	case errors.Is(err, fs.ErrPermission):
		a.Say("samsyn: det går inte att skriva i %[1]s. Ingenting är ändrat. (%[2]s)",
			"samsyn: %[1]s cannot be written to. Nothing has been changed. (%[2]s)", dir, cause.Of(err, a.Lang))
	default:
		a.Say("samsyn: det gick inte att skapa innehållet i %[1]s. Ingenting är ändrat. (%[2]s)",
			"samsyn: the content could not be created in %[1]s. Nothing has been changed. (%[2]s)", dir, cause.Of(err, a.Lang))
	}
	return failed
}
