package cli

import (
	"fmt"
	"maps"
	"slices"

	"samsyn/internal/canon"
	"samsyn/internal/check/meaning"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/project"
)

// digest prints the digest of the signed content, as signatures.yaml keeps it.
func (a *app) digest(args []string) error {
	fs := a.Flags("digest")
	parts := fs.Bool("parts", false, console.Both("skriv också ut varje dels kontrollsumma, så som i signatures.yaml", "print the digest of each part too, as signatures.yaml has them"))
	rev := fs.String("rev", "", console.Both("den version i git som summan ska räknas på, i stället för mappen", "the git revision to digest, instead of the folder"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	p, err := a.Open(project.Options{Rev: *rev})
	if err != nil {
		return err
	}
	r, err := p.Inspect(model.Date{})
	if err != nil {
		return err
	}
	// A text that has changed since it was signed has a digest too: it is the
	// one to compare with.
	for _, f := range r.Findings {
		if f.Severity() == diag.Error && f.Rule != meaning.ChangedAfterSigning && f.Rule != meaning.SignatureMissing {
			return a.Reject(r)
		}
	}
	d := canon.Signed(r.Content)
	if !*parts {
		fmt.Fprintln(a.Stdout, d.Whole)
		return nil
	}
	fmt.Fprintf(a.Stdout, "digest: %s\nparts:\n", d.Whole)
	for _, name := range slices.Sorted(maps.Keys(d.Parts)) {
		fmt.Fprintf(a.Stdout, "  %s: %s\n", diag.Visible(name), d.Parts[name])
	}
	return nil
}
