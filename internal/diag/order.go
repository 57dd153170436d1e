package diag

// Reorders tells whether a character changes the order in which the letters after it
// are shown (Unicode Standard Annex #9): embeddings, overrides, isolates and their ends.
func Reorders(c rune) bool { return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 }
