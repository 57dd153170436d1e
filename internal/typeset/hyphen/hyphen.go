package hyphen

// Shortest is the length in bytes of the shortest word that is divided.
const Shortest = 6

// Swedish is a placeholder signature while the rules are written.
func Swedish(word string) []int { return nil }
