package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Version is set by the release script; a build from a checkout names its commit.
var Version = ""

// version tells which samsyn this is.
func (a *app) version(args []string) int {
	if _, err := a.parse(a.flags("version"), args, 0); err != nil {
		return status(err)
	}
	fmt.Fprintf(a.Stdout, "samsyn %s %s/%s %s\n", ToolVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return ok
}

// ToolVersion is the version that outputs name: the release's, else the commit
// that the program was built from, else "devel".
func ToolVersion() string {
	if Version != "" {
		return Version
	}
	info, known := debug.ReadBuildInfo()
	if !known {
		return "devel"
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			if s.Value == "true" {
				modified = "+"
			}
		}
	}
	if len(revision) < 12 {
		return "devel"
	}
	return revision[:12] + modified
}
