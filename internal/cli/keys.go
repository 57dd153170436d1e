package cli

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"

	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
)

// keyFlags are where a signing key comes from: a flag, else a variable SAMSYN_….
type keyFlags struct {
	p12, key, cert                              *string
	pkcs11, tokenLabel, slot, keyLabel, pinFile *string
}

func (a *app) keyFlags(fs *flag.FlagSet) keyFlags {
	own := func(name, variable, usage string) *string {
		value := fs.String(name, a.Getenv(variable), usage)
		fs.Lookup(name).DefValue = "" // the help tells no variable's value
		return value
	}
	return keyFlags{
		p12:  own("p12", "SAMSYN_P12", console.Both("nyckel och certifikat i PKCS#12; lösenordet läses ur SAMSYN_P12_PASSWORD", "a key and certificate in PKCS#12; its password is in SAMSYN_P12_PASSWORD")),
		key:  own("key", "SAMSYN_KEY", console.Both("en privat nyckel i PEM", "a private key in PEM")),
		cert: own("cert", "SAMSYN_CERT", console.Both("nyckelns certifikat i PEM, följt av utfärdarnas", "its certificate in PEM, those that issued it after it")),

		pkcs11:     own("pkcs11", "SAMSYN_PKCS11", console.Both("PKCS#11-modulen till kortet eller säkerhetsmodulen som har nyckeln", "the PKCS#11 module of a card or a security module that holds the key")),
		tokenLabel: own("token-label", "SAMSYN_TOKEN_LABEL", console.Both("kortets namn, när det finns flera", "the token's name, where there are several")),
		slot:       own("slot", "SAMSYN_SLOT", console.Both("kortets plats, när namnet inte räcker", "the token's slot, where its name is not enough")),
		keyLabel:   own("key-label", "SAMSYN_KEY_LABEL", console.Both("nyckelns namn, när kortet har flera", "the key's name, where the token has several")),
		pinFile:    own("pin-file", "SAMSYN_PIN_FILE", console.Both("en fil vars första rad är PIN-koden; annars läses den ur SAMSYN_PIN", "a file whose first line is the PIN; without it the PIN is in SAMSYN_PIN")),
	}
}

// given tells whether the user named a key.
func (k keyFlags) given() bool {
	return *k.p12 != "" || *k.key != "" || *k.cert != "" || *k.pkcs11 != ""
}

// load reads the key that the user named.
func (a *app) load(k keyFlags) (*keys.Credential, error) {
	if *k.pkcs11 != "" {
		return a.token(k)
	}
	if *k.p12 != "" && (*k.key != "" || *k.cert != "") || *k.p12 == "" && (*k.key == "" || *k.cert == "") {
		a.Say("samsyn: ange antingen --p12, eller både --key och --cert.", "samsyn: give either --p12, or both --key and --cert.")
		return nil, console.ErrUsage
	}
	if *k.p12 != "" {
		file, err := a.keyFile("p12", "SAMSYN_P12", *k.p12)
		if err != nil {
			return nil, err
		}
		c, err := keys.LoadPKCS12(file, a.Getenv("SAMSYN_P12_PASSWORD"))
		return &c, err
	}
	key, err := a.keyFile("key", "SAMSYN_KEY", *k.key)
	if err != nil {
		return nil, err
	}
	cert, err := a.keyFile("cert", "SAMSYN_CERT", *k.cert)
	if err != nil {
		return nil, err
	}
	c, err := keys.LoadPEM(key, cert)
	return &c, err
}

// keyFile reads a file that a flag or a variable names. Where that fails, what was given
// is not told: it may be the key itself, or a password.
func (a *app) keyFile(flagName, variable, path string) ([]byte, error) {
	file, err := os.ReadFile(a.InDir(path))
	if err == nil {
		return file, nil
	}
	from := "--" + flagName
	if path == a.Getenv(variable) {
		from = variable
	}
	why := cause.System(err, a.Lang)
	if why == "" {
		why = diag.Say("det är ingen fil", "it is no file").In(a.Lang)
	}
	a.Say("samsyn: filen som %[1]s ska leda till går inte att läsa: %[2]s. Ange filens sökväg, inte det som står i den. (Värdet visas inte här, eftersom det kan vara hemligt.)",
		"samsyn: the file that %[1]s must lead to cannot be read: %[2]s. Give the file's path, not what it holds. (The value is not shown here, since it may be secret.)", from, why)
	return nil, console.ErrUsage
}

// credential gives the key to seal with: the user's own, else the test key,
// which is made on the first run, else none.
func (a *app) credential(k keyFlags, mode string) (*keys.Credential, error) {
	switch {
	case k.given():
		return a.load(k)
	case mode == "none":
		return nil, nil
	case a.ConfigDir == "":
		a.Say("samsyn: testnyckeln har ingenstans att ligga, för användaren har ingen hemmapp. Sätt HOME, ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: there is nowhere to keep the test key, since the user has no home folder. Set HOME, give a key of your own, or build with --sign none.")
		return nil, console.ErrUsage
	}
	folder := filepath.Join(a.ConfigDir, "samsyn")
	c, err := keys.TestCredential(folder)
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		a.Say("samsyn: testnyckeln går inte att läsa eller lägga i %[1]s (%[2]s). Ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: the test key cannot be read from or put into %[1]s (%[2]s). Give a key of your own, or build with --sign none.", folder, cause.System(failed, a.Lang))
		return nil, console.ErrUsage
	}
	if err != nil {
		return nil, err
	}
	if c.Closed {
		a.Say("Testnyckeln i %[1]s kunde läsas av andra på datorn. Nu kan bara du läsa den. Ta bort filen testcertifikat.pem där om någon kan ha kopierat den, så skapas en ny.",
			"The test key in %[1]s could be read by others on this computer. Now only you can. Remove the file testcertifikat.pem there if anybody may have copied it, and a new one is made.", folder)
	}
	if c.Created {
		a.Say("En testnyckel har skapats i %[1]s. Den är bara till för prov.", "A test key was made in %[1]s. It is for trying things out only.", folder)
	}
	return &c.Credential, nil
}
