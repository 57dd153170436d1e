"""word.py [FILE…]: python-docx and LibreOffice read the documents that samsyn export writes
for Word, the files or else some counties':
headings are styles and in order, every table has a header row, every picture says what it
shows, and after a round through LibreOffice the same is there."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
from docx.oxml.ns import qn

root = pathlib.Path(os.environ["ROOT"])
wrong = []


def words(document):
    """All that stands in a document, its tables included."""
    said = []
    for p in document.element.body.iter(qn("w:p")):
        said += "".join(part.text or " " for part in p.iter(qn("w:t"), qn("w:br"))).split()
    return said


def judge(name, file):
    with zipfile.ZipFile(file) as z:
        if z.testzip():
            wrong.append(f"{name}: the file is damaged")
    d = docx.Document(file)
    if not d.core_properties.title or not d.core_properties.language:
        wrong.append(f"{name}: no title or language")
    level, headings = 0, 0
    for p in d.paragraphs:
        if p.style.name.startswith("Heading "):
            now = int(p.style.name.split()[-1])
            if now > level + 1:
                wrong.append(f"{name}: the heading {p.text!r} skips a level")
            level, headings = now, headings + 1
    if headings < 3:
        wrong.append(f"{name}: {headings} headings")
    for t in d.tables:
        first = t.rows[0]._tr
        if first.trPr is None or first.trPr.find(qn("w:tblHeader")) is None:
            wrong.append(f"{name}: a table without a header row: {t.rows[0].cells[0].text!r}")
    for picture in d.element.body.iter(qn("wp:docPr")):
        if not picture.get("descr"):
            wrong.append(f"{name}: a picture that says nothing")
    return d, headings


def office(judged):
    """Saved again by LibreOffice they say the same, and nothing had to be repaired. It saves
    all at once, since it takes longer to begin."""
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run(["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "docx", "--outdir", out, *[str(file) for _, file, _, _ in judged]],
                             capture_output=True, text=True, timeout=600)
        for each in judged:
            again(run, pathlib.Path(out), *each)


def again(run, out, name, file, d, headings):
    file = out / file.name
    if run.returncode or not file.exists():
        wrong.append(f"{name}: LibreOffice: {run.stderr.strip() or run.stdout.strip()}")
        return
    saved = docx.Document(file)
    if (before := words(d)) != (after := words(saved)):
        first = next((n for n, pair in enumerate(zip(before, after)) if pair[0] != pair[1]), min(len(before), len(after)))
        wrong.append(f"{name}: LibreOffice reads other words: {before[first:first + 4]} became {after[first:first + 4]}")
    if len(saved.tables) != len(d.tables) or sum(p.style.name.startswith("Heading ") for p in saved.paragraphs) != headings:
        wrong.append(f"{name}: LibreOffice finds other tables or headings")


def exported(out):
    """Documents of some counties, by what they are."""
    for n, (county, more) in enumerate([("examples/storsjo", ["--results", "2025"]), ("examples/storsjo", ["--plan", "2025"]), ("examples/storsjo", []), (".", ["--plan", "2025"]), (".", ["--results", "2019-2024"])]):
        name = " ".join([county, *more])
        file = pathlib.Path(out) / f"document-{n}.docx"
        run = subprocess.run([os.environ["SAMSYN"], "-C", str(root / county), "export", "--format", "docx", "--today", "2026-06-01", "--out", str(file), *more], capture_output=True, text=True)
        if run.returncode:
            wrong.append(f"{name}: {run.stderr.strip()}")
            continue
        yield name, file


def main():
    judged = []
    writer = pathlib.Path("/usr/lib/libreoffice/program/libswlo.so").exists() and shutil.which("soffice")
    with tempfile.TemporaryDirectory() as out:
        for name, file in ((f, pathlib.Path(f)) for f in sys.argv[1:]) if sys.argv[1:] else exported(out):
            judged.append((name, file, *judge(name, file)))
        if writer:
            office(judged)
    if not writer:
        print("missing: LibreOffice Writer")
    for w in wrong:
        print(w)
    sys.exit(1 if wrong else 0 if writer else 4)


main()
