package console

import (
	"runtime/debug"
	"strings"
)

// Version is set by the release script; a build from a checkout names its commit.
var Version = ""

// ToolVersion is the version that outputs name: the release's, else the commit
// that the program was built from, else the version that go install got, else "devel".
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
		return installed(info.Main.Version)
	}
	return revision[:12] + modified
}

// installed is the version of a module without its v, "devel" where it has none.
func installed(version string) string {
	if number, is := strings.CutPrefix(version, "v"); is {
		return number
	}
	return "devel"
}

// ModulePath is the path of the module that the program was built from, "" where that is
// not known. Anybody can get it with go install once a host's name stands in front.
func ModulePath() string {
	info, known := debug.ReadBuildInfo()
	if !known {
		return ""
	}
	return info.Main.Path
}
