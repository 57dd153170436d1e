package edition

import (
	"errors"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/sign"
	"samsyn/internal/tagged"
)

// producer begins what a PDF of ours says that it was made with.
const producer = "Samsyn "

// Rebuilt builds what a PDF says that it was made from, and tells whether the same bytes
// came out, with a sentence about it. open opens the content in a revision; what it has
// opened is its own to close.
func (m Maker) Rebuilt(pdf []byte, open func(rev string) (*project.Project, error)) (same bool, said diag.Text, err error) {
	base, err := sign.Base(pdf)
	if err != nil {
		return false, said, err
	}
	meta, err := tagged.Read(base)
	if err != nil {
		return false, said, err
	}
	out := func(sv, en string, args ...any) diag.Text { return diag.Say(sv, en, diag.Shown(args)...) }
	commit := strings.TrimSuffix(meta.Commit, "+")
	if commit == "" || commit != meta.Commit {
		return false, out("Filen byggdes inte av en sparad version, så den går inte att bygga om.", "The file was not built from a commit, so it cannot be rebuilt."), nil
	}
	if version := strings.TrimPrefix(meta.Producer, producer); version != m.Version {
		return false, out("Filen byggdes med samsyn %[1]s, men det här är %[2]s. Olika versioner kan ge olika filer, så de jämförs inte. Kör kontrollen med samma program som byggde filen (go run ger alltid versionen devel), eller bygg filen på nytt med det här.",
			"The file was built with samsyn %[1]s, but this is %[2]s. Different versions may give different files, so they are not compared. Verify with the program that built the file (go run always gives the version devel), or build the file anew with this one.", version, m.Version), nil
	}
	p, err := open(commit)
	if errors.Is(err, history.ErrUnknownRevision) || errors.Is(err, history.ErrNoGit) || errors.Is(err, history.ErrNoCommits) {
		return false, out("Filen säger att den byggdes av version %[1]s, men den finns inte här. Hämta den med git fetch --tags, eller kör kommandot i en klon av det git-arkiv som filen kommer från.",
			"The file says that it was built from commit %[1]s, which is not here. Get it with git fetch --tags, or run the command in a clone of the git repository that the file comes from.", commit), nil
	}
	if err != nil {
		return false, said, err
	}
	day, _ := model.ParseDate(meta.Today)
	content, err := p.Content()
	if err != nil {
		return false, said, err
	}
	since, err := p.Since(meta.Since)
	if err != nil {
		return false, said, err
	}
	same, err = publish.Rebuilds(p.Tree, content, base, publish.Options{
		Today: day, Created: meta.Created, Commit: commit, Version: m.Version, Since: since,
	})
	if err != nil {
		return false, said, err
	}
	if same {
		return true, out("Ombyggd: version %[1]s ger samma fil, byte för byte.", "Rebuilt: commit %[1]s gives the same file, byte for byte.", commit), nil
	}
	return false, out("DEN OMBYGGDA FILEN SKILJER SIG: version %[1]s ger inte den här filen.", "THE REBUILT FILE DIFFERS: commit %[1]s does not give this file.", commit), nil
}
