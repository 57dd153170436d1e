package publish_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
)

var (
	metaTag   = regexp.MustCompile(`<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">`)
	htmlTag   = regexp.MustCompile(`<html lang="([^"]*)"( dir="rtl")?>`)
	alternate = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">`)
	canonical = regexp.MustCompile(`<link rel="canonical" href="([^"]*)">`)
)

// What a link to a page shows where links are shared.
func TestEveryPageCanBeShared(t *testing.T) {
	for name, dir := range contents {
		base := strings.TrimRight(loadtest.Folder(t, dir).Config.BaseURL.V, "/")
		files := siteOf(t, name)
		if !strings.HasPrefix(files["assets/card.png"], "\x89PNG") {
			t.Errorf("%s: no card", name)
		}
		for file, body := range files {
			if !strings.HasSuffix(file, ".html") || strings.Contains(body, `content="noindex"`) {
				continue
			}
			said := map[string]string{}
			for _, m := range metaTag.FindAllStringSubmatch(body, -1) {
				said[m[1]] = m[2]
			}
			for _, property := range []string{"og:title", "og:type", "og:url", "og:site_name", "og:locale", "og:description", "og:image:alt", "twitter:card"} {
				if said[property] == "" {
					t.Errorf("%s: %s: no %s", name, file, property)
				}
			}
			if said["og:image"] != base+"/assets/card.png" || said["og:image:width"] != "1200" || said["og:image:height"] != "630" {
				t.Errorf("%s: %s: picture %q", name, file, said["og:image"])
			}
		}
	}
}

func TestWithoutAnAddressNothingIsShared(t *testing.T) {
	c := loadtest.Folder(t, contents["storsjo"])
	c.Config.BaseURL.V = ""
	files := build(t, c, options)
	if _, there := files["assets/card.png"]; there {
		t.Error("a card without a page that could name it")
	}
	for file, body := range files {
		if strings.HasSuffix(file, ".html") && metaTag.MatchString(body) {
			t.Errorf("%s: %s", file, metaTag.FindString(body))
		}
	}
}

// A page in several languages names them all, itself too, and each of those names
// the others.
func TestLanguagesNameEachOther(t *testing.T) {
	files := siteOf(t, "storsjo")
	address := map[string]string{} // of the page, by its file
	named := map[string][]string{} // the files' alternates
	tongue := map[string]string{}
	for file, body := range files {
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		m := htmlTag.FindStringSubmatch(body)
		if m == nil {
			t.Fatalf("%s: no language", file)
		}
		want := "sv"
		for _, l := range []string{"en", "ar"} {
			if strings.HasPrefix(file, l+"/") {
				want = l
			}
		}
		if m[1] != want || (m[2] != "") != (want == "ar") {
			t.Errorf("%s: %s", file, m[0])
		}
		if m := canonical.FindStringSubmatch(body); m != nil {
			address[file] = m[1]
		}
		tongue[address[file]] = m[1]
		for _, a := range alternate.FindAllStringSubmatch(body, -1) {
			named[file] = append(named[file], a[2])
		}
	}
	several := 0
	for file, list := range named {
		several++
		if !slices.Contains(list, address[file]) {
			t.Errorf("%s does not name itself among %v", file, list)
		}
		for other, back := range named {
			if slices.Contains(list, address[other]) && !slices.Contains(back, address[file]) {
				t.Errorf("%s names %s, which does not name it", file, other)
			}
		}
		for _, a := range alternate.FindAllStringSubmatch(files[file], -1) {
			if tongue[a[2]] != a[1] {
				t.Errorf("%s: %s is in %q, not in %q", file, a[2], tongue[a[2]], a[1])
			}
		}
	}
	if several < 20 {
		t.Errorf("only %d pages in several languages", several)
	}
}
