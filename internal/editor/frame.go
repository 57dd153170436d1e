package editor

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
	"samsyn/internal/text"
	"samsyn/schema"
	"samsyn/site"
	"samsyn/templates"
)

// frame is what every page has around it. A page's own data begins with one.
type frame struct {
	Lang    string
	Title   string // of the page
	Kicker  string // above it
	Site    string // what the content is called
	Inside  bool   // the visitor may see the content: there is a menu
	Who     string // who has signed in; "" for the local user
	In      *workplace
	Crumbs  []crumb
	Current string // in the menu
	Done    string // what was just done
	Wrong   bool   // the page tells of errors
	Style   string // addresses of the assets
	Look    string
	Script  string
	TokenIn string // the name of the field for Token
	Token   string
	Swap    string // the address that shows the page in the other language
	words   *schema.Words
}

// workplace is the proposal that one works in.
type workplace struct{ Title, Address string }

type crumb struct{ Label, Address string }

// frame begins a page.
func (v *visit) frame(title string) frame {
	f := v.bare(title)
	f.words, f.Inside = text.WordsOf(v.content), true
	if c := v.content.Config; c != nil && c.Title.V != "" {
		f.Site = c.Title.V
	}
	f.Who = v.who.ID
	if f.Who != "" {
		f.Who = v.who.Name
	}
	if v.proposal != nil {
		f.In = &workplace{v.proposal.Title, v.at("")}
	}
	f.Done = f.told(v.r.URL.Query().Get("klart"))
	return f
}

// bare begins a page where no content is open.
func (v *visit) bare(title string) frame {
	swap := *v.r.URL
	q := swap.Query()
	q.Set("sprak", map[string]string{"sv": "en", "en": "sv"}[v.lang])
	q.Del("klart")
	swap.RawQuery = q.Encode()
	return frame{
		Lang: v.lang, Title: title, Site: "Samsyn", Style: asset("style.css"), Look: asset("edit.css"), Script: asset("edit.js"),
		TokenIn: guard.TokenField, Token: guard.Token(v.r), Swap: "?" + swap.RawQuery,
	}
}

// Listed is a page's frame with some of its proposals.
func (f frame) Listed(offers []offer) offersPage { return offersPage{frame: f, Offers: offers} }

// Say is a sentence in the page's language, things called by the county's own words.
func (f frame) Say(sv, en string, args ...any) string {
	return diag.Say(f.words.Expand(sv, "sv"), f.words.Expand(en, "en"), args...).In(f.Lang)
}

// told is what a page says of what was just done.
func (f frame) told(what string) string {
	switch what {
	case "sparat":
		return f.Say("Ändringen är sparad i förslaget.", "The change has been saved in the proposal.")
	case "samma":
		return f.Say("Ingenting sparades: innehållet är redan så.", "Nothing was saved: the content is so already.")
	case "sammanfogat":
		return f.Say("Ändringen är sparad. Någon annan hade under tiden ändrat andra fält; båda ändringarna finns med.",
			"The change has been saved. Somebody else had changed other fields meanwhile; both changes are there.")
	case "angrat":
		return f.Say("Den senaste ändringen är ångrad.", "The latest change has been undone.")
	case "slappt":
		return f.Say("Förslaget är borttaget.", "The proposal has been removed.")
	case "tillbaka":
		return f.Say("Förslaget är tillbaka, som det var när det togs bort.", "The proposal is back, as it was when it was removed.")
	case "ajour":
		return f.Say("Förslaget har nu med allt som har beslutats sedan det började.", "The proposal now has everything that has been decided since it began.")
	case "borttagen":
		return f.Say("Det är borttaget i förslaget.", "It has been removed in the proposal.")
	}
	return ""
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

// draw answers with a page.
func (v *visit) draw(name string, status int, data any) error {
	set, err := shapes()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.WriteHeader(status)
	_, _ = v.w.Write(b.Bytes()) // the visitor may have gone
	return nil
}

// assets are the files that pages are drawn with.
var assets = sync.OnceValue(func() map[string][]byte {
	all := map[string][]byte{}
	for _, name := range []string{"style.css", "icon.svg", "edit.css", "edit.js"} {
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

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
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
