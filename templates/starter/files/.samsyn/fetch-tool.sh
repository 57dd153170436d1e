#!/bin/sh
# Lägger programmet samsyn i .samsyn/bin. Filen tool.env säger varifrån det kommer: ett
# arkiv på en adress eller här i git-arkivet, som bara används om kontrollsumman är den
# rätta, eller källkod i en bestämd version, som byggs med Go.
#
# Inga hemligheter behövs om alla får hämta programmet. Annars ska nyckeln finnas i
# SAMSYN_TOOL_TOKEN; förslag från andras kopior får ingen och kan då inte granskas.
set -eu
cd "$(dirname "$0")"

stop() {
  echo "$1" >&2
  exit 2
}

[ -f tool.env ] || stop 'Det är inte sagt varifrån granskningen hämtar programmet. Säg det med: samsyn doctor --renew --tool-from ADRESS'
. ./tool.env
token=${SAMSYN_TOOL_TOKEN:-}

# need COMMAND: hämtar ett program som saknas i den behållare som granskningen körs i.
need() {
  command -v "$1" >/dev/null && return
  if command -v apk >/dev/null; then
    apk add --no-cache --quiet "$1" ca-certificates
  elif command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$1" ca-certificates >/dev/null
  else
    stop "Programmet $1 behövs men finns inte här."
  fi
}

# fetch ADDRESS FILE: nyckeln går till curl på indata, så att den inte syns bland datorns
# processer.
fetch() {
  if [ -z "$token" ] && ! command -v curl >/dev/null; then
    wget -q -O "$2" "$1"
    return
  fi
  need curl
  if [ -n "$token" ]; then printf 'header = "Authorization: Bearer %s"\n' "$token"; fi |
    curl --config - --fail --silent --show-error --location --proto-redir =https --retry 3 \
      --header 'Accept: application/octet-stream' --output "$2" "$1"
}

# held FILE SUM FROM: släpper bara igenom en fil som har rätt kontrollsumma.
held() {
  if command -v sha256sum >/dev/null; then
    sum=$(sha256sum "$1" | cut -d ' ' -f 1)
  else
    sum=$(shasum -a 256 "$1" | cut -d ' ' -f 1)
  fi
  [ "$sum" = "$2" ] && return
  rm -f "$1"
  stop "Filen från $3 har kontrollsumman $sum, inte den som väntades: $2. Den används inte."
}

# unpacked: arkivet byts mot programmet i det. En adress får också leda till programmet självt.
unpacked() {
  case $1 in
    *.tar.gz | *.tgz) ;;
    *) return ;;
  esac
  mkdir bin/unpacked
  tar -xzf "$new" -C bin/unpacked
  mv bin/unpacked/*/samsyn "$new"
}

# with_go: ett Go som själv kan hämta den version som programmet behöver (1.21 eller senare).
with_go() {
  if command -v go >/dev/null; then
    version=$(go env GOVERSION)
    version=${version#go1.}
    version=${version%%[!0-9]*}
    if [ "${version:-0}" -ge 21 ]; then return; fi
  fi
  case $(uname -m) in
    x86_64) of=amd64 sum=aac1b08a0fb0c4e0a7c1555beb7b59180b05dfc5a3d62e40e9de90cd42f88235 ;;
    aarch64) of=arm64 sum=bd03b743eb6eb4193ea3c3fd3956546bf0e3ca5b7076c8226334afe6b75704cd ;;
    *) stop 'Go behövs men finns inte här.' ;;
  esac
  address=https://go.dev/dl/go1.26.0.linux-$of.tar.gz
  saved=$token token=
  fetch "$address" bin/go.tar.gz
  token=$saved
  held bin/go.tar.gz "$sum" "$address"
  tar -xzf bin/go.tar.gz -C bin
  PATH=$PWD/bin/go/bin:$PATH
}

# checked_out: källkoden vid den commit eller tagg som tool.env säger.
checked_out() {
  need git
  git init -q bin/source
  if [ -n "$token" ]; then
    GIT_CONFIG_COUNT=1
    GIT_CONFIG_KEY_0=http.$SAMSYN_GIT.extraHeader
    GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$token" | base64 | tr -d '\n')"
    export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
  fi
  GIT_TERMINAL_PROMPT=0 git -C bin/source fetch -q --depth 1 "$SAMSYN_GIT" "$SAMSYN_REVISION"
  unset GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
  git -C bin/source checkout -q --detach FETCH_HEAD
}

new=bin/samsyn.new
clean() { rm -rf bin/unpacked bin/source bin/go bin/go.tar.gz bin/built "$new"; }
mkdir -p bin
clean
trap clean EXIT

if [ -n "${SAMSYN_URL:-}" ]; then
  fetch "$SAMSYN_URL" "$new"
  held "$new" "${SAMSYN_SHA256:-}" "$SAMSYN_URL"
  unpacked "$SAMSYN_URL"
elif [ -n "${SAMSYN_FILE:-}" ]; then
  cp "../$SAMSYN_FILE" "$new"
  held "$new" "${SAMSYN_SHA256:-}" "$SAMSYN_FILE"
  unpacked "$SAMSYN_FILE"
elif [ -n "${SAMSYN_GIT:-}" ]; then
  with_go
  checked_out
  (cd bin/source && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o ../samsyn.new ./cmd/samsyn)
elif [ -n "${SAMSYN_MODULE:-}" ]; then
  with_go
  CGO_ENABLED=0 GOBIN=$PWD/bin/built go install -trimpath -ldflags '-s -w' "$SAMSYN_MODULE/cmd/samsyn@$SAMSYN_VERSION"
  mv bin/built/samsyn "$new"
else
  stop 'Filen .samsyn/tool.env säger inte varifrån programmet hämtas. Säg det med: samsyn doctor --renew --tool-from ADRESS'
fi
chmod +x "$new"
mv "$new" bin/samsyn
