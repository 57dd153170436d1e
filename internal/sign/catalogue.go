package sign

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"samsyn/internal/pdfobj"
)

// trailer allows what every update writes anew (7.5.6), and information where there
// was none.
func (u *update) trailer() error {
	revs := u.f.Revisions()
	before, now := revs[u.before.rev].Trailer, revs[u.now.rev].Trailer
	for _, k := range keysOf(before, now) {
		switch k {
		case "Size", "Prev", "Info":
		case "ID":
			x, _ := before[k].(pdfobj.Array)
			y, _ := now[k].(pdfobj.Array)
			if len(x) != len(y) || len(x) > 0 && !equal(x[0], y[0]) {
				return errors.New("the file's identity is changed")
			}
		default:
			if !equal(before[k], now[k]) {
				return fmt.Errorf("the trailer's /%s is changed", k)
			}
		}
	}
	return nil
}

// properties allows the information dictionary (14.3.3) to say when the file was
// last changed and with what.
func (u *update) properties() error {
	revs := u.f.Revisions()
	x, y := revs[u.before.rev].Trailer["Info"], revs[u.now.rev].Trailer["Info"]
	before, now := u.before.Dict(x), u.now.Dict(y)
	if !equal(x, y) {
		if ref, ok := y.(pdfobj.Ref); !ok || !u.fresh[ref] {
			return errors.New("the information is another")
		}
	}
	if err := u.account(y, 0); err != nil {
		return err
	}
	for _, k := range keysOf(before, now) {
		if equalText(before[k], now[k]) {
			continue
		}
		switch k {
		case "ModDate":
			if parseDate(u.now.Text(now[k])).IsZero() {
				return errors.New("the information's date is no date")
			}
		case "Producer":
			if _, ok := now[k].(pdfobj.Str); !ok {
				return errors.New("the information's program is no text")
			}
		case "Title", "Author", "Subject", "Keywords", "CreationDate", "Creator", "Trapped":
			return fmt.Errorf("the information's /%s is changed", k)
		default:
			u.doubt("the information's /%s is changed", k)
			continue
		}
		u.did(Properties)
	}
	return nil
}

// What the catalogue has that decides nothing about what is shown, and that other
// programs keep there.
var besides = []pdfobj.Name{"PieceInfo", "Legal", "SpiderInfo", "Perms", "Requirements"}

func (u *update) catalogue() error {
	root := u.f.Revisions()[u.now.rev].Trailer["Root"]
	before, now := u.before.Dict(root), u.now.Dict(root)
	delete(u.left, root.(pdfobj.Ref)) // each of its entries is looked at
	for _, k := range keysOf(before, now) {
		var err error
		switch k {
		case "AcroForm":
			err = u.form(before[k], now[k])
		case "DSS":
			err = u.validation(before[k], now[k])
		case "Metadata":
			err = u.metadata(before[k], now[k])
		case "Extensions", "Version":
			err = u.declared(k, before[k], now[k])
		default:
			switch {
			case equal(before[k], now[k]):
			case slices.Contains(besides, k):
				u.doubt("the catalogue's /%s is changed", k)
				err = u.claim(now[k])
			default:
				err = fmt.Errorf("the catalogue's /%s is changed", k)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// declared allows another edition of PDF and names of extensions (7.12), which only
// tell readers what to expect.
func (u *update) declared(k pdfobj.Name, before, now any) error {
	if equal(before, now) {
		return nil
	}
	if k == "Version" {
		if v, ok := now.(pdfobj.Name); !ok || v != "1.7" && v != "2.0" {
			return errors.New("the catalogue names an edition that there is not")
		}
	} else if !plain(now) {
		return errors.New("the catalogue's /Extensions hold more than names")
	}
	u.did(Declared)
	return nil
}

// plain tells whether an object is there with all that it holds.
func plain(v any) bool {
	is := v != nil
	references(v, func(pdfobj.Ref) { is = false })
	return is
}

// form allows fields that are added for time stamps, and what programs that fill in
// forms note beside them (12.7.3).
func (u *update) form(x, y any) error {
	before, now := u.before.Dict(x), u.now.Dict(y)
	if now == nil {
		if before == nil {
			return nil
		}
		return errors.New("the form is taken away")
	}
	if err := u.account(y, 1); err != nil {
		return err
	}
	for _, k := range keysOf(before, now) {
		switch k {
		case "Fields":
			if err := u.fieldList(before[k], now[k]); err != nil {
				return err
			}
		case "SigFlags":
			n, ok := u.now.Resolve(now[k]).(pdfobj.Num)
			if !equal(before[k], now[k]) && (!ok || n != "1" && n != "3") {
				return errors.New("the form says that it is not signed")
			}
		case "DR", "DA", "Q":
			if equal(before[k], now[k]) {
				continue
			}
			// Fonts and sizes for text fields, of which we make none.
			if before[k] != nil {
				u.doubt("the form's /%s is changed", k)
			}
			if err := u.claim(now[k]); err != nil {
				return err
			}
		default:
			if !equal(before[k], now[k]) {
				return fmt.Errorf("the form's /%s is changed", k)
			}
		}
	}
	return nil
}

// fieldList allows fields behind those that there were.
func (u *update) fieldList(x, y any) error {
	before, now := u.before.Array(x), u.now.Array(y)
	if len(now) < len(before) || !equal(before, now[:len(before)]) {
		return errors.New("the form's fields are others")
	}
	if err := u.account(y, 1); err != nil {
		return err
	}
	for _, f := range now[len(before):] {
		if err := u.newField(f); err != nil {
			return err
		}
	}
	return nil
}

// validation allows certificates, lists of revoked ones and answers about them, for
// whoever looks at the signatures later (12.8.4.3). They are looked at elsewhere.
func (u *update) validation(before, now any) error {
	if now == nil {
		if before != nil {
			return errors.New("the validation data are taken away")
		}
		return nil
	}
	changed := !equal(before, now)
	// The dictionary; the lists in it and that of single signatures; the dictionaries
	// of these; the lists in them.
	todo := []any{now}
	seen := map[pdfobj.Ref]bool{}
	for range 4 {
		var next []any
		for _, v := range todo {
			if ref, ok := v.(pdfobj.Ref); ok {
				if seen[ref] {
					continue
				}
				seen[ref] = true
				if _, isStream := u.now.Resolve(v).(*pdfobj.Stream); isStream && u.left[ref] && !u.fresh[ref] {
					return errors.New("validation data are replaced")
				}
				changed = changed || u.left[ref]
			}
			if err := u.account(v, 1); err != nil {
				return err
			}
			next = slices.AppendSeq(next, maps.Values(u.now.Dict(v)))
			next = append(next, u.now.Array(v)...)
		}
		todo = next
	}
	if !changed {
		return nil
	}
	u.did(Validation)
	return u.claim(pdfobj.Array(todo))
}
