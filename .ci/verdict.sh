# How .ci/run keeps its verdicts. A judge is a command; its exit status says
#   0  passed
#   3  what it judges is not built yet    (forgiven if .ci/forgiven says so)
#   4  the judge itself cannot be had     (forgiven if .ci/forgiven says so);
#      so too 127, the shell's word for a command that is not there
#   else failed
# With 3 and 4 its last line tells the reason. A forgiven "not yet" that passes
# is a failure as well, so that the list cannot grow stale.
# WANTED names the judges to call, all where it is empty; VERDICTS is the file for
# the verdicts, OUT/log the folder for what the judges say. LANES is how many judges work
# side by side: two more than there are processors, since browsers and servers wait much.
# shellcheck shell=bash

: >"$VERDICTS"
: "${LANES:=$(($(nproc) + 2))}"
BEGUN=() # the judges that were called

# step NAME COMMAND…: what everything after it needs; it waits for the judges that
# work, and the run ends if it fails.
step() {
	local name=$1 log=$OUT/log/$1.txt began
	shift
	wait
	began=$SECONDS
	if ! "$@" >"$log" 2>&1; then
		tail -n 60 "$log"
		record failed "$name" $((SECONDS - began)) 'nothing after it could run'
		summary
	fi
	printf '%-10s %-22s %4d s\n' 'done' "$name" $((SECONDS - began))
}

# judge NAME COMMAND…: begins as soon as a lane is free.
judge() {
	chosen "$1" || return 0
	while (($(jobs -rp | wc -l) >= LANES)); do wait -n || true; done
	BEGUN+=("$1")
	judged "$@" &
}

# judged NAME COMMAND…: calls the judge and writes down its verdict.
judged() {
	local name=$1 log=$OUT/log/$1.txt began=$SECONDS status=0 last TIMEFORMAT='%U %S'
	shift
	{ time "$@" >"$log" 2>&1; } 2>"$log.cpu" || status=$?
	# Beside the judge's seconds, those of a processor: others may have had the machine too. What
	# browsers and servers took that the judge has not waited for is not in them.
	awk -v name="$name" 'END { printf "%s\t%d\n", name, $(NF - 1) + $NF }' "$log.cpu" >>"$OUT/processor.tsv"
	rm "$log.cpu"
	last=$(tail -n 1 "$log")
	case $status in
	0)
		if forgiven not-yet "$name" >/dev/null; then
			record failed "$name" $((SECONDS - began)) 'it passes now: take it off .ci/forgiven'
		else
			record passed "$name" $((SECONDS - began)) ''
		fi
		;;
	3) verdict_unless_forgiven not-yet "$name" $((SECONDS - began)) "$last" ;;
	4 | 127) verdict_unless_forgiven missing "$name" $((SECONDS - began)) "$last" ;;
	*)
		tail -n 60 "$log"
		record failed "$name" $((SECONDS - began)) "see ${log#"$ROOT"/}"
		;;
	esac
}

# verdict_unless_forgiven KIND NAME SECONDS REASON
verdict_unless_forgiven() {
	local why
	if why=$(forgiven "$1" "$2"); then
		record skipped "$2" "$3" "$1: $4 ($why)"
	else
		record failed "$2" "$3" "$1: $4"
	fi
}

# forgiven KIND NAME: prints the reason written down, fails where there is none.
forgiven() {
	awk -v kind="$1" -v name="$2" '
		$1 == kind && $2 == name { $1 = $2 = ""; sub(/^ +/, ""); print; found = 1 }
		END { exit !found }' "$ROOT/.ci/forgiven"
}

chosen() {
	local each
	((${#WANTED[@]})) || return 0
	for each in "${WANTED[@]}"; do [[ $1 == "$each" || $1 == "$each"@* ]] && return 0; done
	return 1
}

# record VERDICT NAME SECONDS REMARK
record() {
	printf '%s\t%s\t%s\t%s\n' "$@" >>"$VERDICTS"
	printf '%-10s %-22s %4d s  %s\n' "$1" "$2" "$3" "$4"
}

count() { cut -f 1 "$VERDICTS" | grep -cx "$1" || true; }

# summary: the table again, the count alone on the last line, the exit status. A
# judge that ended without a verdict has failed.
summary() {
	local name
	wait
	for name in "${BEGUN[@]}"; do
		cut -f 2 "$VERDICTS" | grep -qxF "$name" || record failed "$name" 0 'ended without a verdict'
	done
	printf '\n%-10s %-22s %6s %6s  %s\n' VERDICT CHECK TIME CPU REMARK
	touch "$OUT/processor.tsv"
	awk -F '\t' 'NR == FNR { took[$1] = $2; next }
		{ printf "%-10s %-22s %4d s %4d s  %s\n", $1, $2, $3, took[$2], $4 }' "$OUT/processor.tsv" "$VERDICTS"
	printf '\n%d passed, %d failed, %d skipped\n' "$(count passed)" "$(count failed)" "$(count skipped)"
	[[ $(count failed) == 0 ]] || exit 1
	exit 0
}
