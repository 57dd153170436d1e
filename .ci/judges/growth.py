"""growth.py PROGRAM DIR: PROGRAM counts its steps; DIR/county is a sound content.

Each kind of hostile content is made at one size and at four times it. The steps that the
sound content takes are taken off both.
"""
import math, os, pathlib, re, shutil, subprocess, sys

program, room = sys.argv[1], pathlib.Path(sys.argv[2])
covdata = subprocess.run(["go", "tool", "-n", "covdata"], check=True, capture_output=True, text=True).stdout.strip()
SMALL, TIMES, MOST = 15_000, 4, 5.5  # letters, how many times as many, and how many times as many steps
LARGEST, CHEAP = 1 << 20, 5_000_000_000  # the letters of a file at the most, and steps that take some seconds

county = room / "county"
initiative = next(p for p in county.glob("plans/*/*.md")).relative_to(county)


def filled(piece):
    return lambda n: piece * (n // len(piece))


# Markdown, as a chapter: it goes into pages and PDFs.
CHAPTERS = {
    "soft breaks": filled("a\n"), "hard breaks": filled("a\\\n"), "backslashes": filled("\\\\"),
    "entities": filled("&amp;"), "ampersands": filled("&"), "lazy quotations": lambda n: "> a\n" + "b\n" * (n // 2),
    "a heading of many lines": lambda n: "a\n" * (n // 2) + "---\n", "headings alike": filled("## h\n\n"),
    "a word": filled("a"), "hyphens": filled("a-"), "soft hyphens": filled("a\u00ad"), "spaces": lambda n: "a" + " " * n + "b",
    "items": filled("- a\n"), "loose items": filled("- a\n\n"), "paragraphs": filled("a\n\n"),
    "backticks": lambda n: "".join("e" + "`" * i for i in range(1, int((2 * n) ** 0.5))), "code spans": filled("`a``b"),
    "lines of code": lambda n: "```\n" + "x\n" * (n // 2) + "```\n", "a wide table": lambda n: f"|{'a|' * (n // 6)}\n|{'-|' * (n // 6)}\n|{'b|' * (n // 6)}\n",
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * (n // 6),
    "an address of parentheses": lambda n: "https://a.se/" + "(" * n, "addresses": filled("https://a.se/ "),
    "links": filled("[a](https://a.se/) "), "links to nothing": filled("[a](b.md) "), "footnotes": lambda n: "".join(f"a[^{i}] " for i in range(n // 20)) + "\n\n" + "".join(f"[^{i}]: x\n\n" for i in range(n // 20)),
    "emphasis": filled("*a* "), "brackets": filled("[]"), "less-than signs": filled("<a "), "combining marks": lambda n: "a" + "\u0301" * (n // 2),
    "numbers": filled("1912121212 "), "personal numbers": filled("811218-9876 "), "isolates": filled("\u2067a\u2069"), "letters without a glyph": filled("\u4e00 "),
}


# YAML: what it does to a copy of the county.
def initiative_with(lines):
    def change(at, n):
        file = at / initiative
        file.write_text(re.sub(r"^owner:", lambda m: lines(n) + m[0], file.read_text(), count=1, flags=re.M))
    return change


def near_identifiers(at, n):
    count = n // 150
    stem = "x" * 60
    file = at / "agreement/parties.yaml"
    file.write_text(file.read_text() + "".join(f"  - id: {stem}{i:05}a\n    name: Part {i}\n    kind: other\n" for i in range(count)))
    initiative_with(lambda _: "partners: [" + ", ".join(f"{stem}{i:05}zzz" for i in range(count)) + "]\n")(at, n)


def series(at, n):
    folder = at / "agreement/indicators"
    folder.mkdir(exist_ok=True)
    (folder / "matt.yaml").write_text(
        "title: Mått\ndefinition: Ett mått.\nunit: count\ndirection: up\nsource: {name: Källan}\nseries:\n"
        + "".join(f"  - year: {1900 + i % 100}\n    category: k{i // 100}\n    total: {i}\n" for i in range(n // 50)))


def shared_duties(at, n):
    file = at / "agreement/parties.yaml"
    count = n // 100
    file.write_text(file.read_text() + "".join(f"  - id: p{i}\n    name: Part {i}\n    kind: other\n" for i in range(count))
                    + "duties:\n" + "".join(f"  - text: Plikt {i}\n    kind: other\n" for i in range(count)))


FILES = {
    "a long title": initiative_with(lambda n: "target_group: " + "a" * n + "\n"),
    "unknown fields": initiative_with(lambda n: "".join(f"f{i}: 1\n" for i in range(n // 9))),
    "a field many times": initiative_with(lambda n: "note: a\n" * (n // 8)),
    "escapes": initiative_with(lambda n: 'note: "' + "\\u202e" * (n // 6) + '"\n'),
    "identifiers that are nearly right": near_identifiers,
    "a long series": series,
    "duties that a crowd shares": shared_duties,
}


def steps(at, *command):
    """How many statements a command executes, its exit status, and whether something was too large."""
    counts = at.parent / "counts"
    shutil.rmtree(counts, ignore_errors=True)
    counts.mkdir()
    said = subprocess.run([program, "-C", str(at), *command], capture_output=True, text=True, env=os.environ | {"GOCOVERDIR": str(counts), "XDG_CONFIG_HOME": str(room / "config")})
    if said.returncode not in (0, 1):
        sys.exit(f"{command} ended with {said.returncode}: {said.stderr[-500:]}")
    profile = room / "profile.txt"
    subprocess.run([covdata, "textfmt", f"-i={counts}", f"-o={profile}"], check=True)
    total = 0
    for line in profile.read_text().splitlines()[1:]:
        if not line.endswith(" 0"):
            _, statements, times = line.rsplit(" ", 2)
            total += int(statements) * int(times)
    return total, said.returncode, "too-large" in said.stdout


COMMANDS = {"validate": ("validate", "--today", "2026-01-01"), "build": ("build", "--out", "ut", "--sign", "none", "--today", "2026-01-01")}


def at_size(change, n, command):
    at = room / "tried"
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(county, at)
    if change:
        change(at, n)
    return steps(at, *COMMANDS[command])


def chapter(text):
    def change(at, n):
        (at / "agreement/text/bakgrund.md").write_text("# Bakgrund\n\n" + text(n))
    return change


def main():
    kinds = {name: chapter(text) for name, text in CHAPTERS.items()} | FILES
    wrong = []
    for command in COMMANDS:
        idle, *_ = at_size(None, 0, command)
        for name, change in kinds.items():
            small, status, _ = at_size(change, SMALL, command)
            if command == "build" and status == 1:
                continue  # rejected: validating has been looked at
            large, _, refused = at_size(change, SMALL * TIMES, command)
            growth = (large - idle) / max(small - idle, idle / 100)
            at_most = (large - idle) * growth ** math.log(LARGEST / SMALL / TIMES, TIMES)
            print(f"{command:9} {name:36} {small - idle:12} {large - idle:12}  {growth:5.1f}{'  refused' if refused else ''}", flush=True)
            if growth <= MOST or at_most <= CHEAP or refused:
                continue
            # What grows faster at first must be held, or be refused, before it takes long.
            larger, _, refused = at_size(change, SMALL * TIMES ** 2, command)
            growth = (larger - idle) / (large - idle)
            print(f"{command:9} {name:36} {large - idle:12} {larger - idle:12}  {growth:5.1f}{'  refused' if refused else ''}", flush=True)
            if growth > MOST and not refused:
                wrong.append(f"{command}: {name} takes {growth:.1f} times the steps at {TIMES} times the size")
    print("\n".join(wrong) or f"{len(kinds)} kinds, at most {MOST} times the steps at {TIMES} times the size")
    sys.exit(bool(wrong))


main()
