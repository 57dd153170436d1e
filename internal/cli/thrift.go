package cli

import (
	"runtime/debug"

	"samsyn/internal/source"
)

// ownMemory is what a validation may take of its 64 MiB for what is not collected:
// the program itself, its stacks, what is freed but not yet given back.
const ownMemory = 28 << 20

// thrift holds a validation to 64 MiB and ten times its input, and lets it leave
// garbage lying until that is reached: most runs end before, and collecting takes
// a fifth of the time.
func thrift(entries []source.Entry) {
	input := int64(0)
	for _, e := range entries {
		input += e.Size
	}
	debug.SetMemoryLimit(64<<20 - ownMemory + 10*input)
	debug.SetGCPercent(-1)
}
