package sign

import (
	"crypto/x509"
	"errors"
	"fmt"
	"reflect"
	"time"

	"samsyn/internal/pdfobj"
)

// VerifyOptions say whom to trust.
type VerifyOptions struct {
	Trusted []*x509.Certificate // roots, or signers' own certificates
	Now     time.Time           // for what has expired; the present where it is zero
}

// Verify checks every signature of a PDF. An error means that there is nothing to
// report of it: ErrNotPDF and ErrForeign that it cannot be judged, ErrDamaged that
// nothing in it holds. What is wrong with a signature stands in the report.
func Verify(pdf []byte, opt VerifyOptions) (Report, error) {
	f, rest, err := open(pdf)
	if err != nil {
		return Report{}, err
	}
	return verify(pdf, f, rest, opt)
}

// verify checks a PDF that has been read as far as it can be.
func verify(pdf []byte, f *pdfobj.File, rest error, opt VerifyOptions) (Report, error) {
	if opt.Now.IsZero() {
		opt.Now = time.Now()
	}
	all, err := signedFields(f)
	if err != nil {
		return Report{}, err
	}
	if rest != nil && len(all) == 0 {
		return Report{}, unreadable(rest)
	}
	revs := f.Revisions()
	report := Report{Revisions: len(revs), Base: int64(len(pdf))}
	if rest != nil {
		code := Appended
		if errors.Is(rest, pdfobj.ErrUnsupported) {
			code = UnclearEnd
		}
		report.Problems = append(report.Problems, Problem{code, fmt.Sprintf("%d bytes follow: %v", int64(len(pdf))-revs[len(revs)-1].End, rest)})
	}
	if len(all) == 0 {
		return report, nil
	}
	first := all[0].rev
	report.Base = 0
	if first > 0 {
		report.Base = revs[first-1].End
	}
	found, err := auditFrom(f, first)
	if err != nil {
		return Report{}, err
	}
	for rev, u := range found {
		if d := beyondSigning(u.deeds); len(d) > 0 && u.wrong == nil {
			report.Updates = append(report.Updates, Update{rev + 1, d})
		}
	}
	for _, s := range all {
		sig := judge(pdf, f, s, opt)
		sig.Whole = s.rev == len(revs)-1 && rest == nil
		sig.Problems = append(sig.Problems, later(f, s, found)...)
		sig.Problems = append(sig.Problems, report.Problems...)
		report.Signatures = append(report.Signatures, sig)
	}
	fitStamps(report.Signatures, opt.Now)
	inspectValidation(f, report.Signatures)
	for i := range report.Signatures {
		if s := &report.Signatures[i]; s.Verdict() == Invalid {
			s.Trusted, s.Untrusted = false, "the signature does not hold"
		}
	}
	return report, nil
}

func beyondSigning(deeds []Deed) (out []Deed) {
	for _, d := range deeds {
		if d != Signed && d != Stamped {
			out = append(out, d)
		}
	}
	return out
}

// Base gives the bytes before the first signature's update: what a rebuild
// gives. Where nothing is signed, that is the whole file.
func Base(pdf []byte) ([]byte, error) {
	r, err := Verify(pdf, VerifyOptions{})
	if err != nil {
		return nil, err
	}
	return pdf[:r.Base], nil
}

// signed is a signature field in the revision that filled it.
type signed struct {
	widget
	rev int
	sig pdfobj.Dict
}

// signedFields lists every filling of a signature field in the history of the
// file, also one that a later revision took away again.
func signedFields(f *pdfobj.File) ([]signed, error) {
	widgets := map[pdfobj.Ref]widget{}
	var walk *formWalk
	for rev, r := range f.Revisions() {
		if walk != nil && !walk.unlike(r) {
			continue
		}
		var err error
		if walk, err = in(f, rev).walkForm(); err != nil {
			return nil, err
		}
		for _, w := range walk.found {
			widgets[w.ref] = w
		}
	}
	var out []signed
	for rev, r := range f.Revisions() {
		for _, ref := range r.Objects {
			w, ok := widgets[ref]
			if !ok {
				continue
			}
			now, before := in(f, rev), in(f, rev-1)
			w.dict = now.Dict(ref)
			value := w.dict["V"]
			if now.Resolve(value) == nil || (reflect.DeepEqual(value, before.Dict(ref)["V"]) && equal(now.Dict(value), before.Dict(value))) {
				continue // empty, or written again with the signature that it had
			}
			out = append(out, signed{w, rev, now.Dict(value)})
		}
	}
	return out, nil
}

// later says what the look at the updates means for a signature.
func later(f *pdfobj.File, s signed, found []finding) (out []Problem) {
	own := found[s.rev]
	switch {
	case errors.Is(own.wrong, ErrShadow):
		out = append(out, Problem{Shadow, own.wrong.Error()})
	case own.wrong != nil:
		out = append(out, Problem{OwnUpdate, "its own update does more than sign: " + own.wrong.Error()})
	case own.unseen != nil:
		out = append(out, Problem{UnclearPlace, own.unseen.Error()})
	case own.unclear != "":
		out = append(out, Problem{UnclearChange, own.unclear})
	}
	rules := rulesOf(in(f, s.rev), s.sig)
	for rev := s.rev + 1; rev < len(found); rev++ {
		u := found[rev]
		switch {
		case errors.Is(u.wrong, ErrShadow):
		case u.wrong != nil:
			out = append(out, Problem{ChangedAfter, fmt.Sprintf("changed afterwards, in revision %d: %v", rev+1, u.wrong)})
		case rules.forbid(u, in(f, rev)):
			out = append(out, Problem{Forbidden, fmt.Sprintf("revision %d does what the signer ruled out", rev+1)})
		case u.unclear != "":
			out = append(out, Problem{UnclearChange, fmt.Sprintf("revision %d: %s", rev+1, u.unclear)})
		}
	}
	return out
}
