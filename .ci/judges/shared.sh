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

# released: a release of this commit for this machine in $OUT/released/release, version 1.0.0,
# its checksums signed by the key $OUT/released/samsyn; made once for all judges that begin with one.
released() {
	local dir=$OUT/released lister
	exec 9>"$OUT/released.lock"
	flock 9
	if [[ ! -f $dir/release/SHA256SUMS.minisig ]]; then
		rm -rf "$dir"
		mkdir "$dir"
		# What it is made with comes from the Go module proxy; where that is out of reach and
		# nothing was kept, there is nothing to judge.
		lister=$(grep -o 'github.com/CycloneDX/cyclonedx-gomod[^ ]*@v[0-9.]*' scripts/release)
		{ go build -C scripts/pack -o "$dir/pack" . && GOBIN=$dir/bin go install "$lister"; } >"$dir/got.txt" 2>&1 ||
			{ tail -n 3 "$dir/got.txt"; echo 'the modules that a release is made with could not be had'; exit 4; }
		"$dir/pack" key "$dir/samsyn"
		git clone -q . "$dir/source"
		MINISIGN_KEY=$dir/samsyn TARGETS=linux/$(go env GOARCH) bash "$dir/source/scripts/release" 1.0.0 "$dir/release" >"$dir/said" 2>&1 ||
			{ cat "$dir/said"; exit 1; }
	fi
	exec 9>&-
}

# forge DIR PORT: a real forge in DIR, its address and a token in $address and $token; who calls
# it stops it with stop_forge DIR. A script that lies beside the project starts it, where there
# is one. It is built once for all judges, by the first one; the others wait for that.
forge() {
	local start=${FORGE_START:-../shared/judges/forge/start} built=${FORGE_DIR:-$TOOLS/forge}
	[[ -x $start ]] || { echo "there is no forge to try it on: $start is not there"; exit 4; }
	mkdir -p "$1" "$built"
	exec 8>"$built/lock"
	flock 8
	if [[ ! -x $built/gitea ]]; then
		"$start" "$built" "$2" 8>&- || [[ -x $built/gitea ]] || { echo 'the forge could not be built'; exit 4; }
		stop_forge "$built"
	fi
	exec 8>&-
	ln -s "$(realpath "$built/gitea")" "$(realpath "$built/src")" "$1/"
	# shellcheck disable=SC2034 # whoever has called this reads it
	read -r address token < <("$start" "$1" "$2" | tail -n 1) || true
	[[ ${token:-} ]] || { echo 'the forge could not be started'; exit 1; }
}

# stop_forge DIR: ends it, where it was started, and comes back when it writes no more.
stop_forge() {
	local pid
	pid=$(cat "$1/run/pid" 2>/dev/null) || return 0
	kill "$pid" 2>/dev/null || return 0
	timeout 20 tail -s 0.1 -f --pid="$pid" /dev/null || true
}
