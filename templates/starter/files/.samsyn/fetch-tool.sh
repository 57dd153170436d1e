#!/bin/sh
# Hämtar programmet samsyn till .samsyn/bin och släpper bara igenom det om
# kontrollsumman är den som står i tool.env. Inga hemligheter behövs, så
# granskningen fungerar också för förslag från andras kopior av git-arkivet.
set -eu
cd "$(dirname "$0")"
. ./tool.env

if [ -z "$SAMSYN_URL" ] || [ -z "$SAMSYN_SHA256" ]; then
  echo 'Fyll i SAMSYN_URL och SAMSYN_SHA256 i filen .samsyn/tool.env.' >&2
  exit 2
fi

mkdir -p bin
new=bin/samsyn.new
if command -v curl >/dev/null; then
  curl --fail --silent --show-error --location --retry 3 --output "$new" "$SAMSYN_URL"
else
  wget -q -O "$new" "$SAMSYN_URL"
fi

if command -v sha256sum >/dev/null; then
  sum=$(sha256sum "$new" | cut -d ' ' -f 1)
else
  sum=$(shasum -a 256 "$new" | cut -d ' ' -f 1)
fi
if [ "$sum" != "$SAMSYN_SHA256" ]; then
  rm -f "$new"
  echo "Filen från $SAMSYN_URL har kontrollsumman $sum, inte den som står i .samsyn/tool.env. Den används inte." >&2
  exit 2
fi
# En utgåva är ett arkiv med programmet i; adressen får också leda till programmet självt.
case $SAMSYN_URL in
  *.tar.gz)
    rm -rf bin/unpacked
    mkdir bin/unpacked
    tar -xzf "$new" -C bin/unpacked
    mv bin/unpacked/*/samsyn "$new"
    rm -rf bin/unpacked
    ;;
esac
chmod +x "$new"
mv "$new" bin/samsyn
