package publish

import "golang.org/x/sys/unix"

func renameBoth(in int, a, b string) error {
	return unix.Renameat2(in, a, in, b, unix.RENAME_EXCHANGE)
}
