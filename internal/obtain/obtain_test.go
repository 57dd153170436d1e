package obtain_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/obtain"
)

const (
	aSum    = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
	aCommit = "0123456789abcdef0123456789abcdef01234567"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		told obtain.Told
		want obtain.Source
	}{
		{obtain.Told{From: "https://x.example/samsyn-1.0.0-linux-amd64.tar.gz", SHA256: strings.ToUpper(aSum)}, obtain.Source{Kind: obtain.Archive, At: "https://x.example/samsyn-1.0.0-linux-amd64.tar.gz", Pin: aSum}},
		{obtain.Told{From: "https://x.example/samsyn", SHA256: aSum, Private: true}, obtain.Source{Kind: obtain.Archive, At: "https://x.example/samsyn", Pin: aSum, Private: true}},
		{obtain.Told{From: "https://x.example/it/samsyn.git", Version: aCommit}, obtain.Source{Kind: obtain.Mirror, At: "https://x.example/it/samsyn.git", Pin: aCommit}},
		{obtain.Told{From: "https://x.example/it/samsyn", Own: "v1.2.0"}, obtain.Source{Kind: obtain.Mirror, At: "https://x.example/it/samsyn", Pin: "v1.2.0"}},
		{obtain.Told{From: "https://x.example/it/samsyn", Own: "v1.2.0", Version: "release/1"}, obtain.Source{Kind: obtain.Mirror, At: "https://x.example/it/samsyn", Pin: "release/1"}},
		{obtain.Told{From: "x.example/it/samsyn@v1.0.0"}, obtain.Source{Kind: obtain.Module, At: "x.example/it/samsyn", Pin: "v1.0.0"}},
		{obtain.Told{From: "x.example/it/samsyn/cmd/samsyn", Own: "v1.0.0-rc.1"}, obtain.Source{Kind: obtain.Module, At: "x.example/it/samsyn", Pin: "v1.0.0-rc.1"}},
	} {
		got, err := obtain.Parse(c.told)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: %+v, %v", c.told, got, err)
		}
		back, ok := obtain.Read(string(got.Env()))
		if !ok || !reflect.DeepEqual(back, c.want) {
			t.Errorf("%s is read as %+v, %v", got.Env(), back, ok)
		}
		if moves := c.want.Kind == obtain.Mirror && c.want.Pin != aCommit; got.Moves() != moves {
			t.Errorf("%+v moves: %v", got, got.Moves())
		}
	}
}

// What pins nothing, names no place or could leave the shell's quotes is refused with a
// reason in both languages.
func TestParseRefuses(t *testing.T) {
	for _, told := range []obtain.Told{
		{},
		{From: "http://x.example/samsyn.git", Version: aCommit},
		{From: "https://x.example/'$(x)'.git", Version: aCommit},
		{From: "https://x.example/`x`.git", Version: aCommit},
		{From: "https://x.example/a b.git", Version: aCommit},
		{From: "https://me:secret@x.example/samsyn.git", Version: aCommit},
		{From: "https:///samsyn.git", Version: aCommit},
		{From: "https://x.example/samsyn.git"},
		{From: "https://x.example/samsyn.git", Version: "--upload-pack=x"},
		{From: "https://x.example/samsyn.git", Version: "v1'x"},
		{From: "https://x.example/samsyn.git", Version: "a..b"},
		{From: "https://x.example/samsyn.git", Version: aCommit[:12]},
		{From: "https://x.example/samsyn.tar.gz"},
		{From: "https://x.example/samsyn.tar.gz", SHA256: aSum[1:]},
		{From: "https://x.example/samsyn.tar.gz", SHA256: aSum[1:] + "g"},
		{From: "x.example/it/samsyn"},
		{From: "x.example/it/samsyn@latest"},
		{From: "x.example/it/samsyn@main"},
		{From: "x.example/../samsyn@v1.0.0"},
		{From: "x.example/it/samsyn@v1.0.0", Private: true},
		{From: "samsyn"},
	} {
		got, err := obtain.Parse(told)
		var why *diag.Refused
		if !errors.As(err, &why) || why.Why.SV == "" || why.Why.EN == "" || why.Why.SV == why.Why.EN {
			t.Errorf("%+v: %+v, %v", told, got, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the password is told: %v", err)
		}
	}
}

func TestFolder(t *testing.T) {
	const name = "samsyn-1.0.0-linux-amd64.tar.gz"
	data := []byte("an archive")
	is := sha256.Sum256(data)
	pin := hex.EncodeToString(is[:])
	folder := func(sums string, there bool) string {
		dir := t.TempDir()
		if there {
			write(t, filepath.Join(dir, name), data)
		}
		write(t, filepath.Join(dir, "SHA256SUMS"), []byte(sums))
		return dir
	}
	got, err := obtain.Folder(folder(aSum+"  samsyn-1.0.0-linux-arm64.tar.gz\n"+pin+"  "+name+"\n", true))
	if want := (obtain.Source{Kind: obtain.File, At: obtain.Kept + "/" + name, Pin: pin, Data: data}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	for what, dir := range map[string]string{
		"nothing for Linux": folder(aSum+"  samsyn-1.0.0-windows-amd64.zip\n", true),
		"another checksum":  folder(aSum+"  "+name+"\n", true),
		"no archive":        folder(pin+"  "+name+"\n", false),
		"another folder":    folder(pin+"  ../x/"+name+"\n", true),
		"no checksums":      t.TempDir(),
	} {
		if got, err := obtain.Folder(dir); err == nil {
			t.Errorf("%s: %+v", what, got)
		}
	}
	// The archive is a link that leads out of the folder.
	dir := folder(pin+"  "+name+"\n", false)
	outside := filepath.Join(t.TempDir(), "archive")
	write(t, outside, data)
	if err := os.Symlink(outside, filepath.Join(dir, name)); err != nil {
		t.Skip(err)
	}
	if got, err := obtain.Folder(dir); err == nil {
		t.Errorf("a link out of the folder is followed: %+v", got)
	}
}

func TestReadNothing(t *testing.T) {
	for _, env := range []string{"", "SAMSYN_URL=''\nSAMSYN_SHA256=''\n", "#SAMSYN_URL='x'\n#SAMSYN_SHA256='y'\n", "SAMSYN_URL='x'\n", "SAMSYN_URL=x\nSAMSYN_SHA256=y\n", "\x00=\n'"} {
		if s, ok := obtain.Read(env); ok {
			t.Errorf("%q is %+v", env, s)
		}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
