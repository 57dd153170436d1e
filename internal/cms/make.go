package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"slices"
)

// Object identifiers of RFC 5652 (CMS), RFC 5035 (signing certificates),
// RFC 3161 (time stamps), RFC 5754 (algorithms).
var (
	OIDData          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidTSTInfo       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidContentType   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidSigningCert   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12}
	oidSigningCertV2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidTimestamp     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}

	OIDSHA256 = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidSHA384 = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 2}
	oidSHA512 = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}

	oidRSA         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidRSASHA256   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}
	oidRSASHA384   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 12}
	oidRSASHA512   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 13}
	oidECDSASHA256 = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
	oidECDSASHA384 = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 3}
	oidECDSASHA512 = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 4}
)

// The structures of RFC 5652, 5.1–5.3, for one signer.
type (
	contentInfo struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue // [0] EXPLICIT
	}
	signedData struct {
		Version int
		Digests []pkix.AlgorithmIdentifier `asn1:"set"`
		Content encapsulated
		Certs   asn1.RawValue `asn1:"optional,tag:0"` // [0] IMPLICIT
		CRLs    asn1.RawValue `asn1:"optional,tag:1"` // [1] IMPLICIT
		Signers []signerInfo  `asn1:"set"`
	}
	encapsulated struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue `asn1:"optional"` // [0] EXPLICIT
	}
	signerInfo struct {
		Version  int
		SID      asn1.RawValue // issuerAndSerial, or [0] a key's identifier
		Digest   pkix.AlgorithmIdentifier
		Signed   asn1.RawValue `asn1:"optional,tag:0"` // [0] IMPLICIT
		SigAlg   pkix.AlgorithmIdentifier
		Sig      []byte
		Unsigned asn1.RawValue `asn1:"optional,tag:1"` // [1] IMPLICIT
	}
	issuerAndSerial struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	attribute struct {
		Type   asn1.ObjectIdentifier
		Values []asn1.RawValue `asn1:"set"`
	}
)

// The structures of RFC 5035. The hash is SHA-256 where none is named.
type (
	signingCertV2 struct {
		Certs    []certIDv2
		Policies asn1.RawValue `asn1:"optional"`
	}
	certIDv2 struct {
		HashAlg pkix.AlgorithmIdentifier `asn1:"optional"`
		Hash    []byte
		Issuer  issuerSerial `asn1:"optional"`
	}
	issuerSerial struct {
		Names  []asn1.RawValue
		Serial *big.Int
	}
)

// algorithms are the digest and signature algorithm that go with a key.
type algorithms struct {
	hash    crypto.Hash
	hashOID asn1.ObjectIdentifier
	sig     pkix.AlgorithmIdentifier
}

const minRSABits = 2048

// Fits tells whether a public key is of a kind that signs here.
func Fits(pub crypto.PublicKey) error {
	_, err := algorithmsFor(pub)
	return err
}

func algorithmsFor(pub crypto.PublicKey) (algorithms, error) {
	switch k := pub.(type) {
	case *rsa.PublicKey:
		if k.N.BitLen() < minRSABits {
			return algorithms{}, ErrKeyKind
		}
		return algorithms{crypto.SHA256, OIDSHA256, pkix.AlgorithmIdentifier{Algorithm: oidRSA, Parameters: asn1.NullRawValue}}, nil
	case *ecdsa.PublicKey:
		switch k.Curve {
		case elliptic.P256():
			return algorithms{crypto.SHA256, OIDSHA256, pkix.AlgorithmIdentifier{Algorithm: oidECDSASHA256}}, nil
		case elliptic.P384():
			return algorithms{crypto.SHA384, oidSHA384, pkix.AlgorithmIdentifier{Algorithm: oidECDSASHA384}}, nil
		}
	}
	return algorithms{}, ErrKeyKind
}

func hashSum(h crypto.Hash, parts ...[]byte) []byte {
	w := h.New()
	for _, p := range parts {
		w.Write(p)
	}
	return w.Sum(nil)
}

// Make makes the container over a content given in parts. stamp, where not
// nil, gets the signature value and gives a time-stamp token over it.
func Make(content [][]byte, key crypto.Signer, chain []*x509.Certificate, stamp func([]byte) ([]byte, error)) ([]byte, error) {
	leaf := chain[0]
	algs, err := algorithmsFor(leaf.PublicKey)
	if err != nil {
		return nil, err
	}
	attrs, err := signedAttributes(hashSum(algs.hash, content...), leaf)
	if err != nil {
		return nil, err
	}
	toSign, err := asn1.Marshal(asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: attrs})
	if err != nil {
		return nil, err
	}
	sig, err := key.Sign(rand.Reader, hashSum(algs.hash, toSign), algs.hash)
	if err != nil {
		return nil, err
	}
	digest := pkix.AlgorithmIdentifier{Algorithm: algs.hashOID}
	sid, err := asn1.Marshal(issuerAndSerial{asn1.RawValue{FullBytes: leaf.RawIssuer}, leaf.SerialNumber})
	if err != nil {
		return nil, err
	}
	info := signerInfo{
		Version: 1,
		SID:     asn1.RawValue{FullBytes: sid},
		Digest:  digest,
		Signed:  contextTag(0, attrs),
		SigAlg:  algs.sig,
		Sig:     sig,
	}
	if stamp != nil {
		token, err := stamp(sig)
		if err != nil {
			return nil, err
		}
		unsigned, err := asn1.Marshal(attribute{oidTimestamp, []asn1.RawValue{{FullBytes: token}}})
		if err != nil {
			return nil, err
		}
		info.Unsigned = contextTag(1, unsigned)
	}
	var certs [][]byte
	for _, x := range chain {
		certs = append(certs, x.Raw)
	}
	slices.SortFunc(certs, bytes.Compare) // DER wants a set in order
	body, err := asn1.Marshal(signedData{
		Version: 1,
		Digests: []pkix.AlgorithmIdentifier{digest},
		Content: encapsulated{Type: OIDData},
		Certs:   contextTag(0, bytes.Join(certs, nil)),
		Signers: []signerInfo{info},
	})
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(contentInfo{oidSignedData, contextTag(0, body)})
}

func contextTag(tag int, body []byte) asn1.RawValue {
	return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: tag, IsCompound: true, Bytes: body}
}

// signedAttributes gives content type, digest and signing certificate, in the
// order of DER. There is no signing time: PAdES keeps the claimed time in the
// signature dictionary (EN 319 142-1, 6.3). The signer's certificate alone is named;
// what the others say is held by the chain that they make.
func signedAttributes(digest []byte, leaf *x509.Certificate) ([]byte, error) {
	ids := signingCertV2{Certs: []certIDv2{{
		Hash:   hashSum(crypto.SHA256, leaf.Raw),
		Issuer: issuerSerial{[]asn1.RawValue{contextTag(4, leaf.RawIssuer)}, leaf.SerialNumber},
	}}}
	var out [][]byte
	for _, a := range []struct {
		oid   asn1.ObjectIdentifier
		value any
	}{{oidContentType, OIDData}, {oidMessageDigest, digest}, {oidSigningCertV2, ids}} {
		v, err := asn1.Marshal(a.value)
		if err != nil {
			return nil, err
		}
		b, err := asn1.Marshal(attribute{a.oid, []asn1.RawValue{{FullBytes: v}}})
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	slices.SortFunc(out, bytes.Compare)
	return bytes.Join(out, nil), nil
}
