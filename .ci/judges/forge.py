"""forge.py ADDRESS TOKEN: on a forge, proposals checked and reminders written as the files of `init` do."""
import datetime, hashlib, json, os, pathlib, shutil, subprocess, sys, tempfile, time, urllib.error, urllib.request
from ruamel.yaml import YAML

address, token = sys.argv[1:]
samsyn = os.environ["SAMSYN"]
room = pathlib.Path(tempfile.mkdtemp())  # outside this repository, whose content would be found from below
MARK = "<!-- samsyn: andringar -->"
wrong = []


def ask(method, path, body=None, key=token):
    request = urllib.request.Request(f"{address}/api/v1/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"token {key}", "Content-Type": "application/json"})
    for attempt in range(90):
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as error:
            # A branch is known some seconds after it was pushed.
            if error.code not in (404, 409, 422, 500) or attempt == 89:
                raise RuntimeError(f"{method} {path}: {error.code} {error.read()[:300]}") from error
            time.sleep(1)


def git(at, *args):
    return subprocess.run(["git", "-C", str(at), *args], check=True, capture_output=True, text=True).stdout.strip()


def holds(what, is_so, said=""):
    print(("held    " if is_so else "BROKEN  ") + what, flush=True)
    if not is_so:
        wrong.append(what)
        print(said[-2000:])


def county():
    """A new repository on the forge, with the tool that its checks fetch."""
    ask("POST", "user/repos", {"name": "avtal", "default_branch": "main"})
    at = room / "main"
    subprocess.run([samsyn, "init", str(at)], check=True, capture_output=True)
    tool = pathlib.Path(samsyn).read_bytes()
    (at / ".samsyn/tool.env").write_text(f"SAMSYN_URL='file://{samsyn}'\nSAMSYN_SHA256='{hashlib.sha256(tool).hexdigest()}'\n")
    shutil.rmtree(at / ".git", ignore_errors=True)
    git(at, "init", "-q", "-b", "main")
    for key, value in (("user.name", "Kansli"), ("user.email", "kansli@samsyn.example")):
        git(at, "config", key, value)
    commit(at, "Start")
    git(at, "remote", "add", "origin", address.replace("://", f"://kansli:{token}@") + "/kansli/avtal.git")
    git(at, "push", "-q", "-u", "origin", "main")
    return at


def commit(at, message):
    git(at, "add", "-A")
    git(at, "commit", "-q", "--allow-empty", "-m", message)


def propose(at, branch, change, base="main", repository="kansli/avtal", head=None):
    """A proposal with a change, and its number."""
    git(at, "checkout", "-q", "-B", branch, base)
    change(at)
    commit(at, branch)
    git(at, "push", "-q", "-f", "origin" if head is None else "fork", branch)
    git(at, "checkout", "-q", "main")
    return ask("POST", f"repos/{repository}/pulls", {"head": head or branch, "base": "main", "title": branch})["number"]


def steps(at, job):
    """The command lines of a job, as a script."""
    file = YAML(typ="safe").load((at / ".github/workflows/granska.yml").read_text())
    return "\n".join(step["run"] for step in file["jobs"][job]["steps"] if "run" in step)


def check(number):
    """Runs both jobs in a clone of the proposal, as the forge's runner would: what they say, and whether it was let through."""
    pull = ask("GET", f"repos/kansli/avtal/pulls/{number}")
    at = room / f"run-{number}"
    shutil.rmtree(at, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", str(room / "main" / ".git"), str(at)], check=True)
    git(at, "fetch", "-q", f"{address}/kansli/avtal.git".replace("://", f"://kansli:{token}@"), f"refs/pull/{number}/head", "main")
    git(at, "checkout", "-q", "--detach", pull["head"]["sha"])
    tip = ask("GET", "repos/kansli/avtal/branches/main")["commit"]["id"]
    try:  # what the forge checks is the proposal put into main
        git(at, "-c", "user.name=F", "-c", "user.email=f@f.example", "merge", "-q", "--no-edit", tip)
    except subprocess.CalledProcessError:
        pass
    job = os.environ | {"BASE": tip, "GITHUB_STEP_SUMMARY": str(at / ".git/summary.md"), "XDG_CONFIG_HOME": str(room / "config")}
    done = subprocess.run(["bash", "-eu", "-c", steps(room / "main", "granska")], cwd=at, env=job, capture_output=True, text=True)
    state = "success" if done.returncode == 0 else "failure"
    ask("POST", f"repos/kansli/avtal/statuses/{pull['head']['sha']}", {"state": state, "context": "granska"})
    return done.returncode == 0, done.stdout + done.stderr


def comment(number, key=token):
    """Runs the job that comments."""
    at = room / f"run-{number}"
    job = os.environ | {"BASE": "origin/main", "GITHUB_TOKEN": key, "GITHUB_API_URL": f"{address}/api/v1", "GITHUB_REPOSITORY": "kansli/avtal",
        "GITHUB_REF": f"refs/pull/{number}/head", "SAMSYN_PREVIEW_URL": ""}
    done = subprocess.run(["bash", "-eu", "-c", steps(room / "main", "kommentera")], cwd=at, env=job, capture_output=True, text=True)
    return done.returncode == 0, done.stdout + done.stderr


def comments(number):
    return [c for c in ask("GET", f"repos/kansli/avtal/issues/{number}/comments") if c["body"].startswith(MARK)]


def initiative(at):
    return next(at.glob("plans/*/exempelinsats.md"))


def retitled(title):
    def change(at):
        file = initiative(at)
        lines = file.read_text().split("\n")
        file.write_text("\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines))
    return change


def one_more(at):
    file = initiative(at)
    (file.parent / "en-till.md").write_text(file.read_text().replace("title: ", "title: En till, ", 1))


def scenarios(main):
    number = propose(main, "behind", retitled("Omdöpt insats"))
    one_more(main)
    commit(main, "Main goes on")
    git(main, "push", "-q", "origin", "main")
    passed, said = check(number)
    holds("a proposal that is behind main passes", passed, said)
    told = (room / f"run-{number}/.git/summary.md").read_text()
    holds("what main has gained since is none of its changes", "Omdöpt insats" in told and "En till" not in told, told)

    done, said = comment(number)
    holds("its comment is written", done and len(comments(number)) == 1, said)
    body = comments(number)[0]["body"]
    holds("the comment tells the change", "Omdöpt insats" in body, body)

    ask("POST", "admin/users", {"username": "annan", "email": "annan@samsyn.example", "password": "Annan12345annan", "must_change_password": False})
    basic = urllib.request.Request(f"{address}/api/v1/users/annan/tokens", method="POST", data=json.dumps({"name": "k", "scopes": ["all"]}).encode(),
        headers={"Content-Type": "application/json", "Authorization": "Basic " + __import__("base64").b64encode(b"annan:Annan12345annan").decode()})
    other = json.loads(urllib.request.urlopen(basic).read())["sha1"]

    second = propose(main, "second", retitled("En annan rubrik"))
    ask("POST", f"repos/kansli/avtal/issues/{second}/comments", {"body": MARK + " lånat märke"}, key=other)
    for _ in range(2):
        passed, said = check(second)
        holds("one of two proposals at once passes", passed, said)
        done, said = comment(second)
        holds("its comment is there once, and another's with the mark is left alone",
            done and sorted(c["user"]["login"] for c in comments(second)) == ["annan", "kansli"] and any("lånat märke" in c["body"] for c in comments(second)), said)
    holds("the other proposal's comment is as it was", comments(number)[0]["body"] == body)

    ask("POST", "repos/kansli/avtal/forks", {}, key=other)
    fork = main / ".git"
    git(main, "remote", "add", "fork", address.replace("://", f"://annan:{other}@") + "/annan/avtal.git")
    time.sleep(2)
    third = propose(main, "from-a-fork", retitled("Från en kopia"), head="annan:from-a-fork")
    passed, said = check(third)
    holds("a proposal from a fork passes", passed, said)
    condition = YAML(typ="safe").load((main / ".github/workflows/granska.yml").read_text())["jobs"]["kommentera"]["if"]
    holds("a fork's proposal gets no key to comment with", "head.repo.full_name == github.repository" in condition, condition)

    fourth = propose(main, "without-content", lambda at: (at / "samsyn.yaml").unlink())
    passed, said = check(fourth)
    holds("a proposal that removes samsyn.yaml is rejected, in words", not passed and "samsyn.yaml" in said, said)

    broken = propose(main, "broken", lambda at: initiative(at).write_text(initiative(at).read_text().replace("\nowner:", "\nägare:")))
    passed, said = check(broken)
    holds("a broken proposal is rejected, with the line", not passed and "exempelinsats.md" in said and "ägare" in said, said)
    state = ask("GET", f"repos/kansli/avtal/commits/{ask('GET', f'repos/kansli/avtal/pulls/{broken}')['head']['sha']}/status")["state"]
    holds("the forge shows that it failed", state == "failure", state)

    fifth = propose(main, "empty", lambda at: None)
    passed, said = check(fifth)
    holds("an empty proposal passes", passed, said)
    done, said = comment(fifth)
    holds("its comment says that nothing has changed", done and len(comments(fifth)) == 1 and "Ingen ändring" in comments(fifth)[0]["body"], said)


def remind(at):
    """Runs the weekly reminder: what it says."""
    job = os.environ | {"SAMSYN": samsyn, "GITHUB_TOKEN": token, "GITHUB_API_URL": f"{address}/api/v1", "GITHUB_REPOSITORY": "kansli/avtal"}
    done = subprocess.run(["sh", ".samsyn/remind.sh"], cwd=at, env=job, capture_output=True, text=True)
    holds("the reminder runs", done.returncode == 0, done.stderr)
    return done.stdout


def issues():
    """The reminders on the forge, the newest first: number, whether it is open, text, when it was last changed."""
    found = ask("GET", "repos/kansli/avtal/issues?state=all&type=issues&limit=50")
    return [(i["number"], i["state"] == "open", i["body"], i["updated_at"]) for i in found if i["user"]["login"] == "kansli" and "samsyn: redovisning" in i["body"]]


def replaced(file, old, new):
    text = file.read_text()
    assert old in text, (file, old, text)
    file.write_text(text.replace(old, new, 1))


def reminders(main):
    """A year's reminders: made, left alone, renewed, closed by a person, made anew, closed."""
    today = datetime.date.today()
    day = lambda n: (today + datetime.timedelta(days=n)).isoformat()
    holds("a plan that nobody has decided on reminds nobody", remind(main) == "" and issues() == [])
    one = initiative(main)
    for file in (one.parent / "plan.yaml", main / "agreement/agreement.yaml"):
        replaced(file, "status: draft", f"status: adopted\nadopted:\n  date: {day(-1)}\n  body: samverkansgruppen")
    old = next(line for line in one.read_text().split("\n") if line.startswith("    - 20"))
    replaced(one, old, f"    - {day(10)}")

    said = remind(main)
    holds("an issue is made for the one who is to report", len(issues()) == 1 and issues()[0][1] and day(10) in issues()[0][2], said)
    before = issues()
    time.sleep(1.1)  # the forge tells times in seconds
    said = remind(main)
    holds("a second run changes nothing", said == "" and issues() == before, said)

    retitled("Omdöpt insats")(main)
    said = remind(main)
    holds("the issue is renewed where something has changed", len(issues()) == 1 and issues()[0][0] == before[0][0] and "Omdöpt insats" in issues()[0][2], said)

    ask("PATCH", f"repos/kansli/avtal/issues/{before[0][0]}", {"state": "closed"})
    closed = issues()
    said = remind(main)
    holds("one that a person has closed stays closed", said == "" and issues() == closed and not closed[0][1], said)

    replaced(one, f"    - {day(10)}", f"    - {day(10)}\n    - {day(20)}")
    said = remind(main)
    now = issues()
    holds("something new to report opens one anew", len(now) == 2 and sorted(i[1] for i in now) == [False, True] and any(day(20) in i[2] and i[1] for i in now), said)

    for when in (-1, 0):
        subprocess.run([samsyn, "-C", str(main), "report", f"{one.parent.name}/{one.stem}", "--date", day(when), "--text", "Det går bra."], check=True, capture_output=True)
    said = remind(main)
    holds("it is closed when nothing is left to report", len(issues()) == 2 and not any(i[1] for i in issues()), said)
    said = remind(main)
    holds("and nothing comes after it", said == "" and len(issues()) == 2, said)


try:
    main = county()
    reminders(main)
    git(main, "checkout", "-q", ".")
    scenarios(main)
finally:
    shutil.rmtree(room, ignore_errors=True)
print("\n".join(wrong) or "everything held on a forge")
sys.exit(bool(wrong))
