package files

import (
	"net/url"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
)

// saving is a page whose form saves something, in the proposal that one works in or in
// another.
type saving struct {
	web.Frame
	Address     string // where the form is sent
	From        string // the version that it was drawn of
	Errors      []web.Message
	Offers      []web.Offer // proposals that it may be saved in, where one works in none
	Into, Words string      // the one that is chosen; "" for a new one, and what that is called
	MaySave     bool
}

// saving begins such a page, with what was filled in.
func (v *visit) saving(f web.Frame, address string, values url.Values) (s saving, err error) {
	s = saving{Frame: f, Address: address, From: string(v.Commit), Into: values.Get("into"), Words: values.Get("words"), MaySave: v.Who.May(access.Write)}
	s.Offers, err = v.Open()
	return s, err
}

// wrong tells of something that has to be mended before anything is saved, and where.
func (s *saving) wrong(at, text string) {
	s.Errors = append(s.Errors, web.Message{Text: text, Address: at})
	s.Wrong = true
}

// wordless tells that a new proposal lacks words for what it is about, where it does.
func (s *saving) wordless() bool {
	lacks := s.In == nil && s.Into == "" && strings.TrimSpace(s.Words) == ""
	if lacks {
		s.wrong("#words", s.Say("Skriv vad förslaget handlar om.", "Say what the proposal is about."))
	}
	return lacks
}
