package view

import "samsyn/internal/model"

// Page is one page of the site.
type Page struct {
	Path string // without ".html"; "index" is the start page
	Lang string
	Kind string // what kind of page it is: "start", "initiative", …
	// WindowTitle is the title of the window and of search hits, unique on the site.
	WindowTitle string
	Description string
	Crumbs      []Link
	Kicker      Line // what kind of thing the page tells of
	Title       Text
	Also        string // other names of the same thing, to be found by
	Marks       Line   // its status
	Lead        Line
	Blocks      []Block
	// Section is the page of the main menu that this one belongs under.
	Section string
	// Alternates are the same page in all its languages, this one included; nil
	// where there is only one.
	Alternates []Alternate
	Updated    model.Date // when its content last changed; zero: not known
	Created    model.Date
	// Reviewed tells when somebody last looked through what the page tells of, and
	// in what way; nil where the content says nothing about that.
	Reviewed *Reviewed
	// Source is the content file that the page mostly tells of, "" where many.
	Source string
	// Hidden pages are not offered to search engines: parts of other pages.
	Hidden bool
}

// Reviewed is a day and what was done then: ”Aktualitetsprövad”.
type Reviewed struct {
	How Text
	On  model.Date
}

// Alternate is a page in another language.
type Alternate struct {
	Lang string
	Path string
}
