package publish_test

import (
	"flag"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"samsyn/internal/address"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/publish"
	"samsyn/internal/view"
	sites "samsyn/internal/view/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The contents that the product comes with, by their folders: the one at the root, and
// those of examples.
var contents = counties()

func counties() map[string]string {
	all := map[string]string{"kronoberg": "../.."}
	markers, err := filepath.Glob("../../examples/*/samsyn.yaml")
	if err != nil || len(markers) == 0 {
		panic("no examples")
	}
	for _, m := range markers {
		all[filepath.Base(filepath.Dir(m))] = filepath.Dir(m)
	}
	return all
}

func build(t *testing.T, c *model.Content, o view.Options) map[string]string {
	t.Helper()
	files := map[string]string{}
	var mu sync.Mutex
	err := publish.WriteSite(sites.New(view.New(c, o)), func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := files[path]; twice {
			t.Errorf("%s is written twice", path)
		}
		files[path] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sitesOf has the sites of the contents, for all tests that only read them.
var sitesOf = map[string]map[string]string{}

// siteOf is the site of one of the contents with options. It is built once, and only read.
func siteOf(t *testing.T, name string) map[string]string {
	t.Helper()
	if sitesOf[name] == nil {
		sitesOf[name] = build(t, loadtest.Folder(t, contents[name]), options)
	}
	return sitesOf[name]
}

var options = view.Options{
	Today: model.Date{Year: 2026, Month: 3, Day: 1}, Commit: "0123456789abcdef0123", Version: "1.0", Digest: "sha256:00ff",
	Documents: []view.MadeDocument{{ID: "overenskommelse", File: "documents/overenskommelse.pdf", Title: "Överenskommelsen", Size: 1_234_567, Pages: 31, TestKey: true}},
}

var (
	linkAttr  = regexp.MustCompile(`\s(?:href|src)="([^"]*)"`)
	idAttr    = regexp.MustCompile(`\sid="([^"]*)"`)
	titleText = regexp.MustCompile(`<title>([^<]*)</title>`)
)

func TestEveryLinkResolves(t *testing.T) {
	for name := range contents {
		files := maps.Clone(siteOf(t, name))
		files["documents/overenskommelse.pdf"] = "%PDF"
		ids := map[string]map[string]bool{}
		for file, body := range files {
			ids[file] = map[string]bool{}
			for _, m := range idAttr.FindAllStringSubmatch(body, -1) {
				if ids[file][m[1]] {
					t.Errorf("%s: %s: id %q twice", name, file, m[1])
				}
				ids[file][m[1]] = true
			}
		}
		checked := 0
		for file, body := range files {
			if !strings.HasSuffix(file, ".html") {
				continue
			}
			for _, m := range linkAttr.FindAllStringSubmatch(body, -1) {
				address, fragment, _ := strings.Cut(m[1], "#")
				if strings.Contains(address, ":") {
					continue // elsewhere
				}
				to := file
				if file == "404.html" {
					address = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(address, "/"), name+"/"), "overenskommelsen/")
				}
				if address != "" {
					to = path.Join(path.Dir(file), address)
				}
				if strings.HasPrefix(address, "/") && file != "404.html" {
					t.Errorf("%s: %s: %q is not relative", name, file, m[1])
				}
				if _, there := files[to]; !there {
					t.Errorf("%s: %s: %q leads nowhere", name, file, m[1])
				} else if plain, err := url.PathUnescape(fragment); err != nil || fragment != "" && !ids[to][plain] {
					t.Errorf("%s: %s: no %q in %s", name, file, fragment, to)
				}
				checked++
			}
		}
		if checked < 1000 {
			t.Errorf("%s: only %d links checked", name, checked)
		}
	}
}

func TestPagesAreWellBehaved(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|<style|<script>|<script [^>]*></script>\s*<iframe`)
	empty := regexp.MustCompile(`<a [^>]*>\s*</a>|<h[1-6][^>]*>\s*</h[1-6]>|<p[^>]*>\s*</p>`)
	headings := regexp.MustCompile(`<h([1-6])`)
	for name := range contents {
		titles := map[string]string{}
		for file, body := range siteOf(t, name) {
			if !strings.HasSuffix(file, ".html") {
				continue
			}
			if m := inline.FindString(body); m != "" {
				t.Errorf("%s: %s: inline style or script: %s", name, file, m)
			}
			if m := empty.FindString(body); m != "" {
				t.Errorf("%s: %s: empty element: %s", name, file, m)
			}
			title := titleText.FindStringSubmatch(body)[1]
			if other := titles[title]; other != "" {
				t.Errorf("%s: %s and %s are both called %q", name, file, other, title)
			}
			titles[title] = file
			last := byte('0')
			for _, m := range headings.FindAllStringSubmatch(body, -1) {
				if m[1][0] > last+1 {
					t.Errorf("%s: %s: h%s after h%c", name, file, m[1], last)
				}
				last = m[1][0]
			}
			if strings.Count(body, "<h1") != 1 || !strings.Contains(body, "Content-Security-Policy") || !strings.Contains(body, "accessibility.html") {
				t.Errorf("%s: %s: lacks its only h1, its policy or the way to the accessibility statement", name, file)
			}
		}
	}
}

func TestSameContentSameBytes(t *testing.T) {
	for name, dir := range contents {
		if !maps.Equal(siteOf(t, name), build(t, loadtest.Folder(t, dir), options)) {
			t.Errorf("%s: two builds differ", name)
		}
	}
}

// Addresses come from identifiers and never change: what is in the list must
// stay. Something new is put there with -update.
func TestAddressesStay(t *testing.T) {
	for name, dir := range contents {
		files := build(t, loadtest.Folder(t, dir), view.Options{})
		got := slices.Sorted(maps.Keys(files))
		got = slices.DeleteFunc(got, func(file string) bool { return strings.HasPrefix(file, "search/w-") }) // after words
		golden := "testdata/addresses-" + name + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(strings.Join(got, "\n")+"\n"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		for address := range strings.Lines(string(want)) {
			if _, there := files[strings.TrimSpace(address)]; !there {
				t.Errorf("%s: %s has gone", name, strings.TrimSpace(address))
			}
		}
	}
}

// Where identifiers are places on a page, the registry of addresses knows every place
// that the page has: otherwise an identifier could be called like one.
func TestTheRegistryKnowsThePlaces(t *testing.T) {
	given := regexp.MustCompile(`^(.+-not(ref)?-[0-9]+|text-.*|plan-.*)$`) // by footnotes, headings and plans
	for name, dir := range contents {
		c := loadtest.Folder(t, dir)
		known := map[string]bool{}
		for _, u := range address.Uses(c, func(string) bool { return true }) {
			known[u.Address] = true
		}
		for file, body := range siteOf(t, name) {
			if !known[file+"#innehall"] {
				continue
			}
			for _, m := range idAttr.FindAllStringSubmatch(body, -1) {
				if !known[file+"#"+m[1]] && !given.MatchString(m[1]) {
					t.Errorf("%s: %s has a place %q that the registry does not know", name, file, m[1])
				}
			}
		}
	}
}
