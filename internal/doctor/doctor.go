// Package doctor looks after what a county's repository runs on, beside its content. In go
// the opened content, what the program knows of itself and what the environment says of
// keys; out comes what is well, what to think of and what has to be mended, each with what
// to do about it. It changes nothing and asks nobody outside the machine.
package doctor

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/fonts"
	"samsyn/internal/history"
	"samsyn/internal/keys"
	"samsyn/internal/obtain"
	"samsyn/internal/outfit"
	"samsyn/internal/project"
)

// Grade is how something is.
type Grade string

// Grades, from the best to the worst. Only Bad is a finding.
const (
	Fine  Grade = "ok"
	Think Grade = "warning" // it works, but somebody should know
	Bad   Grade = "error"   // it has to be mended
)

// Area is what a note is about.
type Area string

// The areas, in the order in which they are looked at.
const (
	Settings Area = "settings"
	Program  Area = "program"
	Fonts    Area = "fonts"
	Git      Area = "git"
	Keys     Area = "keys"
	Clock    Area = "clock"
	Checks   Area = "checks"
	Editor   Area = "editor"
)

// Areas are all areas in their order.
var Areas = []Area{Settings, Program, Fonts, Git, Keys, Clock, Checks, Editor}

// Note is one thing that was looked at: how it is, and what to do about it, if anything.
type Note struct {
	Area  Area
	Grade Grade
	Text  diag.Text
	Do    diag.Text
}

// Patient is what is looked at.
type Patient struct {
	Project *project.Project
	Dir     string       // the content's folder
	Kept    *outfit.Kept // what it has of what the program writes
	Version string       // the program's
	Now     time.Time
	Environ []string // of the programs that are called
	// Key is the key that the environment names for sealing, nil where it names none;
	// Token is what could be seen of it where it is in a card or a security module. KeyError
	// is why it cannot be used, KeyFiles the files with secrets.
	Key      *keys.Credential
	Token    *keys.Sight
	KeyError error
	KeyFiles []string
	// OnPath tells whether an editor would find the program by its name.
	OnPath bool
}

// examination is one look at a patient.
type examination struct {
	Patient
	notes []Note
}

// Examine looks at everything.
func Examine(ctx context.Context, p Patient) ([]Note, error) {
	e := &examination{Patient: p}
	if err := e.settings(); err != nil {
		return nil, err
	}
	e.program()
	if err := e.git(ctx); err != nil {
		return nil, err
	}
	e.keys()
	e.checks()
	e.editor()
	slices.SortStableFunc(e.notes, func(a, b Note) int { return slices.Index(Areas, a.Area) - slices.Index(Areas, b.Area) })
	return e.notes, nil
}

func (e *examination) note(a Area, g Grade, text, do diag.Text) {
	e.notes = append(e.notes, Note{a, g, text, do})
}

// settings looks at samsyn.yaml, and at whether the content has errors at all.
func (e *examination) settings() error {
	r, err := e.Project.Inspect(project.DayOf(e.Now))
	if err != nil {
		return err
	}
	if n := r.Errors(); n > 0 {
		e.note(Settings, Bad, diag.Say("Innehållet har %d fel, så det går inte att bygga.", "The content has %d errors, so it cannot be built.", n),
			diag.Say("Kör samsyn validate. Den visar dem och säger vad som ska göras.", "Run samsyn validate. It shows them and says what to do."))
	}
	missing := 0
	for _, f := range r.Findings {
		if f.Rule == diag.MissingGlyph {
			missing++
		}
	}
	if missing > 0 {
		e.note(Fonts, Bad, diag.Say("Det finns tecken i texten som programmets typsnitt inte kan visa (%d ställen).", "The text has characters that the program's fonts cannot show (%d places).", missing),
			diag.Say("Kör samsyn validate och byt ut tecknen.", "Run samsyn validate and replace the characters."))
	} else if _, err := (fonts.Style{Family: fonts.Sans}).Face().Metrics(); err != nil {
		e.note(Fonts, Bad, diag.Say("Programmets typsnitt går inte att läsa: %v.", "The program's fonts cannot be read: %v.", err), diag.Say("Hämta programmet på nytt.", "Get the program anew."))
	} else {
		e.note(Fonts, Fine, diag.Say("Typsnitten ligger i programmet och kan visa all text. Inget behöver installeras.", "The fonts lie in the program and can show all text. Nothing has to be installed."), diag.Text{})
	}
	if c := r.Content.Config; c != nil && c.BaseURL.V != "" {
		e.address(c.BaseURL.V)
	}
	return nil
}

// madeUp are the ends of hosts' names that nobody can have (RFC 2606, RFC 6761).
var madeUp = []string{"example", "test", "invalid", "localhost", "example.com", "example.org", "example.net"}

func (e *examination) address(base string) {
	u, err := url.Parse(base)
	if err != nil {
		return // the content's rules tell of it
	}
	host := "." + strings.ToLower(u.Hostname())
	switch {
	case slices.ContainsFunc(madeUp, func(end string) bool { return strings.HasSuffix(host, "."+end) }):
		e.note(Settings, Bad, diag.Say("Webbplatsens adress, %s, är påhittad. Länkar i PDF-filer, kalendrar och flöden leder dit.", "The site's address, %s, is made up. Links in PDFs, calendars and feeds lead there.", base),
			diag.Say("Skriv den riktiga adressen i base_url i samsyn.yaml innan ni publicerar.", "Write the real address in base_url in samsyn.yaml before you publish."))
	case u.Scheme != "https":
		e.note(Settings, Think, diag.Say("Webbplatsens adress, %s, börjar inte med https.", "The site's address, %s, does not begin with https.", base), diag.Say("Byt den i base_url i samsyn.yaml.", "Change it in base_url in samsyn.yaml."))
	default:
		e.note(Settings, Fine, diag.Say("Webbplatsens adress är %s.", "The site's address is %s.", base), diag.Text{})
	}
}

// tell is what --tool-from is given by.
var tell = diag.Say("samsyn doctor --renew --tool-from ADRESS (samsyn doctor --help visar vad som går att ange).", "samsyn doctor --renew --tool-from ADDRESS (samsyn doctor --help shows what can be given).")

// program looks at which program this is, and which one the checks use.
func (e *examination) program() {
	released := len(e.Version) > 0 && e.Version[0] >= '0' && e.Version[0] <= '9' && strings.Contains(e.Version, ".")
	if len(e.Kept.Forges) == 0 || !e.Kept.Began() {
		e.note(Program, Fine, diag.Say("Det här är samsyn %s.", "This is samsyn %s.", e.Version), diag.Text{})
		return
	}
	data, err := e.read(obtain.EnvFile)
	if errors.Is(err, fs.ErrNotExist) {
		e.note(Program, Bad, diag.Say("Granskningen hos git-tjänsten vet inte varifrån den ska hämta programmet, så den stannar där.", "The checks of the forge do not know where to get the program, so they stop there."), tell)
		return
	}
	source, ok := obtain.Read(string(data))
	if err != nil || !ok {
		e.note(Program, Bad, diag.Say("Filen %s säger inte varifrån granskningen hämtar programmet.", "The file %s does not say where the checks get the program.", obtain.EnvFile), tell)
		return
	}
	if source.Kind == obtain.File && source.Holds(e.Dir) != nil {
		e.note(Program, Bad, diag.Say("Granskningen ska använda %s, men filen saknas eller har fel kontrollsumma.", "The checks are to use %s, but the file is missing or has another checksum.", source.At),
			diag.Say("Lägg dit utgåvan på nytt: samsyn doctor --renew --tool-from MAPP.", "Put the release there anew: samsyn doctor --renew --tool-from DIR."))
	}
	if source.Moves() {
		e.note(Program, Think, diag.Say("Granskningen bygger det som %s leder till i %s. Ett sådant namn kan flyttas till annan kod.", "The checks build what %s leads to in %s. Such a name can be moved to other code.", source.Pin, source.At),
			diag.Say("Ange hela commiten i stället: samsyn doctor --renew --tool-from %s --tool-version COMMIT.", "Give the whole commit instead: samsyn doctor --renew --tool-from %s --tool-version COMMIT.", source.At))
	}
	named := source.Names()
	switch {
	case named != "" && released && named != e.Version:
		e.note(Program, Think, diag.Say("Granskningen använder samsyn %s, men du kör %s. De kan säga olika saker.", "The checks use samsyn %s, but you run %s. They may say different things.", named, e.Version), diag.Say("Använd samma version: byt program här, eller kör samsyn doctor --renew --tool-from ADRESS.", "Use the same version: change the program here, or run samsyn doctor --renew --tool-from ADDRESS."))
	case named != "":
		e.note(Program, Fine, diag.Say("Granskningen använder samsyn %s; det här är %s.", "The checks use samsyn %s; this is %s.", named, e.Version), diag.Text{})
	default:
		e.note(Program, Fine, diag.Say("Granskningen hämtar samsyn från %s; det här är %s.", "The checks get samsyn from %s; this is %s.", source.At, e.Version), diag.Text{})
	}
}

// clockSlack is how much two computers' clocks may differ.
const clockSlack = 10 * time.Minute

// clock holds the clock against the newest commit, which somebody's clock has dated.
func (e *examination) clock(head history.Commit) {
	if ahead := head.CommitDate.Sub(e.Now); ahead > clockSlack {
		e.note(Clock, Bad, diag.Say("Klockan här visar %s, men den senaste versionen i git är från %s. En av klockorna går fel.", "The clock here says %s, but the newest commit is from %s. One of the clocks is wrong.", moment(e.Now), moment(head.CommitDate)),
			diag.Say("Ställ klockan, helst så att den ställs automatiskt över nätet. Vad som är försenat, och när något undertecknades, beror på den.", "Set the clock, if you can so that it is set over the network. What is overdue, and when something was signed, depends on it."))
		return
	}
	e.note(Clock, Fine, diag.Say("Klockan visar %s.", "The clock says %s.", moment(e.Now)), diag.Text{})
}

func moment(t time.Time) string { return t.Format("2006-01-02 15:04") }

// checks looks at the files that init wrote: those of an older version, those that
// somebody has edited, and those that are not what they should be.
func (e *examination) checks() {
	by := map[outfit.State][]string{}
	for _, p := range e.Kept.Parts {
		by[p.State] = append(by[p.State], p.Path)
	}
	if e.Kept.Own {
		e.note(Checks, Fine, diag.Say("Det här är programmets eget git-arkiv. Ett läns granskning finns i länets eget.", "This is the program's own git repository. A county's checks are in the county's own."), diag.Text{})
		return
	}
	if !e.Kept.Began() {
		e.note(Checks, Fine, diag.Say("Här finns inte de filer som samsyn init skriver bredvid innehållet. Vill ni ha dem: samsyn doctor --renew --forge GIT-SERVER.", "The files that samsyn init writes beside the content are not here. If you want them: samsyn doctor --renew --forge FORGE."), diag.Text{})
		return
	}
	well := true
	tell := func(state outfit.State, g Grade, said, do diag.Text) {
		if names := by[state]; len(names) > 0 {
			well = false
			e.note(Checks, g, diag.Say("%s: %s.", "%s: %s.", said, listing(names)), do)
		}
	}
	tell(outfit.Older, Think, diag.Say("De här filerna är av en äldre version, och ingen har ändrat dem", "These files are of an older version, and nobody has edited them"), diag.Say("samsyn doctor --renew förnyar dem.", "samsyn doctor --renew renews them."))
	tell(outfit.Missing, Think, diag.Say("De här filerna har kommit till sedan dess", "These files are new since then"), diag.Say("samsyn doctor --renew lägger till dem.", "samsyn doctor --renew adds them."))
	edited := diag.Say("De här filerna är ändrade här", "These files have been edited here")
	if !e.Kept.Recorded {
		edited = diag.Say("De här filerna är inte som den här versionen skriver dem, och det går inte att se om någon har ändrat dem", "These files are not as this version writes them, and it cannot be told whether anybody has edited them")
	}
	tell(outfit.Edited, Think, edited, diag.Say("samsyn doctor --renew visar vad som skiljer. samsyn doctor --renew FIL skriver om en fil ändå.", "samsyn doctor --renew shows the difference. samsyn doctor --renew FILE writes one anew all the same."))
	tell(outfit.Strange, Bad, diag.Say("Här ska det ligga vanliga filer, men det gör det inte (länkar, mappar eller alldeles för stora filer)", "There should be ordinary files here, but there are not (links, folders or far too large files)"),
		diag.Say("Ta bort dem och kör samsyn doctor --renew följt av filernas namn.", "Remove them and run samsyn doctor --renew followed by their names."))
	if well {
		e.note(Checks, Fine, diag.Say("Granskningens filer är som den här versionen skriver dem.", "The files of the checks are as this version writes them."), diag.Text{})
	}
}

// mostListed is how many names are listed one by one.
const mostListed = 8

// listing lists names, and of a long list the first ones and how many more there are.
func listing(names []string) diag.Text {
	if len(names) <= mostListed {
		return diag.Say("%s", "%s", strings.Join(names, ", "))
	}
	return diag.Say("%s och %d till", "%s and %d more", strings.Join(names[:mostListed], ", "), len(names)-mostListed)
}

// editor looks at what helps those who write in a text editor.
func (e *examination) editor() {
	if !e.Kept.Has(".vscode/settings.json") {
		return
	}
	if _, err := e.read(".vscode/settings.json"); err != nil {
		e.note(Editor, Fine, diag.Say("Inställningarna för Visual Studio Code finns inte här.", "The settings for Visual Studio Code are not here."), diag.Text{})
		return
	}
	if !e.OnPath {
		e.note(Editor, Think, diag.Say("En textredigerare hittar inte programmet samsyn, så den visar inga fel och föreslår inget.", "A text editor does not find the program samsyn, so it shows no mistakes and proposes nothing."),
			diag.Say("Lägg programmet i en mapp som står i PATH. Avsnittet ”I en textredigerare” i handboken säger mer.", "Put the program into a folder that is in PATH. The section “I en textredigerare” of the handbook says more."))
		return
	}
	e.note(Editor, Fine, diag.Say("Textredigerare hittar samsyn och innehållets scheman.", "Text editors find samsyn and the content's schemas."), diag.Text{})
}

// read reads a small file of the repository, hidden or not.
func (e *examination) read(name string) ([]byte, error) {
	return outfit.ReadSmall(e.Dir, path.Clean(name))
}
