package cli

import (
	"errors"
	"fmt"
	"os"

	"samsyn/internal/console"
	"samsyn/internal/project"
	"samsyn/internal/sign"
	"samsyn/internal/verdict"
)

func (a *app) verify(args []string) error {
	fs := a.Flags("verify")
	trusted := fs.Bool("trusted", false, console.Both("varje undertecknare måste också vara betrodd", "each signer must be trusted too"))
	rebuild := fs.Bool("rebuild", false, console.Both("bygg det som PDF-filen säger att den är gjord av, och jämför", "build what the PDF says that it was made from, and compare"))
	format := fs.String("format", "text", console.Both("text eller json", "text or json"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if err := a.OneOf("format", *format, []string{"text", "json"}); err != nil {
		return err
	}
	if len(rest) == 0 {
		return a.Refuse("samsyn: ange vilken PDF som ska kontrolleras.", "samsyn: name the PDF to verify.")
	}
	data, err := os.ReadFile(a.InDir(rest[0]))
	if err != nil {
		return err
	}
	roots, err := a.trust()
	if err != nil {
		return err
	}
	f := &verdict.File{Name: rest[0]}
	f.Report, f.Unread = sign.Verify(data, sign.VerifyOptions{Trusted: roots})
	if !f.Judged() {
		return f.Unread
	}
	if err := a.tellVerdict(f, *format, data, *rebuild); err != nil {
		return err
	}
	untrusted := *trusted && f.Verdict() == sign.Valid && !f.Report.Trusted()
	if untrusted {
		a.Say("Underkänd: någon undertecknare är inte bland de betrodda (signing.trust), och --trusted kräver det.",
			"Rejected: a signer is not among the trusted (signing.trust), which --trusted asks for.")
	}
	if f.Verdict() != sign.Valid || untrusted || f.Rebuilt != nil && !*f.Rebuilt {
		return console.ErrFindings
	}
	return nil
}

// tellVerdict writes what became of a file, which is built anew in between if the user
// wants to compare.
func (a *app) tellVerdict(f *verdict.File, format string, pdf []byte, rebuild bool) error {
	var err error
	switch {
	case format == "text" && f.Unread != nil:
		a.unread(f)
	case format == "text":
		err = f.WriteText(a.Stdout, a.Lang)
	}
	if err != nil {
		return err
	}
	if rebuild && f.Unread == nil {
		same, said, err := a.editions().Rebuilt(pdf, func(rev string) (*project.Project, error) { return a.Open(project.Options{Rev: rev}) })
		if err != nil {
			return err
		}
		if f.Rebuilt = &same; format == "text" {
			fmt.Fprintln(a.Stdout, said.In(a.Lang))
		}
	}
	if format == "json" {
		return f.WriteJSON(a.Stdout, a.Lang)
	}
	return nil
}

// unread tells why there is no report on a file.
func (a *app) unread(f *verdict.File) {
	if errors.Is(f.Unread, sign.ErrDamaged) {
		a.Say("samsyn: %[1]s är skadad, eller skriven så att den kan läsas på mer än ett sätt: ingen underskrift i den gäller.",
			"samsyn: %[1]s is damaged, or written so that it can be read in more than one way: no signature in it holds.", f.Name)
		return
	}
	a.Say("samsyn: %[1]s är ingen PDF som samsyn har gjort, så den bedöms inte.", "samsyn: %[1]s is no PDF of samsyn's making, so it is not judged.", f.Name)
}
