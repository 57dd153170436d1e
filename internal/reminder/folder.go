package reminder

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
)

// Foreign says that a folder holds what is no letter of this package, and so is not to be
// emptied.
type Foreign struct{ Name string }

func (e *Foreign) Error() string { return "not a letter: " + e.Name }

// draftEnding ends the name of a letter that is being written.
const draftEnding = ".eml.new"

// Write puts letters into a folder, in the place of those that were written there before;
// with an actor in that actor's place alone. A folder that holds anything else is left
// alone (*Foreign).
func Write(dir, actor string, letters []Letter) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	old, err := lettersIn(root)
	if err != nil {
		return err
	}
	for _, l := range letters {
		temporary := "." + strings.TrimSuffix(l.File, ".eml") + draftEnding
		err := root.WriteFile(temporary, l.Data, 0o644)
		if err == nil {
			err = root.Rename(temporary, l.File)
		}
		if err != nil {
			_ = root.Remove(temporary)
			return err
		}
		delete(old, l.File)
	}
	for name := range old {
		if actor != "" && name != actor+".eml" {
			continue
		}
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// lettersIn lists the letters in a folder that holds nothing else. What an interrupted
// Write was writing is taken away.
func lettersIn(root *os.Root) (map[string]bool, error) {
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	var drafts []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), ".") && strings.HasSuffix(e.Name(), draftEnding) {
			drafts = append(drafts, e.Name())
			continue
		}
		if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), ".eml") {
			return nil, &Foreign{e.Name()}
		}
		data, err := root.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		if head, _, _ := bytes.Cut(data, []byte("\r\n\r\n")); !bytes.Contains(head, []byte("\r\n"+Mark)) {
			return nil, &Foreign{e.Name()}
		}
		names[e.Name()] = true
	}
	for _, name := range drafts {
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return names, nil
}
