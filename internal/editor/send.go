package editor

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/proposal"
)

const (
	// longestWait is how long a visitor waits for a proposal to be sent before they are told
	// that it is on its way: proxies give up after a minute.
	longestWait = 20 * time.Second
	// longestSending is how long it may take altogether.
	longestSending = 15 * time.Minute
	// mostSendings is how many may be under way at once.
	mostSendings = 20
)

// sendings are the proposals that are on their way, and what came of those that nobody has
// been told of yet, by the proposals' names.
type sendings struct {
	mu   sync.Mutex
	by   map[string]*sending
	wait time.Duration // how long a visitor waits
}

// sending is a proposal on its way. What came of it may be read when it is done.
type sending struct {
	done     chan struct{}
	proposal *proposal.Proposal
	sent     *proposal.Sent
	err      error
}

func (s *sending) isDone() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// begin sends a proposal in the background, or gives the sending of it that is under way.
// It goes on though the visitor leaves.
func (s *sendings) begin(p *proposal.Proposal, send func(*proposal.Proposal) (*proposal.Sent, error)) (*sending, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.by[p.Name]; one != nil && !one.isDone() {
		return one, nil
	}
	under := 0
	for name, one := range s.by {
		if !one.isDone() {
			under++
		} else if len(s.by) > mostSendings { // nobody has come to ask
			delete(s.by, name)
		}
	}
	if under >= mostSendings {
		return nil, errFull
	}
	if s.by == nil {
		s.by = map[string]*sending{}
	}
	one := &sending{done: make(chan struct{}), proposal: p}
	s.by[p.Name] = one
	go func() {
		defer close(one.done)
		one.sent, one.err = send(p)
	}()
	return one, nil
}

// of is the sending of a proposal, nil where there is none. What came of one is told once,
// to somebody who may be told.
func (s *sendings) of(name string, may bool) *sending {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.by[name]
	if one != nil && one.isDone() {
		if !may {
			return nil
		}
		delete(s.by, name)
	}
	return one
}

// send carries the proposal to where it is decided on. Errors in it do not stop that:
// whoever decides sees them.
func (v *visit) send() error {
	if err := v.mayWhole(access.Send); err != nil {
		return err
	}
	if err := v.unchanged(); err != nil {
		return v.changedMeanwhile(err)
	}
	own, err := v.opt.Store.Get(v.proposal.Name) // the page goes on with the other
	if err != nil {
		return err
	}
	if own.Tip != v.proposal.Tip {
		return v.changedMeanwhile(proposal.ErrSavedMeanwhile)
	}
	who, ctx, door := v.who, context.WithoutCancel(v.r.Context()), v.opt.Door
	person := v.person()
	one, err := v.sends.begin(own, func(p *proposal.Proposal) (*proposal.Sent, error) {
		ctx, cancel := context.WithTimeout(ctx, longestSending)
		defer cancel()
		v.fetch(ctx)
		sent, err := v.opt.Send(ctx, p, person)
		if err == nil || errors.Is(err, proposal.ErrNoRemote) {
			door.Note(access.Line{Who: who, Act: access.Send, Proposal: p.Name})
		}
		return sent, err
	})
	if err != nil {
		return err
	}
	select {
	case <-one.done:
		v.sends.of(own.Name, true)
		return v.told(one)
	case <-time.After(v.sends.wait):
	case <-v.r.Context().Done():
	}
	return v.see(v.at(""))
}

// fetch asks the remote for what others have done, so that what is sent is judged against
// what holds now. A remote that does not answer is told on the pages, and when sending.
func (v *visit) fetch(ctx context.Context) {
	if v.opt.Fetcher == nil {
		return
	}
	if err := v.opt.Fetcher.Fetch(ctx); err != nil {
		v.log(err)
	}
}

// told shows what came of sending the proposal.
func (v *visit) told(one *sending) error {
	v.proposal = one.proposal
	var conflict *proposal.Conflict
	switch {
	case errors.As(one.err, &conflict):
		return v.joins(conflict)
	case errors.Is(one.err, proposal.ErrSavedMeanwhile):
		return v.changedMeanwhile(one.err)
	case one.err != nil && !errors.Is(one.err, proposal.ErrNoRemote):
		return v.unsent(one.err)
	}
	sent := one.sent
	if sent == nil {
		sent = &proposal.Sent{}
	}
	if sent.Trouble != nil {
		v.log(sent.Trouble)
	}
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Sent, p.SentWords = sent, sent.Words.In(v.lang)
	return v.draw("proposal", http.StatusOK, p)
}

// joins asks what is to stand where others have sent the same proposal meanwhile.
func (v *visit) joins(c *proposal.Conflict) error {
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Clashes, p.Joining = v.clashes(c, nil), true
	return v.draw("proposal", http.StatusConflict, p)
}

// join takes in what others have sent of the proposal.
func (v *visit) join() error {
	if err := v.mayWhole(access.Write); err != nil {
		return err
	}
	_, err := v.proposal.Join(v.person(), v.choice)
	var conflict *proposal.Conflict
	if errors.As(err, &conflict) {
		return v.joins(conflict)
	}
	if err != nil {
		return err
	}
	v.done(access.Write, "")
	return v.see(v.at("?klart=ajour"))
}

// unsent tells that the proposal could not be sent. It is kept as it was.
func (v *visit) unsent(err error) error {
	v.log(err)
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Refused = p.Say("Förslaget kunde inte skickas. Det är sparat och kan skickas igen senare; felet finns i serverns logg.",
		"The proposal could not be sent. It is saved and can be sent later; the error is in the server's log.")
	return v.draw("proposal", http.StatusBadGateway, p)
}
