// Package reminder writes letters to those who have something to report: how it stands
// goes in, and for each actor a letter that mail programs open comes out, with text, HTML
// and the days for the calendar. It sends nothing.
package reminder

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/standing"
)

// Letter is a letter to an actor.
type Letter struct {
	Actor string // by identifier
	File  string
	Data  []byte // a message (RFC 5322)
	To    string // the address, "" where none is known
}

// Mark is the header by which a letter of this package is known.
const Mark = "X-Samsyn: remind"

// Link is an address at which an actor reports without an account, and its last day.
type Link struct {
	Address string
	Until   model.Date
}

// Letters writes one letter for each actor of whom something is asked now. link makes
// each actor's link, of whom a
// report on an initiative is asked; nil where the letters carry none.
func Letters(t *standing.Teller, link func(actor string) Link) ([]Letter, error) {
	var letters []Letter
	for _, r := range t.Standing.Actors {
		if !r.Wants() {
			continue
		}
		w := &writer{Teller: t, reports: r}
		w.gather()
		if link != nil && w.asksOfInitiatives() {
			w.link = link(r.ID)
		}
		l, err := w.letter()
		if err != nil {
			return nil, err
		}
		letters = append(letters, *l)
	}
	return letters, nil
}

func (w *writer) letter() (*Letter, error) {
	r := w.reports
	l := &Letter{Actor: r.ID, File: r.ID + ".eml"}
	var body bytes.Buffer
	outer := multipart.NewWriter(&body)
	if err := outer.SetBoundary(boundary("mixed", r.ID)); err != nil {
		return nil, err
	}
	if err := w.alternatives(outer); err != nil {
		return nil, err
	}
	if err := attach(outer, r.ID+".ics", w.calendar()); err != nil {
		return nil, err
	}
	if err := outer.Close(); err != nil {
		return nil, err
	}
	var m bytes.Buffer
	l.To = w.headers(&m, outer.Boundary())
	m.Write(body.Bytes())
	l.Data = m.Bytes()
	return l, nil
}

// boundary parts a message. The same letter has the same bytes, so it is not random; no
// line of a part begins like it, since parts are in quoted-printable and base64.
func boundary(kind, actor string) string { return "=_samsyn_" + kind + "_" + short(actor) }

// short keeps a boundary within its 70 characters (RFC 2046 §5.1.1).
func short(s string) string { return s[:min(len(s), 40)] }

// headers writes the message's headers and gives the address that it is to.
func (w *writer) headers(m *bytes.Buffer, boundary string) (to string) {
	day := w.Facts.Today
	at := time.Date(day.Year, time.Month(day.Month), day.Day, 8, 0, 0, 0, time.UTC)
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(m, "%s: %s\r\n", name, value)
		}
	}
	put("MIME-Version", "1.0")
	put("Date", at.Format(time.RFC1123Z))
	put("From", address(w.from()))
	if receiver := address(w.reports.Contact, w.Name(w.reports.ID)); receiver != "" {
		to = w.reports.Contact.Email.V
		put("To", receiver)
	}
	put("Subject", mime.QEncoding.Encode("utf-8", cut(plain(w.subject()))))
	put("Message-ID", "<paminnelse-"+w.reports.ID+"-"+day.String()+"@"+w.host()+">")
	put("X-Unsent", "1") // Outlook opens it as a draft
	m.WriteString(Mark + "\r\n")
	put("Content-Language", w.Lang)
	put("Content-Type", `multipart/mixed; boundary="`+boundary+`"`)
	m.WriteString("\r\n")
	return to
}

// address is a contact as a header has it; names stand in for one that has none. It is ""
// where there is no e-mail address, or one with a personal identity number.
func address(c model.Contact, names ...string) string {
	if !c.Email.Given() || identity.Mask(c.Email.V) != c.Email.V || strings.ContainsAny(c.Email.V, "\r\n<>, ") {
		return ""
	}
	name := c.Name.V
	if name == "" && len(names) > 0 {
		name = names[0]
	}
	return (&mail.Address{Name: cut(plain(name)), Address: c.Email.V}).String()
}

// plain is a text on one line, with personal identity numbers masked: a letter leaves the
// house.
func plain(s string) string { return identity.Mask(strings.Join(strings.Fields(s), " ")) }

// cut keeps a header within its line (RFC 5322 §2.1.1).
func cut(s string) string {
	const most = 200
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// alternatives writes the letter as text and as HTML.
func (w *writer) alternatives(outer *multipart.Writer) error {
	var b bytes.Buffer
	inner := multipart.NewWriter(&b)
	if err := inner.SetBoundary(boundary("alternative", w.reports.ID)); err != nil {
		return err
	}
	html, err := w.html()
	if err != nil {
		return err
	}
	for _, part := range []struct{ kind, body string }{{"text/plain", w.text()}, {"text/html", html}} {
		p, err := inner.CreatePart(textproto.MIMEHeader{"Content-Type": {part.kind + "; charset=utf-8"}, "Content-Transfer-Encoding": {"quoted-printable"}})
		if err != nil {
			return err
		}
		q := quotedprintable.NewWriter(p)
		if _, err := q.Write([]byte(strings.ReplaceAll(part.body, "\n", "\r\n"))); err != nil {
			return err
		}
		if err := q.Close(); err != nil {
			return err
		}
	}
	if err := inner.Close(); err != nil {
		return err
	}
	p, err := outer.CreatePart(textproto.MIMEHeader{"Content-Type": {`multipart/alternative; boundary="` + inner.Boundary() + `"`}})
	if err != nil {
		return err
	}
	_, err = p.Write(b.Bytes())
	return err
}

// attach adds the calendar.
func attach(outer *multipart.Writer, name string, data []byte) error {
	p, err := outer.CreatePart(textproto.MIMEHeader{
		"Content-Type":              {`text/calendar; charset=utf-8; method=PUBLISH; name="` + name + `"`},
		"Content-Disposition":       {`attachment; filename="` + name + `"`},
		"Content-Transfer-Encoding": {"base64"},
	})
	if err != nil {
		return err
	}
	encoded := base64.StdEncoding.EncodeToString(data)
	for len(encoded) > 76 {
		if _, err := p.Write([]byte(encoded[:76] + "\r\n")); err != nil {
			return err
		}
		encoded = encoded[76:]
	}
	_, err = p.Write([]byte(encoded + "\r\n"))
	return err
}
