package rewrite

import "gopkg.in/yaml.v3"

// Copy is a value like a node of another file, in the place of a value, or (nil) of none.
func Copy(was, n *yaml.Node) *Value {
	v := copied(n)
	v.Was = was
	return v
}
