package console

import (
	"flag"
	"os"
	"strconv"
	"strings"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
)

// KeyFlags are where a signing key comes from: a flag, else a variable SAMSYN_….
type KeyFlags struct {
	p12, key, cert                              *string
	pkcs11, tokenLabel, slot, keyLabel, pinFile *string
}

// KeyFlags adds the flags to a command's; one that is not given stands for its variable.
func (a *Console) KeyFlags(fs *flag.FlagSet) KeyFlags {
	own := func(name, variable, usage string) *string {
		value := fs.String(name, a.Getenv(variable), usage)
		fs.Lookup(name).DefValue = "" // the help tells no variable's value
		return value
	}
	return KeyFlags{
		p12:  own("p12", "SAMSYN_P12", Both("nyckel och certifikat i PKCS#12; lösenordet läses ur SAMSYN_P12_PASSWORD", "a key and certificate in PKCS#12; its password is in SAMSYN_P12_PASSWORD")),
		key:  own("key", "SAMSYN_KEY", Both("en privat nyckel i PEM", "a private key in PEM")),
		cert: own("cert", "SAMSYN_CERT", Both("nyckelns certifikat i PEM, följt av utfärdarnas", "its certificate in PEM, those that issued it after it")),

		pkcs11:     own("pkcs11", "SAMSYN_PKCS11", Both("PKCS#11-modulen till kortet eller säkerhetsmodulen som har nyckeln", "the PKCS#11 module of a card or a security module that holds the key")),
		tokenLabel: own("token-label", "SAMSYN_TOKEN_LABEL", Both("kortets namn, när det finns flera", "the token's name, where there are several")),
		slot:       own("slot", "SAMSYN_SLOT", Both("kortets plats, när namnet inte räcker", "the token's slot, where its name is not enough")),
		keyLabel:   own("key-label", "SAMSYN_KEY_LABEL", Both("nyckelns namn, när kortet har flera", "the key's name, where the token has several")),
		pinFile:    own("pin-file", "SAMSYN_PIN_FILE", Both("en fil vars första rad är PIN-koden; annars läses den ur SAMSYN_PIN", "a file whose first line is the PIN; without it the PIN is in SAMSYN_PIN")),
	}
}

// ofToken holds that what is said of a token comes with one: without it another key, or the
// test key, would be taken in silence. A variable may be set for other calls.
func (a *Console) ofToken(fs *flag.FlagSet) error {
	module := fs.Lookup("pkcs11")
	if module == nil || module.Value.String() != "" {
		return nil
	}
	var alone error
	fs.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "token-label", "slot", "key-label", "pin-file":
			alone = a.Refuse("samsyn: --%[1]s gäller ett kort eller en säkerhetsmodul. Ange vilken med --pkcs11, eller utelämna flaggan.",
				"samsyn: --%[1]s is about a card or a security module. Say which with --pkcs11, or leave the flag out.", f.Name)
		}
	})
	return alone
}

// Given tells whether the user named a key.
func (k KeyFlags) Given() bool {
	return *k.p12 != "" || *k.key != "" || *k.cert != "" || *k.pkcs11 != ""
}

// Files are the files with secrets that were named.
func (a *Console) Files(k KeyFlags) []string {
	var files []string
	for _, f := range []string{*k.p12, *k.key, *k.pinFile} {
		if f != "" {
			files = append(files, a.InDir(f))
		}
	}
	return files
}

// Key reads the key that the user named. Where it comes with its certificate and cannot
// sign now, both are given beside the error.
func (a *Console) Key(k KeyFlags) (keys.Credential, error) {
	var none keys.Credential
	if *k.pkcs11 != "" {
		t, err := a.Token(k)
		if err != nil {
			return none, err
		}
		return keys.LoadToken(t)
	}
	if *k.p12 != "" && (*k.key != "" || *k.cert != "") || *k.p12 == "" && (*k.key == "" || *k.cert == "") {
		return none, diag.Refuse("ange antingen --p12, eller både --key och --cert", "give either --p12, or both --key and --cert")
	}
	if *k.p12 != "" {
		file, err := a.keyFile("p12", "SAMSYN_P12", *k.p12)
		if err != nil {
			return none, err
		}
		return keys.LoadPKCS12(file, a.Getenv("SAMSYN_P12_PASSWORD"))
	}
	key, err := a.keyFile("key", "SAMSYN_KEY", *k.key)
	if err != nil {
		return none, err
	}
	cert, err := a.keyFile("cert", "SAMSYN_CERT", *k.cert)
	if err != nil {
		return none, err
	}
	return keys.LoadPEM(key, cert)
}

// InToken tells whether the key is in a card or a security module.
func (k KeyFlags) InToken() bool { return *k.pkcs11 != "" }

// Token is the card or security module that the user named. The PIN never stands among the
// arguments, which every user of the machine can read.
func (a *Console) Token(k KeyFlags) (keys.Token, error) {
	t := keys.Token{Module: *k.pkcs11, Label: *k.tokenLabel, Slot: keys.AnySlot, KeyLabel: *k.keyLabel, PIN: a.Getenv("SAMSYN_PIN")}
	if *k.p12 != "" || *k.key != "" {
		return t, diag.Refuse("ange antingen --pkcs11 eller en nyckel i en fil, inte båda", "give either --pkcs11 or a key in a file, not both")
	}
	if strings.ContainsRune(t.Module, os.PathSeparator) { // else the system knows where modules lie
		t.Module = a.InDir(t.Module)
	}
	if *k.slot != "" {
		n, err := strconv.ParseUint(*k.slot, 10, 32)
		if err != nil {
			return t, diag.Refuse("--slot är ett nummer", "--slot is a number")
		}
		t.Slot = int(n)
	}
	if *k.pinFile != "" {
		file, err := a.keyFile("pin-file", "SAMSYN_PIN_FILE", *k.pinFile)
		if err != nil {
			return t, err
		}
		first, _, _ := strings.Cut(string(file), "\n")
		t.PIN = strings.TrimRight(first, "\r")
	}
	if *k.cert != "" {
		file, err := a.keyFile("cert", "SAMSYN_CERT", *k.cert)
		if err != nil {
			return t, err
		}
		if t.Certificates, err = keys.ReadCertificates(file); err != nil {
			return t, err
		}
	}
	return t, nil
}

// keyFile reads a file that a flag or a variable names. Where that fails, what was given
// is not told: it may be the key itself, or a password.
func (a *Console) keyFile(flagName, variable, path string) ([]byte, error) {
	file, err := os.ReadFile(a.InDir(path))
	if err == nil {
		return file, nil
	}
	from := "--" + flagName
	if path == a.Getenv(variable) {
		from = variable
	}
	sv, en := cause.System(err, "sv"), cause.System(err, "en")
	if sv == "" {
		sv, en = "det är ingen fil", "it is no file"
	}
	return nil, diag.Refuse("filen som %[1]s ska leda till går inte att läsa: %[2]s. Ange filens sökväg, inte det som står i den (värdet visas inte här, eftersom det kan vara hemligt)",
		"the file that %[1]s must lead to cannot be read: %[3]s. Give the file's path, not what it holds (the value is not shown here, since it may be secret)", from, sv, en)
}
