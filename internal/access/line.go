package access

import (
	"encoding/json"
	"time"
)

// json is a line as it is logged: one JSON object and a line feed.
func (l Line) json(now time.Time) []byte {
	data, err := json.Marshal(struct {
		Time     string `json:"time"`
		Who      string `json:"who"`
		Role     Role   `json:"role"`
		Act      Act    `json:"act"`
		Proposal string `json:"proposal,omitempty"`
		File     string `json:"file,omitempty"`
		Refused  bool   `json:"refused,omitempty"`
	}{now.UTC().Format(time.RFC3339), l.Who.ID, l.Who.Role, l.Act, l.Proposal, l.File, l.Refused})
	if err != nil { // strings and a bool are always written
		return []byte("{}\n")
	}
	return append(data, '\n')
}
