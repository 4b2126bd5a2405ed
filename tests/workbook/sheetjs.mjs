// Prints every cell that SheetJS reads in a workbook: {sheet: {cell: value}}, dates as {date: [year, …, second]}.
import { readFileSync } from "node:fs";

import XLSX from "xlsx";

const book = XLSX.read(readFileSync(process.argv[2]), { cellNF: true });

function value({ t, v, z }) {
  if (t === "e") return { error: v };
  if (t !== "n" || !XLSX.SSF.is_date(z ?? "")) return v;
  const { y, m, d, H, M, S } = XLSX.SSF.parse_date_code(v);
  return { date: [y, m, d, H, M, S] };
}

const cells = (sheet) =>
  Object.fromEntries(Object.keys(sheet).filter((key) => !key.startsWith("!")).map((key) => [key, value(sheet[key])]));

console.log(JSON.stringify(Object.fromEntries(book.SheetNames.map((name) => [name, cells(book.Sheets[name])]))));
