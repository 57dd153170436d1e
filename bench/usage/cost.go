package usage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// Cost is what a run of a program took: by the clock, of the processors, and the
// most memory that was held at once, in bytes, 0 where the system does not tell it.
type Cost struct {
	Wall, CPU time.Duration
	Memory    int64
}

// Program is one that is measured, and what its runs took.
type Program struct {
	Name    string
	Args    []string // the command first
	Dir     string   // where it runs
	Allowed int      // the exit status that is no failure, beside 0
	Costs   []Cost
}

// Once runs the program and tells what it took.
func (p *Program) Once() (Cost, error) {
	cmd := exec.Command(p.Args[0], p.Args[1:]...)
	cmd.Dir, cmd.Env = p.Dir, append(os.Environ(), "SOURCE_DATE_EPOCH=")
	var said bytes.Buffer
	cmd.Stderr = &said
	begin := time.Now()
	err := cmd.Run()
	c := Cost{Wall: time.Since(begin)}
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != p.Allowed) {
		return c, fmt.Errorf("%s: %w\n%s", p.Name, err, said.Bytes())
	}
	c.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if c.Memory, err = Peak(cmd.ProcessState); errors.Is(err, ErrUntold) {
		err = nil
	}
	return c, err
}

// Run runs the program and takes down what it took.
func (p *Program) Run() error {
	c, err := p.Once()
	p.Costs = append(p.Costs, c)
	return err
}

// Median is the median of what the runs took.
func (p *Program) Median() Cost { return Median(p.Costs) }

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
