package web

import (
	"sync"
	"time"

	"samsyn/internal/proposal"
)

const (
	// longestWait is how long a visitor waits for a proposal to be sent before they are told
	// that it is on its way: proxies give up after a minute.
	longestWait = 20 * time.Second
	// LongestSending is how long it may take altogether.
	LongestSending = 15 * time.Minute
	// MostSendings is how many may be under way at once.
	MostSendings = 20
)

// Sendings are the proposals that are on their way, and what came of those that nobody has
// been told of yet, by the proposals' names.
type Sendings struct {
	mu   sync.Mutex
	By   map[string]*Sending
	Wait time.Duration // how long a visitor waits
}

// Sending is a proposal on its way. What came of it may be read when it is done.
type Sending struct {
	Done     chan struct{}
	Proposal *proposal.Proposal
	Sent     *proposal.Sent
	Err      error
}

func (s *Sending) IsDone() bool {
	select {
	case <-s.Done:
		return true
	default:
		return false
	}
}

// Begin sends a proposal in the background, or gives the sending of it that is under way.
// It goes on though the visitor leaves.
func (s *Sendings) Begin(p *proposal.Proposal, send func(*proposal.Proposal) (*proposal.Sent, error)) (*Sending, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.By[p.Name]; one != nil && !one.IsDone() {
		return one, nil
	}
	under := 0
	for name, one := range s.By {
		if !one.IsDone() {
			under++
		} else if len(s.By) > MostSendings { // nobody has come to ask
			delete(s.By, name)
		}
	}
	if under >= MostSendings {
		return nil, ErrFull
	}
	if s.By == nil {
		s.By = map[string]*Sending{}
	}
	one := &Sending{Done: make(chan struct{}), Proposal: p}
	s.By[p.Name] = one
	go func() {
		defer close(one.Done)
		one.Sent, one.Err = send(p)
	}()
	return one, nil
}

// Of is the sending of a proposal, nil where there is none. What came of one is told once,
// to somebody who may be told.
func (s *Sendings) Of(name string, may bool) *Sending {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.By[name]
	if one != nil && one.IsDone() {
		if !may {
			return nil
		}
		delete(s.By, name)
	}
	return one
}
