package worddoc

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc/wordtest"
)

func read(t *testing.T, body string, parts wordtest.Parts) *Document {
	t.Helper()
	d, err := Read(wordtest.File(body, parts, map[string]string{"web": "https://exempel.se/kurs", "odd": "javascript:alert(1)"}))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written writes a document on few lines, so that a test can say what it should be.
func written(d *Document) string {
	var b strings.Builder
	paragraph := func(p Paragraph) string {
		s := fmt.Sprintf("%q", p.Text)
		if p.Heading > 0 {
			s = fmt.Sprintf("h%d:%s", p.Heading, s)
		}
		if p.Item > 0 {
			s = fmt.Sprintf("i%d:%s", p.Item, s)
		}
		if p.Bold > 0 {
			s += fmt.Sprintf(" bold %q", p.Text[:p.Bold])
		}
		for _, a := range p.Asides {
			s += fmt.Sprintf(" {%s %s%q}", a.Kind, a.By, a.Text)
		}
		return s
	}
	for _, block := range d.Blocks {
		if block.Paragraph != nil {
			b.WriteString(paragraph(*block.Paragraph) + "\n")
			continue
		}
		for _, r := range block.Table.Rows {
			b.WriteString("|")
			for _, c := range r.Cells {
				if c.Above {
					b.WriteString("^")
				}
				if c.Span > 1 {
					fmt.Fprintf(&b, "%d+%d ", c.From, c.Span)
				}
				for _, p := range c.Paragraphs {
					b.WriteString(paragraph(p))
				}
				b.WriteString("|")
			}
			b.WriteString("\n")
		}
	}
	for _, a := range d.Asides {
		fmt.Fprintf(&b, "{%s %q}\n", a.Kind, a.Text)
	}
	return b.String()
}

func TestReading(t *testing.T) {
	bold := func(s string) string { return `<w:r><w:rPr><w:b/></w:rPr><w:t>` + s + `</w:t></w:r>` }
	styles := wordtest.Parts{"styles": `<w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>` +
		`<w:style w:styleId="Egen"><w:name w:val="Länets rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>` +
		`<w:style w:styleId="Lista"><w:name w:val="Länets lista"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Runt"><w:name w:val="Runt"/><w:basedOn w:val="Runt"/></w:style>`}
	for _, c := range []struct {
		name, body string
		parts      wordtest.Parts
		want       string
	}{
		{"a heading in Swedish, with and without styles", wordtest.Styled("Rubrik1", "Hälsa") + wordtest.Styled("Rubrik2", "A"), nil, `h1:"Hälsa"` + "\n" + `h2:"A"`},
		{"a style that stands on a heading, a list, and on itself", wordtest.Styled("Egen", "A") + wordtest.Styled("Lista", "B") + wordtest.Styled("Runt", "C"), styles, `h2:"A"` + "\n" + `i2:"B"` + "\n" + `"C"`},
		{"a list by its number", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>` + wordtest.Run("A") + `</w:p>`, nil, `i1:"A"`},
		{"a list that was taken back", `<w:p><w:pPr><w:pStyle w:val="Lista"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + wordtest.Run("A") + `</w:p>`, styles, `"A"`},
		{"what was bold before", `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange></w:pPr>` + bold("Namn ") + wordtest.Run("mer") + `</w:p>`, nil, `"Namn mer" bold "Namn "`},
		{"tracked changes", `<w:p>` + wordtest.Run("a ") + `<w:del><w:r><w:delText>struket ord</w:delText></w:r></w:del><w:ins>` + wordtest.Run("infogat") + `</w:ins><w:moveFrom>` + wordtest.Run("flyttat") + `</w:moveFrom></w:p>`, nil, `"a infogat"`},
		{"a row that was struck", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + wordtest.Cell("borta") + `</w:tr><w:tr>` + wordtest.Cell("kvar") + `</w:tr></w:tbl>`, nil, `|"kvar"|`},
		{"merged cells", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>` + wordtest.P("a") + `</w:tc>` + wordtest.Cell("b") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>` + wordtest.Cell("^") + `</w:tr></w:tbl>`, nil, `|0+2 "a"|"b"|` + "\n" + `|^|`},
		{"a table in a cell", `<w:tbl><w:tr><w:tc>` + wordtest.P("a") + wordtest.Table([]string{"b", "c"}) + `</w:tc></w:tr></w:tbl>`, nil, `|"a""b – c"|`},
		{"a text box, told once", `<w:p>` + wordtest.Run("a") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + wordtest.P("ruta") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + wordtest.P("ruta") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, nil, `"a" {text box "ruta"}`},
		{"a text box in the old form alone", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + wordtest.P("ruta") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, nil, `"" {text box "ruta"}`},
		{"notes and comments", `<w:p>` + wordtest.Run("a") + `<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r></w:p>`,
			wordtest.Parts{"footnotes": `<w:footnote w:id="0" w:type="separator">` + wordtest.P("---") + `</w:footnote><w:footnote w:id="2">` + wordtest.P("not") + `</w:footnote>`, "comments": `<w:comment w:id="0" w:author="Eva ">` + wordtest.P("hm") + `</w:comment>`, "header": wordtest.P("överst")},
			`"a" {footnote "not"} {comment Eva "hm"}` + "\n" + `{header "överst"}`},
		{"hidden text, a field and a picture", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:drawing><wp:docPr descr="en karta"/></w:drawing></w:r></w:p>`, nil, `"" {hidden text "dolt"} {alternative text "en karta"}`},
		{"links", `<w:p><w:hyperlink r:id="web">` + wordtest.Run("kurs") + `</w:hyperlink><w:hyperlink r:id="odd">` + wordtest.Run(" x") + `</w:hyperlink></w:p>`, nil, `"kurs (https://exempel.se/kurs) x"`},
		{"characters that cannot be seen", wordtest.P("hjälp\u00adtext\u202e a\u00a0b \uf0b7"), nil, `"hjälptext a b •"`},
		{"letters in two pieces", wordtest.P("A\u030angstro\u0308m"), nil, `"Ångström"`},
		{"content controls", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent>` + wordtest.Run("a") + `</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`, nil, `"a"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(written(read(t, c.body, c.parts))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestWhatIsStruckIsCounted(t *testing.T) {
	d := read(t, `<w:p><w:del><w:r><w:delText>två ord</w:delText></w:r></w:del></w:p>`, nil)
	if d.Struck != 2 {
		t.Errorf("%d words struck, not 2", d.Struck)
	}
}

func TestHostileFilesAreRefused(t *testing.T) {
	nested := strings.Repeat("<w:sdt>", 300) + strings.Repeat("</w:sdt>", 300)
	main := func(s string) []byte { return wordtest.Zip(map[string]string{"word/document.xml": s}) }
	for name, data := range map[string][]byte{
		"nothing":              nil,
		"no zip":               []byte("PK\x03\x04 not at all"),
		"an old document":      []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		"no text":              wordtest.Zip(map[string]string{"a.txt": "a"}),
		"a workbook":           wordtest.Zip(map[string]string{"_rels/.rels": `<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`, "xl/workbook.xml": "<a/>"}),
		"broken XML":           main("<w:document><w:body>"),
		"an entity":            main(`<!DOCTYPE a [<!ENTITY e "x">]><w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`),
		"an unknown entity":    main(`<w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`),
		"an external DTD":      main(`<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document/>`),
		"deep":                 wordtest.File(nested, nil, nil),
		"much text":            wordtest.File(wordtest.P(strings.Repeat("a", mostText+1)), nil, nil),
		"many rows":            wordtest.File("<w:tbl>"+strings.Repeat("<w:tr/>", mostRows+1)+"</w:tbl>", nil, nil),
		"many cells":           wordtest.File("<w:tbl><w:tr>"+strings.Repeat("<w:tc/>", mostCells+1)+"</w:tr></w:tbl>", nil, nil),
		"many attributes":      wordtest.File("<w:p "+strings.Repeat(`a="" `, mostPiece/4)+"/>", nil, nil),
		"many paragraphs":      wordtest.File(strings.Repeat("<w:p/>", mostParas+1), nil, nil),
		"styles with a DTD":    wordtest.Zip(map[string]string{"word/document.xml": "<w:document/>", "word/_rels/document.xml.rels": `<Relationships><Relationship Type="x/styles" Target="s.xml"/></Relationships>`, "word/s.xml": "<!DOCTYPE a><a/>"}),
		"relations with a DTD": wordtest.Zip(map[string]string{"_rels/.rels": "<!DOCTYPE a><a/>", "word/document.xml": "<w:document/>"}),
	} {
		_, err := Read(data)
		var why *diag.Refused
		if !errors.As(err, &why) || why.Why.SV == "" || why.Why.EN == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A sound file with one endless text is not called damaged: saving it anew would not help.
func TestALongPieceIsCalledLong(t *testing.T) {
	for name, data := range map[string][]byte{
		"a text":     wordtest.File(wordtest.P(strings.Repeat("a", mostPiece+1<<16)), nil, nil),
		"attributes": wordtest.File("<w:p "+strings.Repeat(`a="" `, mostPiece/4)+"/>", nil, nil),
	} {
		if _, err := Read(data); !errors.Is(err, errLongPiece) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is unpacked is counted over all parts, and no more than the limit is read.
func TestBombsAreRefused(t *testing.T) {
	p, err := unpack(wordtest.File(wordtest.P(strings.Repeat(" ", 5000)), wordtest.Parts{"styles": strings.Repeat(" ", 5000)}, nil))
	if err != nil {
		t.Fatal(err)
	}
	p.left = 6000
	r := &reader{pack: p, doc: &Document{}, notes: map[string]Aside{}}
	_, err = r.readStyles("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	err = r.part("word/document.xml", func(s *scan) error { return s.skip() })
	if !errors.Is(err, errTooLarge) || p.left > 0 {
		t.Errorf("%v, %d bytes left", err, p.left)
	}
}

// Targets outside the file are never opened, whatever they are called.
func TestNothingOutsideTheFileIsRead(t *testing.T) {
	d, err := Read(wordtest.Zip(map[string]string{
		"word/document.xml":            `<w:document><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Type="x/header" Target="../../../../etc/hostname"/><Relationship Type="x/footer" Target="/etc/hostname"/><Relationship Type="x/header" Target="https://exempel.se/" TargetMode="External"/></Relationships>`,
	}))
	if err != nil || len(d.Asides) > 0 || len(d.Blocks) != 1 {
		t.Errorf("%+v, %v", d, err)
	}
}

// Reading never panics, and what it gives can be told.
func FuzzRead(f *testing.F) {
	f.Add(wordtest.Styled("Rubrik1", "Hälsa") + wordtest.Table([]string{"Insats", "Ansvarig"}, []string{"a", "^"}))
	f.Add(`<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice></mc:AlternateContent><w:sym/></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/><w:hMerge/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := Read(wordtest.File(body, wordtest.Parts{"footnotes": body, "styles": body}, nil))
		if err == nil {
			written(d)
		}
	})
}
