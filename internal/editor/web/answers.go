package web

import (
	"crypto/rand"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Where people sign in, no browser keeps a page, so that the next one at a shared computer
// cannot look back. Then the browser's Back cannot lead to what came of a form that was
// sent, either: such a page is kept here for a while, under an address that is asked for
// by GET, and shown to nobody but whoever sent the form. It is no more than that: whoever
// has the page open has all that they wrote in it, whatever becomes of this.

// AnswerIn is the name of the value in an address that names a page that is kept.
const AnswerIn = "svar"

// The limits of what is kept.
const (
	mostAnswer     = 1 << 20 // bytes of a page; a larger one is answered at once
	mostAnswers    = 64      // pages
	mostOfOne      = 8       // of one person
	longestAnswers = 2 * time.Hour
)

// answers are the pages, the newest first.
type answers struct {
	mu   sync.Mutex
	kept []answer
}

type answer struct {
	name, who, path string
	status          int
	page            []byte
	at              time.Time
}

// keep keeps a page, and gives its name.
func (s *answers) keep(a answer) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	a.name = rand.Text()
	own := 0
	s.kept = slices.DeleteFunc(s.kept, func(b answer) bool {
		if b.who == a.who {
			own++
		}
		return own >= mostOfOne && b.who == a.who || a.at.Sub(b.at) > longestAnswers
	})
	s.kept = slices.Insert(s.kept[:min(len(s.kept), mostAnswers-1)], 0, a)
	return a.name
}

// find finds a page that somebody was answered with at a path.
func (s *answers) find(name, who, path string, now time.Time) (answer, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.kept, func(a answer) bool {
		return a.name == name && a.who == who && a.path == path && now.Sub(a.at) <= longestAnswers
	})
	if i < 0 {
		return answer{}, false
	}
	return s.kept[i], true
}

// goesBack tells whether a page is one that Back would lead to and could not: the answer to
// a form that somebody who has signed in sent, and did not have script send. Where they work
// could be opened: else the page's own address would not show it either.
func (v *Visit) goesBack() bool {
	return v.Who.ID != "" && v.Content != nil && v.Opt.Local == nil && v.R.Method == http.MethodPost &&
		v.R.Header.Get("Sec-Fetch-Mode") == "navigate" && !strings.Contains(v.R.URL.Path, "/markdown/") // which has no other page
}

// keepAnswer leads to a page's own address instead of answering with it.
func (v *Visit) keepAnswer(status int, page []byte) error {
	at := *v.R.URL
	q := at.Query()
	q.Set(AnswerIn, v.Answers.keep(answer{who: v.Who.ID, path: at.Path, status: status, page: page, at: v.Opt.Now()}))
	at.RawQuery = q.Encode()
	return v.See(at.RequestURI())
}

// answeredBefore shows a page that is kept; done tells whether it did.
func (v *Visit) answeredBefore() (done bool) {
	name := v.R.URL.Query().Get(AnswerIn)
	if name == "" || v.R.Method == http.MethodPost {
		return false
	}
	a, found := v.Answers.find(name, v.Who.ID, v.R.URL.Path, v.Opt.Now())
	if found {
		v.write(a.status, a.page)
	}
	return found
}
