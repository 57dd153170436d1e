package web

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
)

// A site is shown in spite of errors: whatever breaks a rule, all its pages are drawn.
func TestWhatBreaksARuleIsDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("one thread, and long under the race detector")
	}
	today := project.DayOf(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
	drawn := 0
	for _, r := range check.Rules() {
		doc, err := rules.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range doc.Cases {
			if !c.Bad() {
				continue
			}
			pages, err := drawCase(t.TempDir(), c, today)
			if err != nil || pages == 0 {
				t.Errorf("%s %s: %d pages, %v", r.Name, c.Name, pages, err)
			}
			drawn++
		}
	}
	if drawn < 100 {
		t.Errorf("only %d cases", drawn)
	}
}

// drawCase draws the site of a case, and counts its pages.
func drawCase(dir string, c rules.Case, today model.Date) (pages int, err error) {
	dir = filepath.Join(dir, "case")
	if err := c.Write(dir); err != nil {
		return 0, err
	}
	p, err := project.Open(dir, project.Options{})
	if err != nil {
		return 0, err
	}
	defer func() { _ = p.Close() }()
	r, err := p.Inspect(today)
	if err != nil {
		return 0, err
	}
	var counting sync.Mutex
	_, err = publish.To(context.Background(), p.Tree, r.Content, func(name string, data []byte) error {
		counting.Lock()
		defer counting.Unlock()
		if bytes.HasPrefix(data, []byte("<!DOCTYPE html>")) {
			pages++
		} else if len(data) == 0 {
			return fmt.Errorf("%s is empty", name)
		}
		return nil
	}, publish.Options{Today: today, Drafts: true, WithoutPDFs: true})
	return pages, err
}
