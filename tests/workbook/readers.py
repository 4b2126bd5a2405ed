"""What each program reads in a workbook: {sheet: {cell: value}}, without empty cells."""

import datetime
import json
import pathlib
import re
import subprocess
import zipfile

import openpyxl
import pandas
import python_calamine
from openpyxl.utils import get_column_letter

HERE = pathlib.Path(__file__).parent

# a LibreOffice that computes every formula when it opens a workbook
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>"""


def with_openpyxl(workbook):
    book = openpyxl.load_workbook(workbook, data_only=True)
    return {sheet.title: _filled((cell.coordinate, cell.value) for row in sheet.iter_rows() for cell in row) for sheet in book}


def with_pandas(workbook):
    frames = pandas.read_excel(workbook, sheet_name=None, header=None, dtype=object, keep_default_na=False)
    return {name: _placed(frame.values.tolist()) for name, frame in frames.items()}


def with_calamine(workbook):
    book = python_calamine.CalamineWorkbook.from_path(workbook)
    return {name: _placed(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names}


def with_sheetjs(workbook):
    printed = _run("node", HERE / "sheetjs.mjs", workbook).stdout
    return {name: _filled((at, _of_sheetjs(value)) for at, value in cells.items()) for name, cells in json.loads(printed).items()}


def with_libreoffice(workbook):
    folder = workbook.parent / "libreoffice"
    settings = folder / "profile/user"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    bare = without_results(workbook)
    _run("soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, bare)
    return with_openpyxl(folder / bare.name)


def with_gnumeric(workbook):
    saved = workbook.with_suffix(".gnumeric.xlsx")
    _run("ssconvert", "--recalc", without_results(workbook), saved)
    return with_openpyxl(saved)


READERS = {
    "pandas": with_pandas,
    "python-calamine": with_calamine,
    "SheetJS": with_sheetjs,
    "LibreOffice": with_libreoffice,
    "Gnumeric": with_gnumeric,
}


def without_results(workbook):
    """The workbook without what its formulas came to: who shows it has computed it."""
    bare = workbook.with_suffix(".bare.xlsx")
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            target.writestr(name, part)
    return bare


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr}")
    return done


def _of_sheetjs(value):
    if isinstance(value, dict):
        return datetime.datetime(*value["date"]) if "date" in value else value["error"]
    return value


def _placed(rows):
    return _filled((f"{get_column_letter(column)}{row}", value) for row, cells in enumerate(rows, 1) for column, value in enumerate(cells, 1))


def _filled(cells):
    return {at: value for at, value in cells if value is not None and value is not pandas.NaT and value != ""}
