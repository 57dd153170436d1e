package view

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/idna"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/view/block"
)

// To leads to a page of the site in this language, or to the one in the content's
// own language where there is no other.
func (t *Language) To(page string) block.Ref {
	if t.Lang == t.Main {
		return block.Ref{Page: page}
	}
	if t.pages[page] {
		return block.Ref{Page: t.Lang + "/" + page}
	}
	return block.Ref{Page: page, Lang: t.Main}
}

// At leads to a place on a page.
func (t *Language) At(page, fragment string) block.Ref {
	r := t.To(page)
	r.Fragment = fragment
	return r
}

// SafeURL gives a reference to an address elsewhere, or none where following it
// could do anything but open a page, a letter or a call.
func SafeURL(address string) block.Ref {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return block.Ref{}
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return block.Ref{}
		}
		if u.Host, err = asciiHost(u.Host); err != nil {
			return block.Ref{}
		}
		u.RawQuery = ascii(u.RawQuery)
	case "mailto":
		if u.Opaque == "" {
			return block.Ref{}
		}
		if u.Opaque, err = asciiLetter(u.Opaque); err != nil {
			return block.Ref{}
		}
	case "tel":
		if u.Opaque == "" {
			return block.Ref{}
		}
	default:
		return block.Ref{}
	}
	return block.Ref{URL: u.String()}
}

// asciiHost writes a host as the network has it: programs that show PDFs and feeds know
// no other form. One that no network would take is an error.
func asciiHost(host string) (string, error) {
	if ascii(host) == host {
		return host, nil
	}
	name, port, _ := strings.Cut(host, ":")
	name, err := idna.Lookup.ToASCII(name)
	if port != "" {
		name += ":" + port
	}
	return name, err
}

// asciiLetter writes an e-mail address so that it may stand in a link.
func asciiLetter(address string) (string, error) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return ascii(address), nil
	}
	host, err := asciiHost(address[at+1:])
	return ascii(address[:at]) + "@" + host, err
}

// ascii writes the letters that ASCII does not have in percent form.
func ascii(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] < 0x80 {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}

var emailForm = regexp.MustCompile(`^[\pL\pN._+-]+@[\pL\pN.-]+$`)

// LetterTo leads to a letter to an e-mail address, or nowhere where it is none.
func LetterTo(email string) block.Ref {
	if !emailForm.MatchString(email) {
		return block.Ref{}
	}
	address, err := asciiLetter(email)
	if err != nil {
		return block.Ref{}
	}
	return block.Ref{URL: "mailto:" + address}
}

// Outside is a link to an address elsewhere, shown as label, or as the address.
func Outside(label block.Text, address model.Text) block.Line {
	if !address.Given() {
		return nil
	}
	if label.S == "" {
		label = block.Text{S: ShowAddress(address.V)}
	}
	return block.Linked(label, SafeURL(address.V))
}

// ShowAddress writes a web address as one says it.
func ShowAddress(a string) string {
	a = strings.TrimPrefix(strings.TrimPrefix(a, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(a, "www."), "/")
}

// pageOf finds the page and place that tell of a content file.
func (t *Language) pageOf(file string) (block.Ref, bool) {
	dir, base := path.Split(file)
	name := strings.TrimSuffix(strings.TrimSuffix(base, ".yaml"), ".md")
	switch dir {
	case "agreement/areas/":
		return t.To(address.Area(name)), t.Facts.Area(name) != nil
	case "agreement/resources/":
		return t.To(address.Resource(name)), t.Facts.Resource(name) != nil
	case "agreement/indicators/":
		return t.To(address.Indicator(name)), t.Facts.Indicator(name) != nil
	case "agreement/results/":
		return t.To(address.Results(name)), t.Results(name) != nil
	case "agreement/reviews/":
		return t.To(address.Review(name)), true
	case "agreement/":
		switch base {
		case "agreement.yaml", "parties.yaml", "organisation.yaml", "strategies.yaml", "calendar.yaml":
			return t.To(name), true // as the page is called
		}
	}
	if chapter := t.Chapter(file); chapter != nil {
		return t.At("agreement", ChapterID(chapter)), true
	}
	if plan, ok := strings.CutPrefix(strings.TrimSuffix(dir, "/"), "plans/"); ok {
		if base == "plan.yaml" {
			return t.To(address.Plan(plan)), t.Facts.Plan(plan) != nil
		}
		if i := t.Facts.Initiative(plan + "/" + name); i != nil {
			return t.To(address.Initiative(i)), true
		}
	}
	return block.Ref{}, false
}

// Chapter is the chapter of the agreement that stands in a file, nil where none does.
func (t *Language) Chapter(file string) *model.Chapter {
	for _, c := range t.Content.Chapters {
		if c.Path == file {
			return c
		}
	}
	return nil
}

// ChapterID is a chapter's anchor on the page of the whole agreement.
func ChapterID(c *model.Chapter) string { return c.Name }

// Target finds where a link in the text of a file leads.
func (t *Language) Target(file, target string) block.Ref {
	if r := SafeURL(target); r.Given() {
		return r
	}
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" {
		return block.Ref{}
	}
	if u.Path == "" {
		return block.Ref{Fragment: t.prefix(file) + u.Fragment}
	}
	to := prose.Composed(path.Join(path.Dir(file), u.Path))
	if p, ok := t.Options.Published[to]; ok {
		return block.Ref{File: p.File}
	}
	if r, ok := t.pageOf(to); ok {
		if u.Fragment != "" {
			r.Fragment = t.prefix(to) + u.Fragment
		}
		return r
	}
	return block.Ref{}
}

// prefix goes before the anchors of a text, so that those of several texts on a
// page do not meet.
func (t *Language) prefix(file string) string {
	if c := t.Chapter(file); c != nil {
		return ChapterID(c) + "-"
	}
	return "text-"
}
