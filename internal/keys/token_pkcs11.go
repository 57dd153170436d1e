//go:build pkcs11 && cgo

package keys

import (
	"crypto/x509"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/miekg/pkcs11"

	"samsyn/internal/cms"
)

// LoadToken opens a token and finds the key in it. The session lasts until the
// process ends: the key is of use for as long.
func LoadToken(t Token) (Credential, error) {
	module, err := loadModule(t.Module)
	if err != nil {
		return Credential{}, err
	}
	s, err := openToken(module, t)
	if err == nil {
		var c Credential
		if c, err = s.credential(t); err == nil {
			return c, nil
		}
	}
	_ = module.Finalize() // ends the session; why there is no key tells more than why this fails
	module.Destroy()
	return Credential{}, err
}

// loadModule loads a maker's library.
func loadModule(file string) (*pkcs11.Ctx, error) {
	module := pkcs11.New(file)
	if module == nil {
		return nil, fmt.Errorf("%w: %s", ErrModule, file)
	}
	if err := module.Initialize(); err != nil {
		module.Destroy()
		return nil, fmt.Errorf("%w: %s: %w", ErrModule, file, err)
	}
	return module, nil
}

// session is an open token.
type session struct {
	module *pkcs11.Ctx
	handle pkcs11.SessionHandle
	pin    string
}

func openToken(module *pkcs11.Ctx, t Token) (session, error) {
	slot, info, err := findToken(module, t)
	if err != nil {
		return session{}, err
	}
	asks := info.Flags&pkcs11.CKF_LOGIN_REQUIRED != 0
	keypad := info.Flags&pkcs11.CKF_PROTECTED_AUTHENTICATION_PATH != 0
	if asks && !keypad && t.PIN == "" {
		return session{}, ErrNoPIN
	}
	return openSession(module, slot, info, t.PIN, true)
}

// openSession opens a token, with its PIN where it asks for one and it is to be unlocked.
func openSession(module *pkcs11.Ctx, slot uint, info pkcs11.TokenInfo, pin string, unlock bool) (session, error) {
	handle, err := module.OpenSession(slot, pkcs11.CKF_SERIAL_SESSION)
	if err != nil {
		return session{}, refused(err)
	}
	if unlock && info.Flags&pkcs11.CKF_LOGIN_REQUIRED != 0 {
		if err := module.Login(handle, pkcs11.CKU_USER, pin); err != nil && !is(err, pkcs11.CKR_USER_ALREADY_LOGGED_IN) {
			return session{}, refused(err)
		}
	}
	return session{module, handle, pin}, nil
}

// findToken finds the token that is meant, or the only one.
func findToken(module *pkcs11.Ctx, t Token) (slot uint, info pkcs11.TokenInfo, err error) {
	slots, err := module.GetSlotList(true)
	if err != nil {
		return 0, info, refused(err)
	}
	var all, found []string
	for _, s := range slots {
		about, err := module.GetTokenInfo(s)
		if err != nil || about.Flags&pkcs11.CKF_TOKEN_INITIALIZED == 0 {
			continue // an empty reader, or a token without anything in it
		}
		name := about.Label + " (" + strconv.FormatUint(uint64(s), 10) + ")"
		all = append(all, name)
		if (t.Label == "" || t.Label == about.Label) && (t.Slot == AnySlot || uint(t.Slot) == s) {
			slot, info, found = s, about, append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return 0, info, &Choice{ErrNoToken, all}
	case 1:
		return slot, info, nil
	}
	return 0, info, &Choice{ErrWhichToken, found}
}

// is tells whether a module gave that status.
func is(err error, status uint) bool {
	var e pkcs11.Error
	return errors.As(err, &e) && e == pkcs11.Error(status)
}

// refused puts a module's status into our terms.
func refused(err error) error {
	switch {
	case is(err, pkcs11.CKR_PIN_LOCKED):
		return ErrPINLocked
	case is(err, pkcs11.CKR_PIN_INCORRECT), is(err, pkcs11.CKR_PIN_LEN_RANGE), is(err, pkcs11.CKR_PIN_INVALID):
		return ErrPIN
	}
	return fmt.Errorf("%w: %w", ErrToken, err)
}

// credential finds the key that is meant, or the only one that may sign, and
// its certificate.
func (s session) credential(t Token) (Credential, error) {
	keys, err := s.keys(pkcs11.CKO_PRIVATE_KEY, t)
	if err != nil {
		return Credential{}, err
	}
	held, err := s.certificates()
	if err != nil {
		return Credential{}, err
	}
	k, leaf, err := which(keys, held, t)
	if err != nil {
		return Credential{}, err
	}
	chain := append([]*x509.Certificate{leaf}, t.Certificates...)
	for _, id := range slices.Sorted(maps.Keys(held)) { // of two that fit, always the same
		chain = append(chain, held[id])
	}
	return newCredential(&tokenKey{session: s, handle: k.handle, leaf: leaf}, chain)
}

// key is a key in a token, or what the token shows of it without a PIN.
type key struct {
	handle          pkcs11.ObjectHandle
	label, id, kind string
}

// keys are those of a class that may be the one that is meant.
func (s session) keys(class uint, t Token) ([]key, error) {
	which := []*pkcs11.Attribute{pkcs11.NewAttribute(pkcs11.CKA_CLASS, class)}
	if t.KeyLabel != "" {
		which = append(which, pkcs11.NewAttribute(pkcs11.CKA_LABEL, t.KeyLabel))
	}
	found, err := s.find(which)
	if err != nil {
		return nil, err
	}
	var keys []key
	for _, o := range found {
		keys = append(keys, key{o, s.text(o, pkcs11.CKA_LABEL), s.text(o, pkcs11.CKA_ID), s.text(o, pkcs11.CKA_KEY_TYPE)})
	}
	return keys, nil
}

// which decides on the key that signs, and on its certificate: that in the token under the
// key's own number, else the first that was given. held are those in the token by number.
func which(keys []key, held map[string]*x509.Certificate, t Token) (signs key, leaf *x509.Certificate, err error) {
	var bare, labels []string
	mismatch := false
	for _, k := range keys {
		of := held[k.id]
		if of == nil && len(t.Certificates) > 0 {
			of = t.Certificates[0]
		}
		switch {
		case of == nil:
			bare = append(bare, k.label)
		case k.kind != kindOf(of):
			mismatch = true // another key may be the one that the certificate speaks of
		case cms.MaySign(of) != cms.NotForSigning:
			labels = append(labels, k.label)
			signs, leaf = k, of
		}
	}
	switch {
	case len(labels) > 1:
		return key{}, nil, &Choice{ErrWhichKey, labels}
	case len(labels) == 1:
		return signs, leaf, nil
	case mismatch:
		return key{}, nil, ErrKeyMismatch
	case len(bare) > 0:
		return key{}, nil, &Choice{ErrNoCert, bare}
	}
	return key{}, nil, ErrNoKey
}

// kindOf is the kind of key that a certificate speaks of, as a token writes it.
func kindOf(leaf *x509.Certificate) string {
	kind := uint(pkcs11.CKK_RSA)
	if leaf.PublicKeyAlgorithm == x509.ECDSA {
		kind = pkcs11.CKK_EC
	}
	return string(pkcs11.NewAttribute(pkcs11.CKA_KEY_TYPE, kind).Value)
}

// certificates reads those in the token, by their CKA_ID.
func (s session) certificates() (map[string]*x509.Certificate, error) {
	found, err := s.find([]*pkcs11.Attribute{pkcs11.NewAttribute(pkcs11.CKA_CLASS, pkcs11.CKO_CERTIFICATE)})
	if err != nil {
		return nil, err
	}
	out := map[string]*x509.Certificate{}
	for _, o := range found {
		c, err := x509.ParseCertificate([]byte(s.text(o, pkcs11.CKA_VALUE)))
		if err != nil {
			continue // a certificate of another kind
		}
		out[s.text(o, pkcs11.CKA_ID)] = c
	}
	return out, nil
}

// mostObjects bounds how much of a token is looked at.
const mostObjects = 1000

func (s session) find(which []*pkcs11.Attribute) ([]pkcs11.ObjectHandle, error) {
	if err := s.module.FindObjectsInit(s.handle, which); err != nil {
		return nil, refused(err)
	}
	found, _, err := s.module.FindObjects(s.handle, mostObjects)
	if err = errors.Join(err, s.module.FindObjectsFinal(s.handle)); err != nil {
		return nil, refused(err)
	}
	return found, nil
}

// text gives an attribute, or nothing where the object lacks it.
func (s session) text(o pkcs11.ObjectHandle, attribute uint) string {
	got, err := s.module.GetAttributeValue(s.handle, o, []*pkcs11.Attribute{pkcs11.NewAttribute(attribute, nil)})
	if err != nil || len(got) == 0 {
		return ""
	}
	return string(got[0].Value)
}
