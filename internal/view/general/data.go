package general

import (
	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// Data tells what there is as open data, in which files and columns.
func Data(t *view.Language) *page.Page {
	p := &page.Page{Title: t.Say(text.OpenData), Feed: true, Lead: block.Words(t.Say(text.DataLead))}
	table := block.Table{ID: "datamangder", Caption: t.Say(text.DataSets), Columns: []block.Column{
		{Label: t.Say(text.DataSet), Header: true, Share: 2}, {Label: t.Say(text.DataHolds), Share: 4}, {Label: t.Say(text.DataFiles), Share: 2},
	}}
	for _, d := range dataset.All(t.View) {
		var files []block.Span
		for _, f := range d.Files {
			label := block.Text{S: t.Say(d.Title).S + ", " + f.Form}
			files = append(files, block.Span{Text: label, Ref: block.Ref{File: f.Path}})
		}
		table.Add(block.CellOf(block.Words(t.Say(d.Title))), block.CellOf(block.Words(t.Say(d.About))), block.CellOf(block.Lines(files)...))
	}
	p.Under("mangder", t.Say(text.DataSets), table)
	p.Under("oppna", t.Say(text.DataOpen), block.Para{Line: block.Words(t.Say(text.DataOpenLong))})
	p.Under("kolumner", t.Say(text.DataColumns), columnsOfAll(t)...)
	feeds := block.List{Items: []block.Line{block.Linked(t.Say(text.CalendarFeed), block.Ref{File: address.Calendar})}}
	if t.HasAddress() {
		feeds.Items = append(feeds.Items, block.Linked(t.Say(text.ChangesFeed), block.Ref{File: address.Feed}))
	}
	p.Under("floden", t.Say(text.Feeds), block.Para{Line: block.Words(t.Say(text.FeedsLong))}, feeds)
	if t.HasAddress() {
		p.Under("katalog", t.Say(text.Catalogue), block.Para{Line: block.Words(t.Say(text.CatalogueLong))}, block.List{Items: []block.Line{
			block.Linked(block.Text{S: "DCAT-AP-SE, RDF/XML"}, block.Ref{File: address.Catalogue}), block.Linked(block.Text{S: "DCAT-AP-SE, JSON-LD"}, block.Ref{File: address.CatalogueJSON}),
		}})
	}
	p.Under("villkor", t.Say(text.LicenceTitle), block.Para{Line: append(block.Words(t.Say(text.LicenceLong)), block.Run(" "), block.Span{Text: block.Text{S: view.ShowAddress(t.Licence())}, Ref: view.SafeURL(t.Licence())})},
		block.Para{Line: block.Linked(t.Say(text.AgreementShapeLabel), block.Ref{File: address.AgreementShape})})
	return p
}

// columnsOfAll tells what stands in each column of the datasets that are tables.
func columnsOfAll(t *view.Language) []block.Block {
	var list []block.Block
	for _, d := range dataset.All(t.View) {
		if d.Table == nil {
			continue
		}
		title := t.Sayf(text.DataColumnsOf, t.Say(d.Title).S)
		table := block.Table{ID: "kolumner-" + d.ID, Caption: title, Columns: []block.Column{
			{Label: t.Say(text.DataColumn), Header: true, Share: 1}, {Label: t.Say(text.DataColumnHolds), Share: 2},
		}}
		for _, c := range d.Table().Columns {
			name := block.Line{{Text: block.Text{S: c.Name}, Code: true}}
			table.Add(block.CellOf(name), block.CellOf(block.Words(t.Say(c.Label))))
		}
		list = append(list, block.Fold{ID: "kolumner-i-" + d.ID, Title: title, Blocks: []block.Block{table}})
	}
	return list
}
