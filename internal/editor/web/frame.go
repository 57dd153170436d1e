package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"samsyn/internal/diag"
	"samsyn/internal/guard"
	"samsyn/internal/html"
	"samsyn/internal/text"
	"samsyn/schema"
	"samsyn/site"
	"samsyn/templates"
)

// Frame is what every page has around it. A page's own data begins with one.
type Frame struct {
	Lang    string
	Title   string // of the page
	Kicker  string // above it
	Site    string // what the content is called
	Inside  bool   // the visitor may see the content: there is a menu
	Who     string // who has signed in; "" for the local user
	In      *workplace
	Crumbs  []Crumb
	Current string // in the menu
	Done    string // what was just done
	Lost    bool   // what was filled in before is no longer kept
	Wrong   bool   // the page tells of errors
	Style   string // addresses of the assets
	Look    string
	Scripts []string
	TokenIn string // the name of the field for Token
	Token   string
	Swap    string // the address that shows the page in the other language
	Words   *schema.Words
}

// workplace is the proposal that one works in.
type workplace struct{ Title, Address string }

type Crumb struct{ Label, Address string }

// Frame begins a page.
func (v *Visit) Frame(title string) Frame {
	f := v.Bare(title)
	f.Words, f.Inside = text.WordsOf(v.Content), true
	if c := v.Content.Config; c != nil && c.Title.V != "" {
		f.Site = c.Title.V
	}
	f.Who = v.Who.ID
	if f.Who != "" {
		f.Who = v.Who.Name
	}
	if v.Proposal != nil {
		f.In = &workplace{v.Proposal.Title, v.At("")}
	}
	done := doings[v.R.URL.Query().Get("klart")]
	f.Done = f.Say(done.SV, done.EN)
	f.Lost = v.R.Method == http.MethodGet && v.R.URL.Query().Has(AnswerIn)
	return f
}

// Headed begins a page of a title, which stands at a place in the menu.
func (v *Visit) Headed(current, sv, en string, args ...any) Frame {
	f := v.Frame("")
	f.Title, f.Current = f.Say(sv, en, args...), current
	return f
}

// Bare begins a page where no content is open.
func (v *Visit) Bare(title string) Frame {
	swap := *v.R.URL
	q := swap.Query()
	q.Set("sprak", map[string]string{"sv": "en", "en": "sv"}[v.Lang])
	q.Del("klart")
	q.Del(AnswerIn)
	swap.RawQuery = q.Encode()
	return Frame{
		Lang: v.Lang, Title: title, Site: "Samsyn", Style: asset("style.css"), Look: asset("edit.css"), Scripts: []string{asset("paste.js"), asset("edit.js")},
		TokenIn: guard.TokenField, Token: guard.Token(v.R), Swap: "?" + swap.RawQuery,
	}
}

// Listed is a page's frame with some of its proposals.
func (f Frame) Listed(offers []Offer) OffersPage { return OffersPage{Frame: f, Offers: offers} }

// Say is a sentence in the page's language, things called by the county's own words.
func (f Frame) Say(sv, en string, args ...any) string {
	return diag.Say(f.Words.Expand(sv, "sv"), f.Words.Expand(en, "en"), args...).In(f.Lang)
}

// Soft is a heading with the places where its long words may be divided: few browsers have
// a dictionary of Swedish, and a screen may be narrow.
func (f Frame) Soft(s string) string {
	if f.Lang != "sv" {
		return s
	}
	return html.Soft(s)
}

// doings are what a page says of what was just done, by its name in the address.
var doings = map[string]diag.Text{
	"sparat": diag.Say("Ändringen är sparad i förslaget.", "The change has been saved in the proposal."),
	"del": diag.Say("Ändringen är sparad i förslaget. Bara den del som du hade öppen är ändrad; resten är orörd.",
		"The change has been saved in the proposal. Only the part that you had open has changed; the rest has not been touched."),
	"annat": diag.Say("Ändringen är sparad i ett nytt förslag. Det finns redan ett från i dag med samma rubrik. Hör de ihop: ta bort det nya, och välj det andra när du sparar.",
		"The change has been saved in a new proposal. There is one of today with the same title already. If they belong together, remove the new one, and choose the other when you save."),
	"samma": diag.Say("Ingenting sparades: innehållet är redan så.", "Nothing was saved: the content is so already."),
	"sammanfogat": diag.Say("Ändringen är sparad. Någon annan hade under tiden ändrat andra fält; båda ändringarna finns med.",
		"The change has been saved. Somebody else had changed other fields meanwhile; both changes are there."),
	"valt":      diag.Say("Det du valde är sparat i förslaget.", "What you chose has been saved in the proposal."),
	"angrat":    diag.Say("Den senaste ändringen är ångrad.", "The latest change has been undone."),
	"slappt":    diag.Say("Förslaget är borttaget.", "The proposal has been removed."),
	"tillbaka":  diag.Say("Förslaget är tillbaka, som det var när det togs bort.", "The proposal is back, as it was when it was removed."),
	"ajour":     diag.Say("Förslaget har nu med allt som har beslutats sedan det började.", "The proposal now has everything that has been decided since it began."),
	"borttagen": diag.Say("Det är borttaget i förslaget.", "It has been removed in the proposal."),
}

// language is the visitor's: chosen by a link, kept in a cookie.
func language(w http.ResponseWriter, r *http.Request, otherwise string) string {
	known := func(s string) bool { return s == "sv" || s == "en" }
	if l := r.URL.Query().Get("sprak"); known(l) {
		http.SetCookie(w, &http.Cookie{Name: "samsyn-sprak", Value: l, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 365 * 24 * 3600})
		return l
	}
	if c, err := r.Cookie("samsyn-sprak"); err == nil && known(c.Value) {
		return c.Value
	}
	return otherwise
}

// shapes are the pages' templates, read once.
var shapes = sync.OnceValues(func() (*template.Template, error) {
	return template.New("edit").ParseFS(templates.Editor, "edit/*.html")
})

// Draw answers with a page.
func (v *Visit) Draw(name string, status int, data any) error {
	set, err := shapes()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	if v.goesBack() && b.Len() <= mostAnswer {
		return v.keepAnswer(status, b.Bytes())
	}
	v.write(status, b.Bytes())
	return nil
}

func (v *Visit) write(status int, page []byte) {
	v.W.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.W.WriteHeader(status)
	_, _ = v.W.Write(page) // the visitor may have gone
}

// assets are the files that pages are drawn with.
var assets = sync.OnceValue(func() map[string][]byte {
	all := map[string][]byte{}
	for _, name := range []string{"style.css", "icon.svg", "edit.css", "paste.js", "edit.js"} {
		data, err := site.Assets.ReadFile(name)
		if err != nil {
			data, err = site.Editor.ReadFile("edit/" + name)
		}
		if err == nil { // they are compiled in
			all[name] = data
		}
	}
	return all
})

// asset is the address of an asset: another one when the asset is, so that browsers may
// keep it.
func asset(name string) string {
	sum := sha256.Sum256(assets()[name])
	return "/assets/" + name + "?v=" + hex.EncodeToString(sum[:6])
}

func (s *Server) Asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	data, known := assets()[name]
	if !known {
		http.NotFound(w, r)
		return
	}
	kinds := map[string]string{"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
	w.Header().Set("Content-Type", kinds[name[strings.LastIndexByte(name, '.')+1:]])
	if r.URL.Query().Has("v") {
		w.Header().Set("Cache-Control", "private, max-age=86400")
	}
	_, _ = w.Write(data)
}
