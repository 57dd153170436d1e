#!/bin/sh
# Skriver en fil i Markdown som en kommentar i förslaget på GitHub, GitLab, Forgejo
# eller Gitea. Kommentaren börjar med ett märke som inte syns. Finns den redan
# skrivs den om, så att förslaget bara har en. Vad andra har skrivit rörs aldrig,
# även om det bär samma märke.
#
#   sh .samsyn/comment.sh FIL
#
# Behöver curl, awk och en nyckel som får kommentera: GITHUB_TOKEN, eller på GitLab
# SAMSYN_GITLAB_TOKEN. SAMSYN_PREVIEW_URL är adressen till en förhandsvisning, om
# det finns en; {nummer} i den byts mot förslagets nummer. Filens text är bara
# text: ingenting i den tolkas av skalet.
set -eu
LC_ALL=C
export LC_ALL

mark='<!-- samsyn: andringar -->'
most=60000 # tecken; GitHub tar emot högst 65 536

stop() {
  echo "$1" >&2
  exit 2
}

[ $# -eq 1 ] && [ -r "$1" ] || stop 'Ange en fil: sh .samsyn/comment.sh FIL'

if [ -n "${CI_API_V4_URL:-}" ]; then
  number=${CI_MERGE_REQUEST_IID:-}
  token=${SAMSYN_GITLAB_TOKEN:-}
  header='PRIVATE-TOKEN: '
  all=$CI_API_V4_URL/projects/${CI_PROJECT_ID:-}/merge_requests/$number/notes
  one=$all
  who=$CI_API_V4_URL/user
  update=PUT
else
  number=${GITHUB_REF:-}
  number=${number#refs/pull/}
  number=${number%%/*}
  token=${GITHUB_TOKEN:-}
  header='Authorization: token '
  issues=${GITHUB_API_URL:-}/repos/${GITHUB_REPOSITORY:-}/issues
  all=$issues/$number/comments
  one=$issues/comments
  who=${GITHUB_API_URL:-}/user
  update=PATCH
fi
case $number in
  '' | *[!0-9]*) stop 'Det här är inte en granskning av ett förslag, så det finns inget att kommentera.' ;;
esac
[ -n "$token" ] || stop 'Nyckeln som får kommentera saknas: GITHUB_TOKEN, eller på GitLab SAMSYN_GITLAB_TOKEN.'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Nyckeln går till curl på indata, så att den inte syns bland datorns processer.
ask() {
  printf 'header = "%s%s"\n' "$header" "$token" |
    curl --config - --silent --show-error --fail --max-time 60 \
      --header 'Content-Type: application/json' --header 'Accept: application/json' "$@"
}

preview=${SAMSYN_PREVIEW_URL:-}
case $preview in
  *'{nummer}'*) preview=${preview%%'{nummer}'*}$number${preview#*'{nummer}'} ;;
esac
case $preview in
  *[!A-Za-z0-9:/.?=\&%_~#-]*) stop 'SAMSYN_PREVIEW_URL innehåller tecken som inte får stå i en webbadress här.' ;;
  '' | http://?* | https://?*) ;;
  *) stop 'SAMSYN_PREVIEW_URL ska börja med https://.' ;;
esac

# Kommentaren: märket, länken till förhandsvisningen och så många hela rader av
# filen som får plats.
{
  printf '%s\n' "$mark"
  [ -z "$preview" ] || printf '[Se hur det blir](%s)\n\n' "$preview"
  awk -v most="$most" '
    (size += length($0) + 1) > most { print "\nDet är fler ändringar än som får plats här. Alla står i granskningens sammanfattning."; exit }
    { print }' "$1"
} > "$folder/text"

# Samma text som JSON (RFC 8259): styrtecken blir blanksteg, bakstreck, citattecken
# och radbrytningar skrivs om.
{
  printf '{"body":"'
  tr '\000-\011\013-\037\177' ' ' < "$folder/text" | sed -e 's/[\\"]/\\&/g' | awk '{ printf "%s\\n", $0 }'
  printf '"}'
} > "$folder/body"

# Läser en lista i JSON och skriver en rad för varje sak i den: numret, om texten
# börjar med märket (1 eller 0), sakens eget namn och namnet på den som har skrivit
# den, åtskilda av tabbar. Svaret delas vid citattecknen; det som står mellan dem är
# antingen en sträng eller listans egna tecken, och en sträng kan aldrig tas för det
# andra.
listed() {
  awk -v RS='"' -v mark="$mark" '
    function escaped(s) { match(s, /\\*$/); return RLENGTH % 2 }
    function is_name(key) { return key == "login" || key == "username" }
    inside {
      if (!more) text = $0
      more = escaped($0)
      if (more) next
      inside = 0
      if (!value[depth]) key[depth] = text
      else if (depth == 2 && key[2] == "body") {
        gsub(/\\u003[cC]/, "<", text)
        gsub(/\\u003[eE]/, ">", text)
        begins = index(text, mark) == 1
      } else if (depth == 2 && is_name(key[2])) own = text
      else if (depth == 3 && is_name(key[3]) && (key[2] == "user" || key[2] == "author")) author = text
      next
    }
    {
      for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        if (c ~ /[[{]/) {
          value[++depth] = 0
          if (depth == 2) { id = ""; begins = 0; own = ""; author = "" }
        } else if (c ~ /[]}]/) {
          if (depth-- == 2) printf "%s\t%d\t%s\t%s\n", id, begins, own, author
        } else if (c == ":") value[depth] = 1
        else if (c == ",") value[depth] = 0
        else if (depth == 2 && value[2] && key[2] == "id" && c ~ /[0-9]/) id = id c
      }
      inside = 1
    }'
}

# Vem nyckeln gäller för. Säger servern inte det om körningens egen nyckel heter den
# som skriver alltid så här.
me='github-actions[bot]'
[ -z "${GITEA_ACTIONS:-}" ] || me=gitea-actions
[ -z "${FORGEJO_ACTIONS:-}" ] || me=forgejo-actions
if ask --output "$folder/who" "$who" 2> "$folder/why"; then
  me=$({ printf '['; cat "$folder/who"; printf ']'; } | listed | cut -f 3)
fi
[ -n "$me" ] || stop 'Det går inte att se vem nyckeln gäller för, så ingen kommentar skrivs.'

# mine: numren på de egna kommentarer vars text börjar med märket.
mine() {
  listed | awk -F '\t' -v me="$me" '$1 != "" && $2 == 1 && $4 == me { print $1 }'
}

# Gitea och Forgejo ger alla kommentarer på en gång, vilken sida man än frågar efter.
: > "$folder/before"
: > "$folder/found"
page=1
while [ "$page" -le 50 ]; do
  ask --retry 3 --output "$folder/page" "$all?per_page=100&page=$page"
  if ! grep -q '{' "$folder/page" || cmp -s "$folder/page" "$folder/before"; then
    break
  fi
  mine < "$folder/page" >> "$folder/found"
  mv "$folder/page" "$folder/before"
  page=$((page + 1))
done

# En egen kommentar som inte finns kvar hoppas över. Vid alla andra fel tar det slut
# här, så att det inte blir två.
while read -r id; do
  if status=$(ask --retry 3 --output "$folder/answer" --write-out '%{http_code}' \
    --request "$update" --data-binary "@$folder/body" "$one/$id" 2> "$folder/why"); then
    echo 'Kommentaren är uppdaterad.'
    exit 0
  fi
  case $status in
    403 | 404) ;;
    *) stop "$(cat "$folder/why")" ;;
  esac
done < "$folder/found"
ask --output "$folder/answer" --request POST --data-binary "@$folder/body" "$all"
echo 'Kommentaren är skriven.'
