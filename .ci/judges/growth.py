"""growth.py PROGRAM DIR: how the seconds of PROGRAM grow; DIR/county is a sound content.

Each kind of hostile content is made as large as a file may be (a quarter of that where pages
and PDFs are made of it), or a quarter of it and so on where that is refused as too large.
What takes MOMENT times as long as the sound content is held to what a quarter of it takes.
The seconds are a processor's, so that it matters little what else works on the machine; those
that the sound content takes are taken off; and what seems to grow too fast is measured again,
and the least of its seconds counts.
"""
import os, pathlib, re, resource, shutil, signal, subprocess, sys

program, room = sys.argv[1], pathlib.Path(sys.argv[2])
SIZES = [960_000, 240_000, 60_000, 15_000, 3_750]  # letters; a file may have 1,048,576
MOMENT = 8
MOST = 7  # times the seconds at four times the size: 4 where each letter is looked at, 16 where all others are for each
END = 60  # seconds, after which a command is ended

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


def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def seconds(change, n, command):
    """How long the command takes, its exit status, and whether something was too large."""
    at = room / "tried"
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(county, at)
    if change:
        change(at, n)
    before = used()
    said = subprocess.run([program, "-C", str(at), *COMMANDS[command]], capture_output=True, text=True, env=os.environ | {"XDG_CONFIG_HOME": str(room / "config")},
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (END, END)))
    took = used() - before
    if said.returncode == -signal.SIGKILL:
        took = max(took, END)
    elif said.returncode not in (0, 1):
        sys.exit(f"{command} ended with {said.returncode}: {said.stderr[-500:]}")
    return took, said.returncode, "too-large" in said.stdout


COMMANDS = {"validate": ("validate", "--today", "2026-01-01"), "build": ("build", "--out", "ut", "--sign", "none", "--today", "2026-01-01")}


def chapter(text):
    def change(at, n):
        (at / "agreement/text/bakgrund.md").write_text("# Bakgrund\n\n" + text(n))
    return change


def main():
    kinds = {name: chapter(text) for name, text in CHAPTERS.items()} | FILES
    wrong = []
    for command in COMMANDS:
        idle = min(seconds(None, 0, command)[0] for _ in range(3))
        for name, change in kinds.items():
            for n in SIZES[command == "build":]:
                large, status, refused = seconds(change, n, command)
                if not refused:
                    break
            if refused:
                sys.exit(f"{command}: {name} is refused at {n} letters already")
            if command == "build" and status == 1:
                continue  # rejected: validating has been looked at
            small = growth = 0
            for _ in range(3):
                if large < MOMENT * idle:
                    break
                again, *_ = seconds(change, n // 4, command)
                small = min(small or again, again)
                growth = (large - idle) / max(small - idle, idle / 4)
                if growth <= MOST or large >= END:
                    break
                large = min(large, seconds(change, n, command)[0])
            print(f"{command:9} {name:36} {n:8} {small:6.2f} {large:6.2f}  {growth:5.1f}", flush=True)
            if large >= END:
                wrong.append(f"{command}: {name} is not done after {END} s at {n} letters")
            elif growth > MOST and large >= MOMENT * idle:
                wrong.append(f"{command}: {name} takes {large:.1f} s at {n} letters, {growth:.1f} times what a quarter of it takes")
    print("\n".join(wrong) or f"{len(kinds)} kinds, at most {MOST} times the seconds at four times the size")
    sys.exit(bool(wrong))


main()
