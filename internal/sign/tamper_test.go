package sign

import (
	"bytes"
	"crypto/elliptic"
	"crypto/x509"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/cms"
	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// TestEveryByteCounts changes each byte of a file that is signed twice, and of the
// signatures themselves, which have a test of their own, every eleventh; their padding
// is among them. Letters change their case too, which means nothing to a reader of
// hexadecimal digits.
func TestEveryByteCounts(t *testing.T) {
	signedFile := mustSign(t, mustSign(t, twoFields(), "kommun", signer(t)), "region", issue(t, certtest.RSA(t, 2048), nil, nil))
	if !holds(signedFile) {
		t.Fatal("the file does not hold to begin with")
	}
	const parts = 4
	step := parts
	if testing.Short() {
		step *= 16
	}
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			pdf := bytes.Clone(signedFile)
			for i := part; i < len(pdf); i += step {
				if in := within(gaps(signedFile), i); in && i%11 != 0 {
					continue
				}
				flips := []byte{0x01}
				if c := pdf[i] | 0x20; c >= 'a' && c <= 'z' {
					flips = append(flips, 0x20)
				}
				for _, bit := range flips {
					pdf[i] ^= bit
					if holds(pdf) {
						t.Errorf("byte %d of %d: %q may become %q", i, len(pdf), pdf[i]^bit, pdf[i])
					}
					pdf[i] ^= bit
				}
			}
		})
	}
}

func within(gaps [][2]int, i int) bool {
	return slices.ContainsFunc(gaps, func(g [2]int) bool { return i >= g[0] && i < g[1] })
}

func TestCutAndAppended(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	twice := mustSign(t, once, "region", signer(t))
	for n := 0; n < len(twice); n += 7 {
		if n != len(once) && holds(twice[:n]) {
			t.Errorf("cut to %d of %d bytes it holds", n, len(twice))
		}
	}
	for _, junk := range []string{"\n", " ", "\x00", "%", "hej", "%%EOF\n", "\nstartxref\n9\n%%EOF\n", string(once), "%PDF-1.7\n"} {
		if holds(append(bytes.Clone(twice), junk...)) {
			t.Errorf("%.20q may stand behind it", junk)
		}
	}
}

// gaps are where the hexadecimal form of each signature begins and ends.
func gaps(pdf []byte) (out [][2]int) {
	key := []byte("/Contents <")
	for from := 0; ; {
		i := bytes.Index(pdf[from:], key)
		if i < 0 {
			return out
		}
		a := from + i + len(key)
		b := a + bytes.IndexByte(pdf[a:], '>')
		out = append(out, [2]int{a, b})
		from = b
	}
}

func TestSwappedSignatures(t *testing.T) {
	c := issue(t, certtest.EC(t, elliptic.P256()), nil, nil) // the same certificate, so the same room
	twice := mustSign(t, mustSign(t, twoFields(), "kommun", c), "region", c)
	p := gaps(twice)
	if len(p) != 2 || p[0][1]-p[0][0] != p[1][1]-p[1][0] {
		t.Fatalf("places %v", p)
	}
	swap := bytes.Clone(twice)
	copy(swap[p[0][0]:], twice[p[1][0]:p[1][1]])
	copy(swap[p[1][0]:], twice[p[0][0]:p[0][1]])
	r := mustVerify(t, swap)
	for _, s := range r.Signatures {
		if s.Verdict() == Valid {
			t.Errorf("the signature in %s holds", s.Field)
		}
	}
	other := mustSign(t, form(nil, "kommun", "landsting"), "kommun", c)
	q := gaps(other)
	moved := bytes.Clone(twice)
	copy(moved[p[1][0]:], other[q[0][0]:q[0][1]])
	if holds(moved) {
		t.Error("a signature of another file holds")
	}
}

func TestSignatureInTheWrongField(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	// The names are in the base, of the same length.
	pdf := bytes.Replace(once, []byte("(kommun)"), []byte("(region)"), 1)
	if holds(pdf) {
		t.Error("a renamed field holds")
	}
}

// TestByteRangeGames makes signatures over something else than all.
func TestByteRangeGames(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	at := bytes.LastIndex(once, []byte("/ByteRange [")) + len("/ByteRange ")
	end := at + rangeRoom
	var a, b, c int
	if _, err := fmt.Sscanf(string(once[at:end]), "[0 %d %d %d]", &a, &b, &c); err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]string{
		"gap grown to the left":  fmt.Sprintf("[0 %d %d %d]", a-1, b, c),
		"gap grown to the right": fmt.Sprintf("[0 %d %d %d]", a, b+1, c-1),
		"gap shrunk":             fmt.Sprintf("[0 %d %d %d]", a+1, b-1, c+1),
		"no gap":                 fmt.Sprintf("[0 %d %d %d]", b, b, c),
		"end left out":           fmt.Sprintf("[0 %d %d %d]", a, b, c-1),
		"beyond the end":         fmt.Sprintf("[0 %d %d %d]", a, b, c+1),
		"beginning left out":     fmt.Sprintf("[1 %d %d %d]", a-1, b, c),
		"negative":               fmt.Sprintf("[0 %d %d -1]", a, b),
		"overflow":               "[0 9223372036854775807 9223372036854775807 2]",
		"too few":                fmt.Sprintf("[0 %d %d]", a, b),
		"too many":               fmt.Sprintf("[0 %d %d 1 %d 1]", a, b, b),
		"words":                  "[/a /b /c /d]",
		"null":                   "null",
		"backwards":              fmt.Sprintf("[0 %d %d %d]", b, a, c),
	} {
		if len(r) > rangeRoom+10 {
			continue
		}
		pdf := bytes.Clone(once)
		if len(r) > rangeRoom {
			r = r[:rangeRoom]
		}
		copy(pdf[at:end], r+strings.Repeat(" ", rangeRoom-len(r)))
		if holds(pdf) {
			t.Errorf("%s: it holds", name)
		}
	}
}

// resign makes a valid container over a file whose signature dictionary was
// changed by its own signer: what a malicious signer could make.
func resign(t *testing.T, pdf []byte, c keys.Credential, gap [2]int) []byte {
	t.Helper()
	out := bytes.Clone(pdf)
	der, err := cms.Make([][]byte{out[:gap[0]], out[gap[1]:]}, c.Key, c.Chain, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := gaps(out)[0]
	copy(out[p[0]:p[1]], fmt.Sprintf("%x", der)+strings.Repeat("0", p[1]-p[0]-2*len(der)))
	return out
}

func TestSignerLeavesSomethingOut(t *testing.T) {
	c := signer(t)
	once := mustSign(t, twoFields(), "kommun", c)
	at := bytes.LastIndex(once, []byte("/ByteRange [")) + len("/ByteRange ")
	p := gaps(once)[0]
	honest := [2]int{p[0] - 1, p[1] + 1}
	if !holds(resign(t, once, c, honest)) {
		t.Fatal("signed anew it does not hold, so the rest of this test says nothing")
	}
	short := bytes.Clone(once) // signed to the end, but telling others to stop before it
	r := fmt.Sprintf("[0 %d %d %d]", honest[0], honest[1], len(once)-honest[1]-1)
	copy(short[at:at+rangeRoom], r+strings.Repeat(" ", rangeRoom-len(r)))
	if holds(resign(t, short, c, honest)) {
		t.Error("a byte range that ends too early holds")
	}
	for _, gap := range [][2]int{{honest[0] - 5, honest[1]}, {honest[0], honest[1] + 10}, {9, honest[1]}} {
		pdf := bytes.Clone(once)
		r := fmt.Sprintf("[0 %d %d %d]", gap[0], gap[1], len(pdf)-gap[1])
		copy(pdf[at:at+rangeRoom], r+strings.Repeat(" ", rangeRoom-len(r)))
		rep := mustVerify(t, resign(t, pdf, c, gap))
		if s := rep.Signatures[0]; len(s.Problems) == 0 || s.Problems[0].Code != ByteRange {
			t.Errorf("a gap of %v: %+v", gap, s.Problems)
		}
	}
}

// TestSignedFromTheStart has no unsigned base that a rebuild could give.
func TestSignedFromTheStart(t *testing.T) {
	c := signer(t)
	once := mustSign(t, twoFields(), "kommun", c)
	f, err := pdfobj.Parse(once)
	if err != nil {
		t.Fatal(err)
	}
	r := mustVerify(t, f.WriteFull("1.7"))
	if r.Verdict() == Valid || len(r.Signatures) != 1 || r.Base != 0 {
		t.Errorf("%+v", r)
	}
}

func TestTrust(t *testing.T) {
	root := issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	middle := issue(t, certtest.EC(t, elliptic.P256()), &root, certtest.AsCA)
	c := issue(t, certtest.EC(t, elliptic.P256()), &middle, nil)
	pdf := mustSign(t, twoFields(), "kommun", c)
	for name, k := range map[string]struct {
		trusted []*x509.Certificate
		want    bool
	}{
		"the root":       {[]*x509.Certificate{root.Chain[0]}, true},
		"what is middle": {[]*x509.Certificate{middle.Chain[0]}, true},
		"the signer":     {[]*x509.Certificate{c.Chain[0]}, true},
		"nobody":         {nil, false},
		"somebody else":  {signer(t).Chain, false},
	} {
		r := mustVerify(t, pdf, k.trusted...)
		if r.Verdict() != Valid || r.Trusted() != k.want || (r.Signatures[0].Untrusted == "") != k.want {
			t.Errorf("%s: %+v", name, r.Signatures[0])
		}
	}
	late, err := Verify(pdf, VerifyOptions{Trusted: root.Chain, Now: when.AddDate(50, 0, 0)})
	if err != nil || late.Verdict() != Valid || late.Trusted() {
		t.Errorf("an expired certificate without a time stamp is trusted: %+v, %v", late, err)
	}
}
