// Package templates holds the frame of the site's pages, for html/template. What
// stands in the frame is drawn, and escaped, by package html.
package templates

import "embed"

// Pages are the templates: the frame of a page, its menu and its foot.
//
//go:embed *.html
var Pages embed.FS
