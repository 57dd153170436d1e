package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/form"
	"samsyn/internal/guard"
	"samsyn/internal/history"
	"samsyn/internal/proposal"
)

// failed is a page that says why there is no other.
type failed struct {
	Frame
	Text    string
	Back    string
	Address string   // where what was sent may be sent again; "" where it may not
	Kept    []Kept   // what was sent
	Typed   []string // the longer texts of it, to be copied
}

// fail tells why a page could not be shown. What the program itself has failed in is
// told in its log, and to the visitor only that it did.
func (v *Visit) fail(err error) {
	if errors.Is(err, errSignIn) {
		err = v.signIn()
		if err == nil {
			return
		}
	}
	status, title, why := v.Why(err)
	if status == http.StatusInternalServerError {
		v.Log(err)
	}
	page := failed{Frame: v.Bare(title.In(v.Lang)), Text: why.In(v.Lang), Back: "/"}
	if status == http.StatusServiceUnavailable {
		v.W.Header().Set("Retry-After", "15")
	}
	if v.R.Method == http.MethodPost {
		page.keeps(v)
		if status != http.StatusConflict && status < http.StatusInternalServerError {
			page.Address = ""
		}
	}
	v.tell(status, page)
}

// keeps keeps what was sent in the page, to be sent again or copied.
func (p *failed) keeps(v *Visit) {
	p.Address, p.Kept = v.R.URL.RequestURI(), v.Kept(p.TokenIn)
	p.Typed = typed(p.Kept)
}

// tell draws a page that says why there is no other, or a line where not even that can be
// drawn.
func (v *Visit) tell(status int, page failed) {
	if err := v.Draw("failed", status, page); err != nil {
		http.Error(v.W, page.Title, status)
	}
}

// signIn leads to where one signs in, and from there back to the page that was asked for.
// A form that was sent stays in the page, to be sent again after that: a browser need not
// remember what was typed in a page that must not be kept.
func (v *Visit) signIn() error {
	if v.R.Method == http.MethodGet || v.R.Method == http.MethodHead {
		return v.See("/logga-in?till=" + url.QueryEscape(v.R.URL.RequestURI()))
	}
	page := failed{Frame: v.Bare(diag.Say("Du är inte längre inloggad", "You are no longer signed in").In(v.Lang))}
	page.keeps(v)
	return v.Draw("ended", http.StatusUnauthorized, page)
}

// Kept is what was filled in, without some fields, in the order of their names.
func (v *Visit) Kept(without ...string) []Kept {
	var list []Kept
	for name, all := range v.R.PostForm {
		if slices.Contains(without, name) {
			continue
		}
		for _, value := range all {
			list = append(list, Kept{name, value})
		}
	}
	slices.SortStableFunc(list, func(a, b Kept) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Log tells a mishap to whoever runs the server. No form, cookie or secret is in it: the
// address that holds the secret leads to no page.
func (v *Visit) Log(err error) {
	fmt.Fprintf(v.Opt.Log, "samsyn: %s %s: %s\n", v.R.Method, diag.Visible(v.R.URL.Path), diag.Visible(cause.Of(err, v.Opt.Lang)))
}

func (v *Visit) Why(err error) (status int, title, text diag.Text) {
	var conflict *proposal.Conflict
	switch {
	case errors.As(err, &conflict):
		return http.StatusConflict, diag.Say("Förslaget krockar med det som har beslutats", "The proposal clashes with what has been decided"),
			diag.Say("Öppna förslaget, hämta in det som har beslutats och välj vad som ska gälla. Gör det i en annan flik och kom sedan tillbaka hit och skicka igen; det du skrev finns kvar.", "Open the proposal, bring in what has been decided and choose what is to stand. Do so in another tab, then come back here and send again; what you wrote is still there.")
	case errors.Is(err, ErrNoPage), errors.Is(err, form.ErrNoForm):
		return http.StatusNotFound, diag.Say("Sidan finns inte", "There is no such page"),
			diag.Say("Adressen kan vara felskriven, eller så är det som stod här borttaget.", "The address may be wrong, or what stood here has been removed.")
	case errors.Is(err, proposal.ErrUnknown), errors.Is(err, proposal.ErrName):
		return http.StatusNotFound, diag.Say("Förslaget finns inte", "There is no such proposal"),
			diag.Say("Det kan vara beslutat eller borttaget.", "It may have been decided on or removed.")
	case errors.Is(err, errMayNot):
		return http.StatusForbidden, diag.Say("Du får inte göra det här", "You may not do this"),
			diag.Say("Din inloggning räcker inte till det. Vänd dig till den som sköter servern om du behöver kunna det.", "Your sign-in does not allow it. Ask whoever runs the server if you need to.")
	case errors.Is(err, form.ErrUnreadable):
		return http.StatusUnprocessableEntity, diag.Say("Filen går inte att läsa", "The file cannot be read"),
			diag.Say("Den är skriven så att inget formulär kan visa den. Den behöver rättas för hand; samsyn validate visar var.", "It is written in a way that no form can show. It has to be mended by hand; samsyn validate shows where.")
	case errors.Is(err, ErrGarbled), errors.Is(err, form.ErrSubmitted), errors.Is(err, proposal.ErrFrom), errors.Is(err, proposal.ErrPath):
		return http.StatusBadRequest, diag.Say("Formuläret går inte att ta emot", "The form cannot be taken"),
			diag.Say("Det som kom in stämmer inte med någon av redigerarens sidor. Gå tillbaka och ladda om sidan.", "What came in does not match any of the editor's pages. Go back and load the page again.")
	case errors.Is(err, history.ErrNoGit), errors.Is(err, proposal.ErrNoMain), errors.Is(err, history.ErrNoContent):
		return http.StatusConflict, diag.Say("Innehållet finns inte i git", "The content is not in git"),
			diag.Say("Redigeraren arbetar med det som är sparat i git, på huvudgrenen. Spara innehållet där och ladda om sidan. I en ny mapp: git init -b main, git add . och git commit -m Början.", "The editor works with what is committed in git, on the main branch. Commit the content there and load the page again. In a new folder: git init -b main, git add . and git commit -m Beginning.")
	case errors.Is(err, ErrFull):
		return http.StatusServiceUnavailable, diag.Say("Servern är upptagen", "The server is busy"),
			diag.Say("Många vill ha något gjort på en gång. Försök igen om en stund.", "Many want something done at once. Try again in a moment.")
	case errors.Is(err, proposal.ErrBusy):
		return http.StatusConflict, diag.Say("Någon annan sparar just nu", "Somebody else is saving"),
			diag.Say("Försök igen om en stund. Det du skrev finns kvar på den här sidan.", "Try again in a moment. What you wrote is still in this page.")
	}
	return http.StatusInternalServerError, diag.Say("Något gick fel", "Something went wrong"),
		diag.Say("Felet finns i serverns logg. Det som redan är sparat påverkas inte.", "The error is in the server's log. What has been saved is not affected.")
}

// Show writes a page that is none of the content's: of the door, where one signs in.
func Show(w http.ResponseWriter, r *http.Request, lang string, status int, title, text diag.Text, back string) {
	v := &Visit{W: w, R: r, Lang: lang}
	v.tell(status, failed{Frame: v.Bare(title.In(lang)), Text: text.In(lang), Back: back})
}

// Refuse tells why the guard let a request no further. Nothing of the content is shown. A
// form that came too late is shown again, for what was typed is in it.
func Refuse(lang string) func(http.ResponseWriter, *http.Request, guard.Why) {
	return func(w http.ResponseWriter, r *http.Request, why guard.Why) {
		told := refusals[why]
		if guard.Token(r) == "" {
			Show(w, r, lang, why.Status(), told.title, told.text, "")
			return
		}
		v := &Visit{W: w, R: r, Lang: language(w, r, lang)}
		page := failed{Frame: v.Bare(told.title.In(v.Lang)), Text: late(why).In(v.Lang)}
		page.keeps(v)
		v.tell(why.Status(), page)
	}
}

// late says what is to be done with a form from before the editor was started.
func late(why guard.Why) diag.Text {
	if why == guard.NoSecret {
		return diag.Say("Redigeraren har startats om och har fått en ny adress. Ingenting är sparat än, men det du skrev finns kvar på den här sidan. Öppna den nya adressen i en annan flik – den står i fönstret där kommandot körs – kom tillbaka hit och skicka igen. Filer som du har valt behöver du välja igen.",
			"The editor has been started anew and has another address. Nothing has been saved yet, but what you wrote is still in this page. Open the new address in another tab – it stands in the window where the command runs – come back here and send again. Files that you have chosen have to be chosen again.")
	}
	return diag.Say("Redigeraren har startats om sedan sidan visades. Ingenting är sparat än, men det du skrev finns kvar på den här sidan: skicka igen. Filer som du har valt behöver du välja igen.",
		"The editor has been started anew since the page was shown. Nothing has been saved yet, but what you wrote is still in this page: send it again. Files that you have chosen have to be chosen again.")
}

// refusals are what is said where the guard lets a request no further.
var refusals = map[guard.Why]struct{ title, text diag.Text }{
	guard.NoSecret: {diag.Say("Du behöver redigerarens adress", "You need the editor's address"),
		diag.Say("Redigeraren släpper bara in den som har startat den. Adressen med nyckeln står i fönstret där kommandot körs.", "The editor lets in only whoever started it. The address with the key stands in the window where the command runs.")},
	guard.NoToken: {diag.Say("Sidan är för gammal", "The page is too old"),
		diag.Say("Formuläret kommer inte från någon av redigerarens sidor. Gå tillbaka, kopiera det du skrev, ladda om sidan och skicka igen.", "The form does not come from any of the editor's pages. Go back, copy what you wrote, load the page again and send it anew.")},
	guard.TooLarge: {diag.Say("Det är för mycket på en gång", "That is too much at once"),
		diag.Say("En text får vara högst en megabyte och en fil sju. Ingenting är sparat. Gå tillbaka i webbläsaren och korta det; finns texten inte kvar där behöver du skriva den igen.", "A text may have one megabyte, a file seven. Nothing has been saved. Go back in the browser and shorten it; if the text is no longer there, you have to write it again.")},
	guard.TooMany: {diag.Say("För många förfrågningar", "Too many requests"),
		diag.Say("Vänta en minut och försök igen.", "Wait a minute and try again.")},
	guard.OtherHost: otherSite,
	guard.OtherSite: otherSite,
	guard.BadForm: {diag.Say("Formuläret går inte att ta emot", "The form cannot be taken"),
		diag.Say("Gå tillbaka och ladda om sidan.", "Go back and load the page again.")},
}

var otherSite = struct{ title, text diag.Text }{diag.Say("Förfrågan kommer från en annan webbplats", "The request comes from another site"),
	diag.Say("Redigeraren svarar bara sina egna sidor.", "The editor answers its own pages alone.")}
