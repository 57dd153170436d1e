package cms

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"slices"
	"time"

	"golang.org/x/crypto/ocsp"
)

// Status is what validation data say of a certificate.
type Status struct {
	Told    bool      // somebody who may say so says whether it was revoked
	Revoked time.Time // when; zero where it was not
}

// Revocations are lists of revoked certificates (RFC 5280, 5) and answers about
// single ones (RFC 6960).
type Revocations struct {
	lists   []*x509.RevocationList
	answers [][]byte
}

// maxStatements bounds how many lists and answers are looked at for a certificate.
const maxStatements = 16

// AddList takes a list; what is none says nothing.
func (r *Revocations) AddList(der []byte) {
	if len(r.lists) == maxStatements {
		return
	}
	if list, err := x509.ParseRevocationList(der); err == nil {
		r.lists = append(r.lists, list)
	}
}

// AddAnswer takes an answer; what is none, or signed by a key that nobody uses, says
// nothing.
func (r *Revocations) AddAnswer(der []byte) {
	var outer struct {
		Status asn1.Enumerated
		Bytes  struct {
			Type  asn1.ObjectIdentifier
			Basic []byte
		} `asn1:"explicit,tag:0,optional"`
	}
	var basic struct {
		Data      asn1.RawValue
		Algorithm pkix.AlgorithmIdentifier
		Signature asn1.BitString
		Certs     []asn1.RawValue `asn1:"explicit,tag:0,optional"`
	}
	if len(r.answers) == maxStatements || exact(der, &outer, "") != nil || exact(outer.Bytes.Basic, &basic, "") != nil {
		return
	}
	for _, c := range basic.Certs {
		if _, err := Certificate(c.FullBytes); err != nil {
			return
		}
	}
	r.answers = append(r.answers, der)
}

// Of says what is told of a certificate by the one who issued it.
func (r *Revocations) Of(c, issuer *x509.Certificate) (out Status) {
	for _, list := range r.lists {
		if !bytes.Equal(list.RawIssuer, issuer.RawSubject) || list.CheckSignatureFrom(issuer) != nil {
			continue
		}
		out.Told = true
		for _, e := range list.RevokedCertificateEntries {
			if e.SerialNumber.Cmp(c.SerialNumber) == 0 {
				out.Revoked = e.RevocationTime
			}
		}
	}
	for _, der := range r.answers {
		answer, err := ocsp.ParseResponseForCert(der, c, issuer)
		if err != nil || answer.Status == ocsp.Unknown {
			continue
		}
		out.Told = true
		if answer.Status == ocsp.Revoked {
			out.Revoked = answer.RevokedAt
		}
	}
	return out
}

// Chain walks from a certificate up to a root as far as it can, among those given.
func Chain(leaf *x509.Certificate, among []*x509.Certificate) []*x509.Certificate {
	chain := []*x509.Certificate{leaf}
	for len(chain) < maxCerts {
		last := chain[len(chain)-1]
		if bytes.Equal(last.RawIssuer, last.RawSubject) {
			break
		}
		above := slices.IndexFunc(among, func(c *x509.Certificate) bool { return issued(c, last) && !slices.ContainsFunc(chain, c.Equal) })
		if above < 0 {
			break
		}
		chain = append(chain, among[above])
	}
	return chain
}
