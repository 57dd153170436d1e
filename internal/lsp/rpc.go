package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Messages go as JSON-RPC 2.0, each below a header that says how long it is (Language
// Server Protocol 3.17, base protocol). What an editor may send is bounded here.
const (
	longestLine    = 4 << 10  // of a header, in bytes
	mostHeaders    = 16       // lines
	longestMessage = 16 << 20 // in bytes: a file of the greatest size, each letter escaped
	longestSkipped = 1 << 30  // what is longer than a message may be is read past, up to this
)

// message is a request, a notification (without an id) or an answer.
type message struct {
	JSONRPC string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  any             `json:"result,omitempty"`
	Error   *failure        `json:"error,omitempty"`
}

// failure is the error of an answer.
type failure struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (f *failure) Error() string { return f.Message }

// The protocol's numbers for what can go wrong.
const (
	parseError     = -32700
	invalidRequest = -32600
	unknownMethod  = -32601
	invalidParams  = -32602
	internalError  = -32603
	notInitialized = -32002
	cancelled      = -32800
	requestFailed  = -32803
)

// errFraming says that where the next message begins cannot be told any more.
var errFraming = errors.New("not the headers of a message")

// read reads a message. A *failure is about this message alone, and the next one can be
// read; any other error ends the conversation, io.EOF where the editor has hung up.
func read(r *bufio.Reader) (m message, err error) {
	length, err := header(r)
	switch {
	case err != nil:
		return m, err
	case length > longestSkipped:
		return m, errFraming
	case length > longestMessage:
		if _, err := io.CopyN(io.Discard, r, length); err != nil {
			return m, err
		}
		return m, &failure{invalidRequest, "message too long"}
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return m, err
	}
	if !json.Valid(body) {
		return m, &failure{parseError, "not JSON"}
	}
	if err := json.Unmarshal(body, &m); err != nil || m.JSONRPC != "2.0" {
		return m, &failure{invalidRequest, "not a message of JSON-RPC 2.0"}
	}
	return m, nil
}

// header reads the lines above a message and gives its length in bytes.
func header(r *bufio.Reader) (length int64, err error) {
	length = -1
	for n := range mostHeaders {
		line, err := r.ReadSlice('\n')
		switch {
		case errors.Is(err, io.EOF) && (n > 0 || len(line) > 0):
			return 0, io.ErrUnexpectedEOF
		case errors.Is(err, bufio.ErrBufferFull):
			return 0, errFraming
		case err != nil:
			return 0, err
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" && length >= 0 {
			return length, nil
		}
		name, value, named := strings.Cut(text, ":")
		if !named {
			return 0, errFraming
		}
		if strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64); err != nil || length < 0 {
				return 0, errFraming
			}
		}
	}
	return 0, errFraming
}

// write writes a message.
func write(w io.Writer, m message) error {
	m.JSONRPC = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = w.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
	return err
}
