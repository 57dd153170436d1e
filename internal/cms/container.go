package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha1" // time-stamp tokens may name their certificate by SHA-1 (RFC 3161, 2.4.2)
	_ "crypto/sha512"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// Container is a CMS SignedData with one signer, read strictly: what does not
// come out the same when it is written again is refused, because the container
// itself stands outside what is signed.
type Container struct {
	info    signerInfo
	content encapsulated
	Signer  *x509.Certificate
	Certs   []*x509.Certificate
	attrs   map[string]asn1.RawValue // signed, by object identifier
	hash    crypto.Hash
	Token   []byte // a time-stamp token over the signature, or nil
}

// ErrUnknown tells a container in a form that the standard has and that is not
// judged here. It may be perfectly good.
var ErrUnknown = errors.New("a form of signature that is not judged here")

var errNotCanonical = errors.New("the container is not in canonical form")

func unknown(what string) error { return fmt.Errorf("%w: %s", ErrUnknown, what) }

// exact reads der into v and demands that nothing follows.
func exact(der []byte, v any, params string) error {
	rest, err := asn1.UnmarshalWithParams(der, v, params)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return errNotCanonical
	}
	return nil
}

// canonical is exact, and demands that what was read is der when it is written again.
func canonical[T any](der []byte, v *T) error {
	if err := exact(der, v, ""); err != nil {
		return err
	}
	if again, err := asn1.Marshal(*v); err != nil || !bytes.Equal(again, der) {
		return errNotCanonical
	}
	return nil
}

// Value is the signature's value, which a time stamp is made over.
func (c *Container) Value() []byte { return c.info.Sig }

// SaysTime tells whether the time of signing stands among what is signed, where
// PAdES has none (EN 319 142-1, 6.3).
func (c *Container) SaysTime() bool { _, says := c.attrs[oidSigningTime.String()]; return says }

// NamesCertificate tells whether what is signed says by which certificate.
func (c *Container) NamesCertificate() bool {
	_, says := c.attrs[oidSigningCertV2.String()]
	return says
}

// ErrBER tells a container whose length is not told at its beginning.
var ErrBER = unknown("it is in BER, not in DER")

// IsBER tells whether a container begins so.
func IsBER(der []byte) bool {
	return len(der) > 1 && der[0] == asn1.TagSequence|0x20 && der[1] == 0x80
}

// Parse reads a container.
func Parse(der []byte) (*Container, error) {
	if IsBER(der) {
		return nil, ErrBER
	}
	var ci contentInfo
	if err := canonical(der, &ci); err != nil {
		return nil, err
	}
	if !ci.Type.Equal(oidSignedData) || ci.Content.Class != asn1.ClassContextSpecific || ci.Content.Tag != 0 || !ci.Content.IsCompound {
		return nil, errors.New("the container holds no signed data")
	}
	var sd signedData
	if err := canonical(ci.Content.Bytes, &sd); err != nil {
		return nil, err
	}
	c := &Container{content: sd.Content}
	if err := c.checkHeader(sd); err != nil {
		return nil, err
	}
	if err := c.readCerts(sd.Certs.Bytes); err != nil {
		return nil, err
	}
	if err := c.readSigned(); err != nil {
		return nil, err
	}
	return c, c.readUnsigned()
}

// checkHeader pins what no signature covers (RFC 5652, 5.1 and 5.3).
func (c *Container) checkHeader(sd signedData) error {
	if len(sd.Signers) != 1 || len(sd.Digests) != 1 {
		return unknown("it has not exactly one signer")
	}
	if len(sd.CRLs.FullBytes) > 0 {
		return unknown("it holds lists of revoked certificates")
	}
	c.info = sd.Signers[0]
	if c.info.SID.Class == asn1.ClassContextSpecific {
		return unknown("it names its signer by a key")
	}
	want := 1
	if !sd.Content.Type.Equal(OIDData) {
		want = 3
	}
	if sd.Version != want || c.info.Version != 1 {
		return fmt.Errorf("the container is of version %d", sd.Version)
	}
	if len(c.info.Signed.FullBytes) == 0 {
		return unknown("it has no signed attributes")
	}
	if !c.info.Signed.IsCompound || !optionalCompound(c.info.Unsigned) || !optionalCompound(sd.Certs) {
		return errNotCanonical
	}
	if want == 1 && len(sd.Content.Content.FullBytes) > 0 {
		return errors.New("the container holds the content itself")
	}
	if !c.info.Digest.Algorithm.Equal(sd.Digests[0].Algorithm) {
		return errors.New("the container names two digest algorithms")
	}
	c.hash = hashByOID(c.info.Digest)
	if c.hash == 0 || hashByOID(sd.Digests[0]) == 0 {
		return unknown("its digest algorithm")
	}
	return nil
}

// optionalCompound is for what encoding/asn1 does not check of a raw value.
func optionalCompound(v asn1.RawValue) bool { return len(v.FullBytes) == 0 || v.IsCompound }

// hashByOID gives 0 for what is too weak or unknown.
func hashByOID(a pkix.AlgorithmIdentifier) crypto.Hash {
	if !noParameters(a) {
		return 0
	}
	switch {
	case a.Algorithm.Equal(OIDSHA256):
		return crypto.SHA256
	case a.Algorithm.Equal(oidSHA384):
		return crypto.SHA384
	case a.Algorithm.Equal(oidSHA512):
		return crypto.SHA512
	}
	return 0
}

func noParameters(a pkix.AlgorithmIdentifier) bool {
	return len(a.Parameters.FullBytes) == 0 || bytes.Equal(a.Parameters.FullBytes, asn1.NullBytes)
}

func (c *Container) readCerts(der []byte) error {
	var err error
	if c.Certs, err = Certificates(der); err != nil {
		return err
	}
	var sid issuerAndSerial
	if err := canonical(c.info.SID.FullBytes, &sid); err != nil {
		return err
	}
	for _, x := range c.Certs {
		if bytes.Equal(x.RawIssuer, sid.Issuer.FullBytes) && x.SerialNumber.Cmp(sid.Serial) == 0 {
			if c.Signer != nil {
				return errors.New("the signer's certificate stands twice")
			}
			c.Signer = x
		}
	}
	if c.Signer == nil {
		return errors.New("the signer's certificate is missing")
	}
	return nil
}

func (c *Container) readSigned() error {
	var attrs []attribute
	if err := exact(c.signedBytes(), &attrs, "set"); err != nil {
		return err
	}
	c.attrs = map[string]asn1.RawValue{}
	for _, a := range attrs {
		id := a.Type.String()
		if _, twice := c.attrs[id]; twice || len(a.Values) != 1 {
			return errors.New("a signed attribute has not exactly one value")
		}
		c.attrs[id] = a.Values[0]
	}
	return nil
}

// signedBytes are what the signature is made over: the attributes as a SET
// (RFC 5652, 5.4).
func (c *Container) signedBytes() []byte {
	b := bytes.Clone(c.info.Signed.FullBytes)
	b[0] = asn1.TagSet | 0x20
	return b
}

func (c *Container) readUnsigned() error {
	raw := c.info.Unsigned
	if len(raw.FullBytes) == 0 {
		return nil
	}
	var a attribute
	if rest, err := asn1.Unmarshal(raw.Bytes, &a); err == nil && len(rest) > 0 {
		return unknown("it has several unsigned attributes")
	}
	if err := canonical(raw.Bytes, &a); err != nil {
		return err
	}
	if !a.Type.Equal(oidTimestamp) || len(a.Values) != 1 {
		return unknown("an unsigned attribute that is no time stamp")
	}
	c.Token = a.Values[0].FullBytes
	return nil
}

// What Check finds wrong.
var (
	ErrContent     = errors.New("the content is not what was signed")
	errSignature   = errors.New("the signature value is wrong")
	errCertificate = errors.New("the certificates are not those that the signature names")
)

// Check says whether the signature holds for a content of the given type.
func (c *Container) Check(contentType asn1.ObjectIdentifier, content ...[]byte) error {
	var got asn1.ObjectIdentifier
	if err := exact(c.attrs[oidContentType.String()].FullBytes, &got, ""); err != nil || !got.Equal(contentType) || !c.content.Type.Equal(contentType) {
		return errors.New("the content is of another type than the signature says")
	}
	var digest []byte
	if err := exact(c.attrs[oidMessageDigest.String()].FullBytes, &digest, ""); err != nil {
		return err
	}
	if !bytes.Equal(digest, hashSum(c.hash, content...)) {
		return ErrContent
	}
	alg, err := signatureAlgorithm(c.info.SigAlg, c.hash, c.Signer.PublicKey)
	if err != nil {
		return err
	}
	if err := c.Signer.CheckSignature(alg, c.signedBytes(), c.info.Sig); err != nil {
		return errSignature
	}
	return c.checkCertificates()
}

// signatureAlgorithms are those that are judged, with the kind of key and the digest
// that go with each.
var signatureAlgorithms = []struct {
	oid  asn1.ObjectIdentifier
	key  x509.PublicKeyAlgorithm
	hash crypto.Hash
	alg  x509.SignatureAlgorithm
}{
	{oidRSA, x509.RSA, crypto.SHA256, x509.SHA256WithRSA}, {oidRSASHA256, x509.RSA, crypto.SHA256, x509.SHA256WithRSA},
	{oidRSA, x509.RSA, crypto.SHA384, x509.SHA384WithRSA}, {oidRSASHA384, x509.RSA, crypto.SHA384, x509.SHA384WithRSA},
	{oidRSA, x509.RSA, crypto.SHA512, x509.SHA512WithRSA}, {oidRSASHA512, x509.RSA, crypto.SHA512, x509.SHA512WithRSA},
	{oidECDSASHA256, x509.ECDSA, crypto.SHA256, x509.ECDSAWithSHA256},
	{oidECDSASHA384, x509.ECDSA, crypto.SHA384, x509.ECDSAWithSHA384},
	{oidECDSASHA512, x509.ECDSA, crypto.SHA512, x509.ECDSAWithSHA512},
}

func signatureAlgorithm(a pkix.AlgorithmIdentifier, hash crypto.Hash, pub crypto.PublicKey) (x509.SignatureAlgorithm, error) {
	kind := x509.UnknownPublicKeyAlgorithm
	switch k := pub.(type) {
	case *rsa.PublicKey:
		if k.N.BitLen() < minRSABits {
			return 0, errors.New("the signer's key is too weak")
		}
		kind = x509.RSA
	case *ecdsa.PublicKey:
		kind = x509.ECDSA
	}
	known := false
	for _, s := range signatureAlgorithms {
		if s.oid.Equal(a.Algorithm) {
			known = true
			if s.key == kind && s.hash == hash && noParameters(a) && (kind == x509.RSA || len(a.Parameters.FullBytes) == 0) {
				return s.alg, nil
			}
		}
	}
	if known && kind != x509.UnknownPublicKeyAlgorithm {
		return 0, errors.New("the signature's algorithm does not fit its key")
	}
	return 0, unknown("its signature algorithm")
}

// checkCertificates demands that the signer's certificate is the one that the
// signed attributes name, if they name any, that none of the named is gone, and that
// every other one has to do with these. Of a time stamp's certificates only the first
// is held to that: services send chains that end below their root.
func (c *Container) checkCertificates() error {
	names, err := c.certificateNames()
	if err != nil {
		return err
	}
	if names == nil && !c.content.Type.Equal(oidTSTInfo) {
		return nil
	}
	if len(names) == 0 || !names[0](c.Signer) {
		return errCertificate
	}
	if c.content.Type.Equal(oidTSTInfo) {
		return nil
	}
	for _, is := range names {
		if !slices.ContainsFunc(c.Certs, is) {
			return errCertificate
		}
	}
	for _, x := range c.Certs {
		named := slices.ContainsFunc(names, func(is func(*x509.Certificate) bool) bool { return is(x) })
		if !named && !c.belongs(x) {
			return errCertificate
		}
	}
	return nil
}

// belongs tells whether a certificate is signed by one that stands beside it, itself
// included. The uppermost of a chain without its root has signed another one and says
// by which key it was signed itself; nothing here tells whether it was changed, and
// whoever trusts its root will see.
func (c *Container) belongs(x *x509.Certificate) bool {
	top := len(x.AuthorityKeyId) > 0 && !bytes.Equal(x.AuthorityKeyId, x.SubjectKeyId)
	return slices.ContainsFunc(c.Certs, func(o *x509.Certificate) bool {
		return issued(o, x) || top && o != x && issued(x, o)
	})
}

func issued(by, x *x509.Certificate) bool {
	return bytes.Equal(by.RawSubject, x.RawIssuer) && x.CheckSignatureFrom(by) == nil
}

// certificateNames reads which certificates the signed attributes name, the
// signer's first; nil where they say nothing of it, as in plain CMS. Each name tells whether
// it is that of a certificate.
func (c *Container) certificateNames() ([]func(*x509.Certificate) bool, error) {
	def := crypto.SHA256
	raw, ok := c.attrs[oidSigningCertV2.String()]
	if !ok && c.content.Type.Equal(oidTSTInfo) { // the older form, by SHA-1
		def = crypto.SHA1
		raw, ok = c.attrs[oidSigningCert.String()]
	}
	if !ok {
		return nil, nil
	}
	var ids signingCertV2
	if err := exact(raw.FullBytes, &ids, ""); err != nil {
		return nil, err
	}
	names := []func(*x509.Certificate) bool{}
	for _, id := range ids.Certs {
		h := def
		if id.HashAlg.Algorithm != nil {
			h = hashByOID(id.HashAlg)
		}
		names = append(names, func(x *x509.Certificate) bool {
			return h != 0 && bytes.Equal(id.Hash, hashSum(h, x.Raw))
		})
	}
	return names, nil
}
