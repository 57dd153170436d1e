package cms

import "crypto/x509"

// MaySign reads the key usage (RFC 5280, 4.2.1.3): signatures or
// non-repudiation, or none stated.
func MaySign(c *x509.Certificate) bool {
	return c.KeyUsage == 0 || c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) != 0
}
