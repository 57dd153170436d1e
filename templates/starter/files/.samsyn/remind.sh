#!/bin/sh
# Håller ett ärende för varje part och grupp som har något att redovisa, på GitHub,
# GitLab, Forgejo eller Gitea: skapar det, skriver om det när läget ändras och stänger
# det när inget återstår. Ett ärende som någon har stängt förblir stängt tills något
# nytt ska redovisas. Vad andra har skrivit rörs aldrig.
#
#   sh .samsyn/remind.sh
#
# Behöver curl, jq och en nyckel som får skriva ärenden: GITHUB_TOKEN, eller på GitLab
# SAMSYN_GITLAB_TOKEN. Allt som läses ur innehållet är bara text: ingenting i det tolkas
# av skalet.
set -eu
LC_ALL=C
export LC_ALL

samsyn=${SAMSYN:-.samsyn/bin/samsyn}

stop() {
  echo "$1" >&2
  exit 2
}

if [ -n "${CI_API_V4_URL:-}" ]; then
  all=$CI_API_V4_URL/projects/${CI_PROJECT_ID:-}/issues
  query='scope=all&state=all&order_by=created_at&sort=desc'
  token=${SAMSYN_GITLAB_TOKEN:-}
  header='PRIVATE-TOKEN: '
  who=$CI_API_V4_URL/user
  update=PUT
  field=description
  number=iid
  close='{"state_event":"close"}'
else
  all=${GITHUB_API_URL:-}/repos/${GITHUB_REPOSITORY:-}/issues
  query='state=all&type=issues&sort=created&direction=desc'
  token=${GITHUB_TOKEN:-}
  header='Authorization: token '
  who=${GITHUB_API_URL:-}/user
  update=PATCH
  field=body
  number=number
  close='{"state":"closed"}'
fi
[ -n "$token" ] || stop 'Nyckeln som får skriva ärenden saknas: GITHUB_TOKEN, eller på GitLab SAMSYN_GITLAB_TOKEN.'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Nyckeln går till curl på indata, så att den inte syns bland datorns processer.
ask() {
  printf 'header = "%s%s"\n' "$header" "$token" |
    curl --config - --silent --show-error --fail --max-time 60 \
      --header 'Content-Type: application/json' --header 'Accept: application/json' "$@"
}

# Vem nyckeln gäller för. Säger servern inte det om körningens egen nyckel heter den
# som skriver alltid så här.
me='github-actions[bot]'
[ -z "${GITEA_ACTIONS:-}" ] || me=gitea-actions
[ -z "${FORGEJO_ACTIONS:-}" ] || me=forgejo-actions
if ask --output "$folder/who" "$who" 2> "$folder/why"; then
  me=$(jq -r '.login // .username // empty' "$folder/who")
fi
[ -n "$me" ] || stop 'Det går inte att se vem nyckeln gäller för, så inga ärenden skrivs.'

# De egna ärendena, öppna och stängda, det nyaste först.
echo '[]' > "$folder/issues"
: > "$folder/before"
page=1
while [ "$page" -le 100 ]; do
  ask --retry 3 --output "$folder/page" "$all?$query&per_page=100&limit=100&page=$page"
  if [ "$(jq length "$folder/page")" = 0 ] || cmp -s "$folder/page" "$folder/before"; then
    break
  fi
  jq --arg me "$me" --arg field "$field" --arg number "$number" --slurpfile page "$folder/page" '
    . + [$page[0][] | select((.pull_request // null) == null)
      | select((.user.login // .author.username // "") == $me)
      | {number: .[$number], open: (.state | startswith("open")), title,
         text: ((.[$field] // "") | gsub("\r"; "") | sub("\\s+$"; ""))}
      | select(.text | startswith("<!-- samsyn: redovisning "))]' "$folder/issues" > "$folder/more"
  mv "$folder/more" "$folder/issues"
  mv "$folder/page" "$folder/before"
  page=$((page + 1))
done

# Vad varje part och grupp ska redovisa nu: en rad för varje, med dess beteckning och
# det som ska redovisas.
"$samsyn" status --format json > "$folder/status"
jq -r '. as $all | .actors[]
  | [.id, ([(.items[] | select(.state == "overdue" or .state == "due") | .initiative + "@" + (.due // "")),
     (.id as $id | $all.duties[] | select(.actor == $id and (.state == "overdue" or .state == "due")) | .id + "@" + .due)] | unique | join(" ")), .name]
  | @tsv' "$folder/status" > "$folder/actors"

# Ärenden för den som inte längre har något att redovisa stängs också.
jq -r '.[] | select(.open) | .text | capture("^<!-- samsyn: redovisning (?<id>[a-z0-9-]+) -->").id' "$folder/issues" | sort -u |
  while read -r actor; do
    cut -f 1 "$folder/actors" | grep -qxF -e "$actor" || printf '%s\t\t%s\n' "$actor" "$actor"
  done > "$folder/gone"
cat "$folder/gone" >> "$folder/actors"

tab=$(printf '\t')
while IFS= read -r line; do
  actor=${line%%"$tab"*}
  rest=${line#*"$tab"}
  wanted=${rest%%"$tab"*}
  name=${rest#*"$tab"}
  mark="<!-- samsyn: redovisning $actor -->"
  jq --arg mark "$mark" '[.[] | select(.text | startswith($mark))] | (map(select(.open))[0] // .[0]) // {}' "$folder/issues" > "$folder/issue"
  at=$(jq -r '.number // empty' "$folder/issue")
  open=$(jq -r '.open // false' "$folder/issue")
  if [ -z "$wanted" ]; then
    if [ "$open" = true ]; then
      ask --output "$folder/answer" --request "$update" --data "$close" "$all/$at"
      echo "$actor: ärendet är stängt, för inget återstår."
    fi
    continue
  fi
  {
    printf '%s\n<!-- samsyn: %s -->\n\n' "$mark" "$wanted"
    # Utan dagen i rubriken: läget skrivs om när det ändras, inte varje vecka.
    "$samsyn" status --format markdown --actor "$actor" | sed 1,2d | awk '(size += length($0) + 1) > 60000 { exit } { print }'
  } > "$folder/text"
  jq -n --arg title "Att redovisa: $name" --arg field "$field" --rawfile text "$folder/text" \
    '{title: $title, ($field): ($text | sub("\\s+$"; ""))}' > "$folder/body"
  if [ "$open" = true ]; then
    if [ "$(jq -r '.text' "$folder/issue")" = "$(jq -r --arg field "$field" '.[$field]' "$folder/body")" ]; then
      continue
    fi
    ask --output "$folder/answer" --request "$update" --data-binary "@$folder/body" "$all/$at"
    echo "$actor: ärendet är omskrivet."
    continue
  fi
  # Någon har stängt ärendet: det räcker tills något nytt ska redovisas.
  if [ -n "$at" ] && jq -e --arg wanted "$wanted" '
      (.text | split("\n")[1] | ltrimstr("<!-- samsyn: ") | rtrimstr(" -->") | split(" ")) as $told
      | ($wanted | split(" ")) - $told == []' "$folder/issue" > "$folder/answer"; then
    continue
  fi
  ask --output "$folder/answer" --request POST --data-binary "@$folder/body" "$all"
  echo "$actor: ett ärende är skapat."
done < "$folder/actors"
