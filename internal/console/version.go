package console

import "runtime/debug"

// Version is set by the release script; a build from a checkout names its commit.
var Version = ""

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
