package identity

import "testing"

func TestMask(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"ten digits", "Ring 811218-9876 nu", "Ring 811218-**** nu"},
		{"over a hundred", "811218+9876", "811218+****"},
		{"twelve digits with a hyphen", "19811218-9876.", "19811218-****."},
		{"twelve digits", "id 198112189876", "id 19811218****"},
		{"coordination number", "701063-2391", "701063-****"},
		{"wrong check digit", "811218-9877", "811218-9877"},
		{"no such day", "811318-9876", "811318-9876"},
		{"part of a longer number", "1811218-98765", "1811218-98765"},
		{"within a word", "a811218-9876", "a811218-9876"},
		{"a telephone number", "0470-123456", "0470-123456"},
		{"ten digits without a hyphen", "8112189876", "8112189876"},
		{"behind a name's hyphen", "intervju-811218-9876.md", "intervju-811218-****.md"},
		{"behind an underscore", "a_811218-9876_b", "a_811218-****_b"},
		{"behind another number", "2019-811218-9876", "2019-811218-9876"},
		{"two in a line", "811218-9876, 811218-9876", "811218-****, 811218-****"},
		{"swedish letter beside", "å811218-9876", "å811218-9876"},
	}
	for _, tt := range tests {
		if got := Mask(tt.in); got != tt.want {
			t.Errorf("%s: Mask(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
