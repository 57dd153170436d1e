//go:build !unix

package usage

import (
	"os"
	"time"
)

// Peak refuses.
func Peak(*os.ProcessState) (int64, error) { return 0, ErrUntold }

// Processors refuses.
func Processors() (time.Duration, error) { return 0, ErrUntold }
