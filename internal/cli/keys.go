package cli

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"

	"samsyn/internal/keys"
)

// keyFlags are where a signing key comes from: a flag, else a variable SAMSYN_….
type keyFlags struct {
	p12, key, cert                              *string
	pkcs11, tokenLabel, slot, keyLabel, pinFile *string
}

func (a *app) keyFlags(fs *flag.FlagSet) keyFlags {
	return keyFlags{
		p12:  fs.String("p12", a.Getenv("SAMSYN_P12"), "a key and certificate in PKCS#12; its password is in SAMSYN_P12_PASSWORD"),
		key:  fs.String("key", a.Getenv("SAMSYN_KEY"), "a private key in PEM"),
		cert: fs.String("cert", a.Getenv("SAMSYN_CERT"), "its certificate in PEM, those that issued it after it"),

		pkcs11:     fs.String("pkcs11", a.Getenv("SAMSYN_PKCS11"), "the PKCS#11 module of a card or a security module that holds the key"),
		tokenLabel: fs.String("token-label", a.Getenv("SAMSYN_TOKEN_LABEL"), "the token's name, where there are several"),
		slot:       fs.String("slot", a.Getenv("SAMSYN_SLOT"), "the token's slot, where its name is not enough"),
		keyLabel:   fs.String("key-label", a.Getenv("SAMSYN_KEY_LABEL"), "the key's name, where the token has several"),
		pinFile:    fs.String("pin-file", a.Getenv("SAMSYN_PIN_FILE"), "a file whose first line is the PIN; without it the PIN is in SAMSYN_PIN"),
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
		a.say("samsyn: ange antingen --p12, eller både --key och --cert.", "samsyn: give either --p12, or both --key and --cert.")
		return nil, errUsage
	}
	if *k.p12 != "" {
		file, err := os.ReadFile(a.inDir(*k.p12))
		if err != nil {
			return nil, err
		}
		c, err := keys.LoadPKCS12(file, a.Getenv("SAMSYN_P12_PASSWORD"))
		return &c, err
	}
	key, err := os.ReadFile(a.inDir(*k.key))
	if err != nil {
		return nil, err
	}
	cert, err := os.ReadFile(a.inDir(*k.cert))
	if err != nil {
		return nil, err
	}
	c, err := keys.LoadPEM(key, cert)
	return &c, err
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
		a.say("samsyn: testnyckeln har ingenstans att ligga, för användaren har ingen hemmapp. Sätt HOME, ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: there is nowhere to keep the test key, since the user has no home folder. Set HOME, give a key of your own, or build with --sign none.")
		return nil, errUsage
	}
	folder := filepath.Join(a.ConfigDir, "samsyn")
	c, created, err := keys.TestCredential(folder)
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		a.say("samsyn: testnyckeln går inte att läsa eller lägga i %[1]s (%[2]v). Ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: the test key cannot be read from or put into %[1]s (%[2]v). Give a key of your own, or build with --sign none.", folder, failed.Err)
		return nil, errUsage
	}
	if err != nil {
		return nil, err
	}
	if created {
		a.say("En testnyckel har skapats i %[1]s. Den är bara till för prov.", "A test key was made in %[1]s. It is for trying things out only.", folder)
	}
	return &c, nil
}
