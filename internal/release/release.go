// Package release tags a version with the user's own git: a name and notes go in, and a
// tag comes out, signed if wished, with nothing of the repository's own being run.
package release

import (
	"context"
	"regexp"
	"strings"

	"samsyn/internal/git"
)

// tagName is the form of a version's name: a tag that every forge takes.
var tagName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// Addressable tells whether a version's name can stand in a web address.
func Addressable(name string) bool { return tagName.MatchString(name) }

// Nameable tells whether git and every forge take a name for a tag.
func Nameable(name string) bool {
	return Addressable(name) && !strings.Contains(name, "..") && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, ".lock")
}

// Tag lets git make the tag: the key that signs, and the agent that holds it,
// are git's own to know.
func Tag(r git.Repository, name, notes string, signed bool) error {
	kind := []string{"--annotate", "--no-sign"} // tag.gpgSign may be set
	var settings []string
	if signed {
		var err error
		if settings, err = ownSigners(r); err != nil {
			return err
		}
		kind = []string{"--sign"}
	}
	args := append(append([]string{"tag"}, kind...), "--cleanup=verbatim", "--file=-", "--", name)
	_, err := r.Run(context.Background(), git.Call{Args: args, Input: notes, Settings: settings})
	return err
}
