//go:build linux || darwin

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders in root change names, so that at no moment one of the
// names has no folder. It gives errors.ErrUnsupported where the disk cannot.
func exchange(root *os.Root, a, b string) error {
	f, err := root.Open(".")
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // only its number is needed
	err = renameBoth(int(f.Fd()), a, b)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported
	}
	return err
}
