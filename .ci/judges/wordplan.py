"""samsyn import takes plans out of Word documents of different habits: made by python-docx,
saved again by LibreOffice, in Google's way, and with the table of a real plan rebuilt in
other words. Every word that python-docx finds is in a file or listed, and what was made
has no errors."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

root = pathlib.Path(os.environ["ROOT"])
samsyn = os.environ["SAMSYN"]
wrong = []

HEADINGS = ["Samverkansområden", "Insatser/uppdrag", "Genomförande (ansvar och hur)", "Uppföljning (ansvar och hur)"]


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


def word(file):
    """Word's habit: headings, a merged column of areas, bold names, lists, changes."""
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


def google(file):
    """Google's habit: no styles of lists, names in plain text, every cell its own width."""
    d = docx.Document()
    for n, said in enumerate(["Handlingsplan 2025", "Hälsa"]):
        p = d.add_paragraph()
        run = p.add_run(said)
        run.bold, run.font.size = True, docx.shared.Pt(20 - 4 * n)
    rows = [["Insats", "Ansvarig", "Beskrivning", "Tidplan", "Uppföljning", "Budget"],
            ["Tidigt stöd", "Region Kronoberg, Växjö kommun", "- samtal\n- grupper", "mars–juni 2025", "Enkät i juni", "75 000 kr"],
            ["Hälsokväll", "Migratonsverket", "Information", "löpande", "Räknas", ""]]
    table = d.add_table(rows=0, cols=6)
    for row in rows:
        for cell, said in zip(table.add_row().cells, row):
            cell.text = said
    d.add_paragraph("Slutord.")
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
    d.save(file)


def said(file):
    """All words of a document but for those that are struck: with what tells them apart
    from the program's own."""
    d = docx.Document(file)
    words = []
    parts = [d.element.body] + [s.header._element for s in d.sections] + [s.footer._element for s in d.sections]
    for part in parts:
        for p in part.iter(qn("w:p")):
            words += plain("".join(t.text or " " for t in p.iter(qn("w:t"), qn("w:br"), qn("w:tab"))))
    return words


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
        found = set(plain(run.stdout))
        for f in made:
            found |= set(plain(f.read_text()))
        lost = [w for w in said(file) if w not in found]
        if lost:
            wrong.append(f"{name}: lost {lost}")
        check = subprocess.run([samsyn, "-C", str(content), "validate", "--format", "json", "--today", "2025-03-01"], capture_output=True, text=True)
        if check.returncode:
            wrong.append(f"{name}: {[f for f in json.loads(check.stdout)['findings'] if f['severity'] == 'error']}")
        layout = subprocess.run([samsyn, "-C", str(content), "fmt", "--check"], capture_output=True, text=True)
        if layout.returncode:
            wrong.append(f"{name}: not as fmt lays it out: {layout.stdout}")
        print(f"{name}: {len(made)} initiatives, {len(said(file))} words")


def main():
    writer = pathlib.Path("/usr/lib/libreoffice/program/libswlo.so").exists() and shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        (out / "again").mkdir()
        least = {"word": 3, "google": 2, "rebuilt": 2}
        for name, make in [("word", word), ("google", google), ("rebuilt", rebuilt)]:
            make(out / f"{name}.docx")
            judge(name, out / f"{name}.docx", least[name])
        if writer:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "docx", "--outdir", str(out / "again"), *[str(out / f"{n}.docx") for n in least]],
                           capture_output=True, text=True, timeout=180, check=False)
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
