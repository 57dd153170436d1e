package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"samsyn/internal/diag"
)

// How much of a file is looked at. A workbook of 20 000 initiatives has some 60 MiB of XML
// and half a million cells.
const (
	MostBytes   = 64 << 20  // of the file
	mostXML     = 128 << 20 // of one part of it, unpacked
	mostRead    = 384 << 20 // of all of them
	mostParts   = 4096
	mostSheets  = 100
	mostRows    = 100_000 // of one sheet
	mostColumns = 300
	mostCells   = 4_000_000
	mostText    = 192 << 20 // in cells, also where they share one
	mostDepth   = 64
)

// parts is the file's zip archive. What it holds is read on, never written out, so the
// names in it can lead nowhere.
type parts struct {
	byName  map[string]*zip.File
	read    int64 // of XML so far
	cells   int   // so far
	written int64 // text in them so far
}

func open(data []byte) (*parts, error) {
	switch {
	case len(data) > MostBytes:
		return nil, tooLarge()
	case bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		return nil, diag.Refuse("filen är krypterad med lösenord eller sparad i det gamla formatet .xls. Ta bort lösenordet och spara den som Excel-arbetsbok (.xlsx)",
			"the file is encrypted with a password or saved in the old format .xls. Remove the password and save it as an Excel workbook (.xlsx)")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, diag.Refuse("filen är ingen Excel-arbetsbok (.xlsx), eller så är den skadad", "the file is no Excel workbook (.xlsx), or it is damaged")
	}
	if len(z.File) > mostParts {
		return nil, tooLarge()
	}
	p := &parts{byName: map[string]*zip.File{}}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.byName[name]; twice {
			return nil, broken()
		}
		p.byName[name] = f
	}
	return p, nil
}

func tooLarge() error {
	return diag.Refuse("filen är för stor för att läsas in. Ta bort blad, rader och kolumner som inte behövs", "the file is too large to be read. Remove sheets, rows and columns that are not needed")
}

func broken() error {
	return diag.Refuse("filen är skadad: delar av den går inte att läsa. Öppna den i Excel eller LibreOffice och spara den på nytt", "the file is damaged: parts of it cannot be read. Open it in Excel or LibreOffice and save it anew")
}

// each goes through the XML of a part; one that is not there has none. Prefixes of names
// do not count: programs differ in them.
func (p *parts) each(name string, visit func(element) error) error {
	f := p.byName[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	if f.UncompressedSize64 > mostXML { // a part that is larger than it says is noticed below
		return tooLarge()
	}
	r, err := f.Open()
	if err != nil {
		return broken()
	}
	defer func() { _ = r.Close() }()
	most := min(mostXML, mostRead-p.read)
	bounded := &io.LimitedReader{R: r, N: most + 1}
	defer func() { p.read += most + 1 - bounded.N }()
	scan, depth := newScanner(bounded), 0
	for {
		e, err := scan.next()
		switch {
		case bounded.N <= 0:
			return tooLarge()
		case errors.Is(err, io.EOF) && depth == 0:
			return nil
		case err != nil:
			return broken()
		case e.ends:
			depth--
		case e.name != "":
			depth++
		}
		if depth > mostDepth {
			return broken()
		}
		if err := visit(e); err != nil {
			return err
		}
	}
}

// related lists what a part refers to: the targets, by identifier and by the last word of
// their type.
func (p *parts) related(name string) (byID, byType map[string]string, err error) {
	byID, byType = map[string]string{}, map[string]string{}
	folder, file := path.Split(name)
	err = p.each(folder+"_rels/"+file+".rels", func(e element) error {
		if e.name != "Relationship" || e.ends || e.get("TargetMode") == "External" {
			return nil
		}
		target := e.get("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		kind := e.get("Type")
		byID[e.get("Id")], byType[kind[strings.LastIndexByte(kind, '/')+1:]] = target, target
		return nil
	})
	return byID, byType, err
}
