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

// Sight is what can be seen of a token that is to sign, without anything signed by it that
// somebody could use.
type Sight struct {
	Token string            // its name
	Leaf  *x509.Certificate // the signer's, nil where none can be seen
	Proof Proof
	Shut  Shut
}

// Proof is how it was seen that the key and the certificate belong together.
type Proof int

// Proofs, the weakest first.
const (
	Unproven    Proof = iota // nothing in the token tells
	ByPublic                 // the public key in the token is the certificate's
	BySignature              // what the key signs holds with the certificate
)

// Shut is why a token was not opened.
type Shut int

// Reasons not to open a token.
const (
	Opened  Shut = iota
	NoPIN        // it asks for a PIN, and none was given
	Keypad       // the PIN is typed on a keypad of its own
	LastTry      // one more wrong PIN locks it
)

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
