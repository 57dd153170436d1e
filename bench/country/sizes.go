package country

import (
	"strconv"
	"strings"
)

// EachSize measures countries of several sizes in turn: sizes are numbers of
// initiatives, by commas. The first that fails ends it.
func EachSize(sizes string, measure func(initiatives int) error) error {
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		if err := measure(n); err != nil {
			return err
		}
	}
	return nil
}
