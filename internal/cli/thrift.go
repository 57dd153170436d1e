package cli

import (
	"runtime/debug"
	"runtime/metrics"

	"samsyn/internal/source"
)

// ownMemory is what a validation may take of its 64 MiB for what is not collected:
// the program itself, its stacks, what is freed but not yet given back.
const ownMemory = 28 << 20

// thrift holds a validation to 64 MiB and ten times its input, and lets it leave
// garbage lying until that is reached: most runs end before, and collecting takes
// a fifth of the time.
func thrift(entries []source.Entry) {
	debug.SetMemoryLimit(64<<20 - ownMemory + 10*weight(entries))
	debug.SetGCPercent(-1)
}

// plenty is what a build may take: the pages of a country fit into it, and the
// collector, which takes a fifth of the time, may let garbage lie.
func plenty(entries []source.Entry) {
	debug.SetMemoryLimit(448<<20 + 4*weight(entries))
	debug.SetGCPercent(400)
}

// stretch gives a build room beside what it holds on to, where a long past left it
// little: the collector would work without end.
func stretch() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return // a later Go may not tell
	}
	const beside = 192 << 20
	if wanted := int64(live[0].Value.Uint64())*3/2 + beside; wanted > debug.SetMemoryLimit(-1) {
		debug.SetMemoryLimit(wanted)
	}
}

// weight is the size of all files in bytes.
func weight(entries []source.Entry) int64 {
	n := int64(0)
	for _, e := range entries {
		n += e.Size
	}
	return n
}
