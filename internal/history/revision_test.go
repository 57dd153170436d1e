package history

import "testing"

func TestUnderstoodRevisions(t *testing.T) {
	for _, rev := range []string{"main", "HEAD", "v1.0", "HEAD~2", "HEAD^", "HEAD^2", "HEAD^^", "HEAD^0", "a1b2c3d", "HEAD^{commit}", "v1.0^{}", "HEAD^{/fix: three@{4}", "refs/heads/forslag/ny"} {
		if !understood(rev) {
			t.Errorf("%s names a commit", rev)
		}
	}
	for _, rev := range []string{"main@{1}", "@{u}", "main@{upstream}", "HEAD@{yesterday}", "HEAD:plans", "main:", ":/fix", "HEAD^{tree}", "HEAD^{blob}", "HEAD^3", "HEAD~1^10"} {
		if understood(rev) {
			t.Errorf("%s would be taken for another commit", rev)
		}
	}
}
