package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// svgNamespace is that of all elements that are drawn (SVG 2, 1.4).
const svgNamespace = "http://www.w3.org/2000/svg"

// still are the elements that draw, or say what a drawing is: none of them runs, fetches
// or moves anything, and none leads anywhere (SVG 2, appendix F).
var still = words(`svg g defs symbol use title desc metadata style switch
	path rect circle ellipse line polyline polygon text tspan textPath
	linearGradient radialGradient stop pattern clipPath mask marker filter
	feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// Harmless tells why an SVG drawing must not go with a site, where a browser may show it
// as a page of its own: it has a part that could run, fetch something or lead elsewhere,
// or it is no SVG. Nil: it draws, and does nothing else.
func Harmless(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	depth, drawn := 0, false
	sheet := false           // it stands in a style sheet
	var said strings.Builder // since the last element began or ended: comments do not part a style sheet
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && drawn {
			return nil
		}
		if err != nil {
			return fmt.Errorf("no SVG drawing: %w", err)
		}
		switch token := token.(type) {
		case xml.Directive:
			return errors.New("it declares a document type or entities")
		case xml.ProcInst:
			if token.Target != "xml" {
				return fmt.Errorf("it has an instruction for programs, %s", token.Target)
			}
		case xml.CharData:
			said.Write(token)
		case xml.EndElement:
			if err := harmlessStyle(said.String()); err != nil {
				return err
			}
			said.Reset()
			depth, sheet = depth-1, false
		case xml.StartElement:
			if sheet {
				return errors.New("it has an element within a style sheet, which is read as if there were none")
			}
			said.Reset() // text before an element is no style sheet
			sheet = token.Name.Local == "style"
			if depth == 0 && (drawn || token.Name.Local != "svg" || token.Name.Space != svgNamespace) {
				return errors.New("no SVG drawing: its outermost element is not svg")
			}
			depth, drawn = depth+1, true
			if err := harmlessElement(token); err != nil {
				return err
			}
		}
	}
}

func harmlessElement(e xml.StartElement) error {
	if e.Name.Space == svgNamespace && !still[e.Name.Local] {
		return fmt.Errorf("it has the element %s", e.Name.Local)
	}
	// What a drawing program keeps for itself has a namespace of its own, and is not drawn;
	// but a page's elements would be.
	if strings.Contains(strings.ToLower(e.Name.Space), "xhtml") || e.Name.Space == "" {
		return fmt.Errorf("it has the element %s, which is none of SVG's", e.Name.Local)
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case strings.HasPrefix(name, "on"):
			return fmt.Errorf("it has the attribute %s, which runs a script", a.Name.Local)
		case name == "href" || name == "src" || name == "base":
			if !strings.HasPrefix(a.Value, "#") {
				return fmt.Errorf("it leads out of itself: %s", a.Name.Local)
			}
		case a.Name.Space == "xmlns" || name == "xmlns":
		default:
			if err := harmlessStyle(a.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// harmlessStyle refuses what a style sheet or a colour could fetch. A style sheet may
// write letters as escapes, behind a backslash, so it may have none.
func harmlessStyle(s string) error {
	low := strings.ToLower(s)
	for _, word := range []string{"@import", "javascript:", `\`, "image-set(", "src("} {
		if strings.Contains(low, word) {
			return fmt.Errorf("it has a style that may fetch something: %s", word)
		}
	}
	for rest := low; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return nil
		}
		if inner := strings.TrimLeft(after, " \t\r\n'\""); !strings.HasPrefix(inner, "#") {
			return errors.New("it has a style that fetches something: url(…)")
		}
		rest = after
	}
}
