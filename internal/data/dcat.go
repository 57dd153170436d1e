package data

import (
	"encoding/xml"
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/table"
	"samsyn/internal/text"
	"samsyn/internal/view/site"
)

// The catalogue follows DCAT-AP-SE 3.0.1: a catalogue with title, description,
// publisher, licence and datasets; a dataset with title, description, publisher,
// contact and distributions; a distribution with address, format and licence.
// All addresses are absolute.

const (
	nsRDF   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDCAT  = "http://www.w3.org/ns/dcat#"
	nsTerms = "http://purl.org/dc/terms/"
	nsFOAF  = "http://xmlns.com/foaf/0.1/"
	nsVCard = "http://www.w3.org/2006/vcard/ns#"

	languages = "http://publications.europa.eu/resource/authority/language/"
	public    = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
	irregular = "http://publications.europa.eu/resource/authority/frequency/IRREG"
)

var themes = []string{
	"http://publications.europa.eu/resource/authority/data-theme/GOVE",
	"http://publications.europa.eu/resource/authority/data-theme/SOCI",
}

// codes are languages as the European authority table has them (ISO 639-3 in
// capitals), by the codes that the content uses.
var codes = map[string]string{
	"sv": "SWE", "en": "ENG", "fi": "FIN", "da": "DAN", "nb": "NOB", "nn": "NNO", "se": "SME", "is": "ISL", "de": "DEU", "fr": "FRA",
	"es": "SPA", "pl": "POL", "uk": "UKR", "ru": "RUS", "ar": "ARA", "fa": "FAS", "so": "SOM", "ti": "TIR", "tr": "TUR", "ku": "KUR",
}

// tongue names the language of the data. One that is in no table is undetermined.
func (c *catalogue) tongue() string {
	if code := codes[c.lang]; code != "" {
		return languages + code
	}
	return languages + "UND"
}

// catalogue is what both forms of the catalogue say.
type catalogue struct {
	base, lang, title, about, licence, modified string
	publisher                                   agent
	contact                                     *contact
	datasets                                    []listed
}

type agent struct{ address, name, kind, home string }

type contact struct{ address, name, email string }

// listed is a dataset in the catalogue.
type listed struct {
	address, title, about, page string
	files                       []distribution
}

type distribution struct{ address, file, format, title, about string }

func newCatalogue(s *site.Site) catalogue {
	say := func(l text.Label, words ...string) string {
		said, _ := l.With(s.Words).In(s.Main)
		return text.Join(said, words...)
	}
	c := catalogue{base: s.BaseURL(), lang: s.Main, licence: licenceIRI(s.Licence()), modified: changed(s)}
	title := ""
	if s.Content.Agreement != nil {
		title = s.Content.Agreement.Title.V
	}
	c.title, c.about = say(text.CatalogueTitle, title), say(text.CatalogueAbout, title)
	c.publisher = agent{address: c.base + "/" + address.Catalogue + "#publisher", name: title, kind: publisherType("")}
	if p := s.PublisherParty(); p != nil {
		c.publisher = agent{s.Address(address.Party(p.ID.V)) + "#publisher", p.Name.V, publisherType(p.Kind.V), web(p.URL.V)}
	}
	if s.Content.Config != nil && s.Content.Config.Contact.Email.Given() {
		k := s.Content.Config.Contact
		name := k.Name.V
		if name == "" {
			name = c.publisher.name
		}
		c.contact = &contact{c.base + "/" + address.Catalogue + "#contact", name, "mailto:" + strings.ReplaceAll(k.Email.V, " ", "")}
	}
	for _, d := range dataset.All(s.View) {
		title := say(d.Title)
		out := listed{address: c.base + "/" + address.Catalogue + "#" + d.ID, title: title, about: say(d.About), page: s.Address("data")}
		about := ""
		if d.Table != nil {
			about = say(text.DataColumnsAre, columns(d.Table().Columns, say))
		}
		for _, f := range d.Files {
			out.files = append(out.files, distribution{out.address + "-" + strings.ToLower(f.Form), c.base + "/" + f.Path, f.Type, title + ", " + f.Form, about})
		}
		c.datasets = append(c.datasets, out)
	}
	return c
}

// columns tells what the columns of a table are: their names, and what they are called.
func columns(list []table.Column, say func(text.Label, ...string) string) string {
	said := make([]string, len(list))
	for n, c := range list {
		said[n] = c.Name + " (" + say(c.Label) + ")"
	}
	return strings.Join(said, ", ")
}

// changed is the day when the data last changed, which is what the profile wants of
// dcterms:modified; where no history tells, the day that the site is of.
func changed(s *site.Site) string {
	if last := s.LastChanged(); last != "" {
		return last
	}
	return s.Options.Today.String()
}

// web keeps an address only where it is one of the web.
func web(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return strings.ReplaceAll(address, " ", "%20")
	}
	return ""
}

// licenceIRI is the licence as the profile's own list names it (dcterms:license in
// DCAT-AP-SE 3.0.1's bundle.json, where values are matched strictly): Creative
// Commons' licences are identified with http, though their pages are had with https.
func licenceIRI(address string) string {
	const secure = "https://creativecommons.org/"
	if rest, ok := strings.CutPrefix(address, secure); ok {
		return "http://creativecommons.org/" + rest
	}
	return address
}

// publisherType is the kind of a party in the vocabulary of ADMS, which the profile
// takes the type of an agent from. The vocabulary parts authorities by whose they
// are, not by where they act: a county administrative board is the state's, with the
// county for its field, so it is a national authority like other agencies, while
// RegionalAuthority is for the regions (formerly landsting), which govern themselves.
func publisherType(kind string) string {
	name := "NationalAuthority"
	switch kind {
	case "municipality", "municipal_association", "coordination_association":
		name = "LocalAuthority"
	case "region":
		name = "RegionalAuthority"
	case "university":
		name = "Academia-ScientificOrganisation"
	case "civil_society":
		name = "NonProfitOrganisation"
	case "trade_union", "network", "other":
		name = "NonGovernmentalOrganisation"
	}
	return "http://purl.org/adms/publishertype/" + name
}

// rdf writes elements of RDF/XML.
type rdf struct {
	b      strings.Builder
	indent int
}

func (r *rdf) pad() { r.b.WriteString(strings.Repeat("  ", r.indent)) }

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

func (r *rdf) open(name, about string) {
	r.pad()
	r.b.WriteString("<" + name + ` rdf:about="` + escapeXML(about) + "\">\n")
	r.indent++
}

func (r *rdf) close(name string) {
	r.indent--
	r.pad()
	r.b.WriteString("</" + name + ">\n")
}

func (r *rdf) text(name, lang, value string) {
	if value == "" {
		return
	}
	r.pad()
	attr := ""
	if lang != "" {
		attr = ` xml:lang="` + escapeXML(lang) + `"`
	}
	r.b.WriteString("<" + name + attr + ">" + escapeXML(value) + "</" + name + ">\n")
}

func (r *rdf) ref(name, address string) {
	if address == "" {
		return
	}
	r.pad()
	r.b.WriteString("<" + name + ` rdf:resource="` + escapeXML(address) + "\"/>\n")
}

func (r *rdf) date(name, value string) {
	if value == "" {
		return
	}
	r.pad()
	r.b.WriteString("<" + name + ` rdf:datatype="http://www.w3.org/2001/XMLSchema#date">` + escapeXML(value) + "</" + name + ">\n")
}

// catalogueXML is the catalogue in the one form that the national data portal
// harvests.
func catalogueXML(s *site.Site) []byte {
	c := newCatalogue(s)
	r := &rdf{}
	r.b.WriteString(xml.Header + `<rdf:RDF xmlns:rdf="` + nsRDF + `" xmlns:dcat="` + nsDCAT + `" xmlns:dcterms="` + nsTerms + `" xmlns:foaf="` + nsFOAF + `" xmlns:vcard="` + nsVCard + "\">\n")
	r.indent = 1
	r.open("dcat:Catalog", c.base+"/"+address.Catalogue+"#catalogue")
	r.text("dcterms:title", c.lang, c.title)
	r.text("dcterms:description", c.lang, c.about)
	r.ref("dcterms:publisher", c.publisher.address)
	r.ref("dcterms:license", c.licence)
	r.ref("dcterms:language", c.tongue())
	r.ref("foaf:homepage", c.base+"/")
	r.date("dcterms:modified", c.modified)
	for _, d := range c.datasets {
		r.ref("dcat:dataset", d.address)
	}
	r.close("dcat:Catalog")
	r.open("foaf:Agent", c.publisher.address)
	r.text("foaf:name", c.lang, c.publisher.name)
	r.ref("dcterms:type", c.publisher.kind)
	r.ref("foaf:homepage", c.publisher.home)
	r.close("foaf:Agent")
	if c.contact != nil {
		r.open("vcard:Organization", c.contact.address)
		r.text("vcard:fn", "", c.contact.name)
		r.ref("vcard:hasEmail", c.contact.email)
		r.close("vcard:Organization")
	}
	for _, d := range c.datasets {
		r.dataset(c, d)
	}
	r.b.WriteString("</rdf:RDF>\n")
	return []byte(r.b.String())
}

func (r *rdf) dataset(c catalogue, d listed) {
	r.open("dcat:Dataset", d.address)
	r.text("dcterms:title", c.lang, d.title)
	r.text("dcterms:description", c.lang, d.about)
	r.ref("dcterms:publisher", c.publisher.address)
	if c.contact != nil {
		r.ref("dcat:contactPoint", c.contact.address)
	}
	for _, t := range themes {
		r.ref("dcat:theme", t)
	}
	r.ref("dcterms:language", c.tongue())
	r.ref("dcterms:accessRights", public)
	r.ref("dcterms:accrualPeriodicity", irregular)
	r.ref("dcat:landingPage", d.page)
	r.date("dcterms:modified", c.modified)
	for _, f := range d.files {
		r.ref("dcat:distribution", f.address)
	}
	r.close("dcat:Dataset")
	for _, f := range d.files {
		r.open("dcat:Distribution", f.address)
		r.text("dcterms:title", c.lang, f.title)
		r.text("dcterms:description", c.lang, f.about)
		r.ref("dcat:accessURL", f.file)
		r.ref("dcat:downloadURL", f.file)
		// A literal, though DCAT-AP has a resource here: the Swedish profile asks for a
		// media type as text (ONLY_LITERAL in bundle.json of DCAT-AP-SE 3.0.1, and so in
		// its examples).
		r.text("dcterms:format", "", f.format)
		r.ref("dcterms:license", c.licence)
		r.close("dcat:Distribution")
	}
}

// catalogueJSON is the same catalogue as JSON-LD.
func catalogueJSON(s *site.Site) []byte {
	c := newCatalogue(s)
	ref := func(address string) any {
		if address == "" {
			return nil
		}
		return fields("@id", address)
	}
	said := func(value string) any {
		if value == "" {
			return nil
		}
		return fields("@language", c.lang, "@value", value)
	}
	day := func(value string) any {
		if value == "" {
			return nil
		}
		return fields("@type", "http://www.w3.org/2001/XMLSchema#date", "@value", value)
	}
	var sets, graph []object
	var contactRef any
	if c.contact != nil {
		contactRef = ref(c.contact.address)
	}
	var themeRefs []object
	for _, t := range themes {
		themeRefs = append(themeRefs, fields("@id", t))
	}
	for _, d := range c.datasets {
		sets = append(sets, fields("@id", d.address))
		var files []object
		for _, f := range d.files {
			files = append(files, fields("@id", f.address))
			graph = append(graph, fields("@id", f.address, "@type", "dcat:Distribution", "dcterms:title", said(f.title), "dcterms:description", said(f.about),
				"dcat:accessURL", ref(f.file), "dcat:downloadURL", ref(f.file), "dcterms:format", f.format, "dcterms:license", ref(c.licence)))
		}
		graph = append(graph, fields("@id", d.address, "@type", "dcat:Dataset", "dcterms:title", said(d.title), "dcterms:description", said(d.about),
			"dcterms:publisher", ref(c.publisher.address), "dcat:contactPoint", contactRef, "dcat:theme", themeRefs, "dcterms:language", ref(c.tongue()),
			"dcterms:accessRights", ref(public), "dcterms:accrualPeriodicity", ref(irregular), "dcat:landingPage", ref(d.page),
			"dcterms:modified", day(c.modified), "dcat:distribution", files))
	}
	graph = append(graph, fields("@id", c.publisher.address, "@type", "foaf:Agent", "foaf:name", said(c.publisher.name), "dcterms:type", ref(c.publisher.kind), "foaf:homepage", ref(c.publisher.home)))
	if c.contact != nil {
		graph = append(graph, fields("@id", c.contact.address, "@type", "vcard:Organization", "vcard:fn", c.contact.name, "vcard:hasEmail", ref(c.contact.email)))
	}
	whole := fields("@context", fields("dcat", nsDCAT, "dcterms", nsTerms, "foaf", nsFOAF, "vcard", nsVCard),
		"@graph", append([]object{fields("@id", c.base+"/"+address.Catalogue+"#catalogue", "@type", "dcat:Catalog", "dcterms:title", said(c.title),
			"dcterms:description", said(c.about), "dcterms:publisher", ref(c.publisher.address), "dcterms:license", ref(c.licence),
			"dcterms:language", ref(c.tongue()), "foaf:homepage", ref(c.base+"/"), "dcterms:modified", day(c.modified), "dcat:dataset", sets)}, graph...))
	data, err := table.Marshal(whole)
	if err != nil { // the types above can all be written
		return nil
	}
	return data
}
