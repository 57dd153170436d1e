package cli

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/picture"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/view"
)

// buildFailed puts what can go wrong with an output into words.
func (a *app) buildFailed(err error, folder string) error {
	switch {
	case errors.Is(err, context.Canceled):
		a.Say("samsyn: avbrutet. Det som var byggt tidigare är orört.", "samsyn: interrupted. What was built before is untouched.")
	case errors.Is(err, publish.ErrForeignOutput):
		a.Say("samsyn: %[1]s innehåller något annat än en webbplats som samsyn har byggt, så mappen ersätts inte. Välj en annan med --out.",
			"samsyn: %[1]s holds something else than a site that samsyn built, so the folder is not replaced. Choose another with --out.", folder)
	case errors.Is(err, publish.ErrLinkedOutput):
		a.Say("samsyn: på vägen till %[1]s finns en symbolisk länk som leder ut ur innehållets mapp. Inget byggdes. Ta bort länken, eller välj en annan mapp med --out.",
			"samsyn: on the way to %[1]s there is a symbolic link that leads out of the content's folder. Nothing was built. Remove the link, or choose another folder with --out.", folder)
	case errors.Is(err, publish.ErrSignedLost):
		a.Say("samsyn: i %[1]s finns en PDF som en part har undertecknat och som inte finns i innehållets mapp signed/, så inget ersätts. Lägg filen där, eller bygg till en annan mapp med --out. (%[2]s)",
			"samsyn: in %[1]s there is a PDF that a party has signed and that is not in the content's folder signed/, so nothing is replaced. Put the file there, or build to another folder with --out. (%[2]s)", folder, lastOf(err))
	case errors.Is(err, publish.ErrSignedInvalid):
		a.Say("samsyn: en PDF i innehållets mapp signed/ är skadad eller ändrad, så att en underskrift i den inte gäller. Se varför med samsyn verify, och ersätt filen. (%[1]s)",
			"samsyn: a PDF in the content's folder signed/ is damaged or changed, so that a signature in it does not hold. See why with samsyn verify, and replace the file. (%[1]s)", lastOf(err))
		return console.ErrFindings
	case errors.Is(err, syscall.ENOSPC):
		a.Say("samsyn: disken är full. Det som var byggt tidigare är orört.", "samsyn: the disk is full. What was built before is untouched.")
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		a.Say("samsyn: det går inte att skriva i mappen: %s. Det som var byggt tidigare är orört.",
			"samsyn: the folder cannot be written to: %s. What was built before is untouched.", cause.Of(err, a.Lang))
	default:
		a.Say("samsyn: bygget misslyckades: %s. Det som var byggt tidigare är orört.",
			"samsyn: the build failed: %s. What was built before is untouched.", cause.Of(err, a.Lang))
	}
	return console.ErrTold
}

// lastOf is what an error says last: the file that it is about.
func lastOf(err error) string {
	s := err.Error()
	return strings.TrimSpace(s[strings.LastIndex(s, ": ")+1:])
}

func (a *app) built(made publish.Output, folder string, opt publish.Options) {
	if opt.WithoutPDFs {
		a.Say("%[1]d sidor i %[2]s, utan PDF-filer.", "%[1]d pages in %[2]s, without PDFs.", made.Pages, folder)
	} else {
		a.Say("%[1]d sidor i %[2]s, och PDF-filerna:", "%[1]d pages in %[2]s, and the PDFs:", made.Pages, folder)
	}
	for _, p := range made.PDFs {
		a.Say("  %[1]s", "  %[1]s", filepath.Join(folder, p.Name))
	}
	for _, d := range made.Documents {
		a.signedBy(d)
	}
	for _, u := range made.Undrawn {
		a.undrawn(u)
	}
	for _, name := range made.Unpublished {
		if strings.EqualFold(path.Ext(name), ".svg") {
			a.Say("Filen %[1]s följer inte med till webbplatsen. En SVG-fil gör det bara som logotyp, och bara om den inte har skript, länkar eller något som hämtas. Spara den som enkel SVG, eller gör om den till PNG.",
				"The file %[1]s does not go with the site. An SVG file does as a logotype alone, and only if it has no scripts, links or anything that is fetched. Save it as plain SVG, or convert it to PNG.", identity.Mask(name))
			continue
		}
		a.Say("Filen %[1]s, som en text länkar till, följer inte med till webbplatsen. Gör om den till PDF, CSV eller PNG, och länka till den.",
			"The file %[1]s, which a text links to, does not go with the site. Convert it to PDF, CSV or PNG, and link to that.", identity.Mask(name))
	}
	for _, l := range made.Lost {
		a.Say("Versionen %[1]s är inte med: %[2]s", "Version %[1]s is left out: %[2]s", l.Name, cause.Of(l.Err, a.Lang))
	}
	if len(opt.Versions) > 0 {
		a.Say("Antagna versioner i %[1]s: %[2]d", "Adopted versions in %[1]s: %[2]d", filepath.Join(folder, view.VersionsFolder), made.Versions)
	}
	switch {
	case opt.WithoutPDFs:
	case opt.Credential == nil:
		a.Say("PDF-filerna är inte förseglade.", "The PDFs are not sealed.")
	case opt.Credential.Test:
		a.Say("PDF-filerna är förseglade med ett testcertifikat, som inte säger vem som har gjort det. Ange ett eget med --p12, eller --key och --cert.",
			"The PDFs are sealed with a test certificate, which does not say who did it. Give your own with --p12, or --key and --cert.")
	default:
		a.Say("PDF-filerna är förseglade av %[1]s.", "The PDFs are sealed by %[1]s.", opt.Credential.Chain[0].Subject.CommonName)
	}
	a.Say("Öppna %[1]s i en webbläsare, eller kör samsyn serve.", "Open %[1]s in a browser, or run samsyn serve.", filepath.Join(folder, "index.html"))
}

// warned says how many warnings there are, which stop nothing, and how many of them are
// of text that has not been written yet and is published as it stands. Those that are
// accepted are known.
func (a *app) warned(r *project.Result) {
	_, n, _ := diag.Count(r.Findings)
	unwritten := 0
	for _, f := range r.Findings {
		if f.Accepted == "" && f.Rule.String() == "placeholder" {
			unwritten++
		}
	}
	switch {
	case n == 1:
		a.Say("Innehållet har 1 varning. samsyn validate visar den.", "The content has 1 warning. samsyn validate shows it.")
	case n > 1:
		a.Say("Innehållet har %[1]d varningar. samsyn validate visar dem.", "The content has %[1]d warnings. samsyn validate shows them.", n)
	}
	if unwritten > 0 {
		a.Say("Bland dem är %[1]d om text som ”Skriv här …”, som nu publiceras.", "%[1]d of them are about text such as “Skriv här …”, which is published now.", unwritten)
	}
}

// signedBy tells which PDFs are published as the parties have signed them.
func (a *app) signedBy(d view.MadeDocument) {
	if len(d.Signatures) == 0 {
		return
	}
	var names []string
	for _, s := range d.Signatures {
		names = append(names, s.Party+" ("+s.By+")")
	}
	if d.Earlier {
		a.Say("%[1]s publiceras som den är, vid sidan av den som byggdes: texten har ändrats sedan den undertecknades, eller så är någon undertecknare inte betrodd. Undertecknad av %[2]s.",
			"%[1]s is published as it is, beside the one that was built: the text has changed since it was signed, or a signer is not trusted. Signed by %[2]s.", d.File, strings.Join(names, ", "))
		return
	}
	a.Say("%[1]s publiceras som parterna har undertecknat den: %[2]s.", "%[1]s is published as the parties have signed it: %[2]s.", d.File, strings.Join(names, ", "))
}

// undrawn tells of a picture that the PDFs do not show, and why.
func (a *app) undrawn(u publish.Undrawn) {
	why := diag.Say("den går inte att läsa", "it cannot be read")
	switch {
	case errors.Is(u.Err, picture.ErrKind):
		why = diag.Say("den är varken PNG eller JPEG", "it is neither PNG nor JPEG")
	case errors.Is(u.Err, picture.ErrTooLarge):
		why = diag.Say("den har för många bildpunkter", "it has too many pixels")
	case errors.Is(u.Err, picture.ErrDamaged):
		why = diag.Say("den är skadad", "it is damaged")
	}
	a.Say("Bilden %[1]s ritas inte i PDF-filerna (%[2]s); där står beskrivningen av den.",
		"The picture %[1]s is not drawn in the PDFs (%[2]s); its description stands there.", u.File, why.In(a.Lang))
}

// hidden tells of plans and results reports that were left out, so that nobody looks for
// them.
func (a *app) hidden(c *model.Content, drafts bool) {
	n := 0
	for _, p := range c.Plans {
		if !p.Published() && !p.Known() {
			n++
		}
	}
	reports := 0
	for _, r := range c.Results {
		if !r.Published() && !r.Withdrawn.Given() {
			reports++
		}
	}
	if reports > 0 && !drafts {
		a.Say("Resultatrapporter som är utkast eller förslag visas inte (%[1]d). Lägg till --drafts för att se dem.", "Results reports that are drafts or proposed are not shown (%[1]d). Add --drafts to see them.", reports)
	}
	if n > 0 && !drafts {
		a.SayOf(c, "{Short_plans} som är utkast eller förslag visas inte (%[1]d). Lägg till --drafts för att se dem.", "{Short_plans} that are drafts or proposed are not shown (%[1]d). Add --drafts to see them.", n)
	}
}
