"""deployment.py DIR: types what docs/deployment.md says, in bare containers.

DIR holds release/ and next/, two versions, and samsyn.pub, the key over their checksums.
Where a block names a made-up forge, git leads it to a bare repository in the container;
everything else is typed as it stands. Each block is either typed here or named as one that
is not, with the reason: a new one makes this judge fail until it is one or the other."""
import os, pathlib, re, shutil, subprocess, sys, textwrap
from container import Container

if os.geteuid() != 0:
    print("only root can make users and give them files, as the document says")
    sys.exit(4)
given = pathlib.Path(sys.argv[1])
DOC = pathlib.Path("docs/deployment.md").read_text()
# The blocks that are not typed here, by how they begin.
ELSEWHERE = {
    "forgejo-runner register": "there is no forgejo-runner here",
    "FROM nginx": "there is no image nginx:stable here",
    "skopeo copy": "the judge release runs the image",
    "FROM golang": "the judge release builds it where it has an image debian:stable-slim",
    "# /etc/systemd/system/": "the judge units has systemd read it",
    "redigera.example.se {": "the judge signin signs in behind it",
    "server {": "the judge signin signs in behind it",
    '{"time":': "it is what the program writes",
}
blocks = [textwrap.dedent(m[2]) for m in re.finditer(r"^( *)```[a-z]*\n(.*?)^\1```$", DOC, re.M | re.S)]
left = list(blocks)


def fail(why):
    print("BROKEN  " + why)
    raise SystemExit(1)


def block(begins):
    """The first block with that beginning that nobody has taken yet."""
    for b in left:
        if b.startswith(begins):
            left.remove(b)
            return b
    fail(f"docs/deployment.md has no block that begins with: {begins}")


def typed(begins, at="/room", by="", **change):
    """Types a block; change says what a reader would put for the words in capitals."""
    text = block(begins)
    for was, now in change.items():
        if was not in text:
            fail(f"{begins}: {was} does not stand there")
        text = text.replace(was, now)
    return say(begins, text, at, by)


def say(what, text, at="/room", by=""):
    done = machine.run("sh", "-euc", text, at=at, env={"HOME": by} if by else None)
    if done.returncode:
        fail(f"{what} left with {done.returncode}:\n{text}\n{done.stdout}{done.stderr}")
    print(f"typed   {what}", flush=True)
    return done.stdout


def holds(what, is_so, said=""):
    if not is_so:
        fail(f"{what}\n{said}")
    print(f"held    {what}", flush=True)


def place(file, text, mode=0o755):
    at = machine.root / file[1:]
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(text)
    at.chmod(mode)


machine = Container(given / "machine", ["git", "rsync", "minisign", "openssl", "ssh-keygen", "install", "useradd", "chown", "setpriv", "touch"],
                    path="/usr/local/bin:/usr/bin:/bin")
work = machine.root / "room"
for folder in ("usr/local/bin", "etc/samsyn", "srv/git", "srv/forge/lan", "srv/new/lan", "var/backups", "var/log/samsyn", "var/lib/samsyn"):
    (machine.root / folder).mkdir(parents=True, exist_ok=True)
place("/usr/local/bin/sudo", '#!/bin/sh\n[ "$1" = -u ] || exec "$@"\nid=$(id -u "$2"); shift 2\nHOME=/var/lib/samsyn exec setpriv --reuid="$id" --regid="$id" --clear-groups "$@"\n')
SETTINGS = """[user]\n\tname = Kim\n\temail = kim@lan.example.se\n\tsigningKey = /root/key
[gpg]\n\tformat = ssh\n[url "/srv/forge/"]\n\tinsteadOf = https://git.example.se/\n[url "/srv/new/"]\n\tinsteadOf = https://new.example.se/
[safe]\n\tdirectory = *\n"""
place("/root/.gitconfig", SETTINGS, 0o644)
place("/etc/gitconfig", SETTINGS.replace("/root/key", ""), 0o644)
say("a key of ssh", "ssh-keygen -q -t ed25519 -N '' -f /root/key")

# The first ten minutes.
shutil.copytree(given / "release", work / "release")
shutil.copytree(given / "next", work / "release-1.1.0")
shutil.copy(given / "samsyn.pub", work / "release/samsyn.pub")
archive = next((given / "release").glob("*linux-*.tar.gz"))
shutil.copy(archive, work / "samsyn-1.0.0-linux-amd64.tar.gz")
if "linux-amd64" not in archive.name:
    left = [b.replace("linux-amd64", archive.name.removeprefix("samsyn-1.0.0-").removesuffix(".tar.gz")) for b in left]
    shutil.copy(archive, work)
typed("tar -xzf")
holds("without answers init writes a county to begin with", (work / "avtal/samsyn.yaml").is_file())
shutil.rmtree(work / "avtal")
typed("samsyn init avtal --forge github")
typed("cd avtal\ngit init")
say("an empty repository on the forge", "git init -q --bare -b main /srv/forge/lan/avtal.git")
typed("git remote add origin", "/room/avtal")
doctor = machine.run("samsyn", "-C", "avtal", "--lang", "en", "doctor")
holds("doctor finds nothing amiss", doctor.returncode == 0, doctor.stdout)
typed("minisign -Vm", "/room/release")
(work / "release/SHA256SUMS").write_text((work / "release/SHA256SUMS").read_text() + "\n")
holds("changed checksums are refused", machine.run("minisign", "-Vm", "SHA256SUMS", "-p", "samsyn.pub", at="/room/release").returncode == 1)

# A county with everything in it, for the rest.
shutil.rmtree(work / "avtal")
shutil.copytree("examples/storsjo", work / "avtal")
settings = work / "avtal/samsyn.yaml"
settings.write_text(settings.read_text().replace("https://storsjo.example/", "https://samverkan.storsjo.se/"))  # else the doctor finds it made up
say("a county's content", """rm -r /srv/forge/lan/avtal.git
git init -q --bare -b main /srv/forge/lan/avtal.git
cd avtal
git init -q -b main
git add .
git commit -q -m Start
samsyn doctor --renew --forge github --tool-from /room/release
git add -A
git commit -q -m Granskning
git remote add origin https://git.example.se/lan/avtal.git
git push -q -u origin main""")

# A web server that fetches the site out of its branch.
say("the branch of the site", """samsyn -C avtal build --sign none --out /room/built
cd built
git init -q -b pages
git add -A
git commit -q -m Byggd
git push -q https://git.example.se/lan/avtal.git pages
cp -r /room/avtal /room/avtal-forgejo
samsyn -C /room/avtal-forgejo doctor --renew --forge forgejo""")
typed("sudo install -m 755 .samsyn/fetch-site.sh", "/room/avtal-forgejo")
holds("the site is where the web server shows it", "Storsjö" in (machine.root / "srv/samverkan" / "webbplats").resolve().joinpath("index.html").read_text())

# A server without a forge. What goes to the web server by ssh goes to a folder here.
typed("git init --bare -b main /srv/git/avtal.git")
for words in (["req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "30", "-subj", "/CN=Sigill", "-addext", "keyUsage=digitalSignature", "-keyout", "seal.key", "-out", "seal.crt"],
              ["pkcs12", "-export", "-inkey", "seal.key", "-in", "seal.crt", "-out", machine.root / "etc/samsyn/seal.p12", "-passout", "pass:hemligt"]):
    subprocess.run(["openssl", *words], cwd=given, check=True, capture_output=True)
say("where the nightly script works", """git -C avtal push -q /srv/git/avtal.git main
git clone -q /srv/git/avtal.git /var/lib/samsyn/avtal""")
place("/usr/local/bin/publish-samverkan", block("#!/bin/sh\n# /usr/local/bin/publish-samverkan"))
place("/usr/local/bin/ssh-here", '#!/bin/sh\nshift\nexec "$@"\n')
shutil.rmtree(machine.root / "srv/samverkan")
say("publish-samverkan", "SAMSYN_P12_PASSWORD=hemligt RSYNC_RSH=ssh-here publish-samverkan")
said = say("samsyn verify", "samsyn --lang en verify /srv/samverkan/overenskommelse.pdf")
holds("the nightly script publishes sealed documents", "Sigill" in said, said)
text = typed("base64 -w0 seal.p12", "/etc/samsyn")
holds("the secret's text is one line", len(text.split()) == 1)

# The editor's server.
place("/etc/samsyn/client-secret", "hemligt", 0o600)
place("/etc/samsyn/server.yaml", block("# /etc/samsyn/server.yaml"), 0o644)
shutil.rmtree(machine.root / "var/lib/samsyn")
typed("useradd --system")
modes = {f: (machine.root / "etc/samsyn" / f).stat().st_mode & 0o777 for f in ("link-key", "client-secret")}
holds("nobody else reads the keys", set(modes.values()) == {0o600}, str(modes))
say("the editor's log", "chown -R samsyn: /var/log/samsyn /etc/samsyn")
say("a clone of the content, as the user of the links", "cd /var/lib/samsyn; sudo -u samsyn git clone -q avtal.git avtal")
typed("sudo -u samsyn samsyn -C avtal remind", "/var/lib/samsyn")
letters = list((machine.root / "var/lib/samsyn").rglob("brev/*"))
holds("letters with links are written", letters and any("https://redigera.example.se/rapport/" in f.read_text() for f in letters if f.is_file()), str(letters))
typed("git -C /var/lib/samsyn/avtal.git bundle create")
say("a bundle of that day", "mv /var/backups/avtal-*.bundle /var/backups/avtal-2026-06-01.bundle")
typed("git clone --mirror /var/backups/avtal-2026-06-01.bundle", "/srv")

# An adopted version, and what the archive keeps.
say("what a version is taken of", "git -C avtal push -q origin main")
typed("git pull\nsamsyn release antagen-2027", "/room/avtal")
say("what the forge puts up", """cd avtal
SAMSYN_P12_PASSWORD=hemligt samsyn build --rev antagen-2027 --p12 /etc/samsyn/seal.p12 --out /room/arkivet/public
cd ..
cp arkivet/public/overenskommelse.pdf .
git -C avtal bundle create -q /room/antagen-2027.bundle refs/tags/antagen-2027""")
said = typed("git clone -b antagen-2027 antagen-2027.bundle arkiv")
holds("the archive's document is built again, byte for byte", "byte för byte" in said, said)

# Backup, restore, another forge, another version.
say("an empty folder", "mkdir kopia")
typed("git clone --mirror https://git.example.se/lan/avtal.git", "/room/kopia")
say("a bundle of that day", "mv avtal-*.bundle avtal-2026-06-01.bundle; rm -r /srv/forge/lan/avtal.git; git init -q --bare -b main /srv/forge/lan/avtal.git", "/room/kopia")
typed("git clone --mirror avtal-2026-06-01.bundle", "/room/kopia")
refs = say("what came back", "git ls-remote https://git.example.se/lan/avtal.git")
holds("restoring brings branches and versions back", all(f"refs/{r}" in refs for r in ("heads/main", "heads/pages", "tags/antagen-2027")), refs)
say("what was restored is moved", "cp -r /srv/forge/lan/avtal.git /srv/new/lan/avtal.git; mkdir flyttad")
typed("git clone https://new.example.se/lan/avtal.git", "/room/flyttad")
moved = work / "flyttad/avtal"
holds("another forge has its own workflows, and not the old ones", (moved / ".gitlab-ci.yml").is_file() and not (moved / ".github").exists())
typed("git switch -c ny-version", "/room/avtal", **{"NEW-RELEASE/": "/room/release-1.1.0/"})
pinned = (work / "avtal/.samsyn/tool.env").read_text()
holds("the checks of the proposal use the new version", "1.1.0" in pinned and "1.0.0" not in pinned, pinned)

untold = []
for b in left:
    why = next((w for begins, w in ELSEWHERE.items() if b.startswith(begins)), None)
    if why is None:
        untold.append(b)
    else:
        print(f"not typed here, since {why}: {b.splitlines()[0]}")
if untold:
    fail("nobody types this block of docs/deployment.md:\n" + "\n---\n".join(untold))
print(f"{len(blocks) - len(left)} of {len(blocks)} blocks typed")
