"""What a screen reader gets of every PDF: it is tagged, has a title and a language,
embeds its fonts, and the words on its pages are the words of its structure. The files
are unsigned: what a seal shows for the eye, a reader gets from the signature itself."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

# Words that may stand on a page alone, as decoration: what the footer says.
furniture = 12

site = pathlib.Path(os.environ["UNSIGNED"])
wrong, untagged = [], []


def say(*command):
    run = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if run.returncode or "Error" in run.stderr:
        wrong.append(f"{' '.join(map(str, command))}: {run.stderr.strip()}")
    return run.stdout


def judge(pdf):
    info = dict(re.findall(r"(?m)^([^:\n]+):\s*(.*)$", say("pdfinfo", pdf)))
    if not info.get("Title"):
        wrong.append(f"{pdf}: no title")
    for font in say("pdffonts", pdf).splitlines()[2:]:
        # name, type, encoding, then: emb sub uni object ID
        if font.split()[-5] != "yes":
            wrong.append(f"{pdf}: not embedded: {font}")
    if info.get("Tagged") != "yes":
        untagged.append(pdf)
        return
    # Words that hyphens and line ends have parted are put together on both sides.
    drawn = say("pdftotext", pdf, "-").replace("\u00ad\n", "").replace("-\n", "-").replace("\u00ad", "")
    spoken = "".join(re.findall(r'(?m)^\s*"(.*)"$', say("pdfinfo", "-struct-text", pdf)))
    spoken = re.sub(r"[\s\u00ad]", "", spoken)
    words = set(drawn.split())
    silent = sorted(word for word in words if word not in spoken)
    print(f"{pdf}: {len(words)} different words, not in the structure: {silent}")
    if not words:
        wrong.append(f"{pdf}: no text")
    if len(silent) > furniture:
        wrong.append(f"{pdf}: much of its text is not in the structure")


if not shutil.which("pdfinfo"):
    print("pdfinfo is not installed")
    sys.exit(4)
files = sorted(path for path in site.rglob("*.pdf") if "filer" not in path.relative_to(site).parts)
if not files:
    wrong.append(f"no PDF in {site}")
for each in files:
    judge(each)
print("\n".join(wrong))
if wrong:
    sys.exit(1)
if untagged:
    print(f"not tagged yet: {', '.join(map(str, untagged))}")
    sys.exit(3)
