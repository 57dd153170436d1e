package sign

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samsyn/internal/pdfobj"
)

// metadata allows the XMP packet (14.3.2) to say when the file was last changed and
// with what.
func (u *update) metadata(x, y any) error {
	old := u.before.Stream(x)
	new := u.now.Stream(y)
	if equal(x, y) && (old == nil || new == nil || equal(old, new)) {
		return nil
	}
	if old == nil || new == nil {
		return errors.New("the metadata come or go")
	}
	ref, ok := y.(pdfobj.Ref)
	if !ok || !equal(x, y) && !u.fresh[ref] {
		return errors.New("the metadata are another object")
	}
	if err := u.account(ref, 1); err != nil {
		return err
	}
	before, err := old.Packet()
	if err != nil {
		u.doubt("the metadata before cannot be read: %v", err)
		return nil
	}
	now, err := new.Packet()
	if err != nil {
		return fmt.Errorf("the metadata cannot be read: %w", err)
	}
	for _, p := range differing(before, now) {
		if mayChange(p) {
			continue
		}
		if strings.HasPrefix(p.Path, nsDC) || strings.HasPrefix(p.Path, nsPDF) {
			return fmt.Errorf("the metadata's %s is changed", name(p))
		}
		u.doubt("the metadata's %s is changed", name(p))
	}
	u.did(Properties)
	return nil
}

// differing lists the values that one packet has and the other lacks.
func differing(a, b []pdfobj.Property) (out []pdfobj.Property) {
	in := map[pdfobj.Property]int{} // 1: in a, 2: in b, 3: in both
	for _, p := range a {
		in[p] |= 1
	}
	for _, p := range b {
		in[p] |= 2
	}
	for _, p := range slices.Concat(a, b) {
		if in[p] != 3 {
			out = append(out, p)
		}
	}
	return out
}

// The namespaces of XMP that are told apart here.
const (
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsMM  = "http://ns.adobe.com/xap/1.0/mm/"
)

func name(p pdfobj.Property) string { return p.Path[strings.LastIndexAny(p.Path, "/#")+1:] }

// mayChange tells whether whoever writes a file anew may write this too.
func mayChange(p pdfobj.Property) bool {
	switch p.Path {
	case nsPDF + "Producer":
		return true
	case nsXMP + "ModifyDate", nsXMP + "MetadataDate":
		return isDate(p.Value)
	}
	return strings.HasPrefix(p.Path, nsMM)
}

func isDate(s string) bool {
	layouts := []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateOnly}
	return slices.ContainsFunc(layouts, func(layout string) bool {
		_, err := time.Parse(layout, s)
		return err == nil
	})
}
