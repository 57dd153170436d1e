// Command pack makes the files of a release: from folders, archives and a container
// image that are the same bytes whoever makes them, a tidied list of parts, and a
// signature over the checksums. All times are those of SOURCE_DATE_EPOCH (seconds
// since 1970). It is a module of its own, so that what it needs is not in the program.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"
)

var usage = errors.New(`pack archive FOLDER FILE.tar.gz|FILE.zip   the folder's files, below its name
pack image VERSION FILE.tar ARCH=FOLDER...  an OCI image of the Linux programs
pack sbom VERSION FILE.json FILE.json       a list of parts without the moment it was made
pack key FILE                               a new minisign key; FILE.pub is its public half
pack sign KEY FILE COMMENT                  FILE.minisig
pack verify KEY.pub FILE                    whether FILE.minisig holds`)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return usage
	}
	command, args := args[0], args[1:]
	switch {
	case command == "archive" && len(args) == 2:
		return archive(args[0], args[1])
	case command == "image" && len(args) > 2:
		return image(args[0], args[1], args[2:])
	case command == "sbom" && len(args) == 3:
		return tidySBOM(args[0], args[1], args[2])
	case command == "key" && len(args) == 1:
		return newKey(args[0])
	case command == "sign" && len(args) == 3:
		return sign(args[0], args[1], args[2])
	case command == "verify" && len(args) == 2:
		return verify(args[0], args[1])
	}
	return usage
}

// moment is the time that everything in the release has.
func moment() (time.Time, error) {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
