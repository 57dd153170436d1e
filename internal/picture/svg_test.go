package picture

import (
	"strings"
	"testing"
)

const svgOpen = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">`

func TestHarmlessDrawings(t *testing.T) {
	for name, svg := range map[string]string{
		"plain":       svgOpen + `<path d="M0 0h9v9z" fill="#124b6b"/></svg>`,
		"declared":    "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Drawn by hand -->\n" + svgOpen + `<title>Län &amp; stad</title><g/></svg>` + "\n",
		"styled":      svgOpen + `<style>.a{fill:#fff}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect class="a" style="fill:url(#g)" fill="url( '#g' )"/><use xlink:href="#g"/></svg>`,
		"a program's": `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"><inkscape:grid type="xygrid"/><g inkscape:label="Lager 1"/></svg>`,
	} {
		if err := Harmless([]byte(strings.TrimPrefix(svg, "\ufeff"))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHarmfulDrawings(t *testing.T) {
	for name, svg := range map[string]string{
		"empty":              "",
		"a page":             `<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>`,
		"no namespace":       `<svg><script>alert(1)</script></svg>`,
		"cut short":          svgOpen + `<g>`,
		"a second":           svgOpen + `</svg>` + svgOpen + `</svg>`,
		"a script":           svgOpen + `<script>alert(1)</script></svg>`,
		"a script by prefix": `<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script href="//example.org/"/></x:svg>`,
		"a handler":          svgOpen + `<g onload="alert(1)"/></svg>`,
		"a handler at top":   `<svg xmlns="http://www.w3.org/2000/svg" OnLoad="alert(1)"/>`,
		"a page within":      svgOpen + `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject></svg>`,
		"a page's element":   svgOpen + `<g xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></g></svg>`,
		"no name's element":  svgOpen + `<g xmlns=""><script>alert(1)</script></g></svg>`,
		"a link":             svgOpen + `<a href="https://example.org/"><path d="M0 0"/></a></svg>`,
		"a picture":          svgOpen + `<image href="https://example.org/spy.png"/></svg>`,
		"use of another":     svgOpen + `<use xlink:href="https://example.org/x.svg#a"/></svg>`,
		"use of data":        svgOpen + `<use href="data:image/svg+xml,x#a"/></svg>`,
		"something moving":   svgOpen + `<g><set attributeName="href" to="javascript:alert(1)"/></g></svg>`,
		"an entity":          `<!DOCTYPE svg [<!ENTITY a "b">]>` + svgOpen + `<title>&a;</title></svg>`,
		"a style sheet":      `<?xml-stylesheet href="https://example.org/a.css"?>` + svgOpen + `</svg>`,
		"an import":          svgOpen + `<style>@IMPORT "https://example.org/a.css";</style></svg>`,
		"a font":             svgOpen + `<style>@font-face{src:url(https://example.org/a)}</style></svg>`,
		"an escaped import":  svgOpen + `<style>@\69mport "https://example.org/a.css";</style></svg>`,
		"an import in parts": svgOpen + `<style>@im<!-- -->port "https://example.org/a.css";</style></svg>`,
		"an import in CDATA": svgOpen + `<style>@im<![CDATA[port "https://example.org/a.css";]]></style></svg>`,
		"an import around":   svgOpen + `<style>@im<title>a</title>port "https://example.org/a.css";</style></svg>`,
		"a font in parts":    svgOpen + `<style>@font-face{src:ur<!-- -->l(https://example.org/a)}</style></svg>`,
		"a fill from afar":   svgOpen + `<path fill="URL( 'https://example.org/#a')"/></svg>`,
		"a second fill":      svgOpen + `<path style="fill:url(#a);mask:url(b)"/></svg>`,
		"text around":        svgOpen + `</svg><p>`,
	} {
		if Harmless([]byte(svg)) == nil {
			t.Errorf("%s is taken for harmless", name)
		}
	}
}
