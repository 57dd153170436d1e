# What the judges written for the shell share.
# shellcheck shell=bash

# need COMMAND…: ends with 4 (this judge cannot be had) if one is not there.
need() {
	local command
	for command; do
		command -v "$command" >/dev/null || { echo "$command is not installed"; exit 4; }
	done
}

# pdfs DIR…: the PDFs that the build made, one a line; none in one of the folders is a
# failure, and no folder is too. What lies in filer/ was attached to the content by somebody else.
pdfs() {
	local dir found
	(($#)) || { echo 'no folder to look for PDFs in' >&2; return 1; }
	for dir; do
		found=$(find "$dir" -name '*.pdf' -not -path '*/filer/*' | sort)
		[[ -n $found ]] || { echo "no PDF in $dir" >&2; return 1; }
		echo "$found"
	done
}

# offers COMMAND FORMAT: whether the command's own help names the format.
offers() { grep -qw -- "$2" <<<"$("$SAMSYN" "$1" --help 2>&1)"; }

# reports FORMAT: findings in that format, of sound content and of broken content,
# into $OUT/report-FORMAT.
reports() {
	local dir=$OUT/report-$1 status=0
	mkdir -p "$dir/broken"
	"$SAMSYN" validate --format "$1" >"$dir/sound.$1"
	cp -r samsyn.yaml agreement plans "$dir/broken"
	printf -- '---\ntitle: Å\x27"<&>\nowner: ingen\n---\n' >"$dir/broken/plans/2025/broken.md"
	"$SAMSYN" -C "$dir/broken" validate --format "$1" >"$dir/broken.$1" || status=$?
	[[ $status == 1 ]] || { echo "broken content: exit $status, wanted 1"; exit 1; }
}
