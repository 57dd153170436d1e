package history

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/plumbing"
)

// What is kept between runs is, for each commit, what it says and what it
// changed. A commit's hash decides both, so what is kept is true for ever and in
// every repository: nothing has to be checked but that the file is whole, of
// this form, and about the same folder.
//
// The file is the magic line, the folder, the paths, the commits, and a SHA-256
// over all that; numbers are varints.
const keptMagic = "samsyn history 1\n"

// maxKept is the size in bytes above which the file is not read.
const maxKept = 1 << 30

// readKept gives what the file holds, or nil. Paths go into the table.
func readKept(file, prefix string, paths *table) map[plumbing.Hash]*node {
	if file == "" {
		return nil
	}
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxKept {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil || len(data) < len(keptMagic)+sha256.Size || string(data[:len(keptMagic)]) != keptMagic {
		return nil
	}
	body, sum := data[:len(data)-sha256.Size], data[len(data)-sha256.Size:]
	if got := sha256.Sum256(body); !bytes.Equal(got[:], sum) {
		return nil
	}
	d := &decoder{data: body[len(keptMagic):]}
	if d.text() != prefix {
		return nil
	}
	fresh := newTable()
	for range d.count(1) {
		fresh.number(d.text())
	}
	nodes := make(map[plumbing.Hash]*node)
	room := make([]node, d.count(50))
	for i := range room {
		n := &room[i]
		d.node(n, len(fresh.names))
		nodes[n.hash] = n
	}
	if d.bad || len(d.data) != 0 {
		return nil
	}
	*paths = *fresh
	return nodes
}

// writeKept replaces the file by what the walk knows. A reader sees the old file
// or the new one.
func writeKept(file, prefix string, w *walk) error {
	e := &encoder{data: []byte(keptMagic)}
	e.text(prefix)
	e.number(int64(len(w.paths.names)))
	for _, p := range w.paths.names {
		e.text(p)
	}
	var whole []*node
	for _, n := range w.nodes {
		if !n.edge {
			whole = append(whole, n)
		}
	}
	e.number(int64(len(whole)))
	for _, n := range whole {
		e.node(n)
	}
	sum := sha256.Sum256(e.data)
	e.data = append(e.data, sum[:]...)

	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(dir, ".history-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(e.data)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // the first error says more
	}
	return err
}

type encoder struct{ data []byte }

func (e *encoder) number(n int64)       { e.data = binary.AppendVarint(e.data, n) }
func (e *encoder) hash(h plumbing.Hash) { e.data = append(e.data, h[:]...) }
func (e *encoder) text(s string) {
	e.number(int64(len(s)))
	e.data = append(e.data, s...)
}

func (e *encoder) node(n *node) {
	e.hash(n.hash)
	e.hash(n.tree)
	e.number(int64(len(n.parents)))
	for _, p := range n.parents {
		e.hash(p)
	}
	for _, s := range []stamp{n.authored, n.committed} {
		e.number(s.unix)
		e.number(int64(s.minutes))
	}
	e.text(n.author)
	e.text(n.subject)
	e.number(int64(len(n.steps)))
	for _, s := range n.steps {
		e.step(s)
	}
}

func (e *encoder) step(s step) {
	e.number(int64(s.path))
	e.number(int64(s.from))
	flags := int64(s.kind) << 1
	if s.ofMerge {
		flags |= 1
	}
	e.number(flags)
	e.hash(s.blob)
	e.hash(s.old)
}

// decoder reads what encoder wrote. After anything odd it is bad and gives
// nothing but zeroes.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) take(n int) []byte {
	if d.bad || n < 0 || n > len(d.data) {
		d.bad = true
		return nil
	}
	taken := d.data[:n]
	d.data = d.data[n:]
	return taken
}

func (d *decoder) number() int64 {
	n, size := binary.Varint(d.data)
	if size <= 0 {
		d.bad = true
	}
	d.take(size)
	if d.bad {
		return 0
	}
	return n
}

// count reads how many things follow, each of at least size bytes.
func (d *decoder) count(size int) int {
	n := d.number()
	if n < 0 || n > int64(len(d.data)/size) {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *decoder) text() string { return string(d.take(d.count(1))) }

func (d *decoder) hash() (h plumbing.Hash) {
	copy(h[:], d.take(len(h)))
	return h
}

func (d *decoder) node(n *node, paths int) {
	n.rawCommit = &rawCommit{hash: d.hash(), tree: d.hash()}
	n.known = true
	for range d.count(20) {
		n.parents = append(n.parents, d.hash())
	}
	for _, s := range []*stamp{&n.authored, &n.committed} {
		s.unix, s.minutes = d.number(), int16(d.number())
	}
	n.author, n.subject = d.text(), d.text()
	n.steps = make([]step, d.count(43))
	for i := range n.steps {
		d.step(&n.steps[i], paths)
	}
}

func (d *decoder) step(s *step, paths int) {
	path, from, flags := d.number(), d.number(), d.number()
	if path < 0 || path >= int64(paths) || from < -1 || from >= int64(paths) || flags>>1 > int64(Renamed) || flags < 0 {
		d.bad = true
		return
	}
	s.path, s.from = int32(path), int32(from)
	s.kind, s.ofMerge = Kind(flags>>1), flags&1 == 1
	s.blob, s.old = d.hash(), d.hash()
}
