package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// scanned is what the scanner finds in a text, one after another.
func scanned(text string) (string, error) {
	var all strings.Builder
	s := newScanner(strings.NewReader(text))
	for {
		e, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			return all.String(), nil
		case err != nil:
			return "", err
		case e.ends:
			fmt.Fprintf(&all, "</%s>", e.name)
		case e.name != "":
			fmt.Fprintf(&all, "<%s", e.name)
			for _, a := range e.attr {
				fmt.Fprintf(&all, " %s=%q", a.name, a.value)
			}
			all.WriteString(">")
		default:
			all.Write(e.text)
		}
	}
}

// library is what the standard library finds.
func library(text string) (string, error) {
	var all strings.Builder
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return all.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&all, "<%s", t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&all, " %s=%q", a.Name.Local, a.Value)
			}
			all.WriteString(">")
		case xml.EndElement:
			fmt.Fprintf(&all, "</%s>", t.Name.Local)
		case xml.CharData:
			all.Write(t)
		case xml.Directive:
			return "", errXML
		}
	}
}

var scans = []string{
	"", "a", "<a/>", "<a></a>", `<?xml version="1.0" encoding="UTF-8"?><a b="c" d='e"f'>g</a>`, "<x:a y:b='1'/>", "<a\n b = '1' /><b/>",
	"<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;å\t</a>", "<a b='&lt;&#10;å'/>", "<a><!-- <b> - --><![CDATA[<c>&lt;]]]]></a>", "<!----><a/>",
	strings.Repeat("å&amp;", 60_000), "<a>" + strings.Repeat(" ", 200_000) + "</a>", "<a b='" + strings.Repeat("å", 100_000) + "'/>",
	"<a", "<a b", "<a b=", "<a b=c/>", "<a b='c", "<a b='<'/>", "<a / >", "<>", "</>", "</a", "</a b>", "<a>&b;</a>", "<a>&lt</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
	"<a>&#x110000;</a>", "<a>\x01</a>", "<a>\xff</a>", "<a>\xc3", "<a>\ufffe</a>", "<!DOCTYPE a>", "<![CDATA[a", "<!--a", "<!--a->", "<?a", "<?>", "<!a", "<", "a & b", "<a b='\x02'/>", "<a&b/>",
	"<a>\r</a>", "<a>x\r\ny\r\r\n&#13;\n</a>", "<a b='x\r\ny\r'/>", "<![CDATA[x\r\ny\r]]>", strings.Repeat("\r\n", 60_000), "<a:b:c/>",
}

// refused are names that the library takes as they stand, and no spreadsheet writes.
var refused = []string{"<:a/>", "<a:/>", "<a :b='c'/>", "</:a>"}

// The scanner finds what the standard library finds, and refuses what that refuses.
func TestScanner(t *testing.T) {
	for _, text := range scans {
		got, err := scanned(text)
		if want, wrong := library(text); got != want || (err != nil) != (wrong != nil) {
			t.Errorf("%.60q: %.200q (%v), want %.200q (%v)", text, got, err, want, wrong)
		}
	}
}

func TestNamesWithoutPrefix(t *testing.T) {
	for _, text := range refused {
		if got, err := scanned(text); err == nil {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// Whatever both take they find the same in.
func FuzzScanner(f *testing.F) {
	for _, text := range append(refused, scans...) {
		if len(text) < 1000 { // with longer ones nearly all time goes into making them shorter
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := scanned(text)
		if want, wrong := library(text); err == nil && wrong == nil && got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}
