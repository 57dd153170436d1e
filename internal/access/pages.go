package access

import (
	"fmt"
	"html/template"
	"net/http"
	"os"

	"samsyn/internal/diag"
)

// unlisted says that somebody has signed in whom the server's file does not name.
func (s *Server) unlisted(w http.ResponseWriter, r *http.Request, id string) {
	s.Show(w, r, http.StatusForbidden, diag.Say("Du har inte behörighet", "You have no access"),
		diag.Say("Du är inloggad som %[1]s, men får inte redigera här. Be den som sköter servern att lägga till dig.", "You are signed in as %[1]s, but may not edit here. Ask whoever runs the server to add you.", id), "")
}

// again says that a sign-in did not hold together; another try may.
func (s *Server) again(w http.ResponseWriter, r *http.Request) {
	s.Show(w, r, http.StatusBadRequest, diag.Say("Inloggningen gick inte igenom", "The sign-in did not go through"),
		diag.Say("Inloggningen avbröts, tog för lång tid eller kunde inte bekräftas. Försök igen.", "The sign-in was interrupted, took too long or could not be confirmed. Try again."), "/logga-in")
}

// unreachable says that the provider does not answer; why is for whoever runs the server.
func (s *Server) unreachable(w http.ResponseWriter, r *http.Request, err error) {
	fmt.Fprintf(os.Stderr, "samsyn: sign-in: %q\n", err.Error())
	s.Show(w, r, http.StatusBadGateway, diag.Say("Inloggningstjänsten svarar inte", "The sign-in service does not answer"),
		diag.Say("Försök igen om en stund. Hjälper det inte behöver den som sköter servern se varför.", "Try again in a while. If that does not help, whoever runs the server has to find out why."), "/logga-in")
}

// closed says that the server's file cannot be read.
func (s *Server) closed(w http.ResponseWriter, r *http.Request) {
	s.Show(w, r, http.StatusServiceUnavailable, diag.Say("Det går inte att logga in just nu", "Nobody can sign in right now"),
		diag.Say("Serverns inställningar går inte att läsa. Den som sköter servern behöver rätta dem.", "The server's settings cannot be read. Whoever runs the server has to mend them."), "")
}

var plain = template.Must(template.New("").Parse(`<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Title.SV}}</title>
<h1>{{.Title.SV}}</h1>
<p>{{.Text.SV}}</p>
<p lang="en">{{.Title.EN}}. {{.Text.EN}}</p>
{{with .Back}}<p><a href="{{.}}">Logga in</a></p>{{end}}
`))

// showPlain writes a page where nobody has said how pages look.
func showPlain(w http.ResponseWriter, _ *http.Request, status int, title, text diag.Text, back string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = plain.Execute(w, struct { // who has gone away needs no answer
		Title, Text diag.Text
		Back        string
	}{title, text, back})
}
