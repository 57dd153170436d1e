package load

import (
	"runtime"
	"sync"
	"sync/atomic"

	"samsyn/internal/source"
)

const (
	// batch is how many files one reader takes at a time.
	batch = 64
	// ahead is how many batches may wait to be taken over: enough for the readers
	// never to wait, few enough for what they have made not to pile up.
	ahead = 8
)

// done is a batch of files that were read.
type done struct {
	files []*file
	err   error
}

// each reads files several at a time, for each stands on its own, and gives those
// that are content to take, one after another in the order of the list.
func (r *run) each(list []source.Entry, take func(*file)) error {
	batches := make([]chan done, (len(list)+batch-1)/batch)
	for i := range batches {
		batches[i] = make(chan done, 1)
	}
	room := make(chan struct{}, ahead)
	var next atomic.Int64
	var wg sync.WaitGroup
	defer wg.Wait()
	for range min(runtime.GOMAXPROCS(0), len(batches)) {
		reader, err := newReader(r.tree, r.opt)
		if err != nil {
			next.Store(int64(len(batches))) // those that have begun end
			return err
		}
		wg.Go(func() {
			defer reader.files.Close()
			for {
				room <- struct{}{}
				i := int(next.Add(1) - 1)
				if i >= len(batches) {
					<-room
					return
				}
				batches[i] <- r.batch(reader, list[i*batch:min((i+1)*batch, len(list))])
			}
		})
	}
	var failed error
	for i := range batches {
		d := <-batches[i]
		if failed == nil {
			failed = d.err
		}
		for _, f := range d.files {
			if failed == nil {
				take(f)
			}
		}
		<-room
	}
	return failed
}

func (r *run) batch(reader *reader, list []source.Entry) done {
	d := done{files: make([]*file, 0, len(list))}
	for _, e := range list {
		f, err := r.one(reader, e)
		if err != nil {
			d.err = err
			return d
		}
		if f != nil {
			d.files = append(d.files, f)
		}
	}
	return d
}
