// Package docs embeds what a new content repository gets of the documentation.
package docs

import _ "embed"

// Handbook is the handbook for those who edit, in Swedish, as Markdown.
//
//go:embed handbok.md
var Handbook string
