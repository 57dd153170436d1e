// Package templates holds the shape of the site's pages, as html/template reads
// it. Everything that a page says passes through that package's escaping, but for
// texts in Markdown and drawings, which package html writes and escapes itself.
package templates

import "embed"

// Pages are the templates: page.html is the frame, blocks.html what stands in it.
//
//go:embed *.html
var Pages embed.FS
