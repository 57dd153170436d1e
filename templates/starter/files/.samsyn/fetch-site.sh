#!/bin/sh
# Hämtar webbplatsen och förslagens förhandsvisningar till en webbserver, ur de grenar som
# granskningen på Forgejo eller Gitea lägger dem i. Kör det på webbservern var femte minut.
#
#   sh fetch-site.sh GIT-ADRESS MAPP
#
# MAPP/webbplats är webbplatsen, MAPP/forslag/12 är hur det blir med förslag 12. Visa
# helst förslagen under ett eget datornamn. Det som hämtas byts ut i ett enda steg, och
# en förhandsvisning försvinner när förslaget är avgjort. Behöver git och tar.
set -eu
from=$1
mkdir -p "$2/forslag"
to=$(cd "$2" && pwd)
git=$to/.git-arkiv
[ -d "$git" ] || git init -q --bare "$git"
git --git-dir="$git" fetch -q --no-auto-gc --prune --depth 1 "$from" \
  '+refs/heads/pages:refs/heads/pages' '+refs/heads/forhandsvisning-*:refs/heads/forhandsvisning-*'

# place GREN LÄNK: grenens filer i en ny mapp, sedan länken till den i ett enda steg.
place() {
  tree=$(git --git-dir="$git" rev-parse "$1^{tree}")
  name=$(basename "$2")
  [ "$(readlink "$2" || true)" != ".$name-$tree" ] || return 0
  new=$(dirname "$2")/.$name-$tree
  rm -rf "$new"
  mkdir "$new"
  git --git-dir="$git" archive "$1" | tar -x -C "$new"
  find "$new" -type l -exec rm {} + # ingen länk leder ut ur mappen
  old=$(readlink "$2" || true)
  ln -s "$(basename "$new")" "$2.ny"
  mv -T "$2.ny" "$2"
  [ -z "$old" ] || rm -rf "$(dirname "$2")/${old:?}"
}

place pages "$to/webbplats"
for branch in $(git --git-dir="$git" for-each-ref --format='%(refname:short)' 'refs/heads/forhandsvisning-*'); do
  number=${branch#forhandsvisning-}
  case $number in
    '' | *[!0-9]*) continue ;;
  esac
  place "$branch" "$to/forslag/$number"
done
for link in "$to"/forslag/*; do
  [ -L "$link" ] || continue
  if ! git --git-dir="$git" rev-parse -q --verify "refs/heads/forhandsvisning-$(basename "$link")" > /dev/null; then
    old=$(readlink "$link")
    rm -f "$link"
    rm -rf "$to/forslag/$old"
  fi
done
# I förgrunden: en gallring som ännu pågår i bakgrunden får nästa hämtning att misslyckas.
git --git-dir="$git" -c gc.auto=1 -c gc.autoDetach=false gc -q --auto
