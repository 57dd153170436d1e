// Package files is the editor's pages about what the content is made of: requests go in,
// and pages come out that list the files, show them as forms and take what was filled in,
// begin new ones, translate them, and bring in workbooks and documents.
package files

import "samsyn/internal/editor/web"

// visit is a request for one of the pages here.
type visit struct{ *web.Visit }

// Pages are the pages by their addresses, in which %s stands for the place that one works
// in: a proposal's, or "" for what is in force.
func Pages() map[string]func(*web.Visit) error {
	pages := map[string]func(*web.Visit) error{}
	for at, draw := range map[string]func(*visit) error{
		"GET %s/innehall":                       (*visit).list,
		"GET %s/fil/{file...}":                  (*visit).show,
		"POST %s/fil/{file...}":                 (*visit).take,
		"GET %s/ny":                             (*visit).kinds,
		"GET %s/ny/{kind}":                      (*visit).begin,
		"POST %s/ny/{kind}":                     (*visit).make,
		"GET %s/oversatt/{language}/{file...}":  (*visit).translate,
		"POST %s/oversatt/{language}/{file...}": (*visit).translated,
		"GET %s/las-in":                         (*visit).bring,
		"POST %s/las-in":                        (*visit).brought,
		"GET %s/arbetsbok.xlsx":                 (*visit).workbook,
		"GET %s/bilaga/{file...}":               (*visit).attachment,
		"POST %s/markdown/{file...}":            (*visit).markdown,
	} {
		pages[at] = func(v *web.Visit) error { return draw(&visit{v}) }
	}
	return pages
}
