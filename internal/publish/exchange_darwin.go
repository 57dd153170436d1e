package publish

import "golang.org/x/sys/unix"

func renameBoth(in int, a, b string) error {
	return unix.RenameatxNp(in, a, in, b, unix.RENAME_SWAP)
}
