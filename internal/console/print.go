package console

import (
	"cmp"
	"io"

	"samsyn/internal/cause"
)

// printer is stdout, and remembers the first error in writing to it, so that no
// command has to look for it: a full disk must not pass for an empty answer.
type printer struct {
	io.Writer
	err error
}

func (p *printer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.Writer.Write(b)
	p.err = err
	return n, err
}

// unprinted tells that not all could be printed.
func (a *Console) unprinted(err error) int {
	why := cmp.Or(cause.System(err, a.Lang), err.Error())
	a.Say("samsyn: allt gick inte att skriva ut: %[1]s.", "samsyn: not all could be printed: %[1]s.", why)
	return Failed
}
