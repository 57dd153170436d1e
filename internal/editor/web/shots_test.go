package web

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/source"
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
			pages, err := draw(loadtest.Case(t, c), today)
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

// draw draws the site of a content, and counts its pages.
func draw(tree *source.Tree, today model.Date) (pages int, err error) {
	r, err := project.Of(tree).Inspect(today)
	if err != nil {
		return 0, err
	}
	var counting sync.Mutex
	_, err = publish.To(context.Background(), tree, r.Content, func(name string, data []byte) error {
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
