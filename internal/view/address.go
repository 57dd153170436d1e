package view

import (
	"strings"
)

// BaseURL is the site's address on the web without a slash at its end, "" where
// it is not known.
func (v *View) BaseURL() string { return v.baseURL }

func (v *View) findBaseURL() string {
	if e := v.Options.Earlier; e != nil {
		if e.BaseURL == "" {
			return ""
		}
		return e.BaseURL + "/" + e.Folder()
	}
	r := SafeURL(v.Config.BaseURL.V)
	if !strings.HasPrefix(r.URL, "http") {
		return ""
	}
	return strings.TrimRight(r.URL, "/")
}

// Address is a page's address on the web, "" where the site does not know its own.
func (v *View) Address(path string) string { return addressIn(v.baseURL, path) }

func addressIn(base, path string) string {
	switch {
	case base == "":
		return ""
	case path == "index":
		return base + "/"
	}
	return base + "/" + path + ".html"
}
