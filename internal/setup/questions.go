package setup

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/obtain"
)

// mostAnswers is how much is read of what answers.
const mostAnswers = 1 << 20

// asker asks a person, or the lines that a program sends (--ask). nil asks nobody.
type asker struct {
	*app
	answers *bufio.Reader
	piped   bool
}

// askerFor is who can be asked: whoever sits at a terminal, or with --ask whatever comes
// on standard input. Otherwise nobody is, so that a run without a terminal never waits.
func (a *app) askerFor(piped bool) *asker {
	in := a.Stdin
	if in == nil && piped {
		in = a.Input
	}
	if in == nil {
		return nil
	}
	return &asker{a, bufio.NewReader(io.LimitReader(in, mostAnswers)), a.Stdin == nil}
}

// ask asks until the answer is one that take can take; take's *diag.Refused says why it is
// not, and the question is put again. Where the answers have ended, an answer that cannot
// be taken ends the command.
func (q *asker) ask(question diag.Text, take func(string) error) error {
	for {
		fmt.Fprint(q.Stderr, question.In(q.Lang))
		line, err := q.answers.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		ended := err != nil
		if ended || q.piped { // nobody has pressed Enter
			fmt.Fprintln(q.Stderr)
		}
		err = take(strings.TrimSpace(line))
		var why *diag.Refused
		if !errors.As(err, &why) {
			return err
		}
		q.Say("  Det går inte: %s.", "  That cannot be: %s.", why.Why.In(q.Lang))
		if ended {
			return q.refused(err)
		}
	}
}

// county asks for what no flag has told of the county; an empty name is the example.
func (q *asker) county(o *own) error {
	name := diag.Say("Länets namn, till exempel Blekinge län (tomt: börja med ett påhittat exempel): ", "The county's name, such as Blekinge län (empty: begin with a made-up example): ")
	if err := q.missing(&o.county, name, nil); err != nil || !o.told() {
		return err
	}
	parties := diag.Say("Parterna med komma emellan, till exempel Länsstyrelsen i Blekinge län, Region Blekinge, Karlshamns kommun: ", "The parties with commas between them, such as Länsstyrelsen i Blekinge län, Region Blekinge, Karlshamns kommun: ")
	if err := q.missing(&o.parties, parties, checkParties); err != nil {
		return err
	}
	areas := diag.Say("Områdena med komma emellan, eller hur många de är (tomt: ett): ", "The areas with commas between them, or how many they are (empty: one): ")
	return q.missing(&o.areas, areas, func(s string) error { _, err := areasFrom(s); return err })
}

// missing asks for a value that no flag has told.
func (q *asker) missing(into *string, question diag.Text, check func(string) error) error {
	if *into != "" {
		return nil
	}
	return q.ask(question, take(into, check))
}

// place asks for the forge, the site's address and where the checks get the program.
func (q *asker) place(o *own) error {
	forge := diag.Say("Var ska git-arkivet ligga: %s (tomt: det är inte bestämt)? ", "Where will the repository be: %s (empty: not decided)? ", strings.Join(forges(), ", "))
	if err := q.missing(&o.forge, forge, checkForge); err != nil {
		return err
	}
	address := diag.Say("Webbplatsens adress, till exempel https://samverkan.blekinge.se/ (tomt: det är inte bestämt): ", "The site's address, such as https://samverkan.blekinge.se/ (empty: not decided): ")
	if err := q.missing(&o.address, address, checkAddress); err != nil {
		return err
	}
	if o.tool.From == "" && o.forge != none {
		return q.tool(o)
	}
	return nil
}

// tool asks where the checks get the program, and for what that needs to be pinned.
func (q *asker) tool(o *own) error {
	question := diag.Say(`Varifrån granskningen ska hämta samsyn. Ange ett av
  en mapp med en utgåva (den läggs i git-arkivet)
  https://…/samsyn-…-linux-amd64.tar.gz (en utgåvas arkiv)
  https://…/samsyn.git (ett git-arkiv med källkoden, som byggs)
  värd/ägare/samsyn (en Go-modul)
Tomt: det är inte bestämt. `, `Where the checks are to get samsyn. Give one of
  a folder with a release (it is put into the repository)
  https://…/samsyn-…-linux-amd64.tar.gz (a release's archive)
  https://…/samsyn.git (a repository with the source, which is built)
  host/owner/samsyn (a Go module)
Empty: not decided. `)
	if err := q.ask(question, take(&o.tool.From, q.checkFrom)); err != nil || o.tool.From == "" || q.isFolder(o.tool.From) {
		return err
	}
	trial := o.tool
	trial.Own = q.ownVersion()
	pin := func(question diag.Text, into, tried *string) error {
		return q.ask(question, func(s string) error {
			*into, *tried = s, s
			_, err := obtain.Parse(trial)
			return err
		})
	}
	var err error
	switch {
	case strings.HasSuffix(o.tool.From, "gz"):
		err = pin(diag.Say("Arkivets kontrollsumma, SHA-256 (den står i SHA256SUMS): ", "The archive's checksum, SHA-256 (it stands in SHA256SUMS): "), &o.tool.SHA256, &trial.SHA256)
	case trial.Own == "" && !strings.Contains(o.tool.From, "@"):
		err = pin(diag.Say("Versionen, en tagg eller en hel commit, till exempel v1.0.0: ", "The version, a tag or a whole commit, such as v1.0.0: "), &o.tool.Version, &trial.Version)
	}
	if err != nil || obtain.IsModule(o.tool.From) || o.tool.Private {
		return err
	}
	return q.ask(diag.Say("Behövs det en nyckel för att hämta det [j/N]? ", "Is a token needed to get it [y/N]? "), func(s string) error {
		o.tool.Private = isYes(s)
		return nil
	})
}

// goAhead asks whether to write; no answer is yes.
func (q *asker) goAhead() (bool, error) {
	yes := true
	err := q.ask(diag.Say("Skapa det [J/n]? ", "Create it [Y/n]? "), func(s string) error {
		yes = s == "" || isYes(s)
		return nil
	})
	return yes, err
}

func isYes(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "j") || strings.HasPrefix(s, "y")
}

// take makes of a value's check what ask wants. An empty answer leaves the value empty,
// and is held against the check where that has something to say of it.
func take(into *string, check func(string) error) func(string) error {
	return func(s string) error {
		if check != nil {
			if err := check(s); err != nil {
				return err
			}
		}
		*into = s
		return nil
	}
}

// refused tells why what was told cannot be taken.
func (a *app) refused(err error) error {
	return a.TellWhy(err, "samsyn: det går inte att börja så: %[1]s. Ingenting är skapat.", "samsyn: it cannot begin so: %[1]s. Nothing has been created.")
}
