package proposal

import (
	"context"
	"fmt"
)

// Drop lets go of a proposal. What was saved in it is kept aside (see Restore). It gives
// ErrSavedMeanwhile where somebody has saved to it since it was read.
func (p *Proposal) Drop() error {
	s := p.store
	s.saving.Lock()
	defer s.saving.Unlock()
	ctx := context.Background()
	if err := p.asRead(ctx); err != nil {
		return err
	}
	kept, err := s.ref(ctx, dropped(p.Name))
	if err != nil {
		return err
	}
	if err := s.move(ctx, dropped(p.Name), kept, p.Tip, "dropped"); err != nil {
		return err
	}
	return s.move(ctx, branch(p.Name), p.Tip, "", "dropped")
}

// Restore takes back a proposal that was dropped.
func (s *Store) Restore(name string) (*Proposal, error) {
	if !Nameable(name) {
		return nil, fmt.Errorf("%w: %q", ErrName, name)
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	ctx := context.Background()
	kept, err := s.ref(ctx, dropped(name))
	if err != nil {
		return nil, err
	}
	if kept == "" {
		return nil, fmt.Errorf("%w: %s", ErrUnknown, name)
	}
	if err := s.move(ctx, branch(name), "", kept, "restored"); err != nil {
		return nil, err
	}
	if err := s.move(ctx, dropped(name), kept, "", "restored"); err != nil {
		return nil, err
	}
	return s.Get(name)
}
