package console

import "strings"

// Listed takes a list apart: at semicolons where there are any, else at commas.
func Listed(s string) []string {
	separator := ","
	if strings.Contains(s, ";") {
		separator = ";"
	}
	var list []string
	for part := range strings.SplitSeq(s, separator) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
