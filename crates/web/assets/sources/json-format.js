// Formats JSON with comments through the parser that is in the bundle already, where the workbench would
// otherwise carry half a megabyte of a JavaScript formatter.
import { applyEdits, format } from 'jsonc-parser';

const indent = { insertSpaces: true, tabSize: 2 };

export const parsers = {
  jsonc: {
    astFormat: 'jsonc',
    parse: (text) => ({ text }),
    locStart: () => 0,
    locEnd: ({ text }) => text.length,
  },
};

export const printers = {
  jsonc: {
    print: ({ node }) => applyEdits(node.text, format(node.text, undefined, indent)),
  },
};
