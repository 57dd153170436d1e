#!/bin/sh
# Lägger en mapp i en egen gren av git-arkivet på Forgejo eller Gitea, för en webbserver
# att hämta. Grenen har bara en version: den förra skrivs över, så att git-arkivet inte växer.
#
#   sh .samsyn/publish.sh MAPP GREN
#
# Behöver git och en nyckel som får skriva i git-arkivet: GITHUB_TOKEN.
set -eu
folder=$(cd "$1" && pwd)
branch=$2
case $branch in
  pages | forhandsvisning-*) ;;
  *) echo "Grenen $branch är inte till för det som byggs." >&2; exit 2 ;;
esac

git=$(mktemp -d)
trap 'rm -rf "$git"' EXIT
git init -q --bare "$git"
inside() { git --git-dir="$git" --work-tree="$folder" -c core.excludesFile=/dev/null -c core.autocrlf=false "$@"; }
inside add --all --force .
inside -c user.name=samsyn -c user.email=samsyn@localhost -c commit.gpgSign=false commit -q -m "Byggd av ${GITHUB_SHA:-samsyn}"

# Nyckeln står i miljön, så att den inte syns bland datorns processer.
GIT_CONFIG_COUNT=1
GIT_CONFIG_KEY_0=http.extraHeader
GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'samsyn:%s' "$GITHUB_TOKEN" | base64 | tr -d '\n')"
export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
inside push -q --force "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" "HEAD:refs/heads/$branch"
echo "Mappen ligger i grenen $branch."
