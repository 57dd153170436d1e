package sign

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"maps"
	"strings"
	"time"

	"samsyn/internal/cms"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// Options say who signs what, where.
type Options struct {
	Field      string // the prepared field's name
	Credential keys.Credential
	Time       time.Time // the claimed time, written with its zone; now where it is zero
	Reason     string
	Location   string

	// Timestamp, where not nil, gets the signature's value and gives a
	// TimeStampToken over it (RFC 3161), such as HTTPTimestamp's.
	Timestamp func(signature []byte) (token []byte, err error)

	// Mark, where not nil, is what the field shows from now on, in the frame
	// (BBox) and with the resources of the appearance that stands in the file.
	Mark *Mark
}

// Room for what a container holds beside certificates, in bytes.
const (
	roomBase  = 2048
	roomStamp = 16384
)

// Sign fills a prepared, empty signature field and gives the whole new file,
// which begins with the bytes of pdf. What it gives, Verify holds.
func Sign(pdf []byte, opt Options) ([]byte, error) {
	if opt.Time.IsZero() {
		opt.Time = time.Now()
	}
	if err := opt.Credential.Usable(time.Now()); err != nil {
		return nil, err
	}
	f, rest, err := open(pdf)
	if err != nil {
		return nil, err
	}
	if err := mayBeSigned(pdf, f, rest); err != nil {
		return nil, err
	}
	if rest != nil {
		return nil, unreadable(rest)
	}
	field, err := emptyField(f, opt.Field)
	if err != nil {
		return nil, err
	}
	room := roomFor(opt)
	sig := f.Add(signatureDict(opt, room))
	filled := maps.Clone(field.dict)
	filled["V"] = sig
	if opt.Mark != nil {
		if filled["AP"], err = drawMark(f, field, *opt.Mark); err != nil {
			return nil, err
		}
	}
	f.Set(field.ref, filled)
	out, places := f.WriteIncremental()
	if err := fill(out, int(places[sig]), room, opt); err != nil {
		return nil, err
	}
	if err := held(out); err != nil {
		return nil, err
	}
	return out, nil
}

// mayBeSigned refuses a file that was changed after a signature, or that has
// something behind its end. What cannot be judged may be signed on.
func mayBeSigned(pdf []byte, f *pdfobj.File, rest error) error {
	r, err := verify(pdf, f, rest, VerifyOptions{})
	if err != nil {
		return err
	}
	for _, s := range r.Signatures {
		if s.Verdict() == Invalid {
			return fmt.Errorf("%w: field %s: %s", ErrChanged, s.Field, s.Problems[0].Detail)
		}
	}
	return nil
}

// held is the last look at what goes out of our hands.
func held(out []byte) error {
	r, err := Verify(out, VerifyOptions{})
	if err != nil {
		return fmt.Errorf("the signed file cannot be read back: %w", err)
	}
	for _, s := range r.Signatures {
		for _, p := range s.Problems {
			if p.Code == Shadow {
				return fmt.Errorf("%w: %s", ErrShadow, p.Detail)
			}
		}
		if s.Verdict() == Invalid {
			return fmt.Errorf("the signature made does not hold: %s", s.Problems[0].Detail)
		}
	}
	return nil
}

func emptyField(f *pdfobj.File, name string) (widget, error) {
	v := in(f, lastRevision(f))
	all, err := v.fields()
	if err != nil {
		return widget{}, err
	}
	var names []string
	for _, w := range all {
		if w.name != name {
			names = append(names, w.name)
			continue
		}
		if v.Resolve(w.dict["V"]) != nil {
			return widget{}, fmt.Errorf("%w: %s", ErrSigned, name)
		}
		return w, nil
	}
	return widget{}, fmt.Errorf("%w: %s (there are: %s)", ErrNoField, name, strings.Join(names, ", "))
}

func roomFor(opt Options) int {
	n := roomBase
	for _, c := range opt.Credential.Chain {
		n += len(c.Raw) + len(c.RawIssuer) + 100 // itself, and its name among the signed attributes
	}
	if opt.Timestamp != nil {
		n += roomStamp
	}
	return n
}

// rangeRoom holds four offsets of up to ten digits, which the cross-reference
// table cannot exceed either.
const rangeRoom = len("[0 0000000000 0000000000 0000000000]")

func signatureDict(opt Options, room int) pdfobj.Dict {
	d := pdfobj.Dict{
		"Type":      pdfobj.Name("Sig"),
		"Filter":    pdfobj.Name("Adobe.PPKLite"),
		"SubFilter": pdfobj.Name("ETSI.CAdES.detached"),
		"ByteRange": pdfobj.Raw(strings.Repeat(" ", rangeRoom)),
		"Contents":  pdfobj.Str(make([]byte, room)),
		"M":         pdfobj.Text(pdfDate(opt.Time)),
		"Name":      pdfobj.Text(signerName(opt.Credential.Chain[0])),
	}
	if opt.Reason != "" {
		d["Reason"] = pdfobj.Text(opt.Reason)
	}
	if opt.Location != "" {
		d["Location"] = pdfobj.Text(opt.Location)
	}
	return d
}

// drawMark puts a mark in the frame of the appearance that the field has.
func drawMark(f *pdfobj.File, field widget, mark Mark) (pdfobj.Dict, error) {
	ap := f.Dict(field.dict["AP"])
	old := f.Stream(ap["N"])
	if len(ap) != 1 || old == nil {
		return nil, fmt.Errorf("%w: the field %s has no appearance to draw in", ErrForeign, field.name)
	}
	return pdfobj.Dict{"N": f.Add(&pdfobj.Stream{D: frame(old.D), Data: mark.content(f, old.D)})}, nil
}

// fill writes the byte range and then the container over all but itself, both
// in the places kept for them in the signature dictionary at byte at.
func fill(out []byte, at, room int, opt Options) error {
	const before = "/Contents "
	open := at + bytes.Index(out[at:], []byte(before+"<")) + len(before)
	end := open + 2*room + len("<>")
	const rangeKey = "/ByteRange "
	r := at + bytes.Index(out[at:], []byte(rangeKey)) + len(rangeKey)
	copy(out[r:r+rangeRoom], fmt.Sprintf("[0 %d %d %d]", open, end, len(out)-end))

	der, err := cms.Make([][]byte{out[:open], out[end:]}, opt.Credential.Key, opt.Credential.Chain, opt.Timestamp)
	if err != nil {
		return err
	}
	if len(der) > room {
		return fmt.Errorf("%w: %d bytes, room for %d", ErrRoom, len(der), room)
	}
	hex.Encode(out[open+1:], der)
	return nil
}

// frame is an appearance's dictionary without what belongs to its data.
func frame(d pdfobj.Dict) pdfobj.Dict {
	out := maps.Clone(d)
	for _, k := range []pdfobj.Name{"Length", "Filter", "DecodeParms"} {
		delete(out, k)
	}
	return out
}
