"""The tables of a workbook beside what went in and what the command line says."""

import csv
import json
import pathlib

import openpyxl

from installation import ACCEPTED, DEFINITIONS, IN_HOURS

HERE = pathlib.Path(__file__).parent
COUNTS = ["women", "men", "nonBinary", "total"]
REGIONS = {
    "MORE_DEVELOPED": {"Stärker entwickelt", "More developed"},
    "TRANSITION": {"Übergangsregion", "Transition"},
    "LESS_DEVELOPED": {"Weniger entwickelt", "Less developed"},
}
# the sheets of a report that tell figures, by their places: the level, and the columns of the unit, the category of
# region, the indicator and the first count
FIGURES = {
    "outputs": ({"Outputindikatoren", "Output indicators"}, "period", None, 3, 4, 11),
    "results": ({"Ergebnisindikatoren", "Result indicators"}, "period", None, 3, 4, 11),
    "programme": ({"Programm", "Programme"}, "period", None, 2, 5, 7),
    "indicators": ({"Indikatoren", "Indicators"}, "period", None, 2, 5, 7),
    "networks": ({"Regionale Netzwerke", "Regional networks"}, "network", 0, 4, 7, 9),
    "sub-projects": ({"Teilvorhaben", "Sub-projects"}, "sub-project", 0, 4, 7, 9),
}
ACTIVITIES = {"Beratung und Schulung", "Consultations and trainings"}
SHEETS = 23
TYPED = {"code", "name", "ags", "participant", "sub_project", "topic", "ref", "target", "entity"}


def other_tables(workbook, told, known_as):
    """Rows of the tables of figures that are not what the command line says, and figures without a row.

    Activities stand there by the names they are known as.
    """
    book = openpyxl.load_workbook(workbook, data_only=True)
    if len(book.sheetnames) != SHEETS:
        yield f"{workbook.name}: {len(book.sheetnames)} sheets, there are {SHEETS} to be read"
    for kind, (names, level, unit, region, indicator, first) in FIGURES.items():
        shown = {}
        for row in rows(sheet(book, names)):
            code = row[unit] if unit is not None else "IQ-2023"
            shown[code, category(row[region]), row[indicator]] = tuple(row[first : first + 4])
        said = {key: counts for key, counts in figures(told[level]).items() if is_of(kind, key[2])}
        if kind == "sub-projects":
            said = {key: counts for key, counts in said.items() if any(counts) or is_owed(key[0], key[2])}
        yield from unlike(workbook, kind, said, shown)
    shown = {(row[0], category(row[2]), row[3]): tuple(row[5:9]) for row in rows(sheet(book, ACTIVITIES))}
    said = {}
    for level, all_of_level in told.items():
        for (unit, region, code), counts in figures(all_of_level).items():
            if is_of("activities", code) and (level == "period" or counts[3]):
                said[unit, region, known_as[code]] = counts
    yield from unlike(workbook, "activities", said, shown)


def unlike(workbook, kind, said, shown):
    for key in said.keys() | shown.keys():
        if said.get(key) != shown.get(key):
            yield f"{workbook.name}: {kind} {key} shows {shown.get(key)}, `migranet figures` {said.get(key)}"
    if not any(counts[3] for counts in shown.values()) and kind != "results":
        yield f"{workbook.name}: {kind} counts nothing, which proves nothing"


def figures(told):
    return {(one["code"], one["regionCategory"], one["indicator"]): counted(one) for one in told}


def counted(figure):
    """The counts of a figure as a workbook shows them: durations in hours."""
    counts = [figure[count] for count in COUNTS]
    if figure["indicator"] in IN_HOURS["de"]:
        counts = [count if count is None else count / 60 for count in counts]
    return tuple(counts)


def is_of(kind, indicator):
    """Whether the indicators of a sheet's rows are such."""
    law, own = indicator.startswith("EEC"), indicator.startswith("BMAS")
    wanted = {
        "outputs": indicator.startswith("EECO"),
        "results": indicator.startswith("EECR"),
        "programme": own,
        "activities": not (law or own),
    }
    return wanted.get(kind, law or own)


def is_owed(sub_project, indicator):
    """Whether an indicator is asked of a sub-project: those of the programme may be of some strands alone."""
    definitions = [json.loads((HERE / "network" / name).read_text(encoding="utf-8")) for name in DEFINITIONS]
    strands = next((one["strands"] for one in definitions if one["code"] == indicator), [])
    with open(HERE / "network" / "sub_projects.csv", encoding="utf-8") as file:
        strand = next(row["strand"] for row in csv.DictReader(file) if row["code"] == sub_project)
    return not strands or strand in strands


def category(words):
    return next(region for region, known in REGIONS.items() if words in known)


def sheet(book, names):
    return next(sheet for sheet in book if sheet.title in names)


def rows(sheet):
    """The rows below the header of the only table."""
    (table,) = sheet.tables.values()
    return [[cell.value for cell in row] for row in sheet[table.ref]][1:]


def not_as_typed(workbook, reads):
    """Cells of an export that are not what was typed, whoever reads it: codes with leading zeros, what looks like a formula."""
    with open(HERE / "network" / f"{workbook.stem}.csv", encoding="utf-8") as file:
        typed = list(csv.DictReader(file))
    key = next(iter(typed[0]))
    names = [name for name in (key, "sub_project") if name in typed[0]]
    for reader, sheets in reads.items():
        (cells,) = [cells for cells in sheets.values() if cells.get("A1") == key]
        grid = {}
        for at, value in cells.items():
            letters = at.rstrip("0123456789")
            grid.setdefault(int(at[len(letters) :]), {})[letters] = value
        header = {name: letters for letters, name in grid.pop(1).items()}
        found = {tuple(row.get(header[name]) for name in names): row for row in grid.values()}
        for row in typed:
            read = found.get(tuple(row[name] for name in names), {})
            for column in sorted(TYPED & row.keys() & header.keys()):
                if read.get(header[column]) != row[column]:
                    is_read = read.get(header[column])
                    yield f"{workbook.name}: {reader}: {column} of {row[key]!r} reads {is_read!r}, not {row[column]!r}"


def not_in_its_cell(workbook, found):
    """Texts of a report that are not the texts of their cells, as a reader reads them."""
    wanted = [
        ({"Teilvorhaben", "Sub-projects"}, "A", "007"),
        ({"Teilvorhaben", "Sub-projects"}, "A", "7"),
        ({"Teilvorhaben", "Sub-projects"}, "B", "-5"),
        ({"Teilvorhaben", "Sub-projects"}, "B", "+49 89"),
        ({"Teilvorhaben", "Sub-projects"}, "B", "=1+1"),
        ({"Teilvorhaben", "Sub-projects"}, "B", "@x"),
        ({"Nachweis", "Evidence"}, "C", "=1+1"),
        ({"Nachweis", "Evidence"}, "C", "0013"),
        ({"Schätzungen", "Estimates"}, "G", "=Befragung"),
        ({"Hingenommene Warnungen", "Waived warnings"}, "D", ACCEPTED),
        ({"Zielwerte", "Targets"}, "P", "=1+1"),
        ({"Programm", "Programme"}, "G", "=Beratene Personen" if workbook.stem.endswith("de") else "@Persons advised"),
    ]
    for names, column, text in wanted:
        (cells,) = [cells for name, cells in found.items() if name in names]
        if not any(value == text and at.rstrip("0123456789") == column for at, value in cells.items()):
            yield f"{workbook.name}: {text!r} is nowhere in column {column} of {min(names)}"
