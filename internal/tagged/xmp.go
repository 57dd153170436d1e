package tagged

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// Namespace is that of our own XMP properties: commit, today and digest.
const Namespace = "urn:x-samsyn:document#"

// property is one of our own XMP properties.
type property struct{ name, value, description string }

func (m Meta) properties() []property {
	return []property{
		{"commit", m.Commit, "Commit that the document was made from"},
		{"today", m.Today, "Date that the content was judged against"},
		{"digest", m.Digest, "Digest of the signed content"},
		{"since", m.Since, "Commit of the earlier version that the annex compares with"},
	}
}

// xmp is the metadata packet (ISO 16684-1), read-only, with a description of
// the schemas that PDF/A does not know itself (ISO 19005-2, 6.6.2.3).
func (d *Doc) xmp() []byte {
	m := d.meta
	var b bytes.Buffer
	text := func(format, value string) {
		if value != "" {
			fmt.Fprintf(&b, format+"\n", escaped(value))
		}
	}
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:samsyn="` + Namespace + `">` + "\n")
	b.WriteString("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	b.WriteString("<dc:format>application/pdf</dc:format>\n")
	text(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, m.Title)
	text(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, m.Author)
	text(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, m.Subject)
	text(`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>`, m.Language)
	text(`<pdf:Producer>%s</pdf:Producer>`, m.Producer)
	if !m.Created.IsZero() {
		when := m.Created.UTC().Format("2006-01-02T15:04:05+00:00")
		text("<xmp:CreateDate>%[1]s</xmp:CreateDate>\n<xmp:ModifyDate>%[1]s</xmp:ModifyDate>\n<xmp:MetadataDate>%[1]s</xmp:MetadataDate>", when)
	}
	for _, p := range m.properties() {
		text("<samsyn:"+p.name+">%s</samsyn:"+p.name+">", p.value)
	}
	b.WriteString("</rdf:Description>\n")
	m.extensionSchemas(&b)
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// extensionSchemas describes pdfuaid and our own namespace.
func (m Meta) extensionSchemas(b *bytes.Buffer) {
	b.WriteString(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
		"<pdfaExtension:schemas><rdf:Bag>\n")
	schema := func(title, uri, prefix, kind string, properties []property) {
		fmt.Fprintf(b, `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>%s</pdfaSchema:schema>`+
			`<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>`+
			"<pdfaSchema:property><rdf:Seq>\n", title, uri, prefix)
		for _, p := range properties {
			fmt.Fprintf(b, `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>`+
				`<pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>`+
				"<pdfaProperty:description>%s</pdfaProperty:description></rdf:li>\n", p.name, kind, p.description)
		}
		b.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
	}
	schema("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "Integer",
		[]property{{name: "part", description: "Part of ISO 14289 that the document conforms to"}})
	schema("Samsyn document schema", Namespace, "samsyn", "Text", m.properties())
	b.WriteString("</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n")
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // writing to memory does not fail
	return b.String()
}
