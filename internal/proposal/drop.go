package proposal

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
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

// Dropped lists the proposals that were dropped and can be restored, the one that was saved
// last first. Those in which nothing was saved are left out.
func (s *Store) Dropped() ([]Info, error) {
	ctx := context.Background()
	v, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	then := view{v.remote, v.name, v.main, maps.Clone(v.refs)}
	var names []string
	for ref, kept := range v.refs {
		name, is := strings.CutPrefix(ref, dropped(""))
		if is && Nameable(name) && v.refs[branch(name)] == "" {
			then.refs[branch(name)] = kept
			names = append(names, name)
		}
	}
	all, err := s.infos(ctx, then, names...)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(i Info) bool { return len(i.Saves) == 0 || i.Merged })
	sortInfos(all)
	return all, nil
}
