package sign

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/x509"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"samsyn/internal/cms"
	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"

	"github.com/digitorus/timestamp"
)

// service is a time-stamp service of the test's own. edit may spoil what it
// answers.
func service(t *testing.T, c keys.Credential, edit func(*timestamp.Timestamp)) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		q, err := timestamp.ParseRequest(body)
		if err != nil || r.Header.Get("Content-Type") != "application/timestamp-query" || !q.Certificates {
			t.Errorf("the question: %+v, %v", q, err)
			return
		}
		ts := &timestamp.Timestamp{
			HashAlgorithm: q.HashAlgorithm, HashedMessage: q.HashedMessage, Nonce: q.Nonce,
			Time: time.Now().UTC().Truncate(time.Second), Policy: []int{1, 2, 3}, AddTSACertificate: true, Accuracy: time.Second,
		}
		if edit != nil {
			edit(ts)
		}
		answer, err := ts.CreateResponseWithOpts(c.Chain[0], c.Key, crypto.SHA256)
		if err != nil {
			t.Error(err)
		}
		if _, err := w.Write(answer); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func stamped(t *testing.T, c keys.Credential, url string) ([]byte, error) {
	t.Helper()
	return Sign(twoFields(), Options{Field: "kommun", Credential: c, Timestamp: cms.HTTPTimestamp(t.Context(), url)})
}

func TestTimestamp(t *testing.T) {
	tsa := issue(t, certtest.RSA(t, 2048), nil, certtest.AsService)
	c := signer(t)
	pdf, err := stamped(t, c, service(t, tsa, nil))
	if err != nil {
		t.Fatal(err)
	}
	r := mustVerify(t, pdf, c.Chain[1])
	s := r.Signatures[0]
	if r.Verdict() != Valid || s.Stamp == nil || s.Stamp.Trusted || s.Stamp.Service != "Tidsstämpling" || time.Since(s.Stamp.Time) > time.Minute {
		t.Fatalf("%+v, stamp %+v", r, s.Stamp)
	}
	// What a trusted service saw in time outlives the certificate.
	later := VerifyOptions{Trusted: []*x509.Certificate{c.Chain[1]}, Now: time.Now().AddDate(5, 0, 0)}
	if r, err := Verify(pdf, later); err != nil || r.Trusted() {
		t.Errorf("a stamp of nobody we trust makes an old signature trusted: %+v, %v", r, err)
	}
	later.Trusted = append(later.Trusted, tsa.Chain[0])
	if r, err := Verify(pdf, later); err != nil || !r.Trusted() || !r.Signatures[0].Stamp.Trusted {
		t.Errorf("a trusted stamp does not help: %+v, %v", r, err)
	}
	p := gaps(pdf)[0]
	used := len(bytes.TrimRight(pdf[p[0]:p[1]], "0")) // the padding has a test of its own
	for i := p[0]; i < p[0]+used; i += 41 {           // the container has a test of its own
		pdf[i] ^= 0x01
		if holds(pdf) {
			t.Errorf("digit %d of the signature may change to %q", i-p[0], pdf[i])
		}
		pdf[i] ^= 0x01
	}
}

func TestTimestampRefused(t *testing.T) {
	c := signer(t)
	good := issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsService)
	wrongUse := issue(t, certtest.EC(t, elliptic.P256()), nil, nil)
	answer := func(status int, body string) string {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			if _, err := io.WriteString(w, body); err != nil {
				t.Error(err)
			}
		}))
		t.Cleanup(s.Close)
		return s.URL
	}
	refusal, err := timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadRequest)
	if err != nil {
		t.Fatal(err)
	}
	for name, url := range map[string]string{
		"not there":       "http://127.0.0.1:1/",
		"no address":      "::",
		"error page":      answer(http.StatusInternalServerError, ""),
		"something else":  answer(http.StatusOK, "<html>"),
		"refusal":         answer(http.StatusOK, string(refusal)),
		"other content":   service(t, good, func(ts *timestamp.Timestamp) { ts.HashedMessage = bytes.Repeat([]byte{1}, 32) }),
		"other question":  service(t, good, func(ts *timestamp.Timestamp) { ts.Nonce = nil }),
		"no certificate":  service(t, good, func(ts *timestamp.Timestamp) { ts.AddTSACertificate = false }),
		"out of its time": service(t, good, func(ts *timestamp.Timestamp) { ts.Time = time.Now().AddDate(-1, 0, 0) }),
		"wrong purpose":   service(t, wrongUse, nil),
	} {
		if _, err := stamped(t, c, url); !errors.Is(err, cms.ErrTimestamp) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
