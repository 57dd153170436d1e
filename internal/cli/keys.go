package cli

import (
	"errors"
	"io/fs"
	"path/filepath"

	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/keys"
)

// credential gives the key to seal with: the user's own, else the test certificate's,
// which is made on the first run, else none.
func (a *app) credential(k console.KeyFlags, mode string) (*keys.Credential, error) {
	switch {
	case k.Given():
		own, err := a.Key(k)
		return &own, err
	case mode == "none":
		return nil, nil
	case a.ConfigDir == "":
		return nil, a.Refuse("samsyn: testcertifikatet har ingenstans att ligga, för användaren har ingen hemmapp. Sätt HOME, ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: there is nowhere to keep the test certificate, since the user has no home folder. Set HOME, give a key of your own, or build with --sign none.")
	}
	folder := filepath.Join(a.ConfigDir, "samsyn")
	c, err := keys.TestCredential(folder)
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		return nil, a.Refuse("samsyn: testcertifikatet går inte att läsa eller lägga i %[1]s (%[2]s). Ange en egen nyckel, eller bygg med --sign none.",
			"samsyn: the test certificate cannot be read from or put into %[1]s (%[2]s). Give a key of your own, or build with --sign none.", folder, cause.System(failed, a.Lang))
	}
	if err != nil {
		return nil, err
	}
	if c.Closed {
		a.Say("Testcertifikatets nyckel i %[1]s kunde läsas av andra på datorn. Nu kan bara du läsa den. Ta bort filen testcertifikat.pem där om någon kan ha kopierat den, så skapas en ny.",
			"The key of the test certificate in %[1]s could be read by others on this computer. Now only you can read it. Remove the file testcertifikat.pem there if anybody may have copied it, and a new one is made.", folder)
	}
	if c.Created {
		a.Say("Ett testcertifikat har skapats i %[1]s. Det är bara till för prov.", "A test certificate was made in %[1]s. It is for trying things out only.", folder)
	}
	return &c.Credential, nil
}
