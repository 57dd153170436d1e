package chronicle

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/source"
)

// outside knows which files outside the content's own folders a commit's content is
// made of too: chapters that lie elsewhere in the repository, and what links lead to.
// Most commits of a repository that holds more than content touch none of it, and
// need not be loaded.
type outside struct {
	repo     *history.Repo
	reader   *load.Reader        // that of the contents
	linked   map[any]bool        // folders with links in them, by git's name for them
	chapters map[string][]string // those that lie elsewhere, by git's name for the agreement's file
}

func newOutside(repo *history.Repo, reader *load.Reader) *outside {
	return &outside{repo, reader, map[any]bool{}, map[string][]string{}}
}

// ever tells whether content has been made of files outside its own folders, or has come
// from there, in a history of its own files.
func (o *outside) ever(h *history.History) (bool, error) {
	for i, commit := range h.Commits() {
		changes := h.ChangesOf(commit)
		parent, known := h.Parent(commit)
		if i > 0 && known && len(changes) == 0 {
			continue
		}
		for _, c := range changes {
			if c.From != "" && !source.IsContent(c.From) {
				return true, nil
			}
		}
		for _, v := range []history.Commit{commit, parent} {
			files, err := o.files(v)
			if err != nil {
				return false, err
			}
			if files == nil {
				continue
			}
			if linked, chapters, err := o.of(files); err != nil || linked || len(chapters) > 0 {
				return true, err
			}
		}
	}
	return false, nil
}

// files are those of a commit; nil where there is no commit, or no content in it.
func (o *outside) files(commit history.Commit) (*history.Files, error) {
	if commit.IsZero() {
		return nil, nil
	}
	files, err := o.repo.Files(commit)
	if errors.Is(err, history.ErrNoContent) {
		return nil, nil
	}
	return files, err
}

// concerns tells whether any of the paths is, or may be, a part of one of the
// versions' content.
func (o *outside) concerns(paths []string, versions ...history.Commit) (bool, error) {
	if slices.ContainsFunc(paths, source.IsContent) {
		return true, nil
	}
	for _, v := range versions {
		files, err := o.files(v)
		if err != nil {
			return false, err
		}
		if files == nil {
			continue
		}
		if is, err := o.reached(files, paths); err != nil || is {
			return is, err
		}
	}
	return false, nil
}

// of tells whether there are links in the content among the files, which may lead
// anywhere, and to folders: whoever uses them waits longer. It lists the chapters that lie
// elsewhere.
func (o *outside) of(files *history.Files) (linked bool, chapters []string, err error) {
	tops, err := files.Kinds(".")
	if err != nil {
		return false, nil, err
	}
	for name, kind := range tops {
		if source.IsContent(name) || source.IsContent(name+"/x") {
			if linked, err := o.hasLinks(files, name, kind); err != nil || linked {
				return linked, nil, err
			}
		}
	}
	chapters, err = o.chaptersOf(files)
	return false, chapters, err
}

// reached tells whether the content among the files reaches one of the paths.
func (o *outside) reached(files *history.Files, paths []string) (bool, error) {
	linked, chapters, err := o.of(files)
	if err != nil || linked {
		return linked, err
	}
	for _, chapter := range chapters {
		if slices.Contains(paths, chapter) {
			return true, nil
		}
		for dir := path.Dir(chapter); dir != "."; dir = path.Dir(dir) {
			if info, err := files.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
				return true, nil
			}
		}
	}
	return false, nil
}

// hasLinks tells whether a thing is a link, or there is one in it.
func (o *outside) hasLinks(files *history.Files, name string, kind fs.FileMode) (bool, error) {
	if kind != fs.ModeDir || !fs.ValidPath(name) {
		return kind == fs.ModeSymlink, nil
	}
	info, err := files.Lstat(name)
	if err != nil {
		return false, err
	}
	known, is := o.linked[info.Sys()]
	if is {
		return known, nil
	}
	inside, err := files.Kinds(name)
	if err != nil {
		return false, err
	}
	linked := false
	for n, k := range inside {
		below, err := o.hasLinks(files, path.Join(name, n), k)
		if err != nil {
			return false, err
		}
		linked = linked || below
	}
	o.linked[info.Sys()] = linked
	return linked, nil
}

const agreementFile = "agreement/agreement.yaml"

// chaptersOf lists the chapters that lie outside the content's folders.
func (o *outside) chaptersOf(files *history.Files) ([]string, error) {
	key, err := files.Key(agreementFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	known, is := o.chapters[key]
	if is {
		return known, nil
	}
	tree := source.FromFS(narrowed{files, func(name string) bool {
		return name == "agreement" || name == agreementFile || !strings.Contains(name, "/")
	}})
	r, err := o.reader.Beside().Load(tree)
	if errors.Is(err, source.ErrNoRepository) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var elsewhere []string
	if r.Content.Agreement != nil {
		for _, c := range r.Content.Agreement.Chapters {
			file := path.Join("agreement", c.File.V)
			if c.File.Given() && !source.IsContent(file) && fs.ValidPath(file) {
				elsewhere = append(elsewhere, tree.Named(file))
			}
		}
	}
	o.chapters[key] = elsewhere
	return elsewhere, nil
}
