package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"samsyn/internal/cause"
	"samsyn/internal/cms"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/sign"
	"samsyn/internal/view"
)

// stampTimeout is how long a time-stamp service may take.
const stampTimeout = 30 * time.Second

func (a *app) sign(args []string) error {
	fs := a.Flags("sign")
	party := fs.String("as", "", console.Both("parten som undertecknar (beteckningen)", "the party that signs (its identifier)"))
	key := a.KeyFlags(fs)
	out := fs.String("out", "", console.Both("filen som ska skrivas (annars i innehållets mapp signed/)", "the file to write (default: in the folder signed/ of the content)"))
	yes := fs.Bool("yes", false, console.Both("underteckna även med ett certifikat som verkar vara en annan parts", "sign also with a certificate that seems to be another party's"))
	tsa := fs.String("tsa", a.Getenv("SAMSYN_TSA"), console.Both("adressen till en tidsstämpeltjänst (RFC 3161)", "the address of a time-stamp service (RFC 3161)"))
	fs.Lookup("tsa").DefValue = "" // it may hold a password
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if len(rest) == 0 || *party == "" || !key.Given() {
		return a.Refuse("samsyn: ange filen, parten och nyckeln: samsyn sign FIL.pdf --as PART --p12 FIL.",
			"samsyn: name the file, the party and the key: samsyn sign FILE.pdf --as PARTY --p12 FILE.")
	}
	credential, err := a.Key(key)
	if err != nil {
		return a.signingFailed(err, asWas)
	}
	file := a.InDir(rest[0])
	pdf, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	to, err := a.signedPlace(file, *out, pdf)
	if err != nil {
		return err
	}
	if !*yes {
		if err := a.askWhose(pdf, *party, credential.Chain[0]); err != nil {
			return err
		}
	}
	opt := sign.Options{Field: view.PartyField(*party), Credential: credential, Time: a.Now(),
		Mark: &sign.Mark{Drawing: signedMark, Lines: []string{diag.Visible(credential.Chain[0].Subject.CommonName), a.Now().Format(time.DateOnly)}}}
	if *tsa != "" {
		ctx, cancel := context.WithTimeout(a.Context(), stampTimeout)
		defer cancel()
		opt.Timestamp = cms.HTTPTimestamp(ctx, *tsa)
	}
	signed, err := sign.Sign(pdf, opt)
	if errors.Is(err, sign.ErrNoField) {
		return a.noField(pdf, *party)
	}
	if err != nil {
		return a.signingFailed(err, asWas)
	}
	if err := to.Write(signed); err != nil {
		return err
	}
	a.Say("%[1]s är nu undertecknad för %[2]s av %[3]s.", "%[1]s is now signed for %[2]s by %[3]s.", to.Path(), *party, credential.Chain[0].Subject.CommonName)
	if to.Kept {
		a.Say("Spara filen i git, så publicerar samsyn build den som den är.", "Commit the file, and samsyn build publishes it as it is.")
	}
	return nil
}

// signedMark is drawn in a field that has been signed: a tick.
var signedMark = []byte("q 0.05 0.35 0.25 RG 2.5 w 1 J 1 j 14 20 m 21 12 l 36 32 l S Q\n")

// noField says which parties the file has fields for.
func (a *app) noField(pdf []byte, party string) error {
	fields, err := sign.Fields(pdf)
	if err != nil {
		return a.signingFailed(err, asWas)
	}
	var parties []string
	for _, f := range fields {
		if id, is := view.PartyOfField(f.Name); is {
			parties = append(parties, diag.Visible(id))
		}
	}
	if parties == nil {
		return a.Refuse("samsyn: filen har inga fält för parters underskrifter, så den går inte att underteckna. Filen är orörd.", "samsyn: the file has no fields for the signatures of parties, so it cannot be signed. The file is untouched.")
	}
	a.Say("samsyn: filen har inget fält för parten %[1]s. Fälten är:", "samsyn: the file has no field for the party %[1]s. The fields are:", party)
	for _, id := range parties {
		fmt.Fprintln(a.Stderr, "  "+id)
	}
	return console.ErrTold
}

// asWas ends what is told of a PDF that could not be signed.
var asWas = diag.Say("Filen är orörd.", "The file is untouched.")

// signingFailed tells why something could not be signed, and behind it what has been left
// as it was.
func (a *app) signingFailed(err error, untouched diag.Text) error {
	if errors.Is(err, keys.ErrPassword) && a.Getenv("SAMSYN_P12_PASSWORD") == "" {
		return a.Refuse("samsyn: filen med nyckeln har ett lösenord. Sätt variabeln SAMSYN_P12_PASSWORD till det. %[1]s", "samsyn: the file with the key has a password. Set the variable SAMSYN_P12_PASSWORD to it. %[1]s", untouched.In(a.Lang))
	}
	if errors.Is(err, keys.ErrToken) { // its own words are all there is to go by
		return a.Refuse("samsyn: kortet går inte att använda (%[1]v). %[2]s", "samsyn: the token cannot be used (%[1]v). %[2]s", err, untouched.In(a.Lang))
	}
	if why := cause.Signing(err).In(a.Lang); why != "" {
		fmt.Fprintln(a.Stderr, "samsyn: "+why+". "+untouched.In(a.Lang))
		a.among(err)
		return console.ErrTold
	}
	return err
}

// among lists what a token had to choose among.
func (a *app) among(err error) {
	var choice *keys.Choice
	if !errors.As(err, &choice) || len(choice.Among) == 0 {
		return
	}
	a.Say("Det här finns:", "There is:")
	for _, name := range choice.Among {
		fmt.Fprintln(a.Stderr, "  "+diag.Visible(name))
	}
}
