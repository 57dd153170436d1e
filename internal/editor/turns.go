package editor

import (
	"context"
	"time"
)

const (
	// mostTurns is how much heavy work goes on at once: building a site, setting a PDF.
	mostTurns = 2
	// longestTurn is how long somebody waits for their turn.
	longestTurn = 20 * time.Second
)

// turns are taken at heavy work, so that however many ask for it the others' forms are
// answered meanwhile.
type turns chan struct{}

// take does some work when it is its turn; errFull says that the turn did not come.
func (t turns) take(ctx context.Context, work func() error) error {
	ctx, cancel := context.WithTimeout(ctx, longestTurn)
	defer cancel()
	select {
	case t <- struct{}{}:
		defer func() { <-t }()
		return work()
	case <-ctx.Done():
		return errFull
	}
}
