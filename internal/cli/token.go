package cli

import (
	"os"
	"strconv"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/keys"
)

// token opens a card or a security module. The PIN never stands among the
// arguments, which every user of the machine can read.
func (a *app) token(k keyFlags) (*keys.Credential, error) {
	if *k.p12 != "" || *k.key != "" {
		a.Say("samsyn: ange antingen --pkcs11 eller en nyckel i en fil, inte båda.", "samsyn: give either --pkcs11 or a key in a file, not both.")
		return nil, console.ErrUsage
	}
	t := keys.Token{Module: *k.pkcs11, Label: *k.tokenLabel, Slot: keys.AnySlot, KeyLabel: *k.keyLabel, PIN: a.Getenv("SAMSYN_PIN")}
	if strings.ContainsRune(t.Module, os.PathSeparator) { // else the system knows where modules lie
		t.Module = a.InDir(t.Module)
	}
	if *k.slot != "" {
		n, err := strconv.ParseUint(*k.slot, 10, 32)
		if err != nil {
			a.Say("samsyn: --slot är ett nummer.", "samsyn: --slot is a number.")
			return nil, console.ErrUsage
		}
		t.Slot = int(n)
	}
	if *k.pinFile != "" {
		file, err := a.keyFile("pin-file", "SAMSYN_PIN_FILE", *k.pinFile)
		if err != nil {
			return nil, err
		}
		first, _, _ := strings.Cut(string(file), "\n")
		t.PIN = strings.TrimRight(first, "\r")
	}
	if *k.cert != "" {
		file, err := a.keyFile("cert", "SAMSYN_CERT", *k.cert)
		if err != nil {
			return nil, err
		}
		if t.Certificates, err = keys.ReadCertificates(file); err != nil {
			return nil, err
		}
	}
	c, err := keys.LoadToken(t)
	return &c, err
}
