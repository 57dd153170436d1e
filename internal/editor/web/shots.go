package web

import (
	"bytes"
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"samsyn/internal/diag"
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
	Made []*shot
}

// shot is a site built of one version. Its PDFs are made when they are asked for.
type shot struct {
	built  chan struct{} // closed when it is, or has failed; nothing else is read before
	commit proposal.Commit
	files  map[string][]byte
	wrong  *project.Result // the errors of a content that has some; nil else
	err    error
}

// of gives the site of a version; fresh is for whoever has to build it.
func (s *shots) of(c proposal.Commit) (one *shot, fresh bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.Made, func(m *shot) bool { return m.commit == c })
	if i < 0 {
		one = &shot{commit: c, built: make(chan struct{})}
		s.Made = append([]*shot{one}, s.Made[:min(len(s.Made), mostShots-1)]...)
		return one, true
	}
	one = s.Made[i]
	s.Made = slices.Insert(slices.Delete(s.Made, i, i+1), 0, one)
	return one, false
}

// forget lets go of a site that was not built.
func (s *shots) forget(one *shot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Made = slices.DeleteFunc(s.Made, func(m *shot) bool { return m == one })
}

// Shot is the site of the version where one works, built by the first who asks.
func (v *Visit) Shot() (*shot, error) {
	one, fresh := v.Shots.of(v.Commit)
	if !fresh {
		select {
		case <-one.built:
			return one, one.err
		case <-v.R.Context().Done():
			return nil, ErrFull
		}
	}
	defer close(one.built)
	one.err = v.Turns.Take(v.R.Context(), func() error { return one.build(v) })
	if one.err != nil {
		v.Shots.forget(one)
	}
	return one, one.err
}

// Site shows a page of the site that the version would become.
func (v *Visit) Site() error {
	m, err := v.Shot()
	if err != nil {
		return err
	}
	name := strings.TrimPrefix(path.Clean("/"+v.R.PathValue("page")), "/")
	if name == "" || strings.HasSuffix(v.R.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, found := m.files[name]
	if m.wrong != nil && (m.files == nil || !found && strings.HasSuffix(name, ".pdf")) {
		return v.Draw("unbuilt", http.StatusOK, unbuilt{v.Headed("visa", "Det går inte att visa än", "It cannot be shown yet"), v.wrongIn(m), v.At("")})
	}
	if !found && strings.HasSuffix(name, ".pdf") {
		err := v.Turns.Take(v.R.Context(), func() (err error) {
			data, err = publish.Document(v.Tree(), v.Content, name, v.publish())
			return err
		})
		if err != nil {
			return err
		}
		found = data != nil
	}
	if !found {
		return ErrNoPage
	}
	if strings.HasSuffix(name, ".html") {
		if data, err = v.underBar(data, v.wrongIn(m)); err != nil {
			return err
		}
	}
	http.ServeContent(v.W, v.R, name, time.Time{}, bytes.NewReader(data))
	return nil
}

// wrongIn are the errors of a site's content, at the fields of the forms: a page tells them,
// and what it is drawn with need not wait for that.
func (v *Visit) wrongIn(m *shot) []Message {
	if m.wrong == nil {
		return nil
	}
	wrong, _ := v.AllRemarks(m.wrong)
	return wrong
}

// underBar is a page of the site below a bar that says that it is a preview, and of what,
// and what is wrong with the content.
func (v *Visit) underBar(page []byte, wrong []Message) ([]byte, error) {
	set, err := shapes()
	if err != nil {
		return nil, err
	}
	var bar bytes.Buffer
	if err := set.ExecuteTemplate(&bar, "preview", unbuilt{v.Frame(""), wrong, ""}); err != nil {
		return nil, err
	}
	const header = `<header class="top">`
	return bytes.Replace(page, []byte(header), append(bar.Bytes(), header...), 1), nil
}

// unbuilt is the page in the place of a site that cannot be shown, or the bar above one that
// has errors.
type unbuilt struct {
	Frame
	Errors []Message
	Back   string
}

func (v *Visit) publish() publish.Options {
	return publish.Options{Today: v.Today, Commit: string(v.Commit), Version: v.Opt.Version, Drafts: true, WithoutPDFs: true}
}

func (m *shot) build(v *Visit) error {
	r, err := v.Project.Inspect(v.Today)
	if err != nil {
		return err
	}
	if r.Errors() > 0 { // the site is built without what cannot be taken
		m.wrong = &project.Result{Findings: slices.DeleteFunc(slices.Clone(r.Findings), func(f diag.Finding) bool { return f.Severity() != diag.Error })}
	}
	files := map[string][]byte{}
	var writing sync.Mutex
	write := func(name string, data []byte) error {
		writing.Lock()
		defer writing.Unlock()
		files[name] = data
		return nil
	}
	_, err = publish.To(context.WithoutCancel(v.R.Context()), v.Tree(), r.Content, write, v.publish())
	if err == nil {
		m.files = files
	} else if m.wrong != nil { // they are told in its place
		return nil
	}
	return err
}
