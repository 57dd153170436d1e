package usage

import (
	"errors"
	"os/exec"
	"slices"
	"time"
)

// Cost is what a run of a program took: by the clock, of the processors, and the
// most memory that was held at once, in bytes.
type Cost struct {
	Wall, CPU time.Duration
	Memory    int64
}

// Run runs a command and tells what it took. An exit status among the allowed is no
// failure. ErrUntold means that all has been measured but the memory.
func Run(cmd *exec.Cmd, allowed ...int) (Cost, error) {
	begin := time.Now()
	err := cmd.Run()
	c := Cost{Wall: time.Since(begin)}
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || !slices.Contains(allowed, exit.ExitCode())) {
		return c, err
	}
	c.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.Memory, err = Peak(cmd.ProcessState)
	return c, err
}

// Median is the median of each part of the costs of some runs.
func Median(costs []Cost) Cost {
	var wall, cpu []time.Duration
	var memory []int64
	for _, c := range costs {
		wall, cpu, memory = append(wall, c.Wall), append(cpu, c.CPU), append(memory, c.Memory)
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	slices.Sort(memory)
	middle := len(costs) / 2
	return Cost{wall[middle], cpu[middle], memory[middle]}
}
