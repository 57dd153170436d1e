//go:build !linux && !darwin

package publish

import (
	"errors"
	"os"
)

// exchange is what this system cannot do.
func exchange(*os.Root, string, string) error { return errors.ErrUnsupported }
