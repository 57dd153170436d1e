"""samsyn import takes plans out of Word documents of different habits: as Word, Google Docs
and LibreOffice write them (wordhabits.py), made by python-docx, saved again by LibreOffice,
and with the table of a real plan rebuilt in other words. Every word of a document is, as
often as it stands there, in a file or in what import prints, and what was made has no
errors."""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

sys.dont_write_bytecode = True
import wordhabits

root = pathlib.Path(os.environ["ROOT"])
samsyn = os.environ["SAMSYN"]
wrong = []

HEADINGS = ["Samverkansområden", "Insatser/uppdrag", "Genomförande (ansvar och hur)", "Uppföljning (ansvar och hur)"]
MORE = ["Insats", "Ansvarig", "Beskrivning", "Tidplan", "Budget", "När"]


def plain(text):
    return re.findall(r"[^\W_]+", text.lower())


def add(element, name, text):
    """A tracked change in a paragraph: w:ins or w:del."""
    change = OxmlElement(name)
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "Någon")
    run = OxmlElement("w:r")
    said = OxmlElement("w:delText" if name == "w:del" else "w:t")
    said.text = text
    said.set(qn("xml:space"), "preserve")
    run.append(said)
    change.append(run)
    element.append(change)


def county_table(d, rows, headings=HEADINGS):
    table = d.add_table(rows=1, cols=len(headings))
    for cell, said in zip(table.rows[0].cells, headings):
        cell.paragraphs[0].add_run(said).bold = True
    above = None
    for area, name, time, how, follow in rows:
        cells = table.add_row().cells
        if area:
            cells[0].text = area
            above = cells[0]
        else:
            above = above.merge(cells[0])
        cells[1].paragraphs[0].add_run(name).bold = True
        if time:
            cells[1].add_paragraph(time)
        cells[2].text = how[0]
        for line in how[1:]:
            cells[2].add_paragraph(line, style="List Bullet")
        cells[3].text = follow
    return table


def library(file):
    """As python-docx writes it: headings, a merged column of areas, bold names, lists, changes."""
    d = docx.Document()
    d.add_heading("Handlingsplan 2025", 0)
    d.add_paragraph("Antagen av ingen ännu; stryk denna rad.")
    d.add_heading("Arbetsmarknad och kompetens", 1)
    area = "Utveckla insatser för nyanlända som leder till att fler utbildar sig, vidareutbildar sig eller får arbete."
    county_table(d, [
        (area, "Yrkesspåret", "2025-02-01 – 2025-11-30", ["Bedrivs av Älmhults kommun.", "kurs i verkstad", "praktik"], "Älmhult ansvarar för uppföljningen. ASK rapporterar till Forum."),
        ("", "Vägen vidare", "hösten 2025", ["Region Kronoberg tillsammans med Ljungby."], "Antal deltagare; mål: 25."),
    ])
    d.add_heading("Delaktighet", 1)
    table = county_table(d, [("Vidareutveckla insatser för ett tryggt föräldraskap", "Kafé <öppet> *alla*", "Q3 2025", ["Lessebo kommun svarar för kaféet."], "Samtal")])
    add(table.rows[1].cells[3].paragraphs[0]._p, "w:ins", " med enkät")
    add(table.rows[1].cells[3].paragraphs[0]._p, "w:del", " bortfallet")
    d.add_paragraph("Frågor: beredningsgruppen.")
    d.sections[0].header.paragraphs[0].text = "Utkast till samråd"
    d.save(file)


def rebuilt(file):
    """The shape of Kronoberg's plan for 2025: the area stands in a row of its own above the
    headings, times stand behind the names, and a column is cut off."""
    d = docx.Document()
    d.add_heading("Handlingsplan 2025", 1)
    table = d.add_table(rows=1, cols=4)
    table.rows[0].cells[0].merge(table.rows[0].cells[3]).text = "Arbetsmarknad/kompetens"
    rows = [["Samverkansområden", "Insatser/uppdrag", "Ansvar och genomförande", "Uppföljning"],
            ["Utveckla dialogen med både privata och offentliga arbetsgivare, med målet att fler rekryterar nyanlända.", "Samtal med arbetsgivare 2024-09-02 – 2026-08-31", "Sju kommuner i projektet, med facket", "ASK rapporterar till Forum"],
            ["", "", "", "Bakgrund: brist på kompetens"],
            ["", "Språk och yrke 2024-08-01 – 2025-06-30", "Bedrivs av Älmhults kommun", ""]]
    for row in rows:
        for cell, said in zip(table.add_row().cells, row):
            cell.text = said
    # Two pages on, the table goes on beside where it began, with cells that slid to the left
    # and rows of one cell.
    d.add_heading("Hälsa", 3)
    d.add_heading("Delaktighet", 3)
    table = d.add_table(rows=0, cols=4)
    for row in [HEADINGS,
                ["Utveckla insatser för ett tryggt och jämställt föräldraskap.", "Svenska och samhälle 2025-01-01 – 2025-12-31\n\nBygger vidare på förra årets kurs.", "Bedrivs av Lessebo kommun – språk, hälsa och arbete.", "Svårt att hitta folk\n\nMål – 40 deltagare, 5 arbetsgivare"],
                ["TRAPPAN 2024-09-02 – 2026-12-31", "Åtta kommuner i samordning", "Exempel på mått", "och ett data som a"],
                ["", "", "", "Länets grupp rapporterar varje halvår\n\nLänets grupp rapporterar varje halvår"]]:
        for cell, said in zip(table.add_row().cells, row):
            cell.text = said
    d.save(file)


SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
SPACE = {qn("w:br"), qn("w:tab"), qn("w:noBreakHyphen")}


def said(file):
    """All words of a document, whichever part they stand in, but for those that are struck
    and what stands there a second time for older programs."""
    words = collections.Counter()
    with zipfile.ZipFile(file) as z:
        for part in z.namelist():
            if not re.fullmatch(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", part):
                continue
            for paragraph in etree.fromstring(z.read(part)).iter(qn("w:p")):
                if not any(a.tag in SKIPPED for a in paragraph.iterancestors()):
                    words.update(plain(own(paragraph)))
    return words


def own(element):
    """The text of a paragraph without that of paragraphs in it, which have their own turn."""
    text = ""
    for e in element:
        if e.tag in SPACE:
            text += " "
        elif e.tag == qn("w:t"):
            text += e.text or ""
        elif e.tag == qn("w:p"):
            text += " "
        elif e.tag not in SKIPPED:
            text += own(e)
    return text


def judge(name, file, least):
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder) / "content"
        shutil.copytree(root / "agreement", content / "agreement", ignore=shutil.ignore_patterns("results"))
        shutil.copy(root / "samsyn.yaml", content)
        run = subprocess.run([samsyn, "-C", str(content), "import", str(file), "--plan", "2025", "--area", "arbetsmarknad-3", "--owner", "ask"], capture_output=True, text=True)
        if run.returncode:
            wrong.append(f"{name}: {run.stdout[-1500:]}\n{run.stderr}")
            return
        made = list((content / "plans/2025").glob("*.md"))
        if len(made) < least:
            wrong.append(f"{name}: {len(made)} initiatives, not {least}")
        found = collections.Counter(plain(run.stdout))
        for f in made:
            found.update(plain(f.read_text(encoding="utf-8")))
        heads = {w for h in HEADINGS + MORE for w in plain(h)}  # told once, however often they are repeated
        lost = {w: f"{found[w]} of {n}" for w, n in said(file).items() if found[w] < (1 if w in heads else n)}
        if lost:
            wrong.append(f"{name}: lost {lost}: {run.stdout}")
        check = subprocess.run([samsyn, "-C", str(content), "validate", "--format", "json", "--today", "2025-03-01"], capture_output=True, text=True)
        if check.returncode:
            wrong.append(f"{name}: {[f for f in json.loads(check.stdout)['findings'] if f['severity'] == 'error']}")
        layout = subprocess.run([samsyn, "-C", str(content), "fmt", "--check"], capture_output=True, text=True)
        if layout.returncode:
            wrong.append(f"{name}: not as fmt lays it out: {layout.stdout}")
        print(f"{name}: {len(made)} initiatives, {said(file).total()} words")


def main():
    writer = pathlib.Path("/usr/lib/libreoffice/program/libswlo.so").exists() and shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        (out / "again").mkdir()
        least = {"word": 3, "google": 2, "library": 3, "rebuilt": 4}
        for name, make in [("word", wordhabits.word), ("google", wordhabits.google), ("library", library), ("rebuilt", rebuilt)]:
            make(out / f"{name}.docx")
            judge(name, out / f"{name}.docx", least[name])
        if writer:
            for name, file in wordhabits.office(out).items():
                judge(name, file, 2)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "docx", "--outdir", str(out / "again"), *[str(out / f"{n}.docx") for n in least]],
                           capture_output=True, text=True, timeout=600, check=False)
            for name, most in least.items():
                file = out / "again" / f"{name}.docx"
                if file.exists():
                    judge(f"{name}, saved by LibreOffice", file, most)
                else:
                    wrong.append(f"{name}: LibreOffice saved nothing")
    if not writer:
        print("missing: LibreOffice Writer")
    for w in wrong:
        print(w)
    sys.exit(1 if wrong else 0 if writer else 4)


main()
