// Package publish is a whole run: a checked content goes in, and its site comes out in
// the place of the old one: PDFs, sealed, pages, open data and the search index. It
// decides which pages have to be made anew; what they say and how they are drawn it
// leaves to others.
package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	"samsyn/internal/canon"
	"samsyn/internal/conform"
	"samsyn/internal/diff"
	"samsyn/internal/keys"
	"samsyn/internal/model"
	"samsyn/internal/pdf"
	"samsyn/internal/pdfobj"
	"samsyn/internal/sign"
	"samsyn/internal/source"
	"samsyn/internal/tagged"
	"samsyn/internal/tint"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/view/site"
)

// Options say what a build is made from and how it is sealed.
type Options struct {
	Today   model.Date // the day that the content is judged against; zero: no day
	Created time.Time  // the date that the PDFs carry; zero: none
	Commit  string     // of the content; "" outside git
	Version string     // of the program
	Drafts  bool       // plans that are not in force are shown too
	// Changed tells when the content's files came to be and last changed.
	Changed map[string]diff.Times
	// Since is what has changed since an earlier version, told in an annex of the
	// PDFs; nil where no annex is asked for.
	Since *diff.Occasion
	// History tells what was changed in substance when, newest first.
	History []diff.Occasion
	// Decided is the newest adopted version, and what has changed since then.
	Decided *diff.Occasion
	// Versions are adopted versions that are kept beside the site, newest first.
	Versions []Version

	WithoutPDFs bool // only pages and files are made
	OnDemand    bool // the pages lead to PDFs that are not made until somebody asks for one, with Document

	// Contents names the bytes of each content file, by its path, so that pages that were
	// made of the same before need not be made again; nil: not known.
	Contents map[string]string
	// Kept has such pages; nil: none. A build into a folder looks there.
	Kept keeper

	Credential *keys.Credential // seals the PDFs; nil: they stay unsealed
	SealedAt   time.Time        // the time that the seals claim

	Trusted []*x509.Certificate // for signatures by parties; none where the content names none

	signed  map[string]*signedFile // what the parties have signed; nil: not read yet
	earlier *view.Earlier          // where this is one of another site's versions
}

// PDF is a document that a build made.
type PDF struct {
	Name string // of the file
	Data []byte
}

// Output is what a build made.
type Output struct {
	Pages int
	PDFs  []PDF
	// Documents say of each PDF what the pages say.
	Documents []view.MadeDocument
	Versions  int    // how many are kept beside the site
	Lost      []Lost // the versions that could not be built
	Undrawn   []Undrawn
	// Unpublished are the files that texts lead to and that may not go with the site.
	Unpublished []string
}

// ToFolder builds into a folder that is swapped in when all of it is there. If
// anything fails, or ctx ends, what was there before is left whole.
func ToFolder(ctx context.Context, tree *source.Tree, c *model.Content, out Place, opt Options) (Output, error) {
	s, err := stage(out)
	if err != nil {
		return Output{}, err
	}
	defer s.close()
	made, err := s.make(ctx, tree, c, out, opt)
	if err != nil {
		s.discard()
		return Output{}, err
	}
	return made, nil
}

// make builds into the new folder, and puts it in the place of the old one.
func (s *staging) make(ctx context.Context, tree *source.Tree, c *model.Content, out Place, opt Options) (Output, error) {
	var err error
	if opt.signed, err = keptSigned(tree, opt.Trusted); err != nil {
		return Output{}, err
	}
	if s.old != nil {
		if err := lost(s.old, opt.signed); err != nil {
			return Output{}, err
		}
	}
	var kept *memory
	if opt.Contents != nil {
		kept = recall(s, out, opt.Version)
	}
	if kept != nil {
		opt.Kept = kept
	}
	made, err := s.until(ctx, func() (Output, error) { return s.build(ctx, tree, c, opt) })
	if err != nil {
		kept.forget()
		return Output{}, err
	}
	return made, s.swapAnd(kept.save)
}

// until gives what work makes, or ends with ctx. It does not wait for the work then: one
// page of a PDF may take long, and what it writes after that goes nowhere.
func (s *staging) until(ctx context.Context, work func() (Output, error)) (made Output, err error) {
	done := make(chan struct{})
	var result Output
	var failed error
	go func() {
		defer close(done)
		result, failed = work()
	}()
	select {
	case <-done:
		return result, errors.Join(failed, ctx.Err())
	case <-ctx.Done():
		return Output{}, ctx.Err()
	}
}

// ErrCollision says that two things have one address. The content's check finds what
// can be told of names; this is so that nothing is ever written over.
var ErrCollision = errors.New("two things would have the same address")

// To hands every file of the output to write, from several goroutines at once.
func To(ctx context.Context, tree *source.Tree, c *model.Content, write Write, opt Options) (Output, error) {
	files, left, err := published(tree, c)
	if err != nil {
		return Output{}, err
	}
	return run(ctx, tree, view.New(c, opt.view(c, files)), files, left, write, opt)
}

// run makes the PDFs first, since the pages tell of them.
func run(ctx context.Context, tree *source.Tree, v *view.View, files publication, left []string, write Write, opt Options) (Output, error) {
	var written sync.Map // by their paths, without regard to capitals
	until := func(name string, data []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, twice := written.LoadOrStore(strings.ToLower(name), true); twice {
			return fmt.Errorf("%s: %w", name, ErrCollision)
		}
		return write(name, data)
	}
	drawn := files.pictures(tree)
	out := Output{Unpublished: left}
	if !opt.WithoutPDFs {
		var err error
		if opt.signed == nil {
			if opt.signed, err = keptSigned(tree, opt.Trusted); err != nil {
				return Output{}, err
			}
		}
		if out.PDFs, v.Options.Documents, err = documents(ctx, v, drawn, opt); err != nil {
			return Output{}, err
		}
	}
	if opt.OnDemand {
		for _, d := range document.All(v) {
			v.Options.Documents = append(v.Options.Documents, view.MadeDocument{ID: d.ID, File: d.ID + ".pdf", Title: d.Title})
		}
	}
	out.Documents = v.Options.Documents
	for _, p := range out.PDFs {
		if err := until(p.Name, p.Data); err != nil {
			return Output{}, err
		}
	}
	var err error
	if v.Options.Shapes, err = shapes(tree, v.Content); err != nil {
		return Output{}, err
	}
	s := site.New(v)
	if err := writeSite(s, until, opt.Contents, opt.Kept); err != nil {
		return Output{}, err
	}
	out.Pages, out.Undrawn = len(s.Pages()), drawn.refused()
	return out, files.copy(tree, until)
}

// view is what the views depend on beside the content.
func (o Options) view(c *model.Content, files publication) view.Options {
	return view.Options{
		Today: o.Today, Drafts: o.Drafts, Commit: o.Commit, Version: o.Version, Digest: canon.Signed(c).Whole,
		Changed: o.Changed, History: o.History, Decided: o.Decided, Since: o.Since, Published: files,
		Earlier: o.earlier,
	}
}

// Document makes one PDF by the name of its file, unsealed; nil where the content
// has no such document.
func Document(tree *source.Tree, c *model.Content, name string, opt Options) ([]byte, error) {
	files, _, err := published(tree, c)
	if err != nil {
		return nil, err
	}
	v := view.New(c, opt.view(c, files))
	for _, d := range document.All(v) {
		if d.ID+".pdf" == name {
			return unsigned(v, d.Make(), files.pictures(tree), opt)
		}
	}
	return nil, nil
}

// Rebuilds tells whether base, a PDF without its signatures, is what the content
// gives with these options.
func Rebuilds(tree *source.Tree, c *model.Content, base []byte, opt Options) (bool, error) {
	files, _, err := published(tree, c)
	if err != nil {
		return false, err
	}
	for _, opt.Drafts = range []bool{false, true} {
		v := view.New(c, opt.view(c, files))
		for _, d := range document.All(v) {
			pdf, err := unsigned(v, d.Make(), files.pictures(tree), opt)
			if err != nil {
				return false, err
			}
			if bytes.Equal(pdf, base) {
				return true, nil
			}
		}
	}
	return false, nil
}

// documents makes the PDFs: the agreement, and each plan that is shown.
func documents(ctx context.Context, v *view.View, drawn *pictures, opt Options) ([]PDF, []view.MadeDocument, error) {
	var pdfs []PDF
	var made []view.MadeDocument
	for _, d := range document.All(v) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		p, about, err := makePDF(v, d.Make(), drawn, opt)
		if err != nil {
			return nil, nil, err
		}
		if k := opt.signed[p.Name]; k != nil && k.stands(v.Options.Digest, about, len(opt.Trusted) > 0) {
			p.Data = k.data
			k.tell(&about)
		}
		pdfs, made = append(pdfs, p), append(made, about)
	}
	p, about := beside(opt.signed, made)
	return append(pdfs, p...), append(made, about...), nil
}

func makePDF(v *view.View, d *document.Document, drawn *pictures, opt Options) (PDF, view.MadeDocument, error) {
	base, err := unsigned(v, d, drawn, opt)
	if err != nil {
		return PDF{}, view.MadeDocument{}, err
	}
	parsed, err := pdfobj.Parse(base)
	if err != nil {
		return PDF{}, view.MadeDocument{}, fmt.Errorf("%s.pdf: %w", d.ID, err)
	}
	if lacks := conform.Check(parsed); len(lacks) > 0 {
		return PDF{}, view.MadeDocument{}, fmt.Errorf("%s.pdf is not what it claims to be: %s", d.ID, strings.Join(lacks, "; "))
	}
	sum := sha256.Sum256(base)
	p := PDF{Name: d.ID + ".pdf", Data: base}
	about := view.MadeDocument{ID: d.ID, File: p.Name, Title: d.Title, Pages: len(parsed.Pages()),
		Digest: hex.EncodeToString(sum[:]), Unsigned: unfilled(sign.FieldsOf(parsed))}
	if opt.Credential != nil {
		p.Data, err = sign.Sign(base, sign.Options{
			Field: view.SealField, Credential: *opt.Credential, Time: opt.SealedAt, Reason: d.Seal.Title.S,
			Mark: &sign.Mark{Drawing: sealMark, Lines: []string{opt.Credential.Chain[0].Subject.CommonName, opt.SealedAt.Format(time.DateOnly)}},
		})
		if err != nil {
			return PDF{}, view.MadeDocument{}, fmt.Errorf("%s: %w", p.Name, err)
		}
		certificate := sha256.Sum256(opt.Credential.Chain[0].Raw)
		about.Certificate = hex.EncodeToString(certificate[:])
		about.SignedBy, about.TestKey = opt.Credential.Chain[0].Subject.CommonName, opt.Credential.Test
	}
	about.Size = int64(len(p.Data))
	return p, about, nil
}

// sealMark is drawn in the field that the publisher has sealed: a ring around a
// tick. Parties who have signed get a tick alone.
var sealMark = []byte("q 0.07 0.29 0.42 RG 2 w 1 J 1 j " +
	"38 21 m 38 28.73 31.73 35 24 35 c 16.27 35 10 28.73 10 21 c 10 13.27 16.27 7 24 7 c 31.73 7 38 13.27 38 21 c h " +
	"17.5 21 m 22 16 l 30.5 27 l S Q\n")

// unsigned makes a document's PDF without any signature: the bytes that the same
// content, program and day always give.
func unsigned(v *view.View, d *document.Document, drawn *pictures, opt Options) ([]byte, error) {
	var colour *tint.Colour
	if own, given := v.Colour(); given {
		colour = &own
	}
	return pdf.Render(*d, pdf.Options{
		Colour:  colour,
		Address: func(r block.Ref) string { return onWeb(v, r) },
		File:    drawn.read, Undrawn: drawn.refuse,
		Meta: tagged.Meta{
			Producer: "Samsyn " + opt.Version, Created: opt.Created,
			Commit: opt.Commit, Today: opt.Today.String(), Digest: v.Options.Digest, Since: opt.since(),
		},
	})
}

// since is the commit that an annex compares with, "" where there is none.
func (o Options) since() string {
	if o.Since == nil {
		return ""
	}
	return o.Since.Commit
}

// onWeb is where a page or file will be published, for links from a PDF; ""
// where the content does not say.
func onWeb(v *view.View, r block.Ref) string {
	if v.Content.Config == nil {
		return ""
	}
	base := view.SafeURL(v.Content.Config.BaseURL.V)
	if !base.Given() {
		return ""
	}
	target := strings.TrimRight(base.URL, "/") + "/"
	if r.File != "" {
		return target + (&url.URL{Path: r.File}).String()
	}
	target += r.Page + ".html"
	if r.Fragment != "" {
		target += "#" + r.Fragment
	}
	return target
}
