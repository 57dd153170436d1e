package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io/fs"
	"strings"

	"samsyn/site"
)

// Files gives what a site has beside its pages, by path: the assets that pages share,
// the map for search engines, and the headers for the common servers.
func (w *Writer) Files() (map[string][]byte, error) {
	files := map[string][]byte{
		"robots.txt":          []byte(w.robots()),
		"_headers":            []byte(hostedHeaders()),
		"hosting/nginx.conf":  []byte(nginx()),
		"hosting/apache.conf": []byte(apache()),
	}
	if w.baseURL != "" {
		files["sitemap.xml"] = []byte(w.sitemap())
	}
	if w.card != nil {
		files[cardFile] = w.card
	}
	err := fs.WalkDir(site.Assets, ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files["assets/"+path], err = site.Assets.ReadFile(path)
		}
		return err
	})
	if colour, given := w.site.Colour(); given {
		files["assets/style.css"] = append(files["assets/style.css"], style(colour)...)
		files["assets/icon.svg"] = bytes.ReplaceAll(files["assets/icon.svg"], []byte(brand), []byte(colour.String()))
	}
	return files, err
}

func (w *Writer) robots() string {
	s := "User-agent: *\nAllow: /\n"
	if w.baseURL != "" {
		s += "Sitemap: " + w.baseURL + "/sitemap.xml\n"
	}
	return s
}

func (w *Writer) sitemap() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, e := range w.site.Pages() {
		if e.Hidden {
			continue
		}
		b.WriteString("<url><loc>")
		_ = xml.EscapeText(&b, []byte(w.site.Address(e.Path))) // a strings.Builder does not fail
		b.WriteString("</loc>")
		if changed := w.site.ChangedOn(e); changed != "" {
			b.WriteString("<lastmod>" + changed + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.String()
}

// headers are what every answer should carry. The policy forbids framing, which
// a page cannot do for itself.
func headers() [][2]string {
	return [][2]string{
		{"Content-Security-Policy", Policy + "; frame-ancestors 'none'"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
		{"Referrer-Policy", "no-referrer"},
		{"Strict-Transport-Security", "max-age=31536000"},
		{"X-Content-Type-Options", "nosniff"},
	}
}

// headersAs writes them, each in a server's own form of a name and a value.
func headersAs(form string) string {
	said := ""
	for _, h := range headers() {
		said += fmt.Sprintf(form, h[0], h[1])
	}
	return said
}

func hostedHeaders() string {
	return "/*\n" + headersAs("  %s: %s\n") +
		"/datasets/*\n  ! Cross-Origin-Resource-Policy\n  Access-Control-Allow-Origin: *\n" +
		"/data/*\n  ! Cross-Origin-Resource-Policy\n  Access-Control-Allow-Origin: *\n"
}

func nginx() string {
	return "# Inkluderas i serverns block: include .../hosting/nginx.conf;\n" + headersAs("add_header %s \"%s\" always;\n") + `charset utf-8;
charset_types text/plain text/csv application/json application/xml text/calendar;
error_page 404 /404.html;
location = /datasets/dcat { default_type application/rdf+xml; }
location ~* \.ics$ { default_type text/calendar; }
location ~* \.jsonld$ { default_type application/ld+json; }
`
}

func apache() string {
	return "# Inkluderas i den virtuella värden, eller läggs som .htaccess. Kräver mod_headers.\n" + headersAs("Header always set %s \"%s\"\n") + `AddDefaultCharset utf-8
ErrorDocument 404 /404.html
AddType text/calendar .ics
AddType application/ld+json .jsonld
<Files "dcat">
  ForceType application/rdf+xml
</Files>
`
}
