// Package templates holds the frame of the site's pages, for html/template. What
// stands in the frame is drawn, and escaped, by package html. It holds the editor's pages
// too.
package templates

import "embed"

// Pages are the templates: the frame of a page, its menu and its foot.
//
//go:embed *.html
var Pages embed.FS

// Editor are the templates of the editor's pages.
//
//go:embed edit/*.html
var Editor embed.FS
