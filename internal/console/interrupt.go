package console

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interrupts is closed at the first Ctrl-C or termination; the second ends the
// process at once.
func interrupts() <-chan struct{} {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx.Done()
}
