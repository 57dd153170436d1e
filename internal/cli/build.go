package cli

import (
	"errors"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/edition"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/secret"
)

func (a *app) build(args []string) error {
	fs := a.Flags("build")
	out := fs.String("out", "", console.Both("mappen att bygga i (annars public i innehållets mapp)", "the folder to build into (default: public in the content's folder)"))
	drafts := fs.Bool("drafts", false, console.Both("visa även planer och resultatrapporter som är utkast eller förslag", "show plans and results reports that are drafts or proposed too"))
	today := fs.String("today", "", console.Both("dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)", "the day that the content is judged against (YYYY-MM-DD)"))
	rev := fs.String("rev", "", console.Both("den version i git som ska byggas, i stället för mappen", "the git revision to build, instead of the folder"))
	versions := fs.Bool("versions", false, console.Both("behåll varje antagen version bredvid webbplatsen, under versioner/", "keep every adopted version beside the site, under versioner/"))
	since := fs.String("since", "", console.Both("en version i git: en bilaga i PDF-filerna berättar vad som har ändrats sedan den", "the git revision that an annex of the PDFs tells the changes since"))
	noPDFs := fs.Bool("no-pdfs", false, console.Both("gör bara webbplatsen", "make the website alone"))
	key := a.KeyFlags(fs)
	mode := fs.String("sign", "test", console.Both("test eller none: hur PDF-filerna förseglas utan en egen nyckel", "test or none: how to seal without a key of your own"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := a.OneOf("sign", *mode, []string{"test", "none"}); err != nil {
		return err
	}
	p, err := a.Open(project.Options{Rev: *rev})
	if err != nil {
		return err
	}
	opt, err := a.settled(p, *today)
	if err != nil {
		return err
	}
	opt.Drafts, opt.SealedAt, opt.WithoutPDFs = *drafts, a.Now(), *noPDFs
	to := a.output(p, *out)
	if a.FillsContent(to.Folder) {
		return console.ErrTold
	}
	r, past, err := a.inspected(p, opt.Today, opt.Commit != "")
	if err != nil {
		return err
	}
	if r.Errors() > 0 {
		return a.rejected(r)
	}
	if err := a.editions().Recount(p, past, &opt); err != nil {
		return err
	}
	if opt.Since, err = p.Since(*since); err != nil {
		return err
	}
	if !opt.WithoutPDFs {
		if opt.Credential, err = a.credential(key, *mode); err != nil {
			return a.signingFailed(err, diag.Say("Det som var byggt tidigare är orört.", "What was built before is untouched."))
		}
	}
	if *versions {
		if opt.Versions, err = a.earlier(p, past, opt); err != nil {
			return err
		}
	}
	if opt.Trusted, err = a.trust(); err != nil {
		return err
	}
	opt.Contents = r.Contents
	made, err := publish.ToFolder(a.Context(), p.Tree, r.Content, to, opt)
	if err != nil {
		return a.buildFailed(err, to.Folder)
	}
	a.built(made, to.Folder, opt)
	a.hidden(r.Content, *drafts)
	a.warned(r)
	return nil
}

// editions makes what is built, and says in the chosen language what is left out.
func (a *app) editions() edition.Maker {
	return edition.Maker{Version: console.ToolVersion(), Lang: a.Lang, Say: a.Say}
}

// earlier finds the adopted versions below a content that are kept beside it.
func (a *app) earlier(p *project.Project, past *project.Past, opt publish.Options) ([]publish.Version, error) {
	if past == nil {
		return nil, a.Refuse("samsyn: det finns ingen sparad version i git, så --versions har inget att bygga.", "samsyn: git has no saved version, so --versions has nothing to build.")
	}
	known, err := a.versions(p)
	if err != nil {
		return nil, err
	}
	return a.editions().Earlier(p, past, known, opt)
}

// inspected holds a content against the rules, and asks git for its past meanwhile if
// git has it. Where a site is built of no certain day, the rules ask of the present one.
func (a *app) inspected(p *project.Project, today model.Date, inGit bool) (*project.Result, *project.Past, error) {
	if today.IsZero() {
		today = a.Today()
	}
	var past *project.Past
	var unknown error
	var asked sync.WaitGroup
	if inGit {
		asked.Go(func() { past, unknown = p.Past() })
	}
	r, err := p.Inspect(today)
	asked.Wait()
	if err != nil || r.Errors() > 0 {
		return r, nil, err
	}
	return r, past, unknown
}

// output is where to build.
func (a *app) output(p *project.Project, out string) publish.Place {
	folder := filepath.Join(p.Dir(), "public")
	if out != "" {
		folder = a.InDir(out)
	}
	return publish.Place{Folder: folder, Within: secret.Checkout(p.Dir()), Content: p.Dir(), Own: secret.Name(a.ConfigDir, p.Dir(), "output", folder)}
}

// lastSecond is the end of the year 9999: no date of a PDF or a page has more digits.
const lastSecond = 253402300799

// settled is what is published of which version, and its dates: SOURCE_DATE_EPOCH
// (reproducible-builds.org), else the commit's, else none; and the day that the user says
// before both.
func (a *app) settled(p *project.Project, today string) (opt publish.Options, err error) {
	commit := a.Commit(p)
	opt.Version, opt.Commit = console.ToolVersion(), commit.Hash
	if !commit.IsZero() {
		opt.Created = commit.CommitDate.UTC()
	}
	if epoch := a.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 || seconds > lastSecond {
			return opt, a.Refuse("samsyn: SOURCE_DATE_EPOCH är inget antal sekunder.", "samsyn: SOURCE_DATE_EPOCH is no number of seconds.")
		}
		opt.Created = time.Unix(seconds, 0).UTC()
	}
	if !opt.Created.IsZero() {
		opt.Today = project.DayOf(opt.Created)
	}
	if today != "" {
		opt.Today, err = a.Day(today)
	}
	return opt, err
}

// rejected tells of a content that has errors.
func (a *app) rejected(r *project.Result) error {
	err := a.Reject(r)
	if errors.Is(err, console.ErrFindings) {
		a.Say("samsyn: inget byggdes, eftersom innehållet har fel.", "samsyn: nothing was built, since the content has errors.")
	}
	return err
}
