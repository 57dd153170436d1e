// Package site holds what the pages of every site share: how they look, and the
// little that a script adds.
package site

import "embed"

// Assets are copied to the site's folder assets as they are.
//
//go:embed style.css icon.svg search.js
var Assets embed.FS
