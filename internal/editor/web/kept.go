package web

import (
	"net/url"
	"path"
)

// Kept is a field of a form that is sent once more.
type Kept struct{ Name, Value string }

// Escaped is a path within an address.
func Escaped(file string) string { return (&url.URL{Path: path.Clean(file)}).EscapedPath() }
