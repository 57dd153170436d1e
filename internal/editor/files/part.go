package files

import (
	"slices"
	"strings"

	"samsyn/internal/editor/web"
	"samsyn/internal/form"
)

// part is the entry of a list that the address asks for alone: nil where it asks for the
// whole form.
func (v *visit) part(f *form.Form) (*form.Field, error) {
	name := v.R.URL.Query().Get(web.PartIn)
	if name == "" {
		return nil, nil
	}
	entry := web.EntriesOf(f)[name]
	if entry == nil {
		return nil, web.ErrNoPage
	}
	return entry, nil
}

// alone makes the page of a form one of a single entry: only its fields are there and are
// sent, so that all others stay as they are.
func (p *formPage) alone(v *visit, entry *form.Field) {
	p.Part = entry
	p.Whole = web.Crumb{Label: p.Title, Address: v.At("/fil/" + web.Escaped(p.Form.File))}
	p.Title, p.Kicker, p.MayDelete = entry.Label, p.Title, false
	p.Crumbs = append(p.Crumbs, p.Whole)
	if list := listOf(p.Form.Fields, entry); p.MaySave && !list.Fixed {
		p.Without = p.Whole.Address + "#" + web.Fragment.Replace(web.ID(list.Path))
	}
	p.Address = p.Whole.Address + web.EntriesOf(p.Form).Address(entry)
	within := func(list []web.Message) (own []web.Message) {
		for _, m := range list {
			if m.Path == "" || m.Path == entry.Path || strings.HasPrefix(m.Path, entry.Path+".") || strings.HasPrefix(m.Path, entry.Path+"[") {
				own = append(own, m)
			} else if !m.Warning {
				p.Elsewhere++
			}
		}
		return own
	}
	p.Errors, p.Warnings = within(p.Errors), within(p.Warnings)
}

// listOf is the list that an entry stands in.
func listOf(fields []*form.Field, entry *form.Field) *form.Field {
	for _, x := range fields {
		if slices.Contains(x.Fields, entry) {
			return x
		}
		if list := listOf(x.Fields, entry); list != nil {
			return list
		}
	}
	return nil
}

// leads lets messages about entries whose fields are not in the page lead to the pages
// where they are.
func leads(list []web.Message) {
	for i, m := range list {
		if m.Part != "" && !m.Open {
			list[i].Address = m.Part + m.Address
		}
	}
}

// Apart tells whether the entries of a list have pages of their own.
func (x field) Apart() bool { return !x.up.fresh && web.Apart(x.up.form, x.Field) }

// Slim tells whether only the name of a list's entry is shown, with a link to its page.
func (x field) Slim() bool { return x.apart && !web.IsNew(x.Field) && !web.Troubled(x.Field) }

// Own is the address of an entry's page.
func (x field) Own() string { return x.up.file + x.up.entries.Address(x.Field) }
