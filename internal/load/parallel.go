package load

import (
	"runtime"
	"sync"

	"samsyn/internal/source"
)

// each reads files several at a time, for each stands on its own. What nothing reads is
// left out; the others keep their order.
func (r *run) each(list []source.Entry) ([]*file, error) {
	files, errs := make([]*file, len(list)), make([]error, len(list))
	next := make(chan int)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for i := range next {
				files[i], errs[i] = r.one(list[i])
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	readers.Wait()
	var read []*file
	for i, f := range files {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if f != nil {
			read = append(read, f)
		}
	}
	return read, nil
}
