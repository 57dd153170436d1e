package view

import (
	"strings"
)

// BaseURL is the site's address on the web without a slash at its end, "" where
// it is not known.
func (s *View) BaseURL() string { return s.baseURL }

func (s *View) findBaseURL() string {
	if e := s.Options.Earlier; e != nil {
		if e.BaseURL == "" {
			return ""
		}
		return e.BaseURL + "/" + e.Folder()
	}
	if s.Content.Config == nil {
		return ""
	}
	r := SafeURL(s.Content.Config.BaseURL.V)
	if !strings.HasPrefix(r.URL, "http") {
		return ""
	}
	return strings.TrimRight(r.URL, "/")
}

// Address is a page's address on the web, "" where the site does not know its own.
func (s *View) Address(path string) string {
	base := s.BaseURL()
	if base == "" {
		return ""
	}
	return addressIn(base, path)
}

func addressIn(base, path string) string {
	if path == "index" {
		return base + "/"
	}
	return base + "/" + path + ".html"
}
