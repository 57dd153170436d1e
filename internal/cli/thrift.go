package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"samsyn/internal/source"
)

// ownMemory is what a validation may take of its 64 MiB for what is not collected:
// the program itself, its stacks, what is freed but not yet given back.
const ownMemory = 28 << 20

// thrift holds a validation to 64 MiB and ten times its input, and lets it leave
// garbage lying until that is reached: most runs end before, and collecting takes
// a fifth of the time. The input is at least what of it is remembered; when all of it
// has been listed, allow is told.
func thrift(remembered int64) (allow func(input []source.Entry)) {
	limit := func(input int64) { debug.SetMemoryLimit(64<<20 - ownMemory + 10*input) }
	limit(remembered)
	debug.SetGCPercent(-1)
	yieldToLive()
	return func(input []source.Entry) { limit(weight(input)) }
}

// yieldToLive looks after each collection whether what is held on to has reached the
// limit, as a file of nothing but mistakes can make it: collecting would take all the
// time from then on, and gain nothing. The limit then goes before it by an eighth.
func yieldToLive() {
	sign := new([64]byte) // that a collection has been: nobody holds on to it
	runtime.AddCleanup(sign, func(int) {
		if live := liveHeap(); live > debug.SetMemoryLimit(-1)*19/20 {
			debug.SetMemoryLimit(live * 9 / 8)
		}
		yieldToLive()
	}, 0)
}

// plenty is what a build may take: the pages of a country fit into it, and the
// collector, which takes a fifth of the time, may let garbage lie.
func plenty(entries []source.Entry) {
	debug.SetMemoryLimit(448<<20 + 4*weight(entries))
	debug.SetGCPercent(800)
}

// stretch gives a build room beside what it holds on to, where a long past left it
// little: the collector would work without end.
func stretch() {
	const beside = 192 << 20
	if wanted := liveHeap()*3/2 + beside; wanted > debug.SetMemoryLimit(-1) {
		debug.SetMemoryLimit(wanted)
	}
}

// liveHeap is what the last collection found in use, in bytes; 0 where a later Go does
// not tell.
func liveHeap() int64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(live[0].Value.Uint64())
}

// weight is the size of all files in bytes.
func weight(entries []source.Entry) int64 {
	n := int64(0)
	for _, e := range entries {
		n += e.Size
	}
	return n
}
