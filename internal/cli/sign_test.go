package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"samsyn/internal/cms"
	"samsyn/internal/console"
	"samsyn/internal/keys"
)

// Whatever kept a file from being signed: it is told, and that the file is untouched.
func TestSigningFailedTellsTheFileIsUntouched(t *testing.T) {
	for err, want := range map[error]string{
		keys.ErrPassword: "SAMSYN_P12_PASSWORD",
		keys.ErrToken:    "kortet går inte att använda",
		keys.ErrExpired:  "certifikatet har gått ut",
		cms.ErrTimestamp: "tidsstämpeltjänsten",
	} {
		var told bytes.Buffer
		a := &app{&console.Console{World: console.World{Stderr: &told, Getenv: func(string) string { return "" }}, Lang: "sv"}}
		if got := a.signingFailed(err, asWas); !errors.Is(got, console.ErrTold) || !strings.Contains(told.String(), want) || !strings.HasSuffix(told.String(), " Filen är orörd.\n") {
			t.Errorf("%v: status %d, %q", err, got, told.String())
		}
	}
}
