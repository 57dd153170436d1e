package publish

import (
	"maps"
	"slices"

	"samsyn/internal/kind"
	"samsyn/internal/source"
)

// Undrawn is a picture of which the PDFs hold the alternative text alone, and why.
type Undrawn struct {
	File string // its path in the repository
	Err  error
}

// pictures reads the content's pictures for the PDFs.
type pictures struct {
	tree    *source.Tree
	paths   map[string]string // in the repository, by those on the site
	undrawn map[string]error  // by their paths in the repository
}

func (p publication) pictures(tree *source.Tree) *pictures {
	out := &pictures{tree, map[string]string{}, map[string]error{}}
	for name, file := range p {
		out.paths[file.File] = name
	}
	return out
}

func (p *pictures) read(path string) ([]byte, error) {
	return p.tree.ReadUpTo(p.paths[path], kind.MostBytes)
}

func (p *pictures) refuse(path string, err error) { p.undrawn[p.paths[path]] = err }

// refused lists what could not be drawn, in order.
func (p *pictures) refused() []Undrawn {
	var out []Undrawn
	for _, name := range slices.Sorted(maps.Keys(p.undrawn)) {
		out = append(out, Undrawn{name, p.undrawn[name]})
	}
	return out
}
