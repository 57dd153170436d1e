package publish

import (
	"context"
	"errors"
	"path"
	"strings"
	"sync/atomic"

	"samsyn/internal/model"
	"samsyn/internal/source"
	"samsyn/internal/view"
	"samsyn/internal/view/site"
)

// Version is an adopted version of the content, built with its own options into a
// folder of its name beside the current site.
type Version struct {
	view.Version
	Tree    *source.Tree
	Content *model.Content
	Options Options
}

// Lost is a version that could not be built, and why.
type Lost struct {
	Name string
	Err  error
}

// build writes the versions, and then the site, which lists those that came to be.
func (s *staging) build(ctx context.Context, tree *source.Tree, c *model.Content, opt Options) (Output, error) {
	files, left, err := published(tree, c)
	if err != nil {
		return Output{}, err
	}
	v := view.New(c, opt.view(c, files))
	var lost []Lost
	if len(opt.Versions) > 0 {
		if v.Options.Versions, lost, err = s.versions(ctx, site.New(v), opt.Versions); err != nil {
			return Output{}, err
		}
	}
	made, err := run(ctx, tree, v, files, left, s.write, opt)
	made.Versions, made.Lost = len(v.Options.Versions), lost
	return made, err
}

// versions builds each version for itself: one that old content stops takes
// nothing from the others.
func (s *staging) versions(ctx context.Context, current *site.Site, versions []Version) (kept []view.Version, lost []Lost, err error) {
	pages := map[string]bool{}
	for _, e := range current.Pages() {
		pages[e.Path] = true
	}
	taken := map[string]bool{} // without regard to capitals
	for _, v := range versions {
		if taken[strings.ToLower(v.Name)] {
			lost = append(lost, Lost{v.Name, ErrCollision})
			continue
		}
		taken[strings.ToLower(v.Name)] = true
		folder := path.Join(view.VersionsFolder, v.Name)
		var unwritten atomic.Pointer[error]
		write := func(name string, data []byte) error {
			if ofTheWhole(name) {
				return nil
			}
			err := s.write(path.Join(folder, name), data)
			if err != nil {
				unwritten.Store(&err)
			}
			return err
		}
		v.Options.earlier = &view.Earlier{Version: v.Version, BaseURL: current.BaseURL(), Pages: pages}
		_, err := To(ctx, v.Tree, v.Content, write, v.Options)
		switch {
		case err == nil:
			kept = append(kept, v.Version)
			continue
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case unwritten.Load() != nil:
			return nil, nil, *unwritten.Load()
		}
		if gone := s.dir.RemoveAll(folder); gone != nil {
			return nil, nil, errors.Join(err, gone)
		}
		lost = append(lost, Lost{v.Name, err})
	}
	return kept, lost, nil
}

// ofTheWhole tells of the files that a server or a search engine reads for the
// whole site, and that a version in a folder of it must not have.
func ofTheWhole(name string) bool {
	switch name {
	case "404.html", "robots.txt", "sitemap.xml", "_headers":
		return true
	}
	return strings.HasPrefix(name, "hosting/")
}
