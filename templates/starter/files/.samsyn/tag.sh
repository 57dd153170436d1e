#!/bin/sh
# Märker en antagen version av innehållet (samsyn release) och skickar märkningen till
# git-arkivet på servern.
#
#   sh .samsyn/tag.sh VERSION
#
# Märkningen är inte undertecknad. Den som vill underteckna gör den på sin egen dator:
# samsyn release VERSION, och git push origin VERSION. Behöver git och en nyckel som får
# skriva i git-arkivet: GITHUB_TOKEN.
set -eu
case $1 in
  antagen-*) ;;
  *) echo 'Versionens namn ska börja på antagen-, till exempel antagen-2027.' >&2; exit 2 ;;
esac
GIT_COMMITTER_NAME=samsyn
GIT_COMMITTER_EMAIL=samsyn@localhost
GIT_AUTHOR_NAME=$GIT_COMMITTER_NAME
GIT_AUTHOR_EMAIL=$GIT_COMMITTER_EMAIL
export GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL
.samsyn/bin/samsyn release --unsigned "$1"

# Nyckeln står i miljön, så att den inte syns bland datorns processer.
GIT_CONFIG_COUNT=1
GIT_CONFIG_KEY_0=http.extraHeader
GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$GITHUB_TOKEN" | base64 | tr -d '\n')"
export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
git push -q "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" "refs/tags/$1"
