package proposal

import (
	"context"
	"strings"
)

// Me is who git takes the user of this computer for; without a name where nobody has
// told it.
func (s *Store) Me() Person {
	said := func(key string) string {
		out, err := s.run(context.Background(), "config", "--get", key)
		if err != nil {
			return "" // git has no such setting
		}
		return strings.TrimSpace(out)
	}
	return Person{Name: said("user.name"), Email: said("user.email")}
}
