package keys

import (
	"crypto/x509"
	"errors"
	"strings"
)

// Token names a key that never leaves a card or a security module, and the way
// to it (PKCS#11, OASIS).
type Token struct {
	// Module is the shared library of the card's maker.
	Module string
	// Label is the token's name and Slot its place; one of them is needed where
	// there is more than one token. Slot is AnySlot where it does not matter.
	Label string
	Slot  int
	// KeyLabel is the key's name, needed where the token has several that sign.
	KeyLabel string
	// PIN opens the token. One that has a keypad of its own needs none.
	PIN string
	// Certificates are the signer's own, where the token does not hold it, and
	// those above it.
	Certificates []*x509.Certificate
}

// AnySlot is the slot of a token that is found by other means.
const AnySlot = -1

// What a token can refuse.
var (
	ErrTokens     = errors.New("this program is built without PKCS#11 (go build -tags pkcs11, with cgo)")
	ErrModule     = errors.New("the PKCS#11 module cannot be loaded")
	ErrToken      = errors.New("the PKCS#11 token cannot be used")
	ErrNoToken    = errors.New("there is no such token")
	ErrWhichToken = errors.New("there are several tokens")
	ErrNoKey      = errors.New("the token has no such key that signs")
	ErrWhichKey   = errors.New("the token has several keys that sign")
	ErrNoCert     = errors.New("there is no certificate for the token's key")
	ErrNoPIN      = errors.New("the token asks for a PIN")
	ErrPIN        = errors.New("the PIN is wrong")
	ErrPINLocked  = errors.New("the PIN is locked")
)

// Choice is an error that can tell what there was to choose among.
type Choice struct {
	Err   error // one of those above
	Among []string
}

func (c *Choice) Error() string { return c.Err.Error() + ": " + strings.Join(c.Among, ", ") }

// Unwrap gives the error without the choice.
func (c *Choice) Unwrap() error { return c.Err }
