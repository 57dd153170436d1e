package workbook

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
)

// book is a workbook that is being read.
type book struct {
	*parts
	strings []string
	texts   grid.Texts
	formats []grid.Typed // of a number, by its style
	from    int          // the day, in 1900's calendar, that the days are counted from
}

// sheetIn is a sheet as the workbook lists it.
type sheetIn struct{ name, part string }

// Read reads a workbook that anybody may have made. What is wrong with the file is a
// *diag.Refused. Nothing that it links to is followed, and no formula in it is run.
func Read(data []byte) (*grid.Incoming, error) {
	p, err := open(data)
	if err != nil {
		return nil, err
	}
	b := &book{parts: p, texts: grid.Texts{}}
	sheets, err := b.open()
	if err != nil {
		return nil, err
	}
	in := &grid.Incoming{Notes: b.oddities()}
	for _, s := range sheets {
		rows, merged, err := b.rows(s.part)
		if err != nil {
			return nil, err
		}
		switch {
		case s.name == hidden:
			origin(in, rows)
			continue
		case s.name == choices || len(rows) == 0:
			continue
		}
		t := table(s.name, rows)
		if merged && t.Key != "" {
			in.Notes = append(in.Notes, grid.HasMerged)
		}
		in.Sheets = append(in.Sheets, t)
	}
	return in, nil
}

// oddities are what the file brings along that nobody looks at.
func (b *book) oddities() []grid.Oddity {
	var list []grid.Oddity
	names := slices.Collect(maps.Keys(b.byName))
	if slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, "vbaproject.bin") }) {
		list = append(list, grid.HasMacros)
	}
	if slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, "xl/externallinks/") }) {
		list = append(list, grid.HasLinks)
	}
	return list
}

// open reads what the sheets stand on, and lists them.
func (b *book) open() ([]sheetIn, error) {
	_, top, err := b.related("")
	if err != nil {
		return nil, err
	}
	main := cmp.Or(top["officeDocument"], "xl/workbook.xml")
	if b.byName[strings.ToLower(main)] == nil {
		return nil, diag.Refuse("filen är ingen Excel-arbetsbok. Spara den som Excel-arbetsbok (.xlsx)", "the file is no Excel workbook. Save it as an Excel workbook (.xlsx)")
	}
	byID, byType, err := b.related(main)
	if err != nil {
		return nil, err
	}
	var sheets []sheetIn
	err = b.each(main, func(e element) error {
		switch {
		case e.ends:
		case e.name == "workbookPr":
			if on := e.get("date1904"); on == "1" || on == "true" {
				b.from = 1462
			}
		case e.name == "sheet":
			if sheets = append(sheets, sheetIn{e.get("name"), byID[e.get("id")]}); len(sheets) > mostSheets {
				return tooLarge()
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := b.shared(byType["sharedStrings"]); err != nil {
		return nil, err
	}
	return sheets, b.styles(byType["styles"])
}

// shared reads the texts that cells share.
func (b *book) shared(part string) error {
	var text []byte
	in := false // an element with text
	aside := 0  // how deep in what is no text: how a word is pronounced
	return b.each(part, func(e element) error {
		switch {
		case e.name == "rPh":
			if aside++; e.ends {
				aside -= 2
			}
		case e.name == "t":
			in = !e.ends
		case e.name == "si" && e.ends:
			b.strings = append(b.strings, plain(b.texts.Of(text)))
			text = text[:0]
			if len(b.strings) > mostCells {
				return tooLarge()
			}
		case e.text != nil && in && aside == 0:
			text = append(text, e.text...)
		}
		return nil
	})
}

// plain is a text with line feeds alone, and with characters in the place of how they are
// written where XML cannot hold them (ECMA-376 22.9.2.19).
func plain(s string) string {
	if strings.Contains(s, "_x") {
		s = unescaped(s)
	}
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	return s
}

func unescaped(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		if s = s[i:]; !character(s) {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		code, _ := strconv.ParseUint(s[2:6], 16, 16)
		b.WriteRune(rune(code))
		s = s[7:]
	}
}

// styles reads what numbers are shown as.
func (b *book) styles(part string) error {
	codes := map[string]string{}
	in := false
	return b.each(part, func(e element) error {
		switch {
		case e.name == "numFmt" && !e.ends:
			codes[e.get("numFmtId")] = e.get("formatCode")
		case e.name == "cellXfs":
			in = !e.ends
		case e.name == "xf" && in && !e.ends:
			b.formats = append(b.formats, shown(e.get("numFmtId"), codes))
		}
		if len(b.formats) > mostParts*16 || len(codes) > mostParts*16 {
			return tooLarge()
		}
		return nil
	})
}

// shown tells what a number of a format is shown as. The built-in formats are those of
// ECMA-376 18.8.30, and those of dates in other languages.
func shown(id string, codes map[string]string) grid.Typed {
	if code, own := codes[id]; own {
		return shownBy(code)
	}
	switch n, _ := strconv.Atoi(id); {
	case n == 9 || n == 10:
		return grid.AsPercent
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
		return grid.AsDate
	case n >= 18 && n <= 22, n >= 32 && n <= 35, n >= 45 && n <= 47, n == 55, n == 56:
		return grid.AsTime
	}
	return grid.AsNumber
}

func shownBy(code string) grid.Typed {
	var letters strings.Builder
	quoted, bracketed, escaped := false, false, false
	for _, c := range strings.ToLower(code) {
		switch {
		case escaped:
			escaped = false
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracketed = true
		case c == ']':
			bracketed = false
		case bracketed:
		case c == '\\' || c == '_' || c == '*':
			escaped = true
		case c == ';':
			return kindOf(letters.String())
		default:
			letters.WriteRune(c)
		}
	}
	return kindOf(letters.String())
}

func kindOf(letters string) grid.Typed {
	switch {
	case letters == "general" || letters == "@" || letters == "":
		return grid.AsNumber
	case strings.Contains(letters, "%"):
		return grid.AsPercent
	case strings.ContainsAny(letters, "hs"):
		return grid.AsTime
	case strings.ContainsAny(letters, "yåd") || strings.Contains(letters, "mmm"):
		return grid.AsDate
	}
	return grid.AsNumber
}
