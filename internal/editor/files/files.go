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
		"GET %s/ny":                             writer((*visit).kinds),
		"GET %s/ny/{kind}":                      writer((*visit).begin),
		"POST %s/ny/{kind}":                     writer((*visit).make),
		"GET %s/oversatt/{language}/{file...}":  writer((*visit).translate),
		"POST %s/oversatt/{language}/{file...}": writer((*visit).translated),
		"GET %s/las-in":                         writer((*visit).bring),
		"POST %s/las-in":                        writer((*visit).brought),
		"GET %s/arbetsbok.xlsx":                 (*visit).workbook,
		"GET %s/bilaga/{file...}":               (*visit).attachment,
		"POST %s/markdown/{file...}":            (*visit).markdown,
	} {
		pages[at] = func(v *web.Visit) error { return draw(&visit{v}) }
	}
	return pages
}

// writer is a page for those alone who may save.
func writer(draw func(*visit) error) func(*visit) error {
	return func(v *visit) error {
		if err := v.MayWrite(""); err != nil {
			return err
		}
		return draw(v)
	}
}
