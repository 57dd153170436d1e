//go:build unix

package usage

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// Peak is the most memory that an ended program held at once, in bytes.
func Peak(ended *os.ProcessState) (int64, error) {
	use, ok := ended.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, ErrUntold
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return use.Maxrss, nil
	}
	return use.Maxrss * 1024, nil // the others count in KiB
}

// Processors is the processors' time that this process has had: unlike that on the
// wall it does not grow with what else the machine does.
func Processors() (time.Duration, error) {
	var use syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return time.Duration(use.Utime.Nano() + use.Stime.Nano()), err
}
