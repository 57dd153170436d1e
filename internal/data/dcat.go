package data

import (
	"cmp"
	"encoding/xml"
	"slices"
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

var namespaces = [][2]string{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"vcard", "http://www.w3.org/2006/vcard/ns#"},
}

const (
	dateType = "http://www.w3.org/2001/XMLSchema#date"

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

// tongue names a language. One that is in no table is undetermined.
func tongue(lang string) string {
	if code := codes[lang]; code != "" {
		return languages + code
	}
	return languages + "UND"
}

// node is a thing in the catalogue, and what is said of it.
type node struct {
	class, address string
	says           []statement
}

// statement is one property of a thing.
type statement struct {
	property string
	as       form
	values   []string
}

// form is what the values of a property are.
type form int

const (
	worded    form = iota // in the language of the data
	literal               // in no language
	dated                 // YYYY-MM-DD
	leads                 // the address of a thing
	leadsMany             // those of any number of things
)

// say adds a property, unless it has no value.
func (n *node) say(property string, as form, values ...string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) > 0 {
		n.says = append(n.says, statement{property, as, values})
	}
}

// catalogue is what both forms of the catalogue say.
func catalogue(s *site.Site) []node {
	say := func(l text.Label, words ...string) string { return s.InMain().Sayf(l, words...).S }
	at := func(part string) string { return s.BaseURL() + "/" + address.Catalogue + "#" + part }
	title := s.Agreement.Title.V
	publisher := node{class: "foaf:Agent", address: at("publisher")}
	name, kind, home := title, "", ""
	if p := s.PublisherParty(); p != nil {
		publisher.address = s.Address(address.Party(p.ID.V)) + "#publisher"
		name, kind, home = p.Name.V, p.Kind.V, web(p.URL.V)
	}
	publisher.say("foaf:name", worded, name)
	publisher.say("dcterms:type", leads, publisherType(kind))
	publisher.say("foaf:homepage", leads, home)
	contact := node{class: "vcard:Organization"}
	if c := s.Config.Contact; c.Email.Given() {
		contact.address = at("contact")
		contact.say("vcard:fn", literal, cmp.Or(c.Name.V, name))
		contact.say("vcard:hasEmail", leads, "mailto:"+strings.ReplaceAll(c.Email.V, " ", ""))
	}
	var datasets []node
	var addresses []string
	for _, d := range dataset.All(s.View) {
		addresses = append(addresses, at(d.ID))
		datasets = append(datasets, listed(s, d, node{class: "dcat:Dataset", address: at(d.ID)}, publisher.address, contact.address, say)...)
	}
	all := node{class: "dcat:Catalog", address: at("catalogue")}
	all.say("dcterms:title", worded, say(text.CatalogueTitle, title))
	all.say("dcterms:description", worded, say(text.CatalogueAbout, title))
	all.say("dcterms:publisher", leads, publisher.address)
	all.say("dcterms:license", leads, licenceIRI(s.Licence()))
	all.say("dcterms:language", leads, tongue(s.Main))
	all.say("foaf:homepage", leads, s.BaseURL()+"/")
	all.say("dcterms:modified", dated, changed(s))
	all.say("dcat:dataset", leadsMany, addresses...)
	nodes := []node{all, publisher}
	if contact.address != "" {
		nodes = append(nodes, contact)
	}
	return append(nodes, datasets...)
}

// listed is a dataset in the catalogue, with its files.
func listed(s *site.Site, d dataset.Dataset, n node, publisher, contact string, say func(text.Label, ...string) string) []node {
	about := ""
	if d.Table != nil {
		about = say(text.DataColumnsAre, columns(d.Table().Columns, say))
	}
	var files []node
	var addresses []string
	for _, f := range d.Files {
		file := node{class: "dcat:Distribution", address: n.address + "-" + strings.ToLower(f.Form)}
		file.say("dcterms:title", worded, say(d.Title)+", "+f.Form)
		file.say("dcterms:description", worded, about)
		file.say("dcat:accessURL", leads, s.BaseURL()+"/"+f.Path)
		file.say("dcat:downloadURL", leads, s.BaseURL()+"/"+f.Path)
		// A literal, though DCAT-AP has a resource here: the Swedish profile asks for a
		// media type as text (ONLY_LITERAL in bundle.json of DCAT-AP-SE 3.0.1, and so in
		// its examples).
		file.say("dcterms:format", literal, f.Type)
		file.say("dcterms:license", leads, licenceIRI(s.Licence()))
		files, addresses = append(files, file), append(addresses, file.address)
	}
	n.say("dcterms:title", worded, say(d.Title))
	n.say("dcterms:description", worded, say(d.About))
	n.say("dcterms:publisher", leads, publisher)
	n.say("dcat:contactPoint", leads, contact)
	n.say("dcat:theme", leadsMany, themes...)
	n.say("dcterms:language", leads, tongue(s.Main))
	n.say("dcterms:accessRights", leads, public)
	n.say("dcterms:accrualPeriodicity", leads, irregular)
	n.say("dcat:landingPage", leads, s.Address("data"))
	n.say("dcterms:modified", dated, changed(s))
	n.say("dcat:distribution", leadsMany, addresses...)
	return append([]node{n}, files...)
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
	return cmp.Or(s.LastChanged(), s.Options.Today.String())
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

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

// catalogueXML is the catalogue in the one form that the national data portal
// harvests.
func catalogueXML(s *site.Site) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + "<rdf:RDF")
	for _, n := range namespaces {
		b.WriteString(" xmlns:" + n[0] + `="` + n[1] + `"`)
	}
	b.WriteString(">\n")
	for _, n := range catalogue(s) {
		b.WriteString("  <" + n.class + ` rdf:about="` + escapeXML(n.address) + "\">\n")
		for _, p := range n.says {
			for _, value := range p.values {
				attribute, content := "", ">"+escapeXML(value)+"</"+p.property+">"
				switch p.as {
				case worded:
					attribute = ` xml:lang="` + escapeXML(s.Main) + `"`
				case dated:
					attribute = ` rdf:datatype="` + dateType + `"`
				case leads, leadsMany:
					attribute, content = ` rdf:resource="`+escapeXML(value)+`"`, "/>"
				}
				b.WriteString("    <" + p.property + attribute + content + "\n")
			}
		}
		b.WriteString("  </" + n.class + ">\n")
	}
	b.WriteString("</rdf:RDF>\n")
	return []byte(b.String())
}

// catalogueJSON is the same catalogue as JSON-LD.
func catalogueJSON(s *site.Site) any {
	var graph []object
	for _, n := range catalogue(s) {
		o := fields("@id", n.address, "@type", n.class)
		for _, p := range n.says {
			said := make([]any, len(p.values))
			for i, value := range p.values {
				switch p.as {
				case worded:
					said[i] = fields("@language", s.Main, "@value", value)
				case dated:
					said[i] = fields("@type", dateType, "@value", value)
				case leads, leadsMany:
					said[i] = fields("@id", value)
				default:
					said[i] = value
				}
			}
			if p.as == leadsMany {
				o.Put(p.property, said)
			} else {
				o.Put(p.property, said[0])
			}
		}
		graph = append(graph, o)
	}
	var context object
	for _, n := range namespaces[1:] { // without RDF's own
		context.Put(n[0], n[1])
	}
	return fields("@context", context, "@graph", graph)
}
