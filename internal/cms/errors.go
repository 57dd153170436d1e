// Package cms is for the containers that signatures and time stamps come in
// (CMS, RFC 5652; CAdES, EN 319 122-1; time stamps, RFC 3161). In go a key with
// its certificates and what is to be signed, and out comes a container; in goes a
// container, and out comes who made it and whether it holds. It knows no PDF.
package cms

import "errors"

// What the making of a container can refuse. They are wrapped with the
// particulars; compare with errors.Is.
var (
	ErrKeyKind   = errors.New("the kind of key cannot be used (RSA from 2048 bits, ECDSA P-256 or P-384)")
	ErrTimestamp = errors.New("the time-stamp service did not give a valid time stamp")
)
