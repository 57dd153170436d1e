// Package secret gives names that nobody but the user can tell: the words that say what a
// name is for go in, and a name made of the user's secret comes out. The secret is made
// once and kept in the user's configuration folder. What a run believes without looking
// (an old output that it may remove) bears such a name, since content comes from anyone.
package secret

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// leastSecret is how many bytes make a secret: a shorter file was cut off by a full disk
// or a sudden end.
const leastSecret = 6

// Name is a name made of the user's secret and of words that say what it is for; "" where
// there is no secret. The secret is kept in a folder of the user's configuration; where
// there is none ("") or it came with the content, beside what git keeps of the work tree,
// which no content can bring.
func Name(config, content string, words ...string) string {
	// Where the home folder is the clone itself, as on some runners, the content could
	// bring the secret with it.
	folder := filepath.Join(config, "samsyn")
	if whole := Checkout(content); config == "" || within(whole, config) {
		if folder = inGit(whole); folder == "" {
			return ""
		}
	}
	secret, err := secretIn(folder)
	if err != nil || secret == "" {
		return ""
	}
	h := hmac.New(sha256.New, []byte(secret))
	for _, w := range words {
		_, _ = h.Write([]byte(w + "\x00")) // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// inGit is a folder of our own in the repository of a work tree, "" where that is not a
// folder of its own. git puts nothing there that a commit holds.
func inGit(checkout string) string {
	git := filepath.Join(checkout, ".git")
	if info, err := os.Lstat(git); err != nil || !info.IsDir() {
		return ""
	}
	if info, err := os.Lstat(filepath.Join(git, "HEAD")); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return filepath.Join(git, "samsyn")
}

// Checkout is the folder that came with a content: the work tree that it lies in, or
// its own folder outside git.
func Checkout(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// within tells whether a path lies in a folder, by whatever links.
func within(folder, path string) bool {
	whole, err := os.Stat(folder)
	if err != nil {
		return false
	}
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			at = real
		}
		if info, err := os.Stat(at); err == nil && os.SameFile(whole, info) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// secretIn reads the secret of a folder, or makes it.
func secretIn(folder string) (string, error) {
	file := filepath.Join(folder, "cache-secret")
	if known, err := os.ReadFile(file); err == nil && len(known) >= leastSecret {
		return string(known), nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	draft, err := os.CreateTemp(folder, "cache-secret.*")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(draft.Name()) }() // a renamed one is gone already
	_, err = draft.WriteString(rand.Text())
	if err := errors.Join(err, draft.Close()); err != nil {
		return "", err
	}
	err = os.Link(draft.Name(), file) // of two runs at once, the first one's stays
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	known, err := os.ReadFile(file)
	if err == nil && len(known) < leastSecret {
		if err = os.Rename(draft.Name(), file); err == nil {
			known, err = os.ReadFile(file)
		}
	}
	return string(known), err
}
