package doctor

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"time"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/trust"
)

// soon is how long before its end a certificate is told of: it takes weeks to get another.
const soon = 60 * 24 * time.Hour

// keys looks at the key that seals, at its file, and at the certificates that the content
// trusts.
func (e *examination) keys() {
	e.keyFiles()
	switch {
	case e.KeyError != nil:
		e.note(Keys, Bad, because("Nyckeln som miljövariablerna anger går inte att använda", "The key that the environment names cannot be used", e.KeyError), diag.Say("Se docs/deployment.md om nycklar, och pröva med samsyn build.", "See docs/deployment.md on keys, and try samsyn build."))
	case e.Key == nil:
		e.note(Keys, Think, diag.Say("Ingen egen nyckel är angiven här, så PDF:erna förseglas med en provnyckel, som inget bevisar.", "No key of your own is given here, so the PDFs are sealed with a test key, which proves nothing."), diag.Say("Ange ert certifikat med SAMSYN_P12 (lösenordet i SAMSYN_P12_PASSWORD) där webbplatsen byggs.", "Give your certificate with SAMSYN_P12 (its password in SAMSYN_P12_PASSWORD) where the site is built."))
	default:
		e.certificate(e.Key)
	}
	e.trusted()
}

func (e *examination) certificate(key *keys.Credential) {
	leaf := key.Chain[0]
	ends := leaf.NotAfter.Format(time.DateOnly)
	err := key.Usable(e.Now)
	switch {
	case errors.Is(err, keys.ErrExpired):
		e.note(Keys, Bad, diag.Say("Certifikatet för %s gick ut %s.", "The certificate for %s ended %s.", leaf.Subject.CommonName, ends), diag.Say("Skaffa ett nytt.", "Get a new one."))
	case err != nil:
		e.note(Keys, Bad, because("Certifikatet går inte att försegla med", "The certificate cannot be sealed with", err), diag.Say("Skaffa ett som får användas till underskrifter.", "Get one that may be used for signatures."))
	case keys.IsTest(leaf):
		e.note(Keys, Think, diag.Say("Nyckeln är en provnyckel, som inget bevisar.", "The key is a test key, which proves nothing."), diag.Say("Ange ert eget certifikat.", "Give your own certificate."))
	case leaf.NotAfter.Sub(e.Now) < soon:
		e.note(Keys, Think, diag.Say("Certifikatet för %s går ut %s.", "The certificate for %s ends %s.", leaf.Subject.CommonName, ends), diag.Say("Beställ ett nytt i tid. Det som redan är förseglat gäller.", "Order a new one in time. What is sealed already holds."))
	default:
		e.note(Keys, Fine, diag.Say("Nyckeln är %s och gäller till %s.", "The key is that of %s and is good until %s.", leaf.Subject.CommonName, ends), diag.Text{})
	}
}

// keyFiles holds that nobody else on the machine can read a key.
func (e *examination) keyFiles() {
	if runtime.GOOS == "windows" {
		return // what others may read is not told by a mode there
	}
	for _, name := range e.KeyFiles {
		if info, err := os.Stat(name); err == nil && info.Mode().Perm()&0o077 != 0 {
			e.note(Keys, Bad, diag.Say("Andra på datorn kan läsa nyckeln i %s.", "Others on this computer can read the key in %s.", name), diag.Say("Kör chmod 600 på filen. Har någon kunnat kopiera den, spärra certifikatet.", "Run chmod 600 on the file. If anybody could copy it, have the certificate revoked."))
		}
	}
}

// trusted looks at the certificates that parties' signatures are held against.
func (e *examination) trusted() {
	certificates, err := trust.Certificates(e.Project)
	if err != nil {
		e.note(Keys, Bad, because("Certifikaten som signing.trust anger går inte att läsa", "The certificates that signing.trust names cannot be read", err), diag.Say("samsyn validate säger mer.", "samsyn validate says more."))
		return
	}
	var ended []string
	for _, c := range certificates {
		if c.NotAfter.Before(e.Now) {
			ended = append(ended, c.Subject.CommonName+" ("+c.NotAfter.Format(time.DateOnly)+")")
		}
	}
	if len(ended) > 0 {
		e.note(Keys, Think, diag.Say("Certifikat som signing.trust anger har gått ut: %s. Nya underskrifter med dem gäller inte.", "Certificates that signing.trust names have ended: %s. New signatures with them do not hold.", strings.Join(ended, ", ")), diag.Say("Lägg till de nya. Låt de gamla ligga kvar för det som redan är undertecknat.", "Add the new ones. Leave the old ones for what is signed already."))
	}
}

// because tells what is wrong and why, the cause in each language.
func because(sv, en string, err error) diag.Text {
	return diag.Text{SV: sv + ": " + cause.Of(err, "sv") + ".", EN: en + ": " + cause.Of(err, "en") + "."}
}
