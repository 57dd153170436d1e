//go:build !(pkcs11 && cgo)

package keys

// LoadToken refuses: a module of PKCS#11 is a C library, and this program was
// built without what calls one.
func LoadToken(Token) (Credential, error) { return Credential{}, ErrTokens }

// LookAtToken refuses too.
func LookAtToken(Token) (Sight, error) { return Sight{}, ErrTokens }
