package typeset

import ("testing";"os")

func TestZZ(t *testing.T) {
	d, err := Layout(sample())
	if err != nil { t.Fatal(err) }
	os.WriteFile("/tmp/ts/sample.txt", []byte(d.Structure()), 0o644)
	b, err := d.Bytes()
	if err != nil { t.Fatal(err) }
	os.WriteFile("/tmp/ts/sample.pdf", b, 0o644)
}
