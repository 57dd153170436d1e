package edit

import "testing"

func TestSetBlock(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"before another field", "---\ntitle: A\nfollow_up:\n  method: B\n---\ntext\n",
			"---\ntitle: A\nadopted_wording:\n  a-1: x\n  b-1: y\nfollow_up:\n  method: B\n---\ntext\n"},
		{"in its place", "---\nadopted_wording:\n  old: z\n  older: w\ntitle: A # kept\n---\nadopted_wording:\n",
			"---\nadopted_wording:\n  a-1: x\n  b-1: y\ntitle: A # kept\n---\nadopted_wording:\n"},
		{"at the end", "---\ntitle: A\n---\n", "---\ntitle: A\nadopted_wording:\n  a-1: x\n  b-1: y\n---\n"},
		{"with the file's line ends", "---\r\ntitle: A\r\n---\r\n", "---\r\ntitle: A\r\nadopted_wording:\r\n  a-1: x\r\n  b-1: y\r\n---\r\n"},
	}
	for _, tt := range tests {
		got, err := SetBlock([]byte(tt.in), "adopted_wording", map[string]string{"b-1": "y", "a-1": "x"}, "funding", "follow_up")
		if err != nil || string(got) != tt.want {
			t.Errorf("%s:\n%q\nwant\n%q (%v)", tt.name, got, tt.want, err)
		}
	}
	if _, err := SetBlock([]byte("title: A\n"), "x", nil); err == nil {
		t.Error("a file without a front matter was edited")
	}
}
