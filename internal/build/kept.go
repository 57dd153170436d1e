package build

import (
	"encoding/binary"
	"io/fs"
	"strings"

	"samsyn/internal/cache"
	"samsyn/internal/view/site"
)

// keeper remembers of which key each page of a folder was made, from run to run.
// A page is believed to be that page as long as nobody has touched its file.
type keeper struct {
	*staging
	pack *cache.Pack
}

// Kept is html.Memory's.
func (k keeper) Kept(path string, key site.Key) (found string, ok bool) {
	known, ok := k.pack.Get(cache.KeyOf(path))
	before := k.inOld(path)
	if !ok || before == nil {
		return "", false
	}
	stamp := stampOf(before)
	found, ok = strings.CutPrefix(known, string(key[:])+string(stamp[:]))
	return found, ok && k.keep(path) == nil
}

// Before is html.Memory's.
func (k keeper) Before(path string) (key site.Key, found string, ok bool) {
	known, ok := k.pack.Get(cache.KeyOf(path))
	if !ok || len(known) < len(key)+stamped {
		return key, "", false
	}
	return site.Key([]byte(known[:len(key)])), known[len(key)+stamped:], true
}

// Keep is html.Memory's.
func (k keeper) Keep(path string, key site.Key, found []byte) {
	made, err := k.dir.Lstat(path)
	if err != nil {
		return
	}
	stamp := stampOf(made)
	known := append(key[:], stamp[:]...)
	k.pack.Put(cache.KeyOf(path), append(known, found...))
}

// stamped is how many bytes a stamp has.
const stamped = 16

// stampOf is what changes when somebody changes a file: its size and its time.
func stampOf(info fs.FileInfo) (stamp [stamped]byte) {
	binary.LittleEndian.PutUint64(stamp[:], uint64(info.Size()))
	binary.LittleEndian.PutUint64(stamp[8:], uint64(info.ModTime().UnixNano()))
	return stamp
}
