"""openpyxl and LibreOffice open the workbook that samsyn export writes, edit it and save it
anew; samsyn import takes what comes back: nothing where nobody has edited, and where
somebody has, what they wrote and nothing else. Then somebody types into it (typed.py)."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.dont_write_bytecode = True
import typed

root = pathlib.Path(os.environ["ROOT"])
samsyn = os.environ["SAMSYN"]
office = shutil.which("soffice")
if not office:
    print("soffice is not installed")
    sys.exit(4)
wrong = []


def run(*command, cwd=None, status=0):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode != status:
        wrong.append(f"{command[1:]} left with {done.returncode}: {done.stdout[-800:]}{done.stderr[-800:]}")
    return done.stdout + done.stderr


def resaved(books, folder, kind="xlsx"):
    """The workbooks as LibreOffice saves them: all at once, since it takes longer to begin."""
    run(office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), *map(str, books))
    return [folder / "out" / f"{book.stem}.{kind}" for book in books]


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"]


def fresh(folder):
    """A county in git, and the workbook of it."""
    county, book = folder / "county", folder / "book.xlsx"
    shutil.copytree(root / "examples/storsjo", county)
    run(*git, "init", "-q", cwd=county)
    run(*git, "add", "-A", cwd=county)
    run(*git, "commit", "-q", "-m", "first", cwd=county)
    run(samsyn, "-C", str(county), "export", "--format", "xlsx", "--out", str(book))
    return county, book


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    county, book = fresh(folder)

    w = openpyxl.load_workbook(book)
    sheet = w["Insatser"]
    if sheet.freeze_panes != "C3" or sheet.page_setup.orientation != "landscape" or not sheet.print_title_rows:
        wrong.append("the head is not frozen, or the paper not set up")
    if not sheet.column_dimensions["A"].hidden or not sheet.row_dimensions[1].hidden:
        wrong.append("identifiers and keys are seen")
    if w["samsyn"].sheet_state != "veryHidden" or w["Val"].sheet_state != "hidden":
        wrong.append("the sheets of the program are seen")
    if len(sheet.data_validations.dataValidation) < 8:
        wrong.append("there are too few drop-downs")
    for s in w:
        for row in s.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    wrong.append(f"{s.title}!{cell.coordinate} is a formula")
                if s.title == "Insatser" and cell.row > 2 and cell.value is not None and cell.number_format != "@":
                    wrong.append(f"{cell.coordinate} is no cell of text")

    w.save(folder / "openpyxl.xlsx")  # untouched

    # Edited, and saved by LibreOffice after that.
    at = columns(sheet)
    by = {sheet.cell(n, 1).value: n for n in range(3, sheet.max_row + 1)}
    sheet.cell(by["2025/kor-for-alla"], at["status"]).value = "Avbruten"
    sheet.cell(by["2025/kor-for-alla"], at["note"]).value = "=1+1 är en text"
    sheet.cell(by["2025/kor-for-alla"], at["note"]).data_type = "s"
    new = sheet.max_row + 1
    for key, value in {"title": "Språkkafé på torget", "@plan": "Handlingsplan 2026", "owner": "Fjällsta kommun"}.items():
        sheet.cell(new, at[key]).value = value
    sheet.cell(new, at["cooperation_area"]).value = sheet.cell(3, at["cooperation_area"]).value
    sheet.cell(2, at["status"]).value = "Läge"
    sheet.cell(2, sheet.max_column + 1).value = "Egen kolumn"
    sheet.cell(3, sheet.max_column).value = "diskutera"
    w["Mått"].title = "Våra mått"
    w.move_sheet("Parter", -4)
    w["Indikatorernas värden"].delete_rows(4)
    edited = folder / "edited.xlsx"
    w.save(edited)
    book, edited = resaved([book, edited], folder)

    for name in (folder / "openpyxl.xlsx", book):
        said = run(samsyn, "-C", str(county), "import", str(name))
        if "Ingenting ändras" not in said or "Ändras (" in said:
            wrong.append(f"untouched, saved anew as {name}: {said}")

    said = run(samsyn, "-C", str(county), "import", str(edited))
    for expected in ("Ändras (2)", "Läggs till (1)", "Saknas i filen men lämnas kvar (1)", "”Egen kolumn” är ny"):
        if expected not in said:
            wrong.append(f"not told of “{expected}”: {said}")
    if "Går inte att ta in" in said or "Krockar" in said:
        wrong.append(f"something was not taken: {said}")
    changed = run(*git, "diff", "--numstat", cwd=county).split("\n")
    if [line for line in changed if line] != ["2\t1\tplans/2025/kor-for-alla.md"]:
        wrong.append(f"other lines changed: {changed}")
    if "note: =1+1 är en text" not in (county / "plans/2025/kor-for-alla.md").read_text(encoding="utf-8"):
        wrong.append("the text that looks like a formula did not come home")
    if not (county / "plans/2026/sprakkafe-pa-torget.md").is_file():
        wrong.append("the new initiative is not there")

    (folder / "typed").mkdir()
    typing = typed.judge(*fresh(folder / "typed"), lambda county, file, status: run(samsyn, "-C", str(county), "import", str(file), status=status), resaved, wrong)

for line in wrong:
    print(line)
print(f"a workbook through openpyxl and LibreOffice: {len(wrong)} wrong")
if not typing:
    print("missing: nobody can type into LibreOffice without its bridge for Python (python3-uno)")
sys.exit(1 if wrong else 0 if typing else 4)
