package outfit

import (
	"fmt"
	"strings"
)

// What the file README.md says of how to begin.
const (
	beginWithExample = "Allt innehåll är exempel från början. Granskningen kan inte skilja det från ert eget, och överenskommelsen visas på webbplatsen redan som utkast, så byt ut allt innan ni publicerar. [Handboken](handbok.md#börja-med-en-egen-överenskommelse) säger i vilken ordning ni byter ut det, och vilka beteckningar som står i flera filer."
	beginWithOwn     = "Parterna, områdena och deras beteckningar är era från början. Där det står ”Skriv här” fattas er text, och granskningen säger var. Resten är utkast: läs igenom fil för fil. [Handboken](handbok.md#börja-med-en-egen-överenskommelse) säger i vilken ordning."
)

// What it says of the checks: in the first paragraph of whose, in the last of their files.
const (
	checkedBy = "Varje förslag granskas automatiskt på %s. Varifrån granskningen hämtar programmet står i `.samsyn/tool.env`; det ändras med `samsyn doctor --renew --tool-from ADRESS`. Den behöver inga lösenord eller nycklar, om inte programmet ligger så att bara några får hämta det."
	checkedSo = "I förslag från det egna git-arkivet skrivs också en kommentar som i ord säger vad som ändras, med en länk till webbplatsen och PDF-filerna så som de blir. Den skrivs om när förslaget ändras." +
		"\n\n" + "När ett förslag har förts in publiceras webbplatsen, och sedan på nytt varje natt. Varje måndag skrivs påminnelser till dem som har något att redovisa. En antagen version, märkt med `samsyn release antagen-ÅR`, läggs ut med sina PDF-filer. Vad ni slår på för det, och vilka nycklar som behövs, står överst i filerna."
	checkedByMany = "Ta bort det ni inte använder av `.github`, `.gitlab-ci.yml`, `.gitlab` och `.forgejo`."
	checkedByOne  = "Byter ni git-server: kör `samsyn doctor --renew --forge NAMN`, som skriver filerna för den nya. Ta sedan bort %s."
	checkedByNone = "Ingen git-server granskar förslagen. Granska på den egna datorn med `samsyn validate`, eller låt git göra det innan en ändring sparas (`.samsyn/hooks/pre-commit`, se nedan). Webbplatsen byggs med `samsyn build --versions`, till exempel varje natt på en dator hos er. Ska en git-server göra det skriver `samsyn doctor --renew --forge NAMN` filerna för den."
)

// checked tells how the content is checked on a forge, "" being all of Forges.
func checked(forge string) string {
	if forge == ForgeNone {
		return checkedByNone
	}
	name, last := "GitHub, GitLab, Forgejo och Gitea", checkedByMany
	switch forge {
	case "github":
		name, last = "GitHub", fmt.Sprintf(checkedByOne, "`.github`")
	case "gitlab":
		name, last = "GitLab", fmt.Sprintf(checkedByOne, "`.gitlab` och `.gitlab-ci.yml`")
	case "forgejo":
		name, last = "Forgejo", fmt.Sprintf(checkedByOne, "`.forgejo`")
	case "gitea":
		name, last = "Gitea", fmt.Sprintf(checkedByOne, "`.gitea`")
	}
	return strings.Join([]string{fmt.Sprintf(checkedBy, name), checkedSo, last}, "\n\n")
}
