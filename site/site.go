// Package site holds what the pages of every site share: how they look, and the
// little that a script adds; and the same for the pages of the editor, which are drawn
// with the site's style sheet and one of their own over it.
package site

import "embed"

// Assets are copied to the site's folder assets as they are.
//
//go:embed style.css icon.svg search.js
var Assets embed.FS

// Editor are the editor's own.
//
//go:embed edit/edit.css edit/paste.js edit/edit.js
var Editor embed.FS
