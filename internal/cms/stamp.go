package cms

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"time"

	"github.com/digitorus/timestamp"
)

const (
	stampTimeout = 30 * time.Second
	stampLimit   = 1 << 20 // bytes of an answer
)

// HTTPTimestamp gives a function for Options.Timestamp that asks the
// time-stamp service at a URL (RFC 3161, 3.4).
func HTTPTimestamp(ctx context.Context, url string) func(signature []byte) ([]byte, error) {
	return func(signature []byte) ([]byte, error) {
		nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 64))
		if err != nil {
			return nil, err
		}
		query, err := timestamp.CreateRequest(bytes.NewReader(signature), &timestamp.RequestOptions{
			Hash: crypto.SHA256, Certificates: true, Nonce: nonce,
		})
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
		}
		answer, err := ask(ctx, url, query)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
		}
		token, err := readAnswer(answer, signature, nonce)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTimestamp, err)
		}
		return token, nil
	}
}

func ask(ctx context.Context, url string, query []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, stampTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(query))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/timestamp-query")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }() // only read
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s", url, resp.Status)
	}
	return io.ReadAll(io.LimitReader(resp.Body, stampLimit))
}

// readAnswer takes the token out of an answer, if it is one over signature.
func readAnswer(answer, signature []byte, nonce *big.Int) ([]byte, error) {
	var r struct {
		Status struct {
			Status int
			Text   asn1.RawValue  `asn1:"optional"`
			Fail   asn1.BitString `asn1:"optional"`
		}
		Token asn1.RawValue `asn1:"optional"`
	}
	if err := exact(answer, &r, ""); err != nil {
		return nil, err
	}
	if r.Status.Status > 1 || len(r.Token.FullBytes) == 0 {
		return nil, fmt.Errorf("the service refuses (status %d)", r.Status.Status)
	}
	info, _, err := CheckToken(r.Token.FullBytes, signature)
	if err != nil {
		return nil, err
	}
	if info.Nonce == nil || info.Nonce.Cmp(nonce) != 0 {
		return nil, errors.New("the answer belongs to another question")
	}
	return r.Token.FullBytes, nil
}

type accuracy struct {
	Seconds int `asn1:"optional"`
	Millis  int `asn1:"optional,tag:0"`
	Micros  int `asn1:"optional,tag:1"`
}

type imprint struct {
	Alg  pkix.AlgorithmIdentifier
	Hash []byte
}

// TSTInfo is what a token says (RFC 3161, 2.4.2).
type TSTInfo struct {
	Version  int
	Policy   asn1.ObjectIdentifier
	Imprint  imprint
	Serial   *big.Int
	Time     time.Time `asn1:"generalized"`
	Accuracy accuracy  `asn1:"optional"`
	Ordering bool      `asn1:"optional"`
	Nonce    *big.Int  `asn1:"optional"`
}

// CheckToken says whether a token holds and is one over content, given in parts.
func CheckToken(der []byte, content ...[]byte) (TSTInfo, *Container, error) {
	var info TSTInfo
	c, err := Parse(der)
	if err != nil {
		return info, nil, err
	}
	if len(c.Token) > 0 {
		return info, nil, errors.New("a time stamp on a time stamp")
	}
	var said []byte
	if _, err := asn1.UnmarshalWithParams(c.content.Content.FullBytes, &said, "explicit,tag:0"); err != nil {
		return info, nil, err
	}
	if err := c.Check(oidTSTInfo, said); err != nil {
		return info, nil, err
	}
	if _, err := asn1.Unmarshal(said, &info); err != nil {
		return info, nil, err
	}
	h := hashByOID(info.Imprint.Alg)
	if h == 0 {
		return info, nil, unknown("the time stamp's digest algorithm")
	}
	if !bytes.Equal(info.Imprint.Hash, hashSum(h, content...)) {
		return info, nil, errors.New("the time stamp is over something else")
	}
	if !MayStamp(c.Signer) {
		return info, nil, errors.New("the time stamp's certificate is not one for time stamps")
	}
	if info.Time.Before(c.Signer.NotBefore) || info.Time.After(c.Signer.NotAfter) {
		return info, nil, errors.New("the time stamp was made outside its certificate's time")
	}
	return info, c, nil
}
