package outfit

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
)

// State is what has become of a file that the program writes beside the content.
type State int

const (
	Same    State = iota // it is what this version writes
	Older                // an older version wrote it, and nobody has edited it since
	Edited               // somebody has, or it cannot be told whether somebody has
	Gone                 // somebody has removed it
	Missing              // no version has written it here yet
	Strange              // it is a link, a folder, or too large to be one of ours
)

// Part is one of the files that the program writes beside the content.
type Part struct {
	Path     string
	State    State
	Is, Want []byte // what it holds, and what this version writes
	want     safewrite.File
}

// Kept is what a repository has of what the program writes beside the content.
type Kept struct {
	Parts    []Part
	Forges   []string // whose checks it has
	Recorded bool     // the program has written down what it wrote
	sums     map[string]string
	record   []byte // the file of digests as it is; nil where there is none
	dir      string
	Own      bool // it is the program's own repository, whose files are not a county's
}

// ownModule is how go.mod of the program begins, a fork's too.
var ownModule = regexp.MustCompile(`^module (\S+/)?samsyn\s`)

// mostPart is how large a file of ours can be; the handbook is the largest.
const mostPart = 4 << 20

// Compare holds a repository against what this version would write there: of the forges
// whose checks it has, and of those in more. Nothing outside the folder is read.
func Compare(dir string, more []string) (*Kept, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }()
	k := &Kept{dir: dir}
	if module, _, err := look(root, "go.mod"); err == nil && ownModule.Match(module) {
		k.Own = true
		return k, nil
	}
	record, state, err := look(root, RecordFile)
	if err != nil {
		return nil, err
	}
	switch state {
	case Same:
		k.record, k.sums = record, recorded(record)
	case Strange:
		k.Parts = append(k.Parts, Part{Path: RecordFile, State: Strange})
	}
	k.Recorded = k.sums != nil
	wanted, err := k.wanted(root, more)
	if err != nil {
		return nil, err
	}
	for _, f := range wanted {
		part := Part{Path: f.Path, Want: f.Data, want: f}
		if part.Is, part.State, err = look(root, f.Path); err != nil {
			return nil, err
		}
		was, known := k.sums[f.Path]
		switch {
		case part.State == Missing && known:
			part.State = Gone
		case part.State != Same: // it is missing, or strange
		case digest(part.Is) == digest(f.Data):
		case known && was == digest(part.Is):
			part.State = Older
		default:
			part.State = Edited
		}
		k.Parts = append(k.Parts, part)
	}
	return k, nil
}

// wanted are the files that this version writes for the forges in use and for more.
func (k *Kept) wanted(root *os.Root, more []string) ([]safewrite.File, error) {
	var wanted []safewrite.File
	for _, forge := range append(slices.Clone(Forges), ForgeNone) {
		files, err := Repository(New{Year: 2000, Forge: forge}) // the year is that of content, which is left out
		if err != nil {
			return nil, err
		}
		if forge != ForgeNone {
			own := slices.ContainsFunc(files, func(f safewrite.File) bool { return ofForge(f.Path) != "" && there(root, f.Path) })
			if !own && !slices.Contains(more, forge) {
				continue
			}
			k.Forges = append(k.Forges, forge)
		}
		for _, f := range files {
			same := func(other safewrite.File) bool { return other.Path == f.Path }
			if renewed(f.Path) && !slices.ContainsFunc(wanted, same) {
				wanted = append(wanted, f)
			}
		}
	}
	return wanted, nil
}

func there(root *os.Root, name string) bool {
	_, err := root.Lstat(name)
	return err == nil
}

// look reads one of the files. Its state is Same where it is a file that can be read,
// Missing where nothing is there, and Strange where something else is.
func look(root *os.Root, name string) ([]byte, State, error) {
	info, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Missing, nil
	case err != nil || !info.Mode().IsRegular() || info.Size() > mostPart:
		return nil, Strange, nil //nolint:nilerr // what cannot be looked at is not ours to touch
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, Strange, nil //nolint:nilerr // the same
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, mostPart))
	return data, Same, err
}

// ReadSmall reads a file of the repository, a hidden one too, unless it is larger than
// anything of ours or no ordinary file.
func ReadSmall(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }()
	data, state, err := look(root, name)
	switch {
	case err != nil:
		return nil, err
	case state == Missing:
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	case state == Strange:
		return nil, &fs.PathError{Op: "read", Path: name, Err: source.ErrNotFile}
	}
	return data, nil
}

// Renew writes anew what nobody has edited, and what is missing; of the rest only the
// files that are named. What was written is told by its paths. Nothing is where what was
// written cannot be recorded (*diag.Refused).
func (k *Kept) Renew(version string, named []string) (written []string, err error) {
	if len(k.Parts) > 0 && k.Parts[0].Path == RecordFile { // it is strange
		return nil, diag.Refuse("%s är ingen vanlig fil. Ta bort den först", "%s is no ordinary file. Remove it first", RecordFile)
	}
	sums := map[string]string{}
	var made []safewrite.File
	for _, p := range k.Parts {
		byName := slices.Contains(named, p.Path)
		switch {
		case p.State == Missing || p.State == Gone && byName:
			made = append(made, p.want)
		case p.State == Older || p.State == Edited && byName:
			if err := safewrite.ReplaceFrom(k.dir, p.Path, p.Is, p.Want); err != nil {
				return written, err
			}
			written = append(written, p.Path)
		case p.State != Same:
			if was, known := k.sums[p.Path]; known {
				sums[p.Path] = was
			}
			continue
		}
		sums[p.Path] = digest(p.Want)
	}
	if len(made) > 0 {
		if err := safewrite.Create(k.dir, made); err != nil {
			return written, err
		}
	}
	for _, f := range made {
		written = append(written, f.Path)
	}
	slices.Sort(written)
	return written, Put(k.dir, recordOf(sums, version), k.record)
}

// Put gives a file of the repository new content: it replaces what it held when it was
// read (nil where it was not there), and nothing where that is the same.
func Put(dir string, f safewrite.File, was []byte) error {
	if was != nil && bytes.Equal(was, f.Data) {
		return nil
	}
	return safewrite.Write(dir, []safewrite.Change{{Path: f.Path, Before: was, After: f.Data}})
}

// Has tells whether this version knows a file by its path.
func (k *Kept) Has(name string) bool {
	return slices.ContainsFunc(k.Parts, func(p Part) bool { return p.Path == name })
}

// Began tells whether the program has ever written its files here.
func (k *Kept) Began() bool {
	return k.Recorded || slices.ContainsFunc(k.Parts, func(p Part) bool {
		return p.State != Missing && strings.HasPrefix(p.Path, ".samsyn/")
	})
}
