"""Every program reads the same in a workbook: python check.py [path of migranet]"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

from installation import HERE, LEVELS, Installation
from readers import READERS, with_openpyxl
from tables import counted, not_as_typed, not_in_its_cell, other_tables

TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parents[1] / "target"))
EXPORTED = ["organisations", "sub_projects", "participations", "offers", "trainings", "qualification_plans"]
ENDS = ["women", "men", "non_binary", "total"]


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else TARGET / "debug/migranet").resolve()
    with tempfile.TemporaryDirectory(prefix="migranet-workbook-") as folder:
        installation = Installation(binary, pathlib.Path(folder))
        reports = {language: installation.report(language) for language in ("de", "en")}
        exports = [installation.export(kind) for kind in EXPORTED]
        told = {level: installation.figures(level) for level in LEVELS}
        findings, cells = [], 0
        for workbook in [*reports.values(), *exports]:
            expected = with_openpyxl(workbook)
            reads = {"openpyxl": expected}
            cells += sum(map(len, expected.values()))
            findings += audited(workbook)
            for reader, read in READERS.items():
                found = reads[reader] = read(workbook)
                findings += differences(workbook, reader, expected, found)
                if workbook in reports.values():
                    findings += failed_checks(workbook, reader, found)
                    findings += not_in_its_cell(workbook, found)
            if workbook in exports:
                findings += not_as_typed(workbook, reads)
        for language, report in reports.items():
            findings += other_figures(report, told["period"])
            findings += other_tables(report, told, installation.names(language))
    print(*findings, sep="\n", end="\n" if findings else "")
    print(f"{len(reports) + len(exports)} workbooks, {cells} cells, {len(READERS) + 1} readers: {len(findings)} differences")
    return 1 if findings else 0


def differences(workbook, reader, expected, found):
    if list(expected) != list(found):
        yield f"{workbook.name}: {reader} reads the sheets {list(found)}, written were {list(expected)}"
    for sheet, cells in expected.items():
        read = found.get(sheet, {})
        for at in cells.keys() | read.keys():
            if not same(cells.get(at), read.get(at)):
                yield f"{workbook.name}: {sheet}!{at}: {reader} reads {read.get(at)!r}, written was {cells.get(at)!r}"


def same(one, other):
    if isinstance(one, datetime.date) and isinstance(other, datetime.date):
        return abs(moment(one) - moment(other)) <= datetime.timedelta(seconds=1)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return type(one) is type(other) and one == other


def moment(date):
    if isinstance(date, datetime.datetime):
        return date.replace(tzinfo=None)
    return datetime.datetime.combine(date, datetime.time())


def failed_checks(workbook, reader, found):
    """Cells that compare, and do not say that it holds."""
    formulas = openpyxl.load_workbook(workbook)
    cells = [cell for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    checks = [cell for cell in cells if cell.value.startswith("=IF(")]
    if not checks:
        yield f"{workbook.name}: no cell checks a total"
    for cell in checks:
        shown = found.get(cell.parent.title, {}).get(cell.coordinate)
        if shown != "OK":
            yield f"{workbook.name}: {cell.parent.title}!{cell.coordinate}: {reader} shows {shown!r}, not OK"


def other_figures(workbook, figures):
    """Named cells beside the figures of the command line."""
    book = openpyxl.load_workbook(workbook, data_only=True)
    told = {name: defined for name, defined in book.defined_names.items() if not defined.hidden}
    names = {name: next(iter(defined.destinations)) for name, defined in told.items()}
    shown = {
        f"{figure['indicator'].replace('-', '_')}_{figure['regionCategory']}_{end}": count
        for figure in figures
        for end, count in zip(ENDS, counted(figure))
        if count is not None
    }
    for name in sorted(names.keys() ^ shown.keys()):
        yield f"{workbook.name}: {name} is {'a cell without a figure' if name in names else 'a figure without a cell'}"
    for name in names.keys() & shown.keys():
        sheet, at = names[name]
        value = book[sheet][at.replace("$", "")].value
        if not same(value, shown[name]):
            yield f"{workbook.name}: {sheet}!{at} says {value!r}, `migranet figures` {shown[name]!r} for {name}"


def audited(workbook):
    command = [pathlib.Path(sys.executable).with_name("openxml-audit"), "--quiet", "--max-errors", "0", workbook]
    done = subprocess.run(command, capture_output=True, text=True)
    return [f"{workbook.name}: openxml-audit: {done.stdout}{done.stderr}"] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
