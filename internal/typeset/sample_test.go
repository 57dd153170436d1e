package typeset

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"time"

	"samsyn/internal/figure"
	"samsyn/internal/picture"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/manuscript"
)

// sample is a document with everything in it.
func sample() manuscript.Document {
	note := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Paragraph{Text: []manuscript.Span{{Text: "Lagen (2010:630) om regionalt utvecklingsansvar, 5 §. Se även "},
		{Text: "www.riksdagen.se", URI: "https://www.riksdagen.se/sv/dokument-och-lagar/"}, {Text: "."}}}}}
	second := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para("Siffrorna avser personer som är folkbokförda i länet den 31 december.")}}
	return manuscript.Document{
		Meta: tagged.Meta{
			Title: "Överenskommelse om kompetensförsörjning", Author: "Region Exempel", Subject: "Provdokument för layouten",
			Language: "sv-SE", Producer: "Samsyn 0.1", Created: time.Date(2026, 1, 15, 9, 0, 0, 0, time.UTC),
			Commit: "0123456789abcdef", Today: "2026-01-15", Digest: "sha256:00ff",
		},
		Words:       manuscript.Swedish,
		RunningHead: "Överenskommelse om kompetensförsörjning 2025–2027",
		Foot:        "Region Exempel",
		Cover: &manuscript.Cover{Publisher: "Region Exempel", Title: "Överenskommelse om kompetensförsörjning och livslångt lärande",
			Subtitle: "Gemensam inriktning för länets kommuner, regionen och arbetsmarknadens parter 2025–2027",
			Kicker:   "Överenskommelse", Mark: "Utkast",
			Facts: []manuscript.CoverFact{{Label: "Antagen", Value: [][]manuscript.Span{manuscript.Text("den 26 februari 2025 av regionfullmäktige")}}, {Label: "Diarienummer", Value: [][]manuscript.Span{manuscript.Text("25RK123")}}}},
		Contents: &manuscript.Contents{Title: "Innehåll", Depth: 3},
		Sections: []manuscript.Section{
			{Blocks: textBlocks(note, second)},
			{Landscape: true, Blocks: planBlocks()},
			{Blocks: signatureBlocks()},
		},
	}
}

const long = "Kommunstyrelsen beslutar att godkänna den föreslagna ändringen av tillgänglighetsplanen för förvaltningens verksamhetslokaler. Beslutet grundas på förvaltningslagens bestämmelser om handläggning av ärenden samt på kommunfullmäktiges reglemente. Överklagande ska ske skriftligen inom tre veckor från den dag då beslutet tillkännagavs på kommunens anslagstavla. "

const longer = "Länets arbetsgivare har i dag svårt att hitta rätt kompetens, samtidigt som många invånare står utanför arbetsmarknaden. Parterna är därför överens om att kraftsamla kring gemensamma mål, att följa upp dem varje år och att redovisa resultatet öppet. Samverkan sker på lika villkor: varje part svarar för sina egna insatser, och den regionala samverkansgruppen håller ihop arbetet och föreslår förändringar när omvärlden förändras."

func textBlocks(note, second *manuscript.Note) []manuscript.Block {
	blocks := []manuscript.Block{
		manuscript.Heading{Level: 1, ID: "inledning", Text: manuscript.Text("Inledning")},
		manuscript.Paragraph{Tone: manuscript.Lead, Text: manuscript.Text("Den här överenskommelsen beskriver hur parterna tillsammans ska stärka kompetensförsörjningen i länet. Den gäller i tre år och följs upp varje år.")},
		manuscript.Paragraph{Text: []manuscript.Span{{Text: longer}, {Text: " Uppdraget vilar på lag", Note: note}, {Text: " och på parternas egna beslut; läs mer under "},
			{Text: "Mål och inriktning", To: "mal"}, {Text: " eller på "}, {Text: "www.example.se/kompetens", URI: "https://www.example.se/kompetens?år=2025"}, {Text: "."}}},
		manuscript.Heading{Level: 2, ID: "bakgrund", Text: manuscript.Text("Bakgrund och syfte")},
		manuscript.Para(long + long),
		manuscript.Paragraph{Text: []manuscript.Span{{Text: "Tre saker är viktiga: "}, {Text: "gemensamma mål", Bold: true}, {Text: ", "}, {Text: "tydligt ansvar", Italic: true},
			{Text: " och "}, {Text: "öppna data", Bold: true, Italic: true}, {Text: ". Filen "}, {Text: "samsyn.yaml", Code: true},
			{Text: " håller ihop dem. Orden \"skills\" och "}, {Text: "upskilling", Lang: "en"}, {Text: " undviks."}}},
		manuscript.List{Items: []manuscript.Item{
			{Blocks: []manuscript.Block{manuscript.Para("Fler ska ha en gymnasieexamen eller motsvarande.")}},
			{Blocks: []manuscript.Block{manuscript.Para("Utbildningsutbudet ska bättre svara mot arbetslivets behov, både på kort och på lång sikt, i hela länet."),
				manuscript.List{Ordered: true, Items: []manuscript.Item{{Blocks: []manuscript.Block{manuscript.Para("Yrkesutbildning för vuxna.")}}, {Blocks: []manuscript.Block{manuscript.Para("Yrkeshögskola och branschutbildningar.")}}}}}},
			{Blocks: []manuscript.Block{manuscript.Para("Fler ska kunna ställa om mitt i arbetslivet.")}},
		}},
		manuscript.Quote{Blocks: []manuscript.Block{manuscript.Para("Samverkan är inget självändamål. Den är till för dem som söker ett arbete och för dem som söker någon att anställa."), manuscript.Para("Så sade en av deltagarna i dialogen.")}},
		manuscript.Heading{Level: 3, ID: "begrepp", Text: manuscript.Text("Begrepp")},
		manuscript.Facts{Items: []manuscript.Fact{
			{Label: "Part", Value: []manuscript.Block{manuscript.Para("En organisation som har ställt sig bakom överenskommelsen.")}},
			{Label: "Samverkansområde", Value: []manuscript.Block{manuscript.Para("Ett avgränsat område inom vilket två eller flera parter gör något tillsammans. Varje område har en ansvarig grupp och följs upp för sig.")}},
			{Label: "Period", Value: []manuscript.Block{manuscript.Para("1 januari 2025–31 december 2027")}},
		}},
		manuscript.Code{Text: "title: Överenskommelse\nperiod:\n  from: 2025\n  to: 2027"},
		manuscript.Heading{Level: 1, ID: "mal", NewPage: true, Text: manuscript.Text("Mål och inriktning")},
		manuscript.Paragraph{Text: []manuscript.Span{{Text: longer}, {Text: " Utvecklingen syns i tabellen", Note: second}, {Text: " och i figuren nedan."}}},
		valuesTable(),
		manuscript.Drawing{ID: "figur", Figure: chart(), Caption: manuscript.Text("Figur 1. Andel med eftergymnasial utbildning, procent.")},
		manuscript.Heading{Level: 2, Text: manuscript.Text("Ett delmål som har ett riktigt långt namn för att rubriken ska behöva mer än en rad på sidan")},
		manuscript.Para(longer),
		manuscript.Heading{Level: 4, Text: manuscript.Text("En rubrik på fjärde nivån")},
		manuscript.Para(long),
	}
	for i := range 6 {
		blocks = append(blocks, manuscript.Heading{Level: 2, ID: fmt.Sprintf("omrade-%d", i+1), Text: manuscript.Text(fmt.Sprintf("Insatsområde %d", i+1))},
			manuscript.Para(longer), manuscript.Para(long), manuscript.Paragraph{Tone: manuscript.Small, Text: manuscript.Text("Ansvarig: den regionala samverkansgruppen för kompetensförsörjning.")})
	}
	return blocks
}

func valuesTable() manuscript.Table {
	t := manuscript.Table{
		ID: "tabell", Caption: manuscript.Text("Tabell 1. Sysselsättning i länet, 20–64 år"), Summary: "Antal och andel sysselsatta per år och kön",
		Columns: []manuscript.Column{{Header: true}, {Align: manuscript.Right}, {Align: manuscript.Right}, {Align: manuscript.Right}, {Align: manuscript.Right}},
		Header:  []manuscript.Cell{manuscript.TextCell("Kommun"), manuscript.TextCell("2022"), manuscript.TextCell("2023"), manuscript.TextCell("2024"), manuscript.TextCell("Förändring")},
	}
	for i, name := range []string{"Alvesta", "Lessebo", "Ljungby", "Markaryd", "Tingsryd", "Uppvidinge", "Växjö", "Älmhult"} {
		t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell(name), manuscript.TextCell(fmt.Sprintf("%d\u00A0%03d", 7+i, 111*(i%9))),
			manuscript.TextCell(fmt.Sprintf("%d\u00A0%03d", 7+i, 100*(i%9)+17)), manuscript.TextCell(fmt.Sprintf("%d\u00A0%03d", 8+i, 5*i)), manuscript.TextCell(fmt.Sprintf("+%d,%d\u00A0%%", i%4, i))}})
	}
	t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell("Hela länet"), manuscript.TextCell("84\u00A0112"), manuscript.TextCell("85\u00A0310"), manuscript.TextCell("86\u00A0004"), manuscript.TextCell("+1,6\u00A0%")}})
	return t
}

func chart() figure.Figure {
	f := figure.Figure{Width: 420, Height: 150, Title: "Andel med eftergymnasial utbildning", Desc: "Andelen ökar från 36 till 41 procent mellan 2020 och 2024; kvinnor ligger över män."}
	for i := range 5 {
		y := 20 + float64(i)*25
		f.Shapes = append(f.Shapes, figure.Line{X1: 40, Y1: y, X2: 400, Y2: y, Stroke: figure.Rule, Width: 0.4},
			figure.Text{X: 34, Y: y + 3, Size: 8, Anchor: figure.End, Role: figure.Muted, String: fmt.Sprint(50 - 10*i)})
	}
	var women, men []figure.Point
	for i := range 5 {
		x := 60 + float64(i)*80
		women = append(women, figure.Point{X: x, Y: 60 - 4*float64(i)})
		men = append(men, figure.Point{X: x, Y: 85 - 3*float64(i)})
		f.Shapes = append(f.Shapes, figure.Text{X: x, Y: 135, Size: 8, Anchor: figure.Middle, Role: figure.Muted, String: fmt.Sprint(2020 + i)})
	}
	f.Shapes = append(f.Shapes, figure.Polyline{Points: women, Stroke: figure.Women, Width: 2}, figure.Polyline{Points: men, Stroke: figure.Men, Width: 2, Dash: true},
		figure.Circle{X: 380, Y: 44, R: 3, Fill: figure.Women}, figure.Rect{X: 300, Y: 2, W: 100, H: 16, R: 4, Fill: figure.Surface, Stroke: figure.Rule},
		figure.Text{X: 350, Y: 13, Size: 8, Anchor: figure.Middle, Bold: true, Role: figure.Women, String: "Kvinnor"},
		figure.Line{X1: 350, Y1: 20, X2: 375, Y2: 38, Stroke: figure.Muted, ArrowEnd: true},
		figure.Polygon{Points: []figure.Point{{X: 60, Y: 110}, {X: 66, Y: 120}, {X: 54, Y: 120}}, Fill: figure.Accent})
	return f
}

func planBlocks() []manuscript.Block {
	t := manuscript.Table{
		Caption: manuscript.Text("Handlingsplan 2025"), Summary: "Samverkansområden med insatser, ansvar och uppföljning",
		Columns: []manuscript.Column{{Share: 0.24, Header: true}, {Share: 0.32}, {Share: 0.19}, {Share: 0.25}},
		Header:  []manuscript.Cell{manuscript.TextCell("Samverkansområde"), manuscript.TextCell("Insatser och aktiviteter"), manuscript.TextCell("Aktörer"), manuscript.TextCell("Uppföljning och indikatorer")},
	}
	for i := range 7 {
		t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{
			manuscript.TextCell("Strategisk kompetensförsörjning inom hälso- och sjukvården samt omsorgen"),
			{Blocks: []manuscript.Block{manuscript.Para(longer[:220] + "."), manuscript.List{Items: []manuscript.Item{{Blocks: []manuscript.Block{manuscript.Para("Kartläggning av utbildningsbehoven i samarbete med arbetsgivarna.")}}, {Blocks: []manuscript.Block{manuscript.Para("Valideringsmodeller.")}}}}}},
			{Blocks: []manuscript.Block{manuscript.Para("Region Exempel"), manuscript.Para("Arbetsförmedlingen, Försäkringskassan och länets kommuner")}},
			manuscript.TextCell(fmt.Sprintf("Antal deltagare per år; andel i arbete eller studier efter 90 dagar. Redovisas i december %d.", 2025+i%3)),
		}})
	}
	return []manuscript.Block{
		manuscript.Heading{Level: 1, ID: "plan", Text: manuscript.Text("Handlingsplan 2025")},
		manuscript.Para("Tabellen visar vad parterna gör under året, vem som svarar för det och hur det följs upp."),
		t,
	}
}

func signatureBlocks() []manuscript.Block {
	t := manuscript.Table{Summary: "En rad för varje part med plats för underskrift",
		Columns: []manuscript.Column{{Share: 0.45, Header: true}, {Share: 0.55}},
		Header:  []manuscript.Cell{manuscript.TextCell("Part"), manuscript.TextCell("Underskrift")}}
	for i, name := range []string{"Region Exempel", "Växjö kommun", "Länsstyrelsen"} {
		t.Rows = append(t.Rows, manuscript.Row{Cells: []manuscript.Cell{
			{Blocks: []manuscript.Block{manuscript.Para(name), manuscript.Paragraph{Tone: manuscript.Small, Text: manuscript.Text("Ordförande")}}},
			{Blocks: []manuscript.Block{manuscript.SignatureField{Name: fmt.Sprintf("part-%d", i+1), Label: "Underskrift för " + name}}},
		}})
	}
	return []manuscript.Block{manuscript.Heading{Level: 1, ID: "underskrifter", Text: manuscript.Text("Underskrifter")}, manuscript.Para("Parterna ställer sig bakom överenskommelsen genom sina underskrifter."), t,
		manuscript.Heading{Level: 2, Text: manuscript.Text("Tecken")}, manuscript.Para("Åsele, Åre, Őr · Sámi: Čáhci, ŋ, ŧ, đ, ǥ, ǩ · українська: Київ, їжак, ґанок · ✓ ☐ → ≥ ½ € – —"),
		manuscript.Heading{Level: 2, Text: manuscript.Text("Bilder")},
		manuscript.Picture{Picture: painted(true), Alt: "En röd yta", Caption: manuscript.Text("Bild 1. Rött.")},
		manuscript.Picture{Picture: painted(false), Alt: "En grå yta", URI: "https://www.example.se/bild"},
		manuscript.Picture{Picture: painted(false)},
	}
}

// painted is a picture of one colour: red as a photograph has it, or grey.
func painted(photo bool) *picture.Picture {
	m := image.NewRGBA(image.Rect(0, 0, 80, 40))
	encode := png.Encode
	c := color.RGBA{90, 90, 90, 255}
	if photo {
		c.R = 200
		encode = func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }
	}
	draw.Draw(m, m.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	var file bytes.Buffer
	if err := encode(&file, m); err != nil {
		panic(err)
	}
	p, err := picture.Read(file.Bytes())
	if err != nil {
		panic(err)
	}
	return p
}
