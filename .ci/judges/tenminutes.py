"""tenminutes.py ADDRESS TOKEN RELEASE RUNNER: from nothing to a county's site, as its IT does it.

In a bare container with git and one release archive, and no Go: a repository on a real forge,
a protected branch, a bad proposal that is rejected, a good one with comment and preview that
is merged, a reminder, a published site, a sealed PDF, an adopted version. The forge runs the
workflows as `init` wrote them, in a second container with git, curl and jq; what a person
does by a click is done by the forge's API."""
import base64, contextlib, datetime, functools, http.server, json, os, pathlib, re, shutil, subprocess, sys, tempfile, threading, time, urllib.error, urllib.parse, urllib.request
from container import Container

address, token, release, runner = sys.argv[1:]
box = pathlib.Path(tempfile.mkdtemp(prefix="tenminutes-"))
REQUIRED = "Granska / granska (pull_request)"


def run(*words, at=None, ok=True):
    done = machine.run(*words, at=at or room)
    if ok and done.returncode:
        fail(f"{words} left with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def git(*words, ok=True):
    return run("git", *words, at=room / "avtal", ok=ok)


def fail(why):
    if (box / "runner.log").exists():
        print((box / "runner.log").read_text()[-6000:])
    print("BROKEN  " + why)
    raise SystemExit(1)


def holds(what, is_so, said=""):
    if not is_so:
        fail(f"{what}\n{said}")
    print(f"held    {time.monotonic() - began:4.0f} s  {what}", flush=True)


def ask(method, path, body=None, expect=range(200, 300)):
    request = urllib.request.Request(f"{address}/api/v1/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"token {token}", "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            status, text = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    if status not in expect:
        raise RuntimeError(f"{method} {path}: {status} {text[:300]}")
    with contextlib.suppress(ValueError):
        return json.loads(text or "null")
    return text


def until(what, look, seconds=900):
    """Asks again until there is an answer: the forge and the runner take their time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(RuntimeError):
            if (answer := look()):
                return answer
        time.sleep(0.5)
    fail(f"this did not come to be in {seconds} s: {what}")


REPO = "repos/kansli/avtal"


def ended(workflow, event, sha=None):
    """The newest run of a workflow for an event, once it has ended."""
    for r in ask("GET", f"{REPO}/actions/runs?limit=50")["workflow_runs"]:
        if r["path"].startswith(workflow) and r["event"] == event and sha in (None, r["head_sha"]):
            return r if r["status"] == "completed" else None
    return None


def dispatch(workflow, inputs=None):
    """Runs a workflow as a person does under Actions, and waits for it to end well."""
    before = ask("GET", f"{REPO}/actions/runs?limit=1")["total_count"]
    ask("POST", f"{REPO}/actions/workflows/{workflow}/dispatches", {"ref": "main"} | ({"inputs": inputs} if inputs else {}))
    until(f"{workflow} was begun", lambda: ask("GET", f"{REPO}/actions/runs?limit=1")["total_count"] > before)
    r = until(f"{workflow} ended", lambda: ended(workflow, "workflow_dispatch"))
    if r["conclusion"] != "success":
        fail(f"{workflow} came to {r['conclusion']}")


def propose(branch, change):
    """A proposal, whose title and branch are out to be run: its number and its commit."""
    branch += "$(touch${IFS}/tmp/run)`touch${IFS}/tmp/run`"
    title = f"{branch}'\";touch /tmp/run;'\" || touch /tmp/run"
    git("checkout", "-q", "-B", branch, "main")
    change()
    git("commit", "-q", "-a", "-m", title)
    git("push", "-q", "-f", "origin", branch)
    git("checkout", "-q", "main")
    number = until("a pull request", lambda: ask("POST", f"{REPO}/pulls", {"head": branch, "base": "main", "title": title, "body": title}))["number"]
    return number, git("rev-parse", branch).stdout.strip()


def verdict(sha):
    """What the required check came to."""
    for s in ask("GET", f"{REPO}/commits/{sha}/statuses"):
        if s["context"] == REQUIRED and s["status"] != "pending":
            return s["status"]


def replace(file, pattern, by):
    text, n = re.subn(pattern, by, file.read_text(), count=1, flags=re.M)
    assert n == 1, pattern
    file.write_text(text)


def adopt():
    """The agreement and the plan are adopted, and something is overdue."""
    replace(initiative, r"^title: .*", "title: Språkvän och läxhjälp")
    replace(initiative, r"^  due:\n    - .*", f"  due:\n    - {today - datetime.timedelta(days=1)}")
    for file in ("agreement/agreement.yaml", f"plans/{year}/plan.yaml"):
        replace(room / "avtal" / file, r"^status: draft", "status: adopted")


def head():
    return ask("GET", f"{REPO}/branches/main")["commit"]["id"]


def merge(number):
    until("it was merged", lambda: ask("POST", f"{REPO}/pulls/{number}/merge", {"Do": "merge"}) or True)
    git("pull", "-q", "origin", "main")


def fork():
    """Somebody else's copy: it is checked, and gets no key to write with."""
    ask("POST", "admin/users", {"username": "annan", "email": "annan@samsyn.example", "password": "Annan12345annan", "must_change_password": False})
    basic = {"Authorization": "Basic " + base64.b64encode(b"annan:Annan12345annan").decode(), "Content-Type": "application/json"}

    def theirs(path, body):
        with urllib.request.urlopen(urllib.request.Request(f"{address}/api/v1/{path}", data=json.dumps(body).encode(), headers=basic), timeout=60) as answer:
            return json.loads(answer.read())
    ask("PATCH", REPO, {"private": False})
    theirs(f"{REPO}/forks", {})
    git("checkout", "-q", "-B", "fran-annan", "main")
    # A job of theirs that would tell the secrets, if it had any.
    flow = room / "avtal/.gitea/workflows/granska.yml"
    spying = """run: |
          sh .samsyn/fetch-tool.sh
          code=$(curl -s -o /dev/null -w '%{http_code}' -X POST -H "Authorization: token $KEY" -H 'Content-Type: application/json' -d '{"new_branch_name":"deras"}' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/branches")
          echo "seal=${#SEAL} may=$code"
"""
    flow.write_text(flow.read_text().replace("run: sh .samsyn/fetch-tool.sh\n", spying)
        .replace("          SAMSYN_TOOL_TOKEN:", "          SEAL: ${{ secrets.SAMSYN_P12_BASE64 }}\n          KEY: ${{ github.token }}\n          SAMSYN_TOOL_TOKEN:"))
    git("commit", "-q", "-a", "-m", "Snokar")
    sha = git("rev-parse", "HEAD").stdout.strip()
    git("-c", "credential.helper=", "push", "-q", address.replace("://", "://annan:Annan12345annan@") + "/annan/avtal.git", "fran-annan")
    git("checkout", "-q", "main")
    number = until("their pull request", lambda: theirs(f"{REPO}/pulls", {"head": "annan:fran-annan", "base": "main", "title": "Snokar"}))["number"]
    # Somebody of the house has to let the checks of a stranger run. That is a click alone.
    ask("POST", "admin/users", {"username": "chef", "email": "chef@samsyn.example", "password": "Chef12345chef", "must_change_password": False})
    ask("PUT", f"{REPO}/collaborators/chef", {"permission": "write"})
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    browser.open(f"{address}/user/login", urllib.parse.urlencode({"user_name": "chef", "password": "Chef12345chef"}).encode()).close()
    theirs_to_run = until("their check", lambda: [r for r in ask("GET", f"{REPO}/actions/runs?limit=50")["workflow_runs"] if r["head_sha"] == sha])
    for r in theirs_to_run:
        browser.open(urllib.request.Request(r["html_url"] + "/approve", method="POST")).close()
    holds("a copy's proposal is checked", until("their verdict", lambda: verdict(sha)) == "success")
    until("all of it ended", lambda: all(r["status"] == "completed" for r in ask("GET", f"{REPO}/actions/runs?limit=50")["workflow_runs"] if r["head_sha"] == sha))
    told = re.search(r"seal=(\d+) may=(\d+)", (box / "runner.log").read_text())
    holds("it sees no secret, and its key writes nothing", told is not None and told[1] == "0" and told[2][0] == "4", str(told))
    holds("nor is anything written for it", not ask("GET", f"{REPO}/issues/{number}/comments") and f"forhandsvisning-{number}" not in git("ls-remote", "origin").stdout)


def moved():
    """The repository as a backup keeps it, and as it comes to another forge."""
    run("git", "clone", "-q", "--mirror", REMOTE, "spegel.git")
    run("git", "-C", "spegel.git", "bundle", "create", "-q", "../allt.bundle", "--all")
    git("bundle", "verify", "-q", "../allt.bundle")
    run("git", "clone", "-q", "--mirror", "allt.bundle", "igen.git")
    ask("POST", "user/repos", {"name": "flyttad", "default_branch": "main"})
    to = REMOTE.replace("avtal.git", "flyttad.git")
    run("git", "-C", "igen.git", "push", "-q", to, "refs/heads/*:refs/heads/*", "refs/tags/*:refs/tags/*")

    def kept(at):
        refs = run("git", "ls-remote", "--heads", "--tags", at).stdout
        return sorted(line for line in refs.splitlines())
    holds("a backup brings every branch and version back, on another forge too", kept(REMOTE) == kept(to) and len(kept(to)) > 3, str(kept(to)))
    run("git", "clone", "-q", to, "flyttad")
    holds("and the content there is sound", run(samsyn, "-C", "flyttad", "validate").returncode == 0)


def served():
    """A plain web server over what fetch-site.sh brings."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=web))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def got(path):
    try:
        with urllib.request.urlopen(f"{site}/{path}", timeout=30) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return f"status {error.code}".encode()


def fetched():
    run("sh", room / "avtal/.samsyn/fetch-site.sh", REMOTE, web)


def certificate():
    """A county's own seal, for trial."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "30", "-subj", "/O=Region Fj\\xC3\\xA4ll/CN=Sigill",
        "-addext", "keyUsage=digitalSignature,nonRepudiation", "-keyout", box / "key.pem", "-out", box / "cert.pem"], check=True, capture_output=True)
    subprocess.run(["openssl", "pkcs12", "-export", "-inkey", box / "key.pem", "-in", box / "cert.pem", "-out", box / "seal.p12", "-passout", "pass:hemligt"], check=True, capture_output=True)
    return base64.b64encode((box / "seal.p12").read_bytes()).decode()


began = time.monotonic()
machine, works = Container(box / "machine", ["git"]), Container(box / "runner", ["git", "curl", "jq"])
room, home = machine.root / "room", machine.root / "root"
web = room / "web"
REMOTE = address + "/kansli/avtal.git"
(home / ".gitconfig").write_text("[credential]\n\thelper = store\n")
(home / ".git-credentials").write_text(address.replace("://", f"://kansli:{token}@") + "\n")
others = run("sh", "-c", "command -v go gofmt gcc cc python3 perl node curl; test ! -e '%s' || echo '%s'" % (release, release), ok=False)
holds(f"there is git and no Go in a bare container ({machine.called})", not others.stdout and run("git", "--version").stdout.startswith("git"), others.stdout)

# The program, out of the archive: all that comes in, with its checksums.
release, came = room / "release", pathlib.Path(release)
release.mkdir()
for file in (next(came.glob("*linux-*.tar.gz")), came / "SHA256SUMS"):
    shutil.copy(file, release)
run("tar", "-xzf", next(release.glob("*.tar.gz")))
samsyn = next(room.glob("samsyn-*/samsyn"))
said = run(samsyn, "init", "avtal", "--forge", "gitea", "--county", "Fjäll län", "--parties", "Länsstyrelsen i Fjäll län, Region Fjäll, Karlshamns kommun",
    "--areas", "2", "--year", str(datetime.date.today().year), "--base-url", "https://samverkan.fjall.se/", "--tool-from", release)
holds("init needs nothing but its flags", (room / "avtal/samsyn.yaml").is_file(), said.stderr)
today = datetime.date.today()
year = next((room / "avtal/plans").iterdir()).name
run(samsyn, "-C", "avtal", "new", "initiative", "Språkvän", "--plan", year, "--area", "omrade-1-1", "--owner", "karlshamn", "--method", "Vi räknar.")
initiative = room / f"avtal/plans/{year}/sprakvan.md"
run(samsyn, "-C", "avtal", "validate")

# The repository on the forge, and what is done there by hand.
ask("POST", "user/repos", {"name": "avtal", "default_branch": "main"})
ask("PUT", f"{REPO}/actions/secrets/SAMSYN_P12_BASE64", {"data": certificate()})
ask("PUT", f"{REPO}/actions/secrets/SAMSYN_P12_PASSWORD", {"data": "hemligt"})
web.mkdir()
site = served()
ask("POST", f"{REPO}/actions/variables/SAMSYN_PREVIEW_URL", {"value": site + "/forslag/{nummer}/"})
registration = ask("POST", "admin/actions/runners/registration-token")["token"]
works.put({"/usr/bin/runner": runner})
work = subprocess.Popen(works.words(["runner", address, registration, "/room/jobs", "docker"]), stdout=open(box / "runner.log", "w"), stderr=subprocess.STDOUT)
try:
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Kansli")
    git("config", "user.email", "kansli@samsyn.example")
    git("add", "-A")
    git("commit", "-q", "-m", "Början")
    git("remote", "add", "origin", REMOTE)
    git("push", "-q", "-u", "origin", "main")
    ask("POST", f"{REPO}/branch_protections", {"rule_name": "main", "enable_push": False, "enable_status_check": True, "status_check_contexts": ["Granska / granska*"]})
    checked = run(samsyn, "-C", "avtal", "doctor", ok=False)
    holds("doctor finds nothing amiss", checked.returncode == 0, checked.stdout)
    first = git("rev-parse", "HEAD").stdout.strip()
    r = until("the site was published", lambda: ended("publicera.yml", "push", first))
    holds("the forge publishes what is pushed to main", r["conclusion"] == "success", str(r))
    fetched()
    holds("the site is on the web", "Fjäll län" in got("webbplats/").decode(), got("webbplats/").decode()[:500])

    git("commit", "-q", "--allow-empty", "-m", "Direkt")
    refused = git("push", "-q", "origin", "main", ok=False)
    holds("nobody pushes to main", refused.returncode != 0 and "protected" in refused.stderr, refused.stderr)
    git("reset", "-q", "--hard", first)

    number, sha = propose("fel", lambda: replace(initiative, r"^owner: .*", "owner: ingen-alls"))
    holds("a bad proposal fails the required check", until("a verdict", lambda: verdict(sha)) == "failure")
    refusal = ask("POST", f"{REPO}/pulls/{number}/merge", {"Do": "merge"}, expect=[405])
    holds("and the forge does not merge it", "check" in refusal["message"], str(refusal))
    ask("PATCH", f"{REPO}/pulls/{number}", {"state": "closed"})

    number, sha = propose("bra", adopt)
    holds("a good proposal passes it", until("a verdict", lambda: verdict(sha)) == "success")
    comment = until("a comment", lambda: ask("GET", f"{REPO}/issues/{number}/comments"))
    link = f"{site}/forslag/{number}/"
    holds("one comment says what changes, and leads to the preview", len(comment) == 1 and "läxhjälp" in comment[0]["body"] and link in comment[0]["body"], str(comment))
    fetched()
    page = f"plans/{year}/sprakvan.html"
    holds("the preview shows it", "Språkvän och läxhjälp" in got(f"forslag/{number}/{page}").decode(), got(f"forslag/{number}/{page}").decode()[:300])
    holds("with its PDFs", got(f"forslag/{number}/handlingsplan-{year}.pdf").startswith(b"%PDF"))
    holds("the site does not show it yet", got(f"webbplats/{page}") == b"status 404")

    merge(number)
    r = until("the site was published anew", lambda: ended("publicera.yml", "push", head()))
    until("the preview was removed", lambda: ended("stada.yml", "pull_request"))
    fetched()
    holds("it is merged and published", r["conclusion"] == "success" and "Språkvän och läxhjälp" in got(f"webbplats/{page}").decode())
    holds("no title and no branch was run", not any((c.root / "tmp/run").exists() for c in (machine, works)))
    holds("its preview is gone", got(f"forslag/{number}/{page}") == b"status 404")
    (room / "plan.pdf").write_bytes(got(f"webbplats/handlingsplan-{year}.pdf"))
    said = run(samsyn, "verify", room / "plan.pdf")
    holds("the published PDF bears the county's seal, unbroken", "Sigill" in said.stdout, said.stdout)
    spoilt = bytearray((room / "plan.pdf").read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    (room / "spoilt.pdf").write_bytes(spoilt)
    holds("which a changed one does not", run(samsyn, "verify", room / "spoilt.pdf", ok=False).returncode == 1)

    dispatch("paminn.yml")
    issues = ask("GET", f"{REPO}/issues?type=issues&state=open")
    holds("the party that is late has an issue", len(issues) == 1 and "Karlshamn" in issues[0]["title"] and "läxhjälp" in issues[0]["body"], str(issues))
    before = git("ls-remote", "origin", "pages").stdout
    dispatch("publicera.yml")
    holds("the site can be published again, as every night", git("ls-remote", "origin", "pages").stdout != before)

    version = f"antagen-{year}"
    dispatch("version.yml", {"namn": version})
    put_up = ask("GET", f"{REPO}/releases/tags/{version}")
    for asset in put_up["assets"]:
        with urllib.request.urlopen(urllib.request.Request(asset["browser_download_url"], headers={"Authorization": f"token {token}"})) as answer:
            (room / asset["name"]).write_bytes(answer.read())
    names = sorted(a["name"] for a in put_up["assets"])
    holds("an adopted version is put up with what the archive keeps", names == sorted(["SHA256SUMS", f"{version}.bundle", f"handlingsplan-{year}.pdf", "overenskommelse.pdf", f"sammanfattning-{year}.pdf"]), str(names))
    run("sha256sum", "-c", "SHA256SUMS")
    run("git", "clone", "-q", "-b", version, room / f"{version}.bundle", "arkiv")
    holds("out of its bundle the content comes back, and is sound", run(samsyn, "-C", "arkiv", "validate").returncode == 0 and run("git", "tag", at=room / "arkiv").stdout.strip() == version)
    holds("and its PDF is sealed", "Sigill" in run(samsyn, "verify", "overenskommelse.pdf").stdout)
    fork()
    moved()
    print(f"{time.monotonic() - began:.0f} seconds, from an archive to all this")
finally:
    work.kill()
    work.wait()
shutil.rmtree(box, ignore_errors=True)
