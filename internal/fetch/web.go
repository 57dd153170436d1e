package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"samsyn/internal/model"
)

// Where the sources are.
const (
	koladaHost = "api.kolada.se"
	scbHost    = "statistikdatabasen.scb.se"
)

const (
	mostBytes   = 1 << 20 // of all that is kept of one indicator: no file of the content may be larger
	mostPages   = 100
	mostTries   = 5
	mostCodes   = 25 // of places in one question to Kolada
	longestRest = time.Minute
	patience    = time.Minute // with one answer
)

// Client asks the sources.
type Client struct {
	// Transport carries the questions; nil is the network.
	Transport http.RoundTripper
	// Rest waits between tries; nil is the clock.
	Rest func(time.Duration)
}

// Transport is what carries questions, so that a test can answer them.
type Transport = http.RoundTripper

// ErrPlaces says that an indicator names no place, which Kolada must know.
var ErrPlaces = errors.New("no places are named")

// Ask fetches an indicator's figures.
func (c *Client) Ask(ctx context.Context, f model.Fetch) (*Figures, error) {
	questions, err := Questions(f)
	if err != nil {
		return nil, err
	}
	var answers []Answer
	left := mostBytes
	for _, q := range questions {
		for next := q; next != ""; {
			if len(answers) == mostPages {
				return nil, fmt.Errorf("%w: more than %d pages", ErrNonsense, mostPages)
			}
			body, err := c.get(ctx, next, left)
			if err != nil {
				return nil, err
			}
			left -= len(body)
			answers = append(answers, Answer{next, string(body)})
			if next, err = following(next, body, f); err != nil {
				return nil, err
			}
		}
	}
	return Read(answers, f)
}

// Questions are the addresses that an indicator's figures are at.
func Questions(f model.Fetch) ([]string, error) {
	if f.From.V == "kolada" {
		if len(f.Places) == 0 {
			return nil, ErrPlaces
		}
		var list []string
		for from := 0; from < len(f.Places); from += mostCodes {
			var codes []string
			for _, p := range f.Places[from:min(from+mostCodes, len(f.Places))] {
				code := p.V
				if len(code) == 2 {
					code = "00" + code
				}
				codes = append(codes, url.PathEscape(code))
			}
			list = append(list, "https://"+koladaHost+"/v3/data/kpi/"+url.PathEscape(f.Figure.V)+"/municipality/"+strings.Join(codes, ","))
		}
		return list, nil
	}
	q := url.Values{"lang": {"sv"}, "outputFormat": {"json-stat2"}, "valueCodes[Tid]": {"*"}}
	if len(f.Places) > 0 {
		q.Set("valueCodes[Region]", joined(f.Places))
	}
	if f.Sexes.V {
		q.Set("valueCodes[Kon]", "*")
	}
	for name, codes := range f.Dimensions {
		q.Set("valueCodes["+name+"]", joined(codes))
	}
	return []string{"https://" + scbHost + "/api/v2/tables/" + url.PathEscape(f.Figure.V) + "/data?" + q.Encode()}, nil
}

func joined(list []model.Text) string {
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = t.V
	}
	return strings.Join(words, ",")
}

// following is the address of the next page of Kolada's answer, "" where there is none.
// It must be at Kolada's.
func following(from string, body []byte, f model.Fetch) (string, error) {
	if f.From.V != "kolada" {
		return "", nil
	}
	_, next, err := kolada(body, f)
	if err != nil || next == "" {
		return "", err
	}
	base, err := url.Parse(from)
	if err != nil {
		return "", err
	}
	to, err := base.Parse(next)
	if err != nil || to.Host != koladaHost || to.String() == from {
		return "", fmt.Errorf("%w: the next page is at %q", ErrNonsense, next)
	}
	to.Scheme = "https"
	return to.String(), nil
}

// get asks for one address, one at a time. A source that is asked too often, or that is
// down for a while, is asked again after the time that it names, or longer each time.
func (c *Client) get(ctx context.Context, address string, most int) ([]byte, error) {
	for try := 1; ; try++ {
		body, again, err := c.once(ctx, address, most)
		if err == nil || again == 0 || try == mostTries {
			return body, err
		}
		if again < 0 {
			again = time.Duration(1<<(try-1)) * time.Second
		}
		c.rest(min(again, longestRest))
	}
}

func (c *Client) rest(d time.Duration) {
	if c.Rest != nil {
		c.Rest(d)
		return
	}
	time.Sleep(d)
}

// once asks once. again is after how long it may be asked anew, 0 for never, below 0
// where the source does not say. More than so many bytes are ErrTooMuch.
func (c *Client) once(ctx context.Context, address string, most int) (body []byte, again time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, 0, err
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "samsyn")
	client := http.Client{Transport: c.Transport, CheckRedirect: func(to *http.Request, _ []*http.Request) error {
		if to.URL.Host != r.URL.Host || to.URL.Scheme != "https" {
			return fmt.Errorf("%w: it leads to another place", ErrNonsense)
		}
		return nil
	}}
	answer, err := client.Do(r)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = answer.Body.Close() }()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		return nil, after(answer.Header.Get("Retry-After")), &StatusError{address, answer.Status}
	default:
		return nil, 0, &StatusError{address, answer.Status}
	}
	body, err = io.ReadAll(io.LimitReader(answer.Body, int64(most)+1))
	if err != nil {
		return nil, 0, err
	}
	if len(body) > most {
		return nil, 0, ErrTooMuch
	}
	return body, 0, nil
}

// after reads Retry-After in seconds (RFC 9110 §10.2.3).
func after(header string) time.Duration {
	if seconds, err := strconv.Atoi(header); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	return -1
}

// StatusError says that a source answered something else than figures.
type StatusError struct{ Address, Status string }

func (e *StatusError) Error() string { return e.Address + ": " + e.Status }
