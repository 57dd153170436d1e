//go:build unix && !solaris && !illumos && !aix

package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// lockFolder takes hold of a folder in root until it is closed or the process ends,
// however that ends. It gives errBusy where another process holds it, and known is
// false where the disk cannot tell.
func lockFolder(root *os.Root, name string) (held io.Closer, known bool, err error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, false, err
	}
	locked := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(locked, syscall.EWOULDBLOCK) {
		return nil, true, errors.Join(errBusy, f.Close())
	}
	// Who held it before may have removed it, or put another in its place.
	is, err := f.Stat()
	if err == nil {
		var now fs.FileInfo
		if now, err = root.Lstat(name); err == nil && !os.SameFile(is, now) {
			err = fs.ErrNotExist
		}
	}
	if err != nil {
		return nil, false, errors.Join(err, f.Close())
	}
	return f, locked == nil, nil
}
