package view

import (
	"samsyn/internal/model"
)

// VersionsFolder is where the adopted versions lie on the site.
const VersionsFolder = "versioner"

// Version is an adopted version that is kept on the site, in a folder of its name.
type Version struct {
	Name string
	Day  model.Date
}

// Earlier says that a site is that of an earlier version, beside the current one.
type Earlier struct {
	Version
	BaseURL string          // of the current site, "" where it does not know its own
	Pages   map[string]bool // that the current site has, by path
}

// Folder is where the version is seen from the current site.
func (v Version) Folder() string { return VersionsFolder + "/" + v.Name }

// Now is the path of the current site's page for one of the earlier version.
func (e *Earlier) Now(path string) string {
	if e.Pages[path] {
		return path
	}
	return "index"
}

// Canonical is the address that search engines should give for a page: the current
// site's, where it has the page. "" where the site does not know its own.
func (v *View) Canonical(path string) string {
	if e := v.Options.Earlier; e != nil && e.Pages[path] {
		return addressIn(e.BaseURL, path)
	}
	return v.Address(path)
}
