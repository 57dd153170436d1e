package check

import (
	"path"
	"strings"

	"samsyn/internal/diag"
)

// signatures asks of a signed agreement that every party has signed it.
func (k *checker) signatures() {
	a := k.Agreement
	if a == nil || a.Status.V != "signed" || k.Parties == nil || k.Unread["party"] {
		return
	}
	at, signed := a.Status.At, map[string]bool{}
	if s := k.Content.Signatures; s != nil {
		if s.SignaturesAt.IsZero() || k.refused(s.At, "signatures") {
			return // what is wrong with the list is told already
		}
		at = s.SignaturesAt
		for _, one := range s.Signatures {
			signed[one.Party.V] = true
		}
	}
	var lacking []string
	for i := range k.Parties.Parties {
		p := &k.Parties.Parties[i]
		if p.ID.Given() && !signed[p.ID.V] && !p.Withdrawn.Given() {
			lacking = append(lacking, p.Short())
		}
	}
	if len(lacking) > 0 {
		k.report("signature-missing", at, diag.Say(
			"Överenskommelsen är undertecknad enligt status, men underskrift saknas från: %s. Lägg till dem i signatures.yaml, eller ändra status.",
			"The agreement's status is signed, but these have not signed: %s. Add them in signatures.yaml, or change the status.", strings.Join(lacking, ", ")))
	}
}

// statement misses the accessibility statement that the law asks for.
func (k *checker) statement() {
	if k.Config == nil || k.Config.At.IsZero() || k.Config.Accessibility.Given() || k.refused(k.Config.At, "accessibility") {
		return
	}
	k.about("samsyn", "accessibility-statement-missing", k.Config.At, diag.Say(
		"Uppgifter om webbplatsens tillgänglighet saknas. Lägg till accessibility; till dess säger webbplatsen att den inte är granskad.",
		"The site's accessibility statement is missing. Add accessibility; until then the site says that it has not been assessed."))
}

// acceptances holds the accepted warnings to the rules that there are.
func (k *checker) acceptances() {
	if k.Config == nil {
		return
	}
	for _, a := range k.Config.Accepted {
		if a.Rule.Given() && diag.SeverityOf(a.Rule.V) == diag.Error {
			k.report("invalid-value", a.Rule.At, diag.Say(
				"Bara varningar kan accepteras, och %s är ingen sådan.", "Only warnings can be accepted, and %s is none.", short(a.Rule.V)))
		}
	}
}

// paths holds the files that fields name to being there, inside the repository.
func (k *checker) paths() {
	if k.Agreement != nil {
		for _, c := range k.Agreement.Chapters {
			k.path(c.File.V, "agreement", c.File.At, k.IsFile)
		}
		for _, x := range k.Agreement.Annexes {
			k.path(x.File.V, "agreement", x.File.At, k.IsFile)
		}
	}
	if k.Config != nil {
		k.path(k.Config.Signing.Trust.V, "", k.Config.Signing.Trust.At, k.Exists)
	}
}

func (k *checker) path(name, from string, at diag.Place, there func(string) bool) {
	if at.IsZero() {
		return
	}
	full := path.Join(from, name)
	// A backslash parts names on some machines and not on others: it never serves,
	// but what it may lead out to must not be tried.
	slashed := path.Join(from, strings.ReplaceAll(name, `\`, "/"))
	if strings.HasPrefix(name, "/") || slashed == ".." || strings.HasPrefix(slashed, "../") {
		k.report("path-escapes", at, escapeMessage(name))
		return
	}
	if !there(full) && !k.Outside[full] {
		k.report("unknown-reference", at, diag.Say(
			"Filen %s finns inte. Rätta sökvägen, som räknas från mappen där denna fil ligger, eller lägg till filen.",
			"There is no file %s. Correct the path, which counts from this file's folder, or add the file.", short(name)))
	}
}

func escapeMessage(name string) diag.Text {
	return diag.Say(
		"Sökvägen ”%s” leder ut ur innehållets mapp. Hänvisa till en fil i mappen.",
		"The path “%s” leads out of the content's folder. Name a file inside it.", short(name))
}
