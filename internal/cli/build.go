package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/identity"
	"samsyn/internal/inspect"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/picture"
	"samsyn/internal/publish"
	"samsyn/internal/view"
)

func (a *app) build(args []string) int {
	fs := a.flags("build")
	out := fs.String("out", "", "the folder to build into (default: public in the content's folder)")
	drafts := fs.Bool("drafts", false, "show plans that are not in force too")
	today := fs.String("today", "", "the day that the content is judged against (YYYY-MM-DD)")
	rev := fs.String("rev", "", "the git revision to build, instead of the folder")
	versions := fs.Bool("versions", false, "keep every adopted version beside the site, under versioner/")
	since := fs.String("since", "", "the git revision that an annex of the PDFs tells the changes since")
	noPDFs := fs.Bool("no-pdfs", false, "make the website alone")
	key := a.keyFlags(fs)
	mode := fs.String("sign", "test", "test or none: how to seal without a key of your own")
	if _, err := a.parse(fs, args, 0); err != nil {
		return status(err)
	}
	if err := a.oneOf("sign", *mode, []string{"test", "none"}); err != nil {
		return a.fail(err)
	}
	content, err := a.revision(*rev)
	if err != nil {
		return a.fail(err)
	}
	defer content.close()
	opt := publish.Options{Version: ToolVersion(), Drafts: *drafts, SealedAt: a.Now(), Created: content.when.UTC(), WithoutPDFs: *noPDFs}
	if err := a.date(&opt, *today); err != nil {
		return a.fail(err)
	}
	to, err := a.output(*out)
	if err != nil {
		return a.fail(err)
	}
	folder := to.Folder
	r, err := a.withPast(content, &opt)
	if err != nil || r == nil {
		return a.refused(err)
	}
	if opt.Since, err = a.since(*since, r.Content); err != nil {
		return a.fail(err)
	}
	if !opt.WithoutPDFs {
		if opt.Credential, err = a.credential(key, *mode); err != nil {
			return a.signingFailed(err)
		}
	}
	if *versions {
		if opt.Versions, err = a.earlier(content, opt); err != nil {
			return a.fail(err)
		}
	}
	if opt.Trusted, err = a.trust(); err != nil {
		return a.fail(err)
	}
	opt.Contents = r.Contents
	made, err := publish.ToFolder(a.context(), content.tree, r.Content, to, opt)
	if err != nil {
		return a.buildFailed(err, folder)
	}
	a.built(made, folder, opt)
	a.hidden(r.Content, *drafts)
	return ok
}

// withPast inspects a content, and asks git for its past while the files are read.
// It gives nil where there are errors, which it has told.
func (a *app) withPast(content revision, opt *publish.Options) (*inspect.Result, error) {
	entries, err := content.tree.Entries()
	if err != nil {
		return nil, err
	}
	var before *past
	var unknown error
	var asked sync.WaitGroup
	asked.Go(func() { before, unknown = a.readPast(content, entries) })
	asked.Go(func() { opt.Commit = a.commitOf(content, entries) })
	r, err := inspect.Tree(content.tree, opt.Today)
	asked.Wait()
	if err != nil {
		return nil, err
	}
	if r.Errors() > 0 {
		return nil, a.rejected(r)
	}
	if unknown != nil {
		return nil, unknown
	}
	if err := a.recount(before, content, r.Content, opt); err != nil {
		return nil, err
	}
	return r, nil
}

// output is where to build.
func (a *app) output(out string) (publish.Place, error) {
	tree, err := a.tree()
	if err != nil {
		return publish.Place{}, err
	}
	folder := filepath.Join(tree.Dir(), "public")
	if out != "" {
		folder = a.inDir(out)
	}
	return publish.Place{Folder: folder, Within: checkout(tree.Dir()), Content: tree.Dir(), Own: a.ownNameOf("output", folder)}, nil
}

// context ends when the user wants to stop. Who calls it must see to it that this happens
// soon: it is for work that leaves something behind if it is cut off.
func (a *app) context() context.Context {
	if a.Interrupts == nil {
		return context.Background()
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := a.Interrupts()
	go func() {
		<-stopped
		cancel()
	}()
	return ctx
}

// inDir is a path of the user's, counted from where -C leads.
func (a *app) inDir(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(a.path(a.dir), p)
}

// date settles the dates: SOURCE_DATE_EPOCH (reproducible-builds.org), else the
// commit's, else none; and the day that the user says before both.
func (a *app) date(opt *publish.Options, today string) error {
	if epoch := a.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			a.say("samsyn: SOURCE_DATE_EPOCH är inget antal sekunder.", "samsyn: SOURCE_DATE_EPOCH is no number of seconds.")
			return errUsage
		}
		opt.Created = time.Unix(seconds, 0).UTC()
	}
	if !opt.Created.IsZero() {
		zone, err := sweden()
		if err != nil {
			return err
		}
		opt.Today = dateOf(opt.Created.In(zone))
	}
	if today == "" {
		return nil
	}
	day, err := a.day(today)
	opt.Today = day
	return err
}

// rejected tells of a content that has errors.
func (a *app) rejected(r *inspect.Result) error {
	if err := a.report(r, "text"); err != nil {
		return err
	}
	a.say("samsyn: inget byggdes, eftersom innehållet har fel.", "samsyn: nothing was built, since the content has errors.")
	return nil
}

// refused is the status where withPast gave nothing.
func (a *app) refused(err error) int {
	if err != nil {
		return a.fail(err)
	}
	return findings
}

// buildFailed puts what can go wrong with an output into words.
func (a *app) buildFailed(err error, folder string) int {
	switch {
	case errors.Is(err, context.Canceled):
		a.say("samsyn: avbrutet. Det som var byggt tidigare är orört.", "samsyn: interrupted. What was built before is untouched.")
	case errors.Is(err, publish.ErrForeignOutput):
		a.say("samsyn: %[1]s innehåller något annat än en webbplats som samsyn har byggt, så mappen ersätts inte. Välj en annan med --out.",
			"samsyn: %[1]s holds something else than a site that samsyn built, so the folder is not replaced. Choose another with --out.", folder)
	case errors.Is(err, publish.ErrLinkedOutput):
		a.say("samsyn: på vägen till %[1]s finns en symbolisk länk som leder ut ur innehållets mapp. Inget byggdes. Ta bort länken, eller välj en annan mapp med --out.",
			"samsyn: on the way to %[1]s there is a symbolic link that leads out of the content's folder. Nothing was built. Remove the link, or choose another folder with --out.", folder)
	case errors.Is(err, publish.ErrSignedLost):
		a.say("samsyn: i %[1]s finns en PDF som en part har undertecknat och som inte finns i innehållets mapp signed/, så inget ersätts. Lägg filen där, eller bygg till en annan mapp med --out. (%[2]s)",
			"samsyn: in %[1]s there is a PDF that a party has signed and that is not in the content's folder signed/, so nothing is replaced. Put the file there, or build to another folder with --out. (%[2]s)", folder, lastOf(err))
	case errors.Is(err, publish.ErrSignedInvalid):
		a.say("samsyn: en PDF i innehållets mapp signed/ är skadad eller ändrad, så att en underskrift i den inte gäller. Se varför med samsyn verify, och ersätt filen. (%[1]s)",
			"samsyn: a PDF in the content's folder signed/ is damaged or changed, so that a signature in it does not hold. See why with samsyn verify, and replace the file. (%[1]s)", lastOf(err))
		return findings
	case errors.Is(err, syscall.ENOSPC):
		a.say("samsyn: disken är full. Det som var byggt tidigare är orört.", "samsyn: the disk is full. What was built before is untouched.")
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		a.say("samsyn: det går inte att skriva i mappen: %s. Det som var byggt tidigare är orört.",
			"samsyn: the folder cannot be written to: %s. What was built before is untouched.", a.cause(err))
	default:
		a.say("samsyn: bygget misslyckades: %s. Det som var byggt tidigare är orört.",
			"samsyn: the build failed: %s. What was built before is untouched.", a.cause(err))
	}
	return failed
}

// lastOf is what an error says last: the file that it is about.
func lastOf(err error) string {
	s := err.Error()
	return strings.TrimSpace(s[strings.LastIndex(s, ": ")+1:])
}

func (a *app) built(made publish.Output, folder string, opt publish.Options) {
	if opt.WithoutPDFs {
		a.say("%[1]d sidor i %[2]s, utan PDF:er.", "%[1]d pages in %[2]s, without PDFs.", made.Pages, folder)
	} else {
		a.say("%[1]d sidor i %[2]s, och PDF:erna:", "%[1]d pages in %[2]s, and the PDFs:", made.Pages, folder)
	}
	for _, p := range made.PDFs {
		a.say("  %[1]s", "  %[1]s", filepath.Join(folder, p.Name))
	}
	for _, d := range made.Documents {
		a.signedBy(d)
	}
	for _, u := range made.Undrawn {
		a.undrawn(u)
	}
	for _, name := range made.Unpublished {
		a.say("Filen %[1]s, som en text länkar till, följer inte med till webbplatsen. Gör om den till PDF, CSV eller PNG, och länka till den.",
			"The file %[1]s, which a text links to, does not go with the site. Convert it to PDF, CSV or PNG, and link to that.", identity.Mask(name))
	}
	for _, l := range made.Lost {
		a.say("Versionen %[1]s är inte med: %[2]s", "Version %[1]s is left out: %[2]s", l.Name, a.cause(l.Err))
	}
	if len(opt.Versions) > 0 {
		a.say("Antagna versioner i %[1]s: %[2]d", "Adopted versions in %[1]s: %[2]d", filepath.Join(folder, view.VersionsFolder), made.Versions)
	}
	switch {
	case opt.WithoutPDFs:
	case opt.Credential == nil:
		a.say("PDF:erna är inte förseglade.", "The PDFs are not sealed.")
	case opt.Credential.Test:
		a.say("PDF:erna är förseglade med ett testcertifikat, som inte säger vem som har gjort det. Ange ett eget med --p12, eller --key och --cert.",
			"The PDFs are sealed with a test certificate, which does not say who did it. Give your own with --p12, or --key and --cert.")
	default:
		a.say("PDF:erna är förseglade av %[1]s.", "The PDFs are sealed by %[1]s.", opt.Credential.Chain[0].Subject.CommonName)
	}
	a.say("Öppna %[1]s i en webbläsare, eller kör samsyn serve.", "Open %[1]s in a browser, or run samsyn serve.", filepath.Join(folder, "index.html"))
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
		a.say("%[1]s publiceras som den är, vid sidan av den som byggdes: texten har ändrats sedan den undertecknades, eller så är någon undertecknare inte betrodd. Undertecknad av %[2]s.",
			"%[1]s is published as it is, beside the one that was built: the text has changed since it was signed, or a signer is not trusted. Signed by %[2]s.", d.File, strings.Join(names, ", "))
		return
	}
	a.say("%[1]s publiceras som parterna har undertecknat den: %[2]s.", "%[1]s is published as the parties have signed it: %[2]s.", d.File, strings.Join(names, ", "))
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
	a.say("Bilden %[1]s ritas inte i PDF:erna (%[2]s); där står dess beskrivning.",
		"The picture %[1]s is not drawn in the PDFs (%[2]s); its description stands there.", u.File, why.In(a.lang))
}

// hidden tells of plans that were left out, so that nobody looks for them.
func (a *app) hidden(c *model.Content, drafts bool) {
	n := 0
	for _, p := range c.Plans {
		if !p.Published() {
			n++
		}
	}
	if n > 0 && !drafts {
		a.say("Planer som är utkast eller förslag visas inte (%[1]d). Lägg till --drafts för att se dem.", "Plans that are drafts or proposed are not shown (%[1]d). Add --drafts to see them.", n)
	}
}

// since is what has changed from a revision to a content; nil where none is named.
func (a *app) since(rev string, now *model.Content) (*view.Past, error) {
	if rev == "" {
		return nil, nil
	}
	zone, err := sweden()
	if err != nil {
		return nil, err
	}
	then, err := a.revision(rev)
	if err != nil {
		return nil, err
	}
	defer then.close()
	before, err := load.Load(then.tree)
	if err != nil {
		return nil, err
	}
	day := dayOf(history.Commit{Hash: then.commit, CommitDate: then.when}, zone)
	return &view.Past{Day: day, Commit: then.commit, Changes: diff.Contents(before.Content, now)}, nil
}
