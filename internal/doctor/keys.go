package doctor

import (
	"crypto/x509"
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
		e.note(Keys, Bad, because("Nyckeln som miljövariablerna anger går inte att använda", "The key that the environment names cannot be used", e.KeyError), diag.Say("Pröva med samsyn build. Hur nycklar anges står i docs/deployment.md i programmets git-arkiv.", "Try samsyn build. How keys are given is told in docs/deployment.md of the program's git repository."))
	case e.Token != nil:
		e.token(*e.Token)
	case e.Key == nil:
		e.note(Keys, Think, diag.Say("Ingen egen nyckel är angiven här, så PDF-filerna förseglas med ett testcertifikat. Det bevisar inte vem utgivaren är.", "No key of your own is given here, so the PDFs are sealed with a test certificate. It does not prove who the publisher is."), diag.Say("Ange ert certifikat med SAMSYN_P12 (lösenordet i SAMSYN_P12_PASSWORD) där webbplatsen byggs.", "Give your certificate with SAMSYN_P12 (its password in SAMSYN_P12_PASSWORD) where the site is built."))
	default:
		e.certificate(e.Key.Chain[0], e.Key.Usable(e.Now))
	}
	e.trusted()
}

// certificate tells how a certificate that seals is; err is why it cannot.
func (e *examination) certificate(leaf *x509.Certificate, err error) {
	ends := e.day(leaf.NotAfter)
	switch {
	case errors.Is(err, keys.ErrExpired):
		e.note(Keys, Bad, diag.Say("Certifikatet för %s gick ut %s.", "The certificate for %s ended %s.", leaf.Subject.CommonName, ends), diag.Say("Skaffa ett nytt.", "Get a new one."))
	case err != nil:
		e.note(Keys, Bad, because("Certifikatet går inte att försegla med", "The certificate cannot be sealed with", err), diag.Say("Skaffa ett som får användas till underskrifter.", "Get one that may be used for signatures."))
	case keys.IsTest(leaf):
		e.note(Keys, Think, diag.Say("Certifikatet är ett testcertifikat. Det bevisar inte vem utgivaren är.", "The certificate is a test certificate. It does not prove who the publisher is."), diag.Say("Ange ert eget certifikat.", "Give your own certificate."))
	case leaf.NotAfter.Sub(e.Now) < soon:
		e.note(Keys, Think, diag.Say("Certifikatet för %s går ut %s.", "The certificate for %s ends %s.", leaf.Subject.CommonName, ends), diag.Say("Beställ ett nytt i tid. Det som redan är förseglat gäller.", "Order a new one in time. What is sealed already holds."))
	default:
		e.note(Keys, Fine, diag.Say("Nyckeln är %s och gäller till %s.", "The key is that of %s and is good until %s.", leaf.Subject.CommonName, leaf.NotAfter.Format(time.DateOnly)), diag.Text{})
	}
}

// day is a day with how far off it is.
func (e *examination) day(t time.Time) diag.Text {
	date := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	on, off := t.Format(time.DateOnly), int(date(t.UTC()).Sub(date(e.Now.UTC()))/(24*time.Hour))
	switch {
	case off == 0:
		return diag.Say("%s, i dag", "%s, today", on)
	case off == 1:
		return diag.Say("%s, i morgon", "%s, tomorrow", on)
	case off == -1:
		return diag.Say("%s, i går", "%s, yesterday", on)
	case off < 0:
		return diag.Say("%s, för %d dagar sedan", "%s, %d days ago", on, -off)
	}
	return diag.Say("%s, om %d dagar", "%s, in %d days", on, off)
}

// token tells what could be seen of a key in a card or a security module.
func (e *examination) token(seen keys.Sight) {
	switch seen.Shut {
	case keys.NoPIN:
		e.note(Keys, Think, diag.Say("Ingen PIN-kod är angiven till %s, så den privata nyckeln syns inte. Resten är det som syns utan.", "No PIN is given for %s, so the private key cannot be seen. The rest is what can be seen without.", seen.Token),
			diag.Say("Sätt SAMSYN_PIN eller SAMSYN_PIN_FILE och kör samsyn doctor igen, så prövas nyckeln.", "Set SAMSYN_PIN or SAMSYN_PIN_FILE and run samsyn doctor again, and the key is tried."))
	case keys.Keypad:
		e.note(Keys, Think, diag.Say("PIN-koden till %s knappas in på en egen knappsats, så den privata nyckeln har inte prövats.", "The PIN for %s is typed on a keypad of its own, so the private key has not been tried.", seen.Token), diag.Say("Pröva den med samsyn build.", "Try it with samsyn build."))
	case keys.LastTry:
		e.note(Keys, Bad, diag.Say("Fel PIN-kod har angetts till %s, och vid nästa fel spärras den. Därför har PIN-koden inte prövats.", "Wrong PINs have been given for %s, and the next one locks it. So the PIN has not been tried.", seen.Token), diag.Say("Se efter att PIN-koden är den rätta innan ni försöker igen.", "Make sure that the PIN is the right one before you try again."))
	}
	if seen.Leaf == nil {
		e.note(Keys, Think, diag.Say("%s visar inget certifikat utan PIN-kod.", "%s shows no certificate without a PIN.", seen.Token), diag.Say("Ligger det i en fil, ange den med SAMSYN_CERT.", "If it lies in a file, name that in SAMSYN_CERT."))
		return
	}
	switch seen.Proof {
	case keys.BySignature:
		e.note(Keys, Fine, diag.Say("Nyckeln i %s hör ihop med certifikatet: en underskrift på prov stämmer.", "The key in %s belongs to the certificate: a signature made as a trial holds.", seen.Token), diag.Text{})
	case keys.ByPublic:
		e.note(Keys, Fine, diag.Say("Den publika nyckeln i %s är certifikatets.", "The public key in %s is the certificate's.", seen.Token), diag.Text{})
	default:
		e.note(Keys, Think, diag.Say("Det går inte att se om nyckeln i %s hör ihop med certifikatet.", "It cannot be seen whether the key in %s belongs to the certificate.", seen.Token), diag.Say("Pröva med samsyn build.", "Try it with samsyn build."))
	}
	e.certificate(seen.Leaf, keys.Fit(seen.Leaf, e.Now))
}

// keyFiles holds that nobody else on the machine can read a key or a PIN.
func (e *examination) keyFiles() {
	if runtime.GOOS == "windows" {
		return // what others may read is not told by a mode there
	}
	for _, name := range e.KeyFiles {
		if info, err := os.Stat(name); err == nil && info.Mode().Perm()&0o077 != 0 {
			e.note(Keys, Bad, diag.Say("Andra på datorn kan läsa hemligheten i %s.", "Others on this computer can read the secret in %s.", name), diag.Say("Kör chmod 600 på filen. Kan någon ha kopierat den: spärra certifikatet om det är nyckeln, byt PIN-kod om det är den.", "Run chmod 600 on the file. If anybody could copy it, have the certificate revoked if it is the key, and change the PIN if it is that."))
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
	var ended, ending []diag.Text
	for _, c := range certificates {
		ends := diag.Say("%s (%s)", "%s (%s)", c.Subject.CommonName, e.day(c.NotAfter))
		if c.NotAfter.Before(e.Now) {
			ended = append(ended, ends)
		} else if c.NotAfter.Sub(e.Now) < soon {
			ending = append(ending, ends)
		}
	}
	if len(ended) > 0 {
		e.note(Keys, Think, diag.Say("Certifikat som signing.trust anger har gått ut: %s. Nya underskrifter med dem gäller inte.", "Certificates that signing.trust names have ended: %s. New signatures with them do not hold.", diag.Join(ended, ", ", ", ")), diag.Say("Lägg till de nya. Låt de gamla ligga kvar för det som redan är undertecknat.", "Add the new ones. Leave the old ones for what is signed already."))
	}
	if len(ending) > 0 {
		e.note(Keys, Think, diag.Say("Certifikat som signing.trust anger går snart ut: %s.", "Certificates that signing.trust names end soon: %s.", diag.Join(ending, ", ", ", ")), diag.Say("Be dem som undertecknar med dem om nya i tid, och lägg dem bredvid de gamla.", "Ask those who sign with them for new ones in time, and put them beside the old ones."))
	}
}

// because tells what is wrong and why, the cause in each language, and what there was to
// choose among.
func because(sv, en string, err error) diag.Text {
	among := ""
	if choice := (*keys.Choice)(nil); errors.As(err, &choice) && len(choice.Among) > 0 {
		among = " (" + strings.Join(choice.Among, ", ") + ")"
	}
	return diag.Say(sv+": %s%s.", en+": %s%s.", diag.Text{SV: cause.Of(err, "sv"), EN: cause.Of(err, "en")}, among)
}
