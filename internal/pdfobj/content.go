package pdfobj

import "errors"

// ErrInline tells of a content stream with a picture inside it, whose end cannot be
// told without decoding it.
var ErrInline = errors.New("a picture inside a content stream")

// mostOperands bounds what may stand before one operator (ISO 32000-1, annex C.2,
// has less for all but marks of PDF 2.0).
const mostOperands = 64

// Operators calls do for each operator of a content stream, with what stands before
// it (7.8.2). The slice is used again for the next. It ends with the first error,
// do's own among them.
func Operators(content []byte, do func(operator string, operands []any) error) error {
	l := &lexer{s: content}
	operands := make([]any, 0, mostOperands)
	for {
		if err := l.skip(); err != nil {
			return err
		}
		if l.p >= len(l.s) {
			return nil
		}
		if operator := l.operator(); operator != "" {
			if operator == "BI" {
				return ErrInline
			}
			if err := do(operator, operands); err != nil {
				return err
			}
			operands = operands[:0]
			continue
		}
		v, err := l.object(0)
		if err != nil {
			return err
		}
		if len(operands) == mostOperands {
			return l.fail("more than %d operands", mostOperands)
		}
		operands = append(operands, v)
	}
}

// operator reads an operator, or nothing where an operand begins.
func (l *lexer) operator() string {
	at := l.p
	t := l.regular()
	if t == "" || t == "true" || t == "false" || t == "null" || isNumber(t) {
		l.p = at
		return ""
	}
	return t
}
