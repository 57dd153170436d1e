"""Types into a workbook in LibreOffice as somebody does in Sweden, and looks at it.

    typist.py BOOK PLAN.json SAVED

PLAN.json is a list of steps, each with its kind and what it needs; SAVED is the .xlsx that
comes of them. What was looked at comes out as JSON. It runs in the Python that LibreOffice
has its bridge (UNO) for; where there is none it leaves with 4, and where LibreOffice dies with 5.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
    from com.sun.star.uno import Exception as UnoException
    from com.sun.star.sheet import TableFilterField
    from com.sun.star.table import TableSortField
except ImportError:
    print("LibreOffice's bridge for Python (python3-uno) is not installed")
    sys.exit(4)

SWEDISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale" oor:op="fuse"><value>sv-SE</value></prop></item>
</oor:items>
"""
FORMULA = 16  # com.sun.star.sheet.CellFlags


def values(**given):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in given.items())


class Office:
    """A LibreOffice of its own, in Swedish, that is spoken to through a pipe."""

    def __init__(self, folder):
        self.folder = folder
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SWEDISH, encoding="utf-8")
        pipe = f"samsyn{folder.name}"
        self.process = subprocess.Popen(
            [shutil.which("soffice"), f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(900):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.2)
        time.sleep(2)  # it answers before it is ready, and then does not survive
        self.desktop = self.make("com.sun.star.frame.Desktop")
        self.dispatcher = self.make("com.sun.star.frame.DispatchHelper")

    def make(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, file):
        """Opens a copy of a file: one that was open when an office died is not opened again.
        An office without windows does not survive a second one, nor saving twice."""
        copy = self.folder / file.name
        shutil.copy(file, copy)
        return Book(self, self.desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, values(Hidden=True)))

    def lives(self):
        try:
            return self.make("com.sun.star.frame.Desktop") is not None
        except Exception:  # which one depends on what it was asked when it died
            return False

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it is gone before it answers
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)  # it is begun by a script, which may be gone before it
        except ProcessLookupError:
            pass


class Book:
    def __init__(self, office, document):
        self.office, self.document, self.view = office, document, document.CurrentController

    def sheet(self, name):
        return self.document.Sheets.getByName(name)

    def do(self, command, **given):
        self.office.dispatcher.executeDispatch(self.view.Frame, command, "", 0, values(**given))

    def type(self, sheet, cell, text):
        """Goes to a cell and types into it, as from the keyboard."""
        self.view.setActiveSheet(self.sheet(sheet))
        self.do(".uno:GoToCell", ToPoint=cell)
        if text == "":
            self.do(".uno:ClearContents")
        else:
            self.do(".uno:EnterString", StringName=text)

    def general(self, sheet, cell):
        """Takes the cell's format away, as pasting does."""
        self.sheet(sheet).getCellRangeByName(cell).NumberFormat = 0

    def used(self, sheet):
        cursor = self.sheet(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress

    def rows(self, sheet):
        end = self.used(sheet)
        return self.sheet(sheet).getCellRangeByPosition(0, 1, end.EndColumn, end.EndRow)

    def sort(self, sheet, column):
        field = TableSortField()
        field.Field, field.IsAscending = ord(column) - ord("A"), False
        self.rows(sheet).sort(values(ContainsHeader=True, SortFields=uno.Any("[]com.sun.star.table.TableSortField", (field,))))

    def filter(self, sheet, column, text):
        field = TableFilterField()
        field.Field, field.IsNumeric, field.StringValue = ord(column) - ord("A"), False, text
        field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
        rows = self.rows(sheet)
        by = rows.createFilterDescriptor(True)
        by.ContainsHeader = True
        by.setFilterFields((field,))
        rows.filter(by)

    def copy(self, sheet, row, to):
        """Copies a row to another, as with Ctrl+C and Ctrl+V."""
        end = self.used(sheet).EndColumn
        of = self.sheet(sheet)
        of.copyRange(of.getCellByPosition(0, to - 1).CellAddress, of.getCellRangeByPosition(0, row - 1, end, row - 1).RangeAddress)

    def remove(self, sheet, row):
        self.sheet(sheet).Rows.removeByIndex(row - 1, 1)

    def unhide(self, sheet):
        """Takes the hidden line and column away, as somebody who tidies up."""
        self.sheet(sheet).Rows.removeByIndex(0, 1)
        self.sheet(sheet).Columns.removeByIndex(0, 1)

    def save(self, file):
        self.document.storeToURL(file.as_uri(), values(FilterName="Calc MS Excel 2007 XML"))

    def look(self, sheet):
        """What somebody sees of a sheet, or does not."""
        of, end = self.sheet(sheet), self.used(sheet)
        self.view.setActiveSheet(of)
        style = self.document.StyleFamilies.getByName("PageStyles").getByName(of.PageStyle)
        lists = {}
        for column in range(end.EndColumn + 1):
            held = of.getCellByPosition(column, 2).Validation
            if held.Type.value == "LIST":
                lists[of.getCellByPosition(column, 1).String] = [held.getFormula1(), held.ShowErrorMessage, held.ShowList]
        return {
            "hidden": [not of.Columns.getByIndex(0).IsVisible, not of.Rows.getByIndex(0).IsVisible, of.Columns.getByIndex(1).IsVisible, of.Rows.getByIndex(1).IsVisible],
            "frozen": self.view.hasFrozenPanes() and [self.view.SplitColumn, self.view.SplitRow],
            "across": style.IsLandscape and [style.Width, style.Height], "wide": style.ScaleToPagesX,
            "titles": [of.getPrintTitleRows(), of.getTitleRows().StartRow, of.getTitleRows().EndRow],
            "lists": lists,
            "formulas": of.queryContentCells(FORMULA).RangeAddressesAsString,
        }

    def read(self, sheet, cell):
        c = self.sheet(sheet).getCellRangeByName(cell)
        return [c.Type.value, c.String]


def main():
    source, plan, out = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    seen = []
    with tempfile.TemporaryDirectory(prefix="typist") as folder:
        office = Office(pathlib.Path(folder))
        try:
            book = office.open(source)
            for step in json.loads(plan.read_text(encoding="utf-8")):
                kind, given = step[0], step[1:]
                if kind in ("look", "read"):
                    seen.append(getattr(book, kind)(*given))
                else:
                    getattr(book, kind)(*given)
            book.save(out)
        except UnoException as e:
            if office.lives():
                raise
            print(f"LibreOffice died: {e}", file=sys.stderr)
            sys.exit(5)
        finally:
            office.close()
    json.dump(seen, sys.stdout, ensure_ascii=False)


main()
