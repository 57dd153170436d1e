package cache

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"
)

var maker = KeyOf("test")

func save(t testing.TB, file string, results map[string]string) {
	t.Helper()
	p := Open(file, maker)
	for name, result := range results {
		p.Put(KeyOf(name), []byte(result))
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
}

func holds(p *Pack, name, want string) bool {
	got, ok := p.Get(KeyOf(name))
	return ok && got == want
}

func TestKeyOfKnowsItsParts(t *testing.T) {
	if KeyOf("ab", "c") == KeyOf("a", "bc") || KeyOf("a") == KeyOf("a", "") {
		t.Error("where one part ends does not count")
	}
}

func TestPackKeepsWhatIsAskedFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "files")
	save(t, file, map[string]string{"a": "one", "b": "", "c": "three"})
	p := Open(file, maker)
	if !holds(p, "a", "one") || !holds(p, "b", "") {
		t.Fatal("what was put in is not there")
	}
	if _, ok := p.Get(KeyOf("d")); ok {
		t.Error("what was not put in is there")
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	if !holds(Open(file, maker), "c", "three") {
		t.Error("a run that learned nothing changed the pack")
	}
	p.Put(KeyOf("d"), []byte("four"))
	p.Put(KeyOf("a"), []byte("another"))
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	p = Open(file, maker)
	if !holds(p, "a", "another") || !holds(p, "b", "") || !holds(p, "d", "four") {
		t.Error("the new pack lacks what was asked for or put in")
	}
	if _, ok := p.Get(KeyOf("c")); ok {
		t.Error("what nobody asked for was kept")
	}
	if left, _ := filepath.Glob(file + ".*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestPackThatIsNotWholeIsForgotten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "files")
	save(t, file, map[string]string{"a": "one"})
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, data []byte) {
		t.Helper()
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, ok := Open(file, maker).Get(KeyOf("a")); ok {
			t.Errorf("%s: still believed", what)
		}
	}
	for n := range whole {
		try(fmt.Sprintf("cut off after %d bytes", n), whole[:n])
		flipped := append([]byte{}, whole...)
		flipped[n] ^= 1
		try(fmt.Sprintf("byte %d changed", n), flipped)
	}
	try("one byte more", append(whole[:len(whole):len(whole)], 0))
	save(t, file, map[string]string{"a": "one"})
	if !holds(Open(file, maker), "a", "one") {
		t.Error("a damaged pack cannot be replaced")
	}
	if _, ok := Open(file, KeyOf("another")).Get(KeyOf("a")); ok {
		t.Error("another program's results are believed")
	}
}

func TestPackIsNoLink(t *testing.T) {
	dir := t.TempDir()
	save(t, filepath.Join(dir, "elsewhere"), map[string]string{"a": "one"})
	if err := os.Symlink("elsewhere", filepath.Join(dir, "files")); err != nil {
		t.Skip("no links here:", err)
	}
	if _, ok := Open(filepath.Join(dir, "files"), maker).Get(KeyOf("a")); ok {
		t.Error("a link was followed")
	}
	save(t, filepath.Join(dir, "files"), map[string]string{"b": "two"})
	if !holds(Open(filepath.Join(dir, "elsewhere"), maker), "a", "one") {
		t.Error("what the link leads to was written over")
	}
}

func TestPackWrittenByManyAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "files")
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			p := Open(file, maker)
			for i := range 200 {
				p.Put(KeyOf(fmt.Sprint(n, i)), fmt.Appendf(nil, "%d of %d", i, n))
			}
			if err := p.Save(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	p := Open(file, maker)
	if len(p.old.ends) != 200 {
		t.Errorf("%d results, not those of one writer", len(p.old.ends))
	}
}

func TestPackThatCannotBeWritten(t *testing.T) {
	p := Open(filepath.Join(t.TempDir(), "no", "such", "folder"), maker)
	p.Put(KeyOf("a"), []byte("one"))
	p.Put(KeyOf("b"), []byte("two"))
	if p.Save() == nil {
		t.Error("it was written to nowhere")
	}
}

func TestUnfinishedPacksAreSwept(t *testing.T) {
	dir := t.TempDir()
	old, young := filepath.Join(dir, "files.1"+unfinished), filepath.Join(dir, "files.2"+unfinished)
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-2 * abandoned)
	if err := os.Chtimes(old, past, past); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(dir, "files"), map[string]string{"a": "one"})
	if _, err := os.Lstat(old); err == nil {
		t.Error("what was abandoned is still there")
	}
	if _, err := os.Lstat(young); err != nil {
		t.Error("what another program writes was removed")
	}
}

// FuzzPack opens any bytes that have the right beginning and checksum.
func FuzzPack(f *testing.F) {
	file := filepath.Join(f.TempDir(), "files")
	save(f, file, map[string]string{"a": "one", "b": "two"})
	whole, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole[head : len(whole)-4])
	f.Add([]byte{0, 0, 0, 0})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, rest []byte) {
		data := append(append([]byte(magic), maker[:]...), rest...)
		data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, castagnoli))
		file := filepath.Join(t.TempDir(), "files")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		p := Open(file, maker)
		held := 0
		for i := range p.old.asked {
			result, _ := p.Get(Key([]byte(p.old.key(i))))
			held += len(result)
		}
		if held > len(rest) {
			t.Errorf("%d bytes of results in %d bytes", held, len(rest))
		}
	})
}

// A large pack is not written anew for a few new results, but for many.
func TestSaveWeighsWhatIsNew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pack")
	put := func(n int, name string) *Pack {
		p := Open(file, maker)
		for i := range n {
			p.Get(KeyOf("old", strconv.Itoa(i)))
			p.Put(KeyOf(name, strconv.Itoa(i)), make([]byte, 1<<20))
		}
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
		return Open(file, maker)
	}
	put(60, "old")
	if _, kept := put(1, "few").Get(KeyOf("few", "0")); kept {
		t.Error("60 MiB were written for one")
	}
	if left, err := filepath.Glob(file + ".*"); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if _, kept := put(2, "many").Get(KeyOf("many", "1")); !kept {
		t.Error("what is new was not kept")
	}
}
