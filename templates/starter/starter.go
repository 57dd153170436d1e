// Package starter embeds what a new content repository begins with. The files
// lie under files/ as they will lie in the repository, without the explanations
// that the schemas give; YEAR and the like stand for what is not known before.
package starter

import (
	"embed"
	"io/fs"
)

//go:embed all:files
var files embed.FS

// Words that the files' names and texts hold in place of what is filled in.
const (
	Begin    = "HOW-TO-BEGIN"      // a paragraph of README.md
	Checked  = "HOW-IT-IS-CHECKED" // some more, about the forge
	Year     = "YEAR"              // the first plan's year
	LastYear = "LAST-YEAR"         // of the agreement
)

// FS is the files, by their paths in the new repository.
func FS() fs.FS {
	sub, err := fs.Sub(files, "files")
	if err != nil {
		return files // the name is a constant that embedding has proved
	}
	return sub
}
