"""The same cells with Python XlsxWriter: python evidence.py FILE.xlsx ROWS"""

import datetime
import sys

import xlsxwriter

INDICATORS = 14
GENDERS = ("Frauen", "Männer", "Nicht-binär")
FIRST_DAY = datetime.date(2023, 1, 1)
DAYS = [FIRST_DAY + datetime.timedelta(days=number) for number in range(1_090)]


def main():
    path, rows = sys.argv[1], int(sys.argv[2])
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    workbook.use_zip64()
    sheet = workbook.add_worksheet()
    sheet.set_column(4, 5, None, workbook.add_format({"num_format": "dd.mm.yyyy"}))
    text, number, day = sheet.write_string, sheet.write_number, sheet.write_datetime
    for row in range(rows):
        entered = row % 1_000
        text(row, 0, f"{901 + row % 30:04}")
        text(row, 1, "Stärker entwickelt")
        text(row, 2, f"{row:07}-K")
        text(row, 3, GENDERS[row % 3])
        day(row, 4, DAYS[entered])
        day(row, 5, DAYS[entered + 90])
        for column in range(6, 6 + INDICATORS):
            number(row, column, 1)
    workbook.close()


if __name__ == "__main__":
    main()
