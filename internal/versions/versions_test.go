package versions_test

import (
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/gitsign"
	"samsyn/internal/history"
	"samsyn/internal/history/historytest"
	"samsyn/internal/versions"
)

func TestAVersionWithoutASignature(t *testing.T) {
	made := historytest.New(t)
	h := made.Commit(object.Signature{Name: "Ada", When: time.Date(2025, 4, 3, 12, 0, 0, 0, time.UTC)}, "Antagen", historytest.Files{"samsyn.yaml": "title: Prov\n"})
	made.Head(h)
	if err := made.Git.Storer.SetReference(plumbing.NewHashReference("refs/tags/antagen", h)); err != nil {
		t.Fatal(err)
	}
	repo, err := history.Open(made.Dir)
	if err != nil {
		t.Fatal(err)
	}
	v, err := versions.Of(repo, &gitsign.Keys{})
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Signature("antagen").In("sv"); got != "inte underskriven" || v.Tampered("antagen") {
		t.Errorf("%s, tampered: %v", got, v.Tampered("antagen"))
	}
	if got := versions.Unchecked().Signature("antagen").In("sv"); got != "underskriften är inte kontrollerad" {
		t.Error(got)
	}
}
