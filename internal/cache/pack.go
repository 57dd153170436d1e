// Package cache remembers from run to run what was made of single files. It knows
// nothing of what they hold: a result is stored under a key that names everything
// it was made from, and is never looked at again once that has changed. A cache may
// be deleted, cut off, damaged or written by two programs at once; then it is
// forgotten, never believed.
package cache

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Key names everything that a result was made from.
type Key [sha256.Size]byte

// KeyOf makes a key of parts; where one ends and the next begins counts.
func KeyOf(parts ...string) Key {
	all := make([]byte, 0, 512)
	for _, p := range parts {
		all = append(binary.AppendUvarint(all, uint64(len(p))), p...)
	}
	return sha256.Sum256(all)
}

// A pack is one file:
//
//	magic            16 bytes
//	maker            32 bytes: who made the results; another's are of no use
//	the results, end to end
//	for each result  its key (32 bytes), its length (4 bytes)
//	the number of results (4 bytes)
//	checksum         CRC-32C (RFC 3720 §B.4) of all that comes before (4 bytes)
//
// Numbers are little-endian. It is written beside the old one and takes its place
// when it is whole.
const (
	magic     = "samsyn pack 001\n"
	head      = len(magic) + sha256.Size
	indexed   = sha256.Size + 4
	foot      = 8
	mostBytes = 1 << 30 // a larger pack is none of ours
	// MostResult is the largest result that is kept, in bytes.
	MostResult = 8 << 20
)

// Pack is a pack of results, the old ones and those that were put in. It may be
// used by several goroutines at once.
type Pack struct {
	file  string
	maker Key
	old   results
	size  int // of the old pack, in bytes

	mu  sync.Mutex
	out *packWriter // made for the first new result
	put int         // bytes of new results
	err error       // why nothing more can be written
}

// results are the old ones. There may be hundreds of thousands, so that they are
// told apart by the beginning of their keys, which are digests, and then held to all
// of the key.
type results struct {
	data  string
	index string            // as it stands in the file
	ends  []uint32          // where in data each ends
	first map[uint64]uint32 // the number of a result by the first bytes of its key
	asked []atomic.Bool     // it is still of use
}

// find gives the number of a result.
func (r *results) find(k Key) (i int, known bool) {
	n, known := r.first[binary.LittleEndian.Uint64(k[:])]
	if !known || r.key(int(n)) != string(k[:]) {
		return 0, false
	}
	return int(n), true
}

func (r *results) key(i int) string { return r.index[i*indexed:][:sha256.Size] }

func (r *results) at(i int) string {
	if i == 0 {
		return r.data[:r.ends[0]]
	}
	return r.data[r.ends[i-1]:r.ends[i]]
}

// Open reads the pack in file, of which maker has made the results. What is not
// there, not whole or another's is an empty pack.
func Open(file string, maker Key) *Pack {
	p := &Pack{file: file, maker: maker}
	data, ok := readPack(file)
	if ok {
		p.old, p.size = unpack(data, maker), len(data)
	}
	return p
}

// readPack gives a file's bytes if its checksum holds.
func readPack(file string) (data string, ok bool) {
	info, err := os.Lstat(file) // a link could lead anywhere, a pipe would wait for a writer
	if err != nil || !info.Mode().IsRegular() || info.Size() < int64(head+foot) || info.Size() > mostBytes {
		return "", false
	}
	f, err := os.Open(file)
	if err != nil {
		return "", false
	}
	defer func() { _ = f.Close() }() // only read
	var all strings.Builder
	all.Grow(int(info.Size()))
	sum := crc32.New(castagnoli)
	n, err := io.CopyN(io.MultiWriter(sum, &all), f, info.Size()-4)
	var want [4]byte
	if err != nil || n != info.Size()-4 {
		return "", false
	}
	if _, err := io.ReadFull(f, want[:]); err != nil || sum.Sum32() != binary.LittleEndian.Uint32(want[:]) {
		return "", false
	}
	return all.String(), true
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// unpack finds the results in a pack without its checksum; none where it is not one
// of the maker's.
func unpack(data string, maker Key) (r results) {
	if len(data) < head+4 || data[:len(magic)] != magic || data[len(magic):head] != string(maker[:]) {
		return results{}
	}
	end := len(data) - 4
	count := int(number(data[end:]))
	if count > (end-head)/indexed {
		return results{}
	}
	r.index = data[end-count*indexed : end]
	r.data = data[head : end-count*indexed]
	r.ends, r.first, r.asked = make([]uint32, count), make(map[uint64]uint32, count), make([]atomic.Bool, count)
	at := 0
	for i := range count {
		length := int(number(r.index[i*indexed+sha256.Size:]))
		if length > len(r.data)-at {
			return results{}
		}
		at += length
		r.ends[i] = uint32(at)
		r.first[binary.LittleEndian.Uint64([]byte(r.key(i)[:8]))] = uint32(i)
	}
	return r
}

func number(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Get gives the result that was kept under a key.
func (p *Pack) Get(k Key) (result string, ok bool) {
	i, ok := p.old.find(k)
	if !ok {
		return "", false
	}
	p.old.asked[i].Store(true)
	return p.old.at(i), true
}

// Put keeps a result. It copies it, and leaves out one that is too large.
func (p *Pack) Put(k Key, result []byte) {
	if len(result) > MostResult {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return
	}
	if p.out == nil {
		if p.out, p.err = newPackWriter(p.file, p.maker); p.err != nil {
			return
		}
	}
	if i, known := p.old.find(k); known {
		p.old.asked[i].Store(false) // it could not be used
	}
	p.put += len(result)
	p.err = p.out.add(k, result)
}

// Save writes the pack anew if something was put into it: the new results, and of
// the old ones those that were asked for. Where the new ones are next to nothing
// beside the old it is left as it is, since making them again takes less than
// writing all. The error says that it could not be written; the old pack then
// stays.
func (p *Pack) Save() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.out == nil {
		return p.err
	}
	out := p.out
	p.out = nil
	if p.err == nil && p.size > large && p.put < p.size/50 {
		out.drop()
		return nil
	}
	for i := range p.old.asked {
		if p.err == nil && p.old.asked[i].Load() {
			p.err = out.add(Key([]byte(p.old.key(i))), []byte(p.old.at(i)))
		}
	}
	if p.err != nil {
		out.drop()
		return p.err
	}
	return out.finish(p.file)
}

// Drop throws away what was put in and not saved.
func (p *Pack) Drop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.out != nil {
		p.out.drop()
		p.out = nil
	}
}

// packWriter writes a pack as its results come.
type packWriter struct {
	file  *os.File
	to    *bufio.Writer
	sum   io.Writer // all that is written goes through here
	crc   interface{ Sum32() uint32 }
	index []byte
}

func newPackWriter(file string, maker Key) (*packWriter, error) {
	sweep(file)
	f, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*"+unfinished)
	if err != nil {
		return nil, err
	}
	crc := crc32.New(castagnoli)
	to := bufio.NewWriterSize(f, 1<<16)
	w := &packWriter{file: f, to: to, sum: io.MultiWriter(to, crc), crc: crc}
	if err := w.write([]byte(magic), maker[:]); err != nil {
		w.drop()
		return nil, err
	}
	return w, nil
}

// large is a pack that takes a while to write, in bytes.
const large = 4 << 20

const (
	unfinished = ".unfinished"
	// abandoned is the age at which nobody is writing an unfinished pack any more.
	abandoned = time.Hour
)

// sweep removes what programs that were ended have left.
func sweep(file string) {
	left, _ := filepath.Glob(file + ".*" + unfinished)
	for _, name := range left {
		if info, err := os.Lstat(name); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(name) // the next run tries again
		}
	}
}

func (w *packWriter) write(parts ...[]byte) error {
	for _, p := range parts {
		if _, err := w.sum.Write(p); err != nil {
			return err
		}
	}
	return nil
}

func (w *packWriter) add(k Key, result []byte) error {
	w.index = append(w.index, k[:]...)
	w.index = binary.LittleEndian.AppendUint32(w.index, uint32(len(result)))
	return w.write(result)
}

func (w *packWriter) finish(file string) error {
	count := binary.LittleEndian.AppendUint32(nil, uint32(len(w.index)/indexed))
	err := w.write(w.index, count)
	if err == nil {
		_, err = w.to.Write(binary.LittleEndian.AppendUint32(nil, w.crc.Sum32()))
	}
	if err == nil {
		err = w.to.Flush()
	}
	err = errors.Join(err, w.file.Close())
	if err == nil {
		err = os.Rename(w.file.Name(), file)
	}
	if err != nil {
		if gone := os.Remove(w.file.Name()); !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

func (w *packWriter) drop() {
	_ = w.file.Close() // it is thrown away
	_ = os.Remove(w.file.Name())
}
