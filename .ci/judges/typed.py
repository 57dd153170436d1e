"""For the judge workbook: somebody in Sweden types into a workbook in LibreOffice, which
saves it as .xlsx, or as .ods first. Every value that was typed arrives as it was meant or
is told of, and nothing else changes."""

import json
import pathlib
import shutil
import subprocess

import openpyxl
from openpyxl.utils import get_column_letter
from ruamel.yaml import YAML

TYPIST = pathlib.Path(__file__).with_name("typist.py")
PYTHON = pathlib.Path("/usr/bin/python3")  # the system's, which LibreOffice has its bridge for
DIED = 5
TITLES = {"initiatives": "Insatser", "measures": "Mått", "reports": "Lägesrapporter", "funding": "Finansiering", "indicators": "Indikatorer", "series": "Indikatorernas värden"}
LISTS = {"measures": ("follow_up.measures", "id"), "reports": ("reports", "date"), "funding": ("funding", "source")}


class Told(str):
    """What import says of a cell that it does not take."""


CHOIR, FRIEND = "2025/kor-for-alla", "2025/sprakvan"
# In the cells as they are exported everything stays text.
AS_TEXT = [
    ("initiatives", CHOIR, "note", "1/9", "1/9"),
    ("initiatives", CHOIR, "contact.phone", "0123", "0123"),
    ("initiatives", CHOIR, "target_group", "SANT", "SANT"),
    ("initiatives", CHOIR, "how_to_join", "=1+1", "=1+1"),
    ("initiatives", CHOIR, "contact.name", "65 %", "65 %"),
    ("initiatives", CHOIR, "period.to", "1 juni 2027", "2027-06-01"),
    ("initiatives", CHOIR, "period.from", "1/9", Told("”1/9” är inget datum")),
    ("initiatives", CHOIR, "status", "avslutad", "completed"),
    ("initiatives", CHOIR, "county_wide", "nej", False),
    ("initiatives", CHOIR, "partners", "Ängsviks kommun; Sångarbröderna", ["angsvik", {"name": "Sångarbröderna"}]),
    ("initiatives", CHOIR, "co_owners", "Ängsvik kommun", Told("Menade du ”Ängsviks kommun”")),
    ("initiatives", FRIEND, "follow_up.due", "2025-06-30; 2026-12-31", ["2025-06-30", "2026-12-31"]),
    ("measures", "2024/sprakvan#par", "target", "6,5", 6.5),
    ("measures", "2024/sprakvan#par", "target_max", "65 %", Told("”65 %” är en andel")),
    ("measures", "2025/sprakvan#deltagare", "target", "1.234", Told("”1.234” kan läsas på två sätt")),
    ("measures", "2025/sprakvan#deltagare", "target_max", "1 234", 1234),
    ("measures", "2025/sprakvan#trivs", "target", "65 %", 65),
    ("reports", "2025/kor-for-alla#2026-07-02", "text", "Tre körer – ”äntligen”.", "Tre körer – ”äntligen”."),
    ("funding", "2025/sprakvan#Påhittade kulturfonden", "amount_sek", "75 000", 75000),
    ("indicators", "i-arbete", "target.value", "66,5", 66.5),
]
# In cells whose format was lost, as where somebody pasted, LibreOffice makes of it what it
# will.
AS_ANYTHING = [
    ("initiatives", CHOIR, "note", "1/9", Told("till ett datum")),
    ("initiatives", CHOIR, "contact.phone", "0123", Told("till ett tal")),
    ("initiatives", CHOIR, "target_group", "SANT", Told("till sant eller falskt")),
    ("initiatives", CHOIR, "how_to_join", "=1+1", Told("en formel")),
    ("initiatives", CHOIR, "contact.name", "65 %", Told("till ett procenttal")),
    ("initiatives", CHOIR, "contact.email", "=1/0", Told("en formel")),
    ("initiatives", CHOIR, "period.to", "2027-06-01", "2027-06-01"),
    ("initiatives", CHOIR, "county_wide", "FALSKT", False),
    ("initiatives", FRIEND, "county_wide", "SANT", True),
    ("initiatives", "2025/lediga-bostader", "period.to", "2027", "2027"),
    ("measures", "2024/sprakvan#par", "target", "6,5", 6.5),
    ("measures", "2024/sprakvan#par", "target_max", "65 %", Told("”65 %” är en andel")),
    ("measures", "2025/sprakvan#deltagare", "target", "1.234", Told("”1.234” kan läsas på två sätt")),
    ("measures", "2025/sprakvan#trivs", "target", "65 %", 65),
    ("funding", "2025/sprakvan#Påhittade kulturfonden", "amount_sek", "75000", 75000),
    ("indicators", "i-arbete", "target.value", "66,5", 66.5),
]


class Map:
    """Where a workbook has its columns and rows."""

    def __init__(self, file):
        w = openpyxl.load_workbook(file)
        self.columns = {key: {c.value: get_column_letter(c.column) for c in w[title][1]} for key, title in TITLES.items()}
        self.rows = {key: {w[title].cell(n, 1).value: n for n in range(3, w[title].max_row + 1)} for key, title in TITLES.items()}
        self.last = w["Insatser"].max_row
        self.area = w["Insatser"].cell(3, 4).value

    def cell(self, sheet, row, key):
        return f"{self.columns[sheet][key]}{self.rows[sheet][row]}"


def typing(where, typed, general):
    """The cells that are typed into; where general is true their format is lost."""
    steps = []
    for sheet, row, key, text, _ in typed:
        at = (TITLES[sheet], where.cell(sheet, row, key))
        steps += [["general", *at]] if general else []
        steps.append(["type", *at, text])
    return steps


def value(county, sheet, row, key):
    """What a field holds in the content."""
    yaml = YAML(typ="safe")
    name, _, entry = row.partition("#")
    file = county / f"agreement/indicators/{name}.yaml" if sheet == "indicators" else county / f"plans/{name}.md"
    text = file.read_text(encoding="utf-8")
    at = yaml.load(text.split("---\n")[1] if file.suffix == ".md" else text)
    if entry:
        path, by = LISTS[sheet]
        for part in path.split("."):
            at = at[part]
        at = next(e for e in at if str(e[by]) == entry)
    for part in key.split("."):
        at = at.get(part) if at else None
    return [str(v) if not isinstance(v, (dict, str)) else v for v in at] if isinstance(at, list) else at


def arrived(wrong, name, county, said, typed):
    for sheet, row, key, text, meant in typed:
        if isinstance(meant, Told):
            if meant not in said:
                wrong.append(f"{name}: {text!r} in {row} {key} is not told of as “{meant}”: {said}")
            continue
        held = value(county, sheet, row, key)
        if held != meant and str(held) != str(meant):
            wrong.append(f"{name}: {text!r} in {row} {key} became {held!r}, not {meant!r}: {said}")


def outcomes(said):
    """How many things are told under each heading."""
    return {line.split(" (")[0]: int(line.split(" (")[1].rstrip("):")) for line in said.split("\n") if line[:1].strip() and line.rstrip().endswith("):")}


def judge(county, book, take, resaved, wrong):
    """Takes a county and the workbook of it; take runs import, and resaved has LibreOffice
    save files as .xlsx. It is False where LibreOffice cannot be typed into."""
    folder, where = book.parent, Map(book)
    if not PYTHON.exists():
        return False
    looks = [["look", title] for title in TITLES.values()]
    bare = [["unhide", title] for title in TITLES.values()]
    more = {"Läggs till": 2, "Saknas i filen men lämnas kvar": 1, "Att känna till": 3}  # a column, the copy, a name that is no party's
    saved = []
    for name, typed, plan, others in [("typed", AS_TEXT, looks + typing(where, AS_TEXT, False) + around(where), more), ("general", AS_ANYTHING, typing(where, AS_ANYTHING, True), {}), ("bare", [], bare, {"Att känna till": 12})]:
        (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        for _ in range(4):  # LibreOffice without windows dies now and then, more often on a busy machine
            done = subprocess.run([PYTHON, TYPIST, book, folder / "plan.json", folder / f"{name}.xlsx"], capture_output=True, text=True, timeout=600)
            if done.returncode != DIED:
                break
        if done.returncode == 4:
            print(done.stdout)
            return False
        if done.returncode:
            wrong.append(f"{name}: LibreOffice could not be typed into: {done.stdout}{done.stderr[-900:]}")
            continue
        if name == "typed":
            seen(wrong, dict(zip(TITLES.values(), json.loads(done.stdout))))
        saved.append((folder / f"{name}.xlsx", typed, others))
    through = resaved(resaved([file for file, _, _ in saved], folder, "ods"), folder) if saved else []
    for (straight, typed, others), again in zip(saved, through):
        refused = sum(isinstance(t[4], Told) for t in typed)
        expected = {k: n for k, n in {"Ändras": len(typed) - refused, "Går inte att ta in": refused, **others}.items() if n}
        for file in (straight, again):
            into = shutil.copytree(county, folder / f"{file.stem}-{file.parent.name}")
            said = take(into, file, 1 if refused else 0)
            arrived(wrong, str(file), into, said, typed)
            if (told := outcomes(said)) != expected or "Kolumnen ”ID”" in said:
                wrong.append(f"{file}: told {told}, not {expected}: {said}")
    print(f"typed in Swedish: {len(AS_TEXT) + len(AS_ANYTHING)} values, each through .xlsx and .ods")
    return True


def around(where):
    """What somebody does beside changing cells: new and copied rows, other headings, a row
    and an order that go."""
    column, new, copied = where.columns["initiatives"], where.last + 1, where.last + 2
    beyond = get_column_letter(len(column) + 1)
    return [
        *[["type", "Insatser", f"{column[key]}{new}", text] for key, text in {"title": "Språkkafé på torget", "@plan": "Handlingsplan 2026", "cooperation_area": where.area, "owner": "Fjällsta kommun", "contact.phone": "070-1"}.items()],
        ["copy", "Insatser", where.rows["initiatives"]["2025/lediga-bostader"], copied], ["type", "Insatser", f"{column['title']}{copied}", "Lediga bostäder till"],
        ["type", "Insatser", f"{column['status']}2", "Läge"], ["type", "Insatser", f"{beyond}2", "Att diskutera"], ["type", "Insatser", f"{beyond}3", "nästa möte"],
        ["remove", "Indikatorernas värden", 4], ["sort", "Insatser", column["owner"]], ["filter", "Insatser", column["@plan"], "Handlingsplan 2025"],
    ]


def seen(wrong, sheets):
    """What somebody sees of the sheets in LibreOffice."""
    for title, is_ in sheets.items():
        if is_["hidden"] != [True, True, True, True]:
            wrong.append(f"{title}: what is hidden and what is not: {is_['hidden']}")
        if is_["frozen"] != [2, 2]:
            wrong.append(f"{title}: the head and the names are not frozen: {is_['frozen']}")
        if not is_["across"] or abs(is_["across"][0] - 29700) > 20 or abs(is_["across"][1] - 21000) > 20 or is_["wide"] < 1:
            wrong.append(f"{title}: no A4 across: {is_['across']}, {is_['wide']} pages wide")
        if is_["titles"] != [True, 0, 1]:
            wrong.append(f"{title}: the headings are not on every page: {is_['titles']}")
        if is_["formulas"]:
            wrong.append(f"{title}: formulas: {is_['formulas']}")
    lists = sheets["Insatser"]["lists"]
    for heading, strict in {"Status": True, "Samverkansområde": True, "Ansvarig": False, "Medverkande": False, "Hela länet": True}.items():
        if heading not in lists or lists[heading][1] != strict or not lists[heading][2]:
            wrong.append(f"the drop-down of {heading}: {lists.get(heading)}")
