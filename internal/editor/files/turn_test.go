package files

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"testing"
	"time"

	"samsyn/internal/editor/web"
)

// Files are read in turn: whoever's turn does not come is told so.
func TestFilesAreReadInTurn(t *testing.T) {
	s := web.New(web.Options{})
	s.Turns = make(web.Turns) // nobody's turn comes
	ctx, leave := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer leave()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "/las-in", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.PostForm = url.Values{"do": {"save"}, "namn": {"a.csv"}, "innehall": {"eA"}}
	v := &visit{&web.Visit{Server: s, R: r}}
	if _, err := v.takeIn(&bringPage{}); !errors.Is(err, web.ErrFull) {
		t.Errorf("%v", err)
	}
}
