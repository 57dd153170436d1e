package source

import "io/fs"

// Stamp is what the operating system tells of a file's state without its being
// read. Two states of a file can have the same stamp: whoever goes by it must know
// that the file had time to get another.
type Stamp struct {
	Modified int64  // when the content was changed, in nanoseconds since 1970
	Changed  int64  // when content, name or mode was changed; 0 where that is not told
	Inode    uint64 // 0 where that is not told
}

func stampOf(info fs.FileInfo) Stamp {
	s := Stamp{Modified: info.ModTime().UnixNano()}
	s.Changed, s.Inode = identity(info)
	return s
}
