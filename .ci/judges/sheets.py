"""Tables in a spreadsheet, for the judge sheets.

    sheets.py spoil COUNTY                puts texts that want to be formulas into a county
    sheets.py look TABLES COMMAS OTHERS   reads what LibreOffice made of the tables, parted
                                          at commas and otherwise
"""

import csv
import re
import sys
from pathlib import Path

import openpyxl

LONGEST = 32_767  # the letters of a cell in a workbook
HOSTILE = [
    '=HYPERLINK("https://a.example","x")', "=1+1", "+1+1", "-1+1", "@SUM(1;2)", " =1+1", '"=1+1"', "x;=1+1", 'x;"=1+1"',
    "x; =1+1;+2", "x\t=1+1", "\t=1+1", "x\n=1+1", "x\u00a0;\u00a0=1+1", "=cmd|' /C calc'!A0", "'=1+1", "x,=1+1", 'x",=1+1', "x;-1;@a",
    "Lång " + "ö=1+1;=2 " * 7400,
]


def quoted(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
    return '"' + "".join(escapes.get(c, c) for c in text) + '"'


def spoil(county):
    """Puts a hostile text into the place of each title, name and text in turn."""
    texts = 0
    for file in sorted(county.glob("**/*.yaml")) + sorted(county.glob("plans/*/*.md")) + sorted(county.glob("agreement/areas/*.md")):
        if re.search(r"\.[a-z]{2}\.(md|yaml)$", file.name) or file.name == "samsyn.yaml":
            continue
        lines = file.read_text().split("\n")
        for n, line in enumerate(lines):
            m = re.match(r"^( *(?:- )?)(title|name|text|note|definition|source|how_to_join): (\S.*)$", line)
            if m and m[3][0] not in "|>{[&*" and not (n + 1 < len(lines) and goes_on(line, lines[n + 1])):
                hostile = HOSTILE[texts % len(HOSTILE)]
                lines[n] = f"{m[1]}{m[2]}: {quoted(hostile + f' {texts}')}"
                texts += 1
        file.write_text("\n".join(lines))
    print(f"{texts} texts spoilt")


def goes_on(line, following):
    """Whether the next line belongs to the value of this one."""
    inside = len(line) - len(line.lstrip(" -"))
    return following.strip() != "" and len(following) - len(following.lstrip()) > inside


def look(tables, commas, others):
    wrong, cells, seen = [], 0, 0
    for table in sorted(tables.glob("*.csv")):
        with table.open(newline="", encoding="utf-8-sig") as f:
            written = list(csv.reader(f, delimiter=";" if table.stem == "people" else ","))
        own = others if table.stem == "people" else commas  # parted where it has its cells
        for folder in (commas, others):
            sheet = openpyxl.load_workbook(folder / f"{table.stem}.xlsx").active
            formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            if table.stem == "control":
                wrong += [] if formulas else [f"{folder.name}: a formula of the control is not seen"]
                continue
            wrong += [f"{table.name} parted at {folder.name}: {cell} is a formula" for cell in formulas]
            if folder != own:
                continue
            for n, row in enumerate(written, 1):
                for m, text in enumerate(row, 1):
                    cells += 1
                    shown = sheet.cell(n, m).value
                    seen += "=1+1" in text
                    if isinstance(shown, str) and shown.replace("_x0009_", "\t").replace("\r\n", "\n") != text[:LONGEST].replace("\r\n", "\n"):
                        wrong.append(f"{table.name} {n}:{m}: {shown[:80]!r} is shown for {text[:80]!r}")
    for line in wrong[:60]:
        print(line)
    if not seen:
        sys.exit("no table holds a text that wants to be a formula")
    print(f"{cells} cells in {len(list(tables.glob('*.csv'))) - 1} tables, {seen} of them with a formula in their text")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    job, *paths = sys.argv[1:]
    {"spoil": spoil, "look": look}[job](*map(Path, paths))
