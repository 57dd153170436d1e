package proposal

import (
	"regexp"
	"strconv"
	"strings"

	"samsyn/internal/advice"
)

// name is the form of a proposal's name: a date and some words, which is also an
// address, a file and a branch that nobody has to escape.
var name = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)+$`)

// longest is how many characters a name may have.
const longest = 80

// Nameable tells whether a proposal can have a name.
func Nameable(s string) bool { return len(s) <= longest && name.MatchString(s) }

// branch is the reference of a proposal's branch.
func branch(name string) string { return "refs/heads/" + Prefix + name }

// dropped is where a proposal that was dropped is kept.
func dropped(name string) string { return "refs/samsyn/dropped/" + name }

// named makes a name of a day and some words; the nth, where others have it already.
func named(day, words string, nth int) string {
	slug := advice.Slugged(words)
	if room := longest - len(day) - 6; len(slug) > room {
		slug = slug[:room]
		if cut := strings.LastIndexByte(slug, '-'); cut > room/2 {
			slug = slug[:cut]
		}
	}
	if slug = strings.Trim(slug, "-"); slug == "" {
		slug = "andring"
	}
	if nth > 1 {
		slug += "-" + strconv.Itoa(nth)
	}
	return day + "-" + slug
}
