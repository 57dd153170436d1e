#!/bin/sh
# Bygger det som ska publiceras i mappen public: webbplatsen och PDF-filerna, som de är i
# dag. Varje antagen version som är märkt i git (samsyn release) ligger kvar bredvid.
#
#   sh .samsyn/build.sh [FLAGGOR TILL samsyn build]
#
# PDF-filerna förseglas om SAMSYN_P12_BASE64 (en PKCS#12-fil i base64) och SAMSYN_P12_PASSWORD
# finns, eller om körarens egen dator har en nyckel (SAMSYN_P12 eller SAMSYN_PKCS11, som
# samsyn build läser dem), annars inte. Hemligheten ligger i en fil som bara den här
# användaren får läsa, så länge bygget varar.
set -eu

# Svensk tid, också där datorn inte har några tidszoner.
set -- "$@" --today "$(TZ='CET-1CEST,M3.5.0,M10.5.0/3' date +%Y-%m-%d)"
case " $* " in
  *' --rev '*) ;;
  *) set -- "$@" --versions ;;
esac

if [ -n "${SAMSYN_P12_BASE64:-}" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  (umask 077 && printf '%s' "$SAMSYN_P12_BASE64" | base64 -d > "$folder/key.p12")
  set -- "$@" --p12 "$folder/key.p12"
elif [ -z "${SAMSYN_P12:-}${SAMSYN_PKCS11:-}" ]; then
  echo 'SAMSYN_P12_BASE64 finns inte, så PDF-filerna förseglas inte.'
  set -- "$@" --sign none
fi
unset SAMSYN_P12_BASE64
.samsyn/bin/samsyn build "$@"
