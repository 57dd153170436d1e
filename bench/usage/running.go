package usage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"
)

// tick is the unit in which Linux tells processes' time.
const tick = 10 * time.Millisecond

// Of is the processors' time that a running process has had, where the system has /proc.
func Of(pid int) (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, ErrUntold
	}
	if err != nil {
		return 0, err
	}
	// The name of the program, in brackets, may have spaces; user and system are the
	// twelfth and thirteenth field after it.
	_, after, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(after)
	if len(fields) < 13 {
		return 0, ErrUntold
	}
	user, err := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick, errors.Join(err, err2)
}
