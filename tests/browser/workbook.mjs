// Looks into a downloaded workbook.
import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

/** Names of the sheets and the text of the cells that hold words. */
export function open(path) {
  const parts = unzipSync(readFileSync(path));
  const text = (name) => strFromU8(parts[name]);
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  const strings = Object.keys(parts)
    .filter((name) => name === "xl/sharedStrings.xml" || name.startsWith("xl/worksheets/sheet"))
    .flatMap((name) => [...text(name).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words]) => words));
  return { sheets, strings };
}
