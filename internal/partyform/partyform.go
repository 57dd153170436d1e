// Package partyform is the short form behind a letter's link: a request with the link goes
// in, and a page comes out on which one reports, from a telephone and without an account,
// on the initiatives that the link's actor is to report on. What is sent becomes a proposal
// that the secretariat reviews. Nothing is kept but in git: no cookie, no session.
package partyform

import (
	_ "embed"
	"errors"
	"net/http"
	"net/url"
	"sync"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/standing"
	"samsyn/internal/text"
)

// Options say where reports go.
type Options struct {
	Store *proposal.Store
	// Link tells whom a link's token is for; false where it is good for nobody.
	Link func(token string) (access.Person, bool)
	// Note writes the line of an act.
	Note func(access.Line)
	// Now is the clock; nil is the computer's.
	Now func() time.Time
	// Host is the server's name, in the address that commits bear.
	Host string
}

// desk answers requests.
type desk struct {
	Options
	saving sync.Mutex // reports take turns, so that an actor has one proposal
}

//go:embed style.css
var style []byte

// New answers what is asked under access.ReportPath.
func New(o Options) http.Handler {
	if o.Now == nil {
		o.Now = time.Now
	}
	d := &desk{Options: o}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+access.ReportPath+"stil.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = w.Write(style) // who has gone away needs no answer
	})
	mux.HandleFunc("GET "+access.ReportPath+"{token}", d.entered((*visit).list))
	mux.HandleFunc("GET "+access.ReportPath+"{token}/{plan}/{name}", d.entered((*visit).show))
	mux.HandleFunc("POST "+access.ReportPath+"{token}/{plan}/{name}", d.entered((*visit).send))
	return closed(mux)
}

// policy lets a page have its style sheet and send its form; it has no script.
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'self'"

// closed keeps an address with a link from being kept, passed on or found.
func closed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		h.Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

// visit is one request of somebody with a good link.
type visit struct {
	*desk
	w       http.ResponseWriter
	r       *http.Request
	who     access.Person
	actor   string
	name    string // of the actor
	lang    string
	home    string // the address of the list
	content *model.Content
	main    *project.Project
	commit  proposal.Commit // that main is of
	teller  *standing.Teller
	mine    *proposal.Proposal // what the actor has reported and nobody has taken up; nil where there is nothing
}

// soon is in how many days something falls due, as in letters.
const soon = 60

// entered answers with a page where the link is good.
func (d *desk) entered(page func(*visit) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token := r.PathValue("token")
		who, good := d.Link(token)
		if !good || who.Role != access.Link || len(who.Actors) != 1 {
			tell(w, r, http.StatusNotFound, language(r, nil), diag.Say("Länken gäller inte", "The link is not good"),
				diag.Say("Den kan ha gått ut, ha stoppats eller ha blivit avkortad när den kopierades. Be den som skickade den om en ny.", "It may have expired, have been revoked, or have been cut short when it was copied. Ask whoever sent it for a new one."))
			return
		}
		v := &visit{desk: d, w: w, r: r, who: who, actor: who.Actors[0], lang: language(r, nil), home: access.ReportPath + url.PathEscape(token)}
		err := v.open()
		if err == nil {
			defer func() { _ = v.main.Close() }()
			err = page(v)
		}
		if err != nil {
			v.failed(err)
		}
	}
}

// open opens what is in force, and what the actor has reported since.
func (v *visit) open() error {
	now, err := v.Store.Look()
	if err != nil {
		return err
	}
	if v.main, v.commit, err = now.Main(); err != nil {
		return err
	}
	if v.content, err = v.main.Content(); err != nil {
		_ = v.main.Close()
		return err
	}
	v.lang = language(v.r, v.content)
	v.teller = standing.New(facts.New(v.content, v.today(), false), soon, v.actor, v.lang, nil)
	v.name = v.teller.Name(v.actor)
	if v.mine, err = v.find(now); err != nil {
		_ = v.main.Close()
	}
	return err
}

func (v *visit) today() model.Date {
	now := v.Now()
	return model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

// language is what a page is written in: what was asked for, else the content's own.
func language(r *http.Request, c *model.Content) string {
	asked := r.URL.Query().Get("sprak")
	if asked == "" && c != nil && c.Config != nil {
		asked = c.Config.Language.V
	}
	if asked == "en" {
		return "en"
	}
	return "sv"
}

// say is a sentence in the page's language, things called by the county's own words.
func (v *visit) say(sv, en string, args ...any) string {
	words := text.WordsOf(v.content)
	return diag.Say(words.Expand(sv, "sv"), words.Expand(en, "en"), args...).In(v.lang)
}

// to is an address of the form's in the page's language.
func (v *visit) to(path string) string {
	if v.r.URL.Query().Has("sprak") {
		return path + "?sprak=" + v.lang
	}
	return path
}

// writer is who commits bear: an address of no mailbox, by which the actor's proposal is
// found again.
func (v *visit) writer() proposal.Person {
	return proposal.Person{Name: v.name + " (länk)", Email: "rapport." + v.actor + "@" + v.Host}
}

// find finds the proposal that an actor's reports go to: the newest one that was begun by
// a link of the actor's and is not taken up yet.
func (v *visit) find(now *proposal.Moment) (*proposal.Proposal, error) {
	all, err := now.All()
	if err != nil {
		return nil, err
	}
	for _, info := range all {
		if info.Merged || len(info.By) == 0 || info.By[0].Email != v.writer().Email {
			continue
		}
		return now.Get(info.Name)
	}
	return nil, nil
}

// task is an initiative that the actor is to report on.
type task struct {
	Initiative *model.Initiative
	Item       facts.Item
}

// tasks lists the initiatives, each once: with the first date that is still to be reported.
func (v *visit) tasks() []task {
	var all []task
	at := map[*model.Initiative]int{}
	for _, r := range v.teller.Standing.Actors {
		if r.ID != v.actor {
			continue
		}
		for _, item := range r.Items {
			i := item.Initiative
			if !v.who.MayReport(i) {
				continue
			}
			n, seen := at[i]
			if !seen {
				at[i] = len(all)
				all = append(all, task{i, item})
			} else if all[n].Item.State == facts.Told {
				all[n].Item = item
			}
		}
	}
	return all
}

// task is the one that the address names; false where it is none of the actor's.
func (v *visit) task() (task, bool) {
	for _, t := range v.tasks() {
		if t.Initiative.FullID() == v.r.PathValue("plan")+"/"+v.r.PathValue("name") {
			return t, true
		}
	}
	return task{}, false
}

// errGone says that the address names nothing that the link is good for.
var errGone = errors.New("not among what the link is good for")
