package identity_test

import (
	"testing"

	"samsyn/internal/identity"
)

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
		{"ten digits without a hyphen", "8112189876", "811218****"},
		{"a space for the hyphen", "811218 9876", "811218 ****"},
		{"a no-break space for the hyphen", "19811218\u00a09876", "19811218\u00a0****"},
		{"a no-break hyphen", "811218\u20119876.", "811218\u2011****."},
		{"an en dash", "811218–9876", "811218–****"},
		{"a dash between other things", "811218–98765", "811218–98765"},
		{"the field phone", "phone: 8112189876", "phone: 8112189876"},
		{"the field phone in a mapping", "contact: {name: A, phone: '811218-9876', email: a@b.se}", "contact: {name: A, phone: '811218-9876', email: a@b.se}"},
		{"beside the field phone", "{phone: 0470, note: 811218-9876}", "{phone: 0470, note: 811218-****}"},
		{"another field's name", "telephone: 811218-9876", "telephone: 811218-****"},
		{"a number to call", "[Ring](tel:8112189876) 8112189876", "[Ring](tel:8112189876) 811218****"},
		{"a field behind the field phone", "{phone:0470,phone:8112189876,note:8112189876}", "{phone:0470,phone:8112189876,note:811218****}"},
		{"an organisation's number", "202100-0001 2021000001", "202100-0001 2021000001"},
		{"behind a name's hyphen", "intervju-811218-9876.md", "intervju-811218-****.md"},
		{"behind an underscore", "a_811218-9876_b", "a_811218-****_b"},
		{"behind another number", "2019-811218-9876", "2019-811218-9876"},
		{"two in a line", "811218-9876, 811218-9876", "811218-****, 811218-****"},
		{"swedish letter beside", "å811218-9876", "å811218-9876"},
	}
	for _, tt := range tests {
		if got := identity.Mask(tt.in); got != tt.want {
			t.Errorf("%s: Mask(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
