package cli

import (
	"fmt"
	"runtime"

	"samsyn/internal/console"
)

// version tells which samsyn this is.
func (a *app) version(args []string) error {
	if _, err := a.Parse(a.Flags("version"), args, 0); err != nil {
		return err
	}
	fmt.Fprintf(a.Stdout, "samsyn %s %s/%s %s\n", console.ToolVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return nil
}
