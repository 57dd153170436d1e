package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"slices"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/fetch"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// fetching is one call of fetch.
type fetching struct {
	*app
	p      *project.Project
	c      *model.Content
	client *fetch.Client
	saved  fs.FS // nil: the network is asked
	today  model.Date
}

// fetch gets official figures into indicators' series.
func (a *app) fetch(args []string) error {
	flags := a.Flags("fetch")
	from := flags.String("from", "", console.Both("en mapp med sparade svar, i stället för nätet", "a folder of saved answers, instead of the network"))
	names, err := a.Parse(flags, args, 1<<16)
	if err != nil {
		return err
	}
	p, c, err := a.OpenContent()
	if err != nil {
		return err
	}
	f := &fetching{app: a, p: p, c: c, today: a.Today(), client: &fetch.Client{Transport: a.Web, Rest: a.Rest}}
	if *from != "" {
		root, err := os.OpenRoot(a.InDir(*from))
		if err != nil {
			return err
		}
		defer func() { _ = root.Close() }()
		f.saved = root.FS()
	}
	wanted, err := f.wanted(names)
	if err != nil {
		return err
	}
	return f.all(wanted)
}

// wanted are the indicators that are named, or all that say what is fetched.
func (f *fetching) wanted(names []string) ([]*model.Indicator, error) {
	var list []*model.Indicator
	var known []string
	for _, i := range f.c.Indicators {
		known = append(known, i.ID.V)
		if slices.Contains(names, i.ID.V) || len(names) == 0 && i.Source.Fetch.Given() && !i.Withdrawn.Given() {
			list = append(list, i)
		}
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			f.Say("samsyn: indikatorn %[1]s finns inte.", "samsyn: there is no indicator %[1]s.", name)
			f.Guess(diag.Nearest(name, known))
			return nil, console.ErrTold
		}
	}
	for _, i := range list {
		if !i.Source.Fetch.Given() {
			return nil, f.Refuse("samsyn: indikatorn %[1]s säger inte vad som ska hämtas. Ange det i source, i fältet fetch.", "samsyn: the indicator %[1]s does not say what is to be fetched. Say it in source, in the field fetch.", i.ID.V)
		}
	}
	if len(list) == 0 {
		f.Say("Ingen indikator säger vad som ska hämtas (fetch i source).", "No indicator says what is to be fetched (fetch in source).")
	}
	return list, nil
}

// all fetches each; one that fails keeps no other from being fetched. What comes out is
// the worst of what went wrong.
func (f *fetching) all(list []*model.Indicator) error {
	var worst error
	for _, i := range list {
		figures, err := f.figures(i)
		var kept []byte
		if err == nil {
			kept, err = figures.Keep(i.Source.Fetch.From.V, f.Now())
		}
		if err != nil {
			f.Say("samsyn: %[1]s: %[2]s. Ingenting är ändrat.", "samsyn: %[1]s: %[2]s. Nothing has been changed.", i.ID.V, f.why(err))
			worst = console.ErrTold
			continue
		}
		switch f.Fail(f.put(i, figures, kept)) {
		case console.Failed:
			worst = console.ErrTold
		case console.Findings:
			worst = cmp.Or(worst, console.ErrFindings)
		}
	}
	return worst
}

func (f *fetching) figures(i *model.Indicator) (*fetch.Figures, error) {
	if f.saved != nil {
		return fetch.Saved(f.saved, i.ID.V, i.Source.Fetch)
	}
	return f.client.Ask(context.Background(), i.Source.Fetch)
}

// why says what kept figures from being fetched.
func (f *fetching) why(err error) string {
	said := diag.Say("källan svarar inte", "the source does not answer")
	var wrong *fetch.StatusError
	switch {
	case errors.As(err, &wrong):
		said = diag.Say("källan svarar %[1]s", "the source answers %[1]s", wrong.Status)
	case errors.Is(err, fetch.ErrNonsense):
		said = diag.Say("svaret går inte att förstå", "the answer cannot be understood")
	case errors.Is(err, fetch.ErrNothing):
		said = diag.Say("uppgifterna finns inte i svaret", "the figures are not in the answer")
	case errors.Is(err, fetch.ErrTooMuch):
		said = diag.Say("svaret är större än vad som kan sparas (1 MiB); begränsa frågan med places eller dimensions", "the answer is larger than what can be kept (1 MiB); narrow the question with places or dimensions")
	case errors.Is(err, fetch.ErrUnclear):
		said = diag.Say("svaret har flera värden för samma plats och år; välj ett med dimensions", "the answer has several values for the same place and year; choose one with dimensions")
	case errors.Is(err, fetch.ErrPlaces):
		said = diag.Say("platserna saknas (places)", "the places are missing (places)")
	case errors.Is(err, fs.ErrNotExist):
		said = diag.Say("mappen finns inte", "there is no such folder")
	case errors.As(err, new(*net.DNSError)):
		said = diag.Say("källan går inte att nå. Kontrollera att datorn är ansluten till nätet", "the source cannot be reached. See that the computer is online")
	}
	if f.Lang != "en" {
		return said.SV // the libraries speak English
	}
	return said.EN + " (" + diag.Visible(err.Error()) + ")"
}

// put writes figures into an indicator's series, and the file that keeps the answer beside
// it.
func (f *fetching) put(i *model.Indicator, figures *fetch.Figures, kept []byte) error {
	beside := fetch.KeptFile(i.Path)
	before, err := f.p.Tree.Read(beside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "read", Path: beside, Err: err}
	}
	series := fetch.Merge(f.c, i, figures.Rows, fetch.Earlier(before, i.Source.Fetch))
	data, err := f.p.Tree.Read(i.Path)
	if err != nil {
		return err
	}
	after, err := series.Write(data, f.today)
	if err != nil {
		return f.unamended(i.Path, err)
	}
	err = f.proceed(f.p, []safewrite.Change{{Path: i.Path, Before: data, After: after}, {Path: beside, Before: before, After: kept}})
	if err == nil {
		f.tell(i, series)
	}
	return err
}

// tell says in words what became of a series.
func (f *fetching) tell(i *model.Indicator, s fetch.Series) {
	print := func(sv, en string, args ...any) {
		fmt.Fprintln(f.Stdout, diag.Say(sv, en, diag.Shown(args)...).In(f.Lang))
	}
	kept := 0
	for _, c := range s.Changes {
		if c.Kept {
			kept++
		}
	}
	print("%[1]s: tillagda %[2]d, uppdaterade %[3]d, behållna trots annat värde %[4]d", "%[1]s: added %[2]d, updated %[3]d, kept though the value differs %[4]d", i.ID.V, len(s.Added), len(s.Updated), kept)
	for _, c := range s.Changes {
		about := fmt.Sprint(c.At.Year.V)
		if c.At.Month.Given() {
			about += fmt.Sprintf("-%02d", c.At.Month.V)
		}
		for _, t := range []model.Text{c.At.Place, c.At.Category} {
			about = strings.TrimSpace(about + " " + t.V)
		}
		was, is := cmp.Or(c.Was, "–"), cmp.Or(c.Is, "–")
		if c.Kept {
			print("  %[1]s: %[2]s är skrivet för hand och står kvar; källan säger %[3]s", "  %[1]s: %[2]s was written by hand and stays; the source says %[3]s", about, was, is)
		} else {
			print("  %[1]s: %[2]s är ändrat till %[3]s, som källan nu säger", "  %[1]s: %[2]s was changed to %[3]s, as the source says now", about, was, is)
		}
	}
	if len(s.Unknown) > 0 {
		print("  platser som innehållet inte har (code), och som är utelämnade: %[1]s", "  places that the content does not have (code), and that are left out: %[1]s", strings.Join(s.Unknown, ", "))
	}
}
