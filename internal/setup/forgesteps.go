package setup

import (
	"fmt"

	"samsyn/internal/diag"
)

// left is what nobody but a person can do on each forge, step by step. What their menus
// are called is said in English, as they are.
var left = map[string][]diag.Text{
	"github": {
		diag.Say("Settings, Pages, Source: välj GitHub Actions.", "Settings, Pages, Source: GitHub Actions."),
		diag.Say("Settings, Actions, General, Workflow permissions: välj Read repository contents.", "Settings, Actions, General, Workflow permissions: Read repository contents."),
		diag.Say("Settings, Rules, Rulesets, New branch ruleset: sätt Enforcement till Active och Target till Default branch, och välj Require a pull request before merging och Require status checks to pass, med granska (den går att välja när den har körts en gång). Nu går ett förslag med fel inte att föra in.", "Settings, Rules, Rulesets, New branch ruleset: Enforcement Active, Target the default branch, Require a pull request before merging, and Require status checks to pass with granska (it can be chosen once it has run). Now a proposal with a mistake cannot be merged."),
		diag.Say("Settings, Rules, Rulesets, New tag ruleset: Enforcement Active, Target antagen-*, Restrict creations, Restrict updates och Restrict deletions, med undantag (Bypass list) för dem som får märka en antagen version. Annars kan alla som får skicka en märkning försegla i ert namn.", "Settings, Rules, Rulesets, New tag ruleset: Enforcement Active, Target antagen-*, Restrict creations, Restrict updates and Restrict deletions, with those who may tag an adopted version in the Bypass list. Otherwise everybody who may push a tag can seal in your name."),
		diag.Say("Ska PDF-filerna förseglas: Settings, Environments, New environment publicering, Deployment branches and tags: main och antagen-*. Lägg SAMSYN_P12_BASE64 (PKCS#12-filen i base64) och SAMSYN_P12_PASSWORD där.", "If the PDFs are to be sealed: Settings, Environments, New environment publicering, Deployment branches and tags: main and antagen-*. Put SAMSYN_P12_BASE64 (the PKCS#12 file in base64) and SAMSYN_P12_PASSWORD there."),
	},
	"gitlab": {
		diag.Say("Settings, Repository, Protected branches: låt ingen skicka direkt till main (Allowed to push and merge: No one; Allowed to merge: Maintainers).", "Settings, Repository, Protected branches: let nobody push to main (Allowed to push and merge: No one; Allowed to merge: Maintainers)."),
		diag.Say("Settings, Merge requests, Merge checks: slå på Pipelines must succeed. Nu går ett förslag med fel inte att föra in.", "Settings, Merge requests, Merge checks: switch on Pipelines must succeed. Now a proposal with a mistake cannot be merged."),
		diag.Say("Settings, Repository, Protected tags: skydda antagen-*.", "Settings, Repository, Protected tags: protect antagen-*."),
		diag.Say("Build, Pipeline schedules: skapa en tidtabell för main, varje natt (0 4 * * *). Den publicerar webbplatsen, och påminner på måndagar.", "Build, Pipeline schedules: make one for main, every night (0 4 * * *). It publishes the site, and reminds on Mondays."),
		diag.Say("Settings, Access tokens: skapa en nyckel med rollen Reporter och behörigheten api, och lägg den i variabeln SAMSYN_GITLAB_TOKEN (Settings, CI/CD, Variables, Masked). Utan den skrivs varken kommentarer eller påminnelser.", "Settings, Access tokens: make one with the role Reporter and the scope api, and put it into the variable SAMSYN_GITLAB_TOKEN (Settings, CI/CD, Variables, Masked). Without it neither comments nor reminders are written."),
		diag.Say("Ska PDF-filerna förseglas: lägg SAMSYN_P12_BASE64 (PKCS#12-filen i base64) och SAMSYN_P12_PASSWORD bland variablerna, som Masked och Protected.", "If the PDFs are to be sealed: put SAMSYN_P12_BASE64 (the PKCS#12 file in base64) and SAMSYN_P12_PASSWORD among the variables, Masked and Protected."),
	},
	"forgejo": runnerForges,
	"gitea":   runnerForges,
}

// runnerForges is what is left on Forgejo and Gitea, whose menus are the same.
var runnerForges = []diag.Text{
	diag.Say("Settings, Units (Advanced settings): slå på Actions. Servern behöver en körare (runner) med etiketten docker, vars avbild har git och curl.", "Settings, Units (Advanced settings): switch on Actions. The server needs a runner with the label docker, whose image has git and curl."),
	diag.Say("Settings, Branches, Add new rule: mönstret main, Push: Disable push, Enable status check, med mönstret Granska / granska*. Nu går ett förslag med fel inte att föra in.", "Settings, Branches, Add new rule: the pattern main, Push: Disable push, Enable status check, with the pattern Granska / granska*. Now a proposal with a mistake cannot be merged."),
	diag.Say("Settings, Tags, Protect tag: mönstret antagen-*, för dem som får märka en antagen version.", "Settings, Tags, Protect tag: the pattern antagen-*, for those who may tag an adopted version."),
	diag.Say("Webbplatsen ligger i grenen pages. Codebergs Pages visar den; en egen webbserver hämtar den, och förslagens förhandsvisningar, med .samsyn/fetch-site.sh.", "The site lies in the branch pages. Codeberg's Pages shows it; a web server of your own gets it, and the proposals' previews, with .samsyn/fetch-site.sh."),
	diag.Say("Visas förslagen på en webbserver: Settings, Actions, Variables, SAMSYN_PREVIEW_URL, till exempel https://forslag.lan.se/{nummer}/.", "If a web server shows the proposals: Settings, Actions, Variables, SAMSYN_PREVIEW_URL, such as https://forslag.lan.se/{nummer}/."),
	diag.Say("Ska PDF-filerna förseglas: Settings, Actions, Secrets, SAMSYN_P12_BASE64 (PKCS#12-filen i base64) och SAMSYN_P12_PASSWORD.", "If the PDFs are to be sealed: Settings, Actions, Secrets, SAMSYN_P12_BASE64 (the PKCS#12 file in base64) and SAMSYN_P12_PASSWORD."),
}

// tellForge says what a person has to do on the forge, once the repository is there.
// What comes first may be more that is left, whichever forge it is.
func (a *app) tellForge(forge string, first ...diag.Text) {
	steps := append(first, left[forge]...)
	if len(steps) == 0 {
		return
	}
	a.Say("När git-arkivet ligger på plats återstår detta för er att göra där:", "Once the repository is in its place, this is left for you to do there:")
	for n, step := range steps {
		fmt.Fprintf(a.Stderr, "  %d. %s\n", n+1, step.In(a.Lang))
	}
}
