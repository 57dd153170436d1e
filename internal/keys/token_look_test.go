//go:build pkcs11 && cgo

package keys

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"slices"
	"testing"
)

// What there is to choose among is told in the same order each time.
func TestAloneInOrder(t *testing.T) {
	held, want := map[string]*x509.Certificate{}, []string{}
	for _, id := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		held[id] = &x509.Certificate{Subject: pkix.Name{CommonName: "Prov " + id}}
		if id != "5" {
			want = append(want, "Prov "+id)
		}
	}
	for range 20 {
		var got []string
		for _, k := range alone(held, []key{{id: "5"}}) {
			got = append(got, k.label)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}
