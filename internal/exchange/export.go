package exchange

import (
	"strings"

	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/text"
)

// Book makes the workbook of a content: of one plan, or ("") of all. commit is the one that
// the content is; "" where there is none.
func Book(s sheets.Source, commit, plan string) (*grid.Book, error) {
	of := sheets.Of(s, plan)
	list, err := of.Sheets()
	if err != nil {
		return nil, err
	}
	b := &grid.Book{Language: of.Language(), Commit: commit, Plan: plan, Sheets: list}
	if s.Content.Agreement != nil {
		b.Title = s.Content.Agreement.Title.V
	}
	for _, p := range s.Content.Plans {
		if p.ID.V == plan {
			b.Title = p.Title.V
		}
	}
	guide(b, s)
	return b, nil
}

// guide fills in the sheet that explains.
func guide(b *grid.Book, s sheets.Source) {
	words := text.WordsOf(s.Content)
	say := func(sv, en string) string {
		if b.Language == "en" {
			return words.Expand(en, "en")
		}
		return words.Expand(sv, "sv")
	}
	line := func(head, text string) { b.Guide = append(b.Guide, grid.Line{Head: head, Text: text}) }
	b.GuideTab = say("Läs detta", "Read this")
	line(say("Vad är det här?", "What is this?"), say("En arbetsbok att ha framme på ett möte. Den är hämtad ur innehållet som webbplatsen byggs av. Det som ändras här kommer tillbaka dit när någon läser in filen.", "A workbook for a meeting. It comes from the content that the website is built of. What is changed here gets back there when somebody reads the file in."))
	if b.Commit != "" {
		line(say("Version", "Version"), b.Commit[:min(12, len(b.Commit))])
	}
	line(say("Så ändrar du", "How to change something"), say("Skriv i cellen. Alla celler är text, så inget räknas om. Skriv datum som 2026-06-01, 2026-06 eller 2026 och tal med eller utan decimalkomma. Där det finns en lista, välj i den.", "Write in the cell. All cells are text, so nothing is recalculated. Write dates as 2026-06-01, 2026-06 or 2026. Where there is a list, choose from it."))
	line(say("Flera i samma cell", "Several in one cell"), say("Skriv en på varje rad (Alt+Enter ger ny rad), eller sätt semikolon emellan.", "Write one on each line (Alt+Enter gives a new line), or put semicolons between them."))
	line(say("Så lägger du till", "How to add something"), say("Skriv på en tom rad längst ned. För {initiatives} krävs titel, {cooperation_area} och ansvarig. En rad i de andra bladen behöver säga vad den hör till.", "Write in an empty row at the bottom. {Initiatives} need a title, a {cooperation_area} and somebody responsible. A row in the other sheets needs to say what it belongs to."))
	line(say("Så tar du bort", "How to remove something"), say("En rad som tas bort här tas inte bort ur innehållet. Vid inläsningen står det hur du gör.", "A row that is removed here is not removed from the content. When the file is read in, you are told how to do it."))
	line(say("Sortera och filtrera", "Sorting and filtering"), say("Det går bra. Kolumner får flyttas, döljas och byta rubrik. Låt den dolda första kolumnen och den dolda första raden vara: de håller reda på vad som är vad.", "You may. Columns may be moved, hidden and given other headings. Leave the hidden first column and the hidden first row alone: they keep track of what is what."))
	line(say("Så kommer ändringarna hem", "How the changes get home"), say("Spara som Excel-arbetsbok (.xlsx). Läs in den i redigeraren (samsyn edit) under Lägg till: där syns vad som ändras innan något sparas. Eller kör samsyn import med filens namn och --dry-run för att se vad som ändras, och sedan utan --dry-run.", "Save as an Excel workbook (.xlsx). Read it in in the editor (samsyn edit) under Add: what changes is shown there before anything is saved. Or run samsyn import with the file's name and --dry-run to see what changes, and then without --dry-run."))
	line("", "")
	for _, s := range b.Sheets {
		line(s.Title, "")
		for _, c := range s.Columns {
			if help := helpOf(c, say); help != "" {
				line("  "+c.Heading, help)
			}
		}
	}
}

// helpOf says what stands in a column: the first sentence of what editors of files are told
// (the rest is about files), and how to fill it in.
func helpOf(c grid.Column, say func(sv, en string) string) string {
	help, _, _ := strings.Cut(strings.Join(strings.Fields(c.Help), " "), ". ")
	help = strings.NewReplacer("Sant (true)", "Ja", ", inom citattecken", "", " med decimalpunkt", "").Replace(help)
	if help = strings.TrimSuffix(help, "."); help != "" {
		help += "."
	}
	how := ""
	switch c.Kind {
	case grid.Choice, grid.YesNo:
		how = say("Välj i listan.", "Choose from the list.")
	case grid.Open:
		how = say("Välj i listan, eller skriv ett namn.", "Choose from the list, or write a name.")
	case grid.Many:
		how = say("Namnen i listan, ett på varje rad.", "The names in the list, one on each line.")
	case grid.ManyOpen:
		how = say("Namnen i listan eller andra namn, ett på varje rad.", "The names in the list or other names, one on each line.")
	case grid.Dates:
		how = say("Ett datum på varje rad.", "One date on each line.")
	}
	return strings.TrimSpace(help + " " + how)
}
