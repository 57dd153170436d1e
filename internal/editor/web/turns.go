package web

import (
	"context"
	"time"
)

const (
	// MostTurns is how much heavy work goes on at once: building a site, setting a PDF.
	MostTurns = 2
	// LongestTurn is how long somebody waits for their turn.
	LongestTurn = 20 * time.Second
)

// Turns are taken at heavy work, so that however many ask for it the others' forms are
// answered meanwhile.
type Turns chan struct{}

// Take does some work when it is its turn; ErrFull says that the turn did not come.
func (t Turns) Take(ctx context.Context, work func() error) error {
	ctx, cancel := context.WithTimeout(ctx, LongestTurn)
	defer cancel()
	select {
	case t <- struct{}{}:
		defer func() { <-t }()
		return work()
	case <-ctx.Done():
		return ErrFull
	}
}
