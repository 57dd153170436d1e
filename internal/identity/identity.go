// Package identity recognises Swedish personal identity numbers, which may not
// stand in content that is published, and hides them in what is printed.
package identity

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// candidate is what a Swedish personal identity number may look like:
// YYMMDD-NNNN, YYMMDD+NNNN and YYYYMMDD-NNNN, with nothing in place of the sign, or
// what documents and telephones put there: a space, a no-break space, a no-break
// hyphen, an en dash. The longer form is tried first: a shorter one is a part of it.
var candidate = regexp.MustCompile(`(?:[0-9]{8}|[0-9]{6})[-+ \x{a0}\x{2011}\x{2013}]?[0-9]{4}`)

// telephone is where numbers stand that are there to be called.
var telephone = regexp.MustCompile(`(?i)(?:^|[\s{,"'])phone["']?\s*:\s*[^,}]*|tel:[+0-9.-]*`)

// Find finds personal identity and coordination numbers (SFS 1991:481 § 18,
// 2022:1697) in a line of text, each as the byte offsets of its beginning and end. What
// stands in the field phone, or behind tel:, is a number to call.
func Find(line string) [][]int {
	var found [][]int
	if !sixDigits(line) || !candidate.MatchString(line) { // as nearly all lines
		return nil
	}
	telephones := telephone.FindAllStringIndex(line, -1)
	toCall := func(at int) bool { // asked from left to right
		for len(telephones) > 0 && telephones[0][1] < at {
			telephones = telephones[1:]
		}
		return len(telephones) > 0 && telephones[0][0] < at
	}
	for from := 0; from < len(line); {
		m := candidate.FindStringIndex(line[from:])
		if m == nil {
			break
		}
		start, end := from+m[0], from+m[1]
		if standsAlone(line, start, end) && isPersonalNumber(line[start:end]) && !toCall(start) {
			found = append(found, []int{start, end})
			from = end
			continue
		}
		from = start + 1
		// Within a run of digits that is too long nothing can stand alone.
		for start > 0 && isDigit(line[start-1]) && from < len(line) && isDigit(line[from]) {
			from++
		}
	}
	return found
}

// sixDigits tells whether there are six digits in a row, which every candidate
// begins with and few texts hold.
func sixDigits(s string) bool {
	run := 0
	for i := range len(s) {
		if c := s[i]; c < '0' || c > '9' {
			run = 0
		} else if run++; run == 6 {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// standsAlone tells whether a number is no part of a longer one, of a word or of
// an address: a digest, an id, a telephone number.
func standsAlone(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, size := utf8.DecodeRuneInString(s[end:])
	if wordly(before) || wordly(after) {
		return false
	}
	if before == '+' {
		return false
	}
	if before == '-' { // of a name, or of a longer number
		further, _ := utf8.DecodeLastRuneInString(s[:start-1])
		if unicode.IsDigit(further) {
			return false
		}
	}
	if strings.ContainsRune("-+", after) {
		next, _ := utf8.DecodeRuneInString(s[end+size:])
		return !unicode.IsDigit(next)
	}
	return true
}

func wordly(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

func isPersonalNumber(s string) bool {
	digits := strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
	short := digits[len(digits)-10:]
	if !luhn(short) {
		return false
	}
	if len(digits) == 12 {
		return isBirthDate(digits[:4], short)
	}
	return isBirthDate("19"+short[:2], short) || isBirthDate("20"+short[:2], short)
}

func isBirthDate(year, short string) bool {
	day := short[4:6]
	if day > "60" { // a coordination number adds sixty to the day
		day = string([]byte{day[0] - 6, day[1]})
	}
	_, err := time.Parse("20060102", year+short[2:4]+day)
	return err == nil && year >= "1800" && year < "2100"
}

// luhn checks the last digit of ten by the Luhn algorithm (ISO/IEC 7812-1 B).
func luhn(digits string) bool {
	sum := 0
	for i, c := range digits {
		n := int(c - '0')
		if i%2 == 0 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0
}

// Mask hides the last four digits of every personal identity number in a text.
func Mask(s string) string {
	for _, m := range Find(s) {
		s = s[:m[1]-4] + "****" + s[m[1]:]
	}
	return s
}
