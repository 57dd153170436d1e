package cms

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// Purposes of certificates that are for signing documents and that the standard
// library has no name for: RFC 9336, Microsoft's and Adobe's.
var forDocuments = []asn1.ObjectIdentifier{
	{1, 3, 6, 1, 5, 5, 7, 3, 36},
	{1, 3, 6, 1, 4, 1, 311, 10, 3, 12},
	{1, 2, 840, 113583, 1, 1, 5},
}

// Fit says how a certificate's purposes fit signing.
type Fit int

const (
	NotForSigning    Fit = iota // it says that it is for something else
	UnclearIfSigning            // it names purposes that are not known here
	ForSigning
)

// MaySign reads what a certificate is for (RFC 5280, 4.2.1.3 and 4.2.1.12): its key
// for signatures or non-repudiation, or for anything; itself for documents, for mail,
// or for anything. A certificate for servers or for time stamps signs nothing.
func MaySign(c *x509.Certificate) Fit {
	if c.KeyUsage != 0 && c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 {
		return NotForSigning
	}
	if len(c.ExtKeyUsage)+len(c.UnknownExtKeyUsage) == 0 {
		return ForSigning
	}
	for _, u := range c.ExtKeyUsage {
		if u == x509.ExtKeyUsageAny || u == x509.ExtKeyUsageEmailProtection {
			return ForSigning
		}
	}
	for _, u := range c.UnknownExtKeyUsage {
		if slices.ContainsFunc(forDocuments, u.Equal) {
			return ForSigning
		}
	}
	if len(c.UnknownExtKeyUsage) > 0 {
		return UnclearIfSigning
	}
	return NotForSigning
}

// MayStamp tells whether a certificate is for time stamps and nothing else
// (RFC 3161, 2.3).
func MayStamp(c *x509.Certificate) bool {
	return len(c.UnknownExtKeyUsage) == 0 && slices.Equal(c.ExtKeyUsage, []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping})
}

// Bounds of the work that certificates can ask for: how many stand together, and how
// long their keys are. No key in use is longer.
const (
	maxCerts   = 16
	maxRSABits = 8192
)

// Certificates reads the certificates that stand one after the other.
func Certificates(der []byte) ([]*x509.Certificate, error) {
	certs, err := x509.ParseCertificates(der)
	if err != nil {
		return nil, err
	}
	if len(certs) > maxCerts {
		return nil, unknown(fmt.Sprintf("more than %d certificates", maxCerts))
	}
	for _, c := range certs {
		if k, ok := c.PublicKey.(*rsa.PublicKey); ok && k.N.BitLen() > maxRSABits {
			return nil, unknown(fmt.Sprintf("a key of more than %d bits", maxRSABits))
		}
	}
	return certs, nil
}

var errNoCertificate = errors.New("no certificate")

// Certificate reads a single certificate.
func Certificate(der []byte) (*x509.Certificate, error) {
	certs, err := Certificates(der)
	if err == nil && len(certs) != 1 {
		err = errNoCertificate
	}
	if err != nil {
		return nil, err
	}
	return certs[0], nil
}
