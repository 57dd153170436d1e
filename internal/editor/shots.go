package editor

import (
	"bytes"
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/publish"
)

// mostShots is how many built sites are kept: a page of one leads to others of it, which
// would each take a build.
const mostShots = 3

// shots are built sites, the one that was used last first.
type shots struct {
	mu   sync.Mutex
	made []*shot
}

// shot is a site built of one version. Its PDFs are made when they are asked for.
type shot struct {
	built  chan struct{} // closed when it is, or has failed; nothing else is read before
	commit proposal.Commit
	files  map[string][]byte
	wrong  *project.Result // of a content that cannot be built for its errors; nil else
	err    error
}

// of gives the site of a version; fresh is for whoever has to build it.
func (s *shots) of(c proposal.Commit) (one *shot, fresh bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.made, func(m *shot) bool { return m.commit == c })
	if i < 0 {
		one = &shot{commit: c, built: make(chan struct{})}
		s.made = append([]*shot{one}, s.made[:min(len(s.made), mostShots-1)]...)
		return one, true
	}
	one = s.made[i]
	s.made = slices.Insert(slices.Delete(s.made, i, i+1), 0, one)
	return one, false
}

// forget lets go of a site that was not built.
func (s *shots) forget(one *shot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made = slices.DeleteFunc(s.made, func(m *shot) bool { return m == one })
}

// shot is the site of the version where one works, built by the first who asks.
func (v *visit) shot() (*shot, error) {
	one, fresh := v.shots.of(v.commit)
	if !fresh {
		select {
		case <-one.built:
			return one, one.err
		case <-v.r.Context().Done():
			return nil, errFull
		}
	}
	defer close(one.built)
	one.err = v.turns.take(v.r.Context(), func() error { return one.build(v) })
	if one.err != nil {
		v.shots.forget(one)
	}
	return one, one.err
}

// site shows a page of the site that the version would become.
func (v *visit) site() error {
	m, err := v.shot()
	if err != nil {
		return err
	}
	if m.wrong != nil {
		f := v.frame("")
		f.Title, f.Current = f.Say("Webbplatsen går inte att visa än", "The site cannot be shown yet"), "visa"
		wrong, _ := v.allRemarks(m.wrong)
		return v.draw("unbuilt", http.StatusOK, unbuilt{f, wrong, v.at("")})
	}
	name := strings.TrimPrefix(path.Clean("/"+v.r.PathValue("page")), "/")
	if name == "" || strings.HasSuffix(v.r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, found := m.files[name]
	if !found && strings.HasSuffix(name, ".pdf") {
		err := v.turns.take(v.r.Context(), func() (err error) {
			data, err = publish.Document(v.tree(), v.content, name, v.publish())
			return err
		})
		if err != nil {
			return err
		}
		found = data != nil
	}
	if !found {
		return errNoPage
	}
	http.ServeContent(v.w, v.r, name, time.Time{}, bytes.NewReader(data))
	return nil
}

type unbuilt struct {
	frame
	Errors []remark
	Back   string
}

func (v *visit) publish() publish.Options {
	return publish.Options{Today: v.today, Commit: string(v.commit), Version: v.opt.Version, Drafts: true, WithoutPDFs: true}
}

func (m *shot) build(v *visit) error {
	r, err := v.project.Inspect(v.today)
	if err != nil {
		return err
	}
	if r.Errors() > 0 {
		m.wrong = r
		return nil
	}
	m.files = map[string][]byte{}
	var writing sync.Mutex
	write := func(name string, data []byte) error {
		writing.Lock()
		defer writing.Unlock()
		m.files[name] = data
		return nil
	}
	_, err = publish.To(context.WithoutCancel(v.r.Context()), v.tree(), r.Content, write, v.publish())
	return err
}
