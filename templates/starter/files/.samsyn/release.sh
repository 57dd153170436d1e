#!/bin/sh
# Lägger ut en märkt version som en utgåva på GitHub, GitLab, Forgejo eller Gitea: de byggda
# PDF-filerna, de filer som parterna har undertecknat (signed/), hela git-arkivet i en fil
# (git bundle) och kontrollsummor.
#
#   sh .samsyn/release.sh VERSION
#
# Kör sh .samsyn/build.sh --rev VERSION först. Behöver git, curl, jq och en nyckel som får
# skriva utgåvor: GITHUB_TOKEN, eller på GitLab CI_JOB_TOKEN.
set -eu
LC_ALL=C
export LC_ALL
version=$1
case $version in
  '' | *[!A-Za-z0-9._-]*) echo 'Versionens namn får ha bokstäver a–z, siffror, punkt och bindestreck.' >&2; exit 2 ;;
esac

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/files"
cp public/*.pdf "$folder/files/"
mkdir "$folder/tree"
git archive "refs/tags/$version" | tar -x -C "$folder/tree"
for file in "$folder"/tree/signed/*.pdf; do
  [ -f "$file" ] && [ ! -L "$file" ] || continue # ingen länk leder till något annat på datorn
  cp "$file" "$folder/files/undertecknad-$(basename "$file")"
done
git bundle create -q "$folder/files/$version.bundle" "refs/tags/$version"
(cd "$folder/files" && sha256sum -- * > ../SHA256SUMS && mv ../SHA256SUMS .)
git tag --list --format='%(contents:body)' "$version" > "$folder/text"

# Nyckeln går till curl på indata, så att den inte syns bland datorns processer.
ask() {
  printf 'header = "%s%s"\n' "$header" "$token" |
    curl --config - --silent --show-error --fail --max-time 600 --header 'Accept: application/json' "$@"
}

if [ -n "${CI_API_V4_URL:-}" ]; then
  header='JOB-TOKEN: ' token=$CI_JOB_TOKEN
  project=$CI_API_V4_URL/projects/$CI_PROJECT_ID
  for file in "$folder"/files/*; do
    name=$(basename "$file")
    at=$project/packages/generic/version/$version/$(printf '%s' "$name" | jq -rRs @uri)
    ask --upload-file "$file" --output /dev/null "$at"
    jq -n --arg name "$name" --arg url "$at" '{name: $name, url: $url}' >> "$folder/links"
  done
  jq -n --arg tag "$version" --rawfile text "$folder/text" --slurpfile links "$folder/links" \
    '{tag_name: $tag, name: $tag, description: $text, assets: {links: $links}}' > "$folder/release"
  ask --header 'Content-Type: application/json' --data-binary "@$folder/release" --output /dev/null "$project/releases"
else
  header='Authorization: token ' token=$GITHUB_TOKEN
  releases=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/releases
  jq -n --arg tag "$version" --rawfile text "$folder/text" '{tag_name: $tag, name: $tag, body: $text}' > "$folder/release"
  ask --header 'Content-Type: application/json' --data-binary "@$folder/release" --output "$folder/answer" "$releases"
  # GitHub tar emot filer på en annan dator än den som svarar på frågor.
  case $GITHUB_API_URL in
    https://api.github.com) assets=https://uploads.github.com/repos/$GITHUB_REPOSITORY/releases ;;
    *) assets=$releases ;;
  esac
  assets=$assets/$(jq -r .id "$folder/answer")/assets
  for file in "$folder"/files/*; do
    case $assets in
      https://uploads.github.com/*) set -- --header 'Content-Type: application/octet-stream' --data-binary "@$file" ;;
      *) set -- --form "attachment=@$file" ;;
    esac
    ask --output /dev/null "$@" "$assets?name=$(basename "$file" | tr -d '\n' | jq -rRs @uri)"
  done
fi
echo "Versionen $version ligger under utgåvor."
