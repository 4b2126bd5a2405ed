// Debian's Chromium, watched: nothing may fail in the console, nothing may be asked of another origin.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser"], {
    encoding: "utf8",
  }).trim();
  return chromium.launch({ executablePath, args: quiet });
}

/** A new window, in German and light unless `options` say otherwise; `offences` collects what must not happen. */
export async function open(browser, origin, options = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "de-DE",
    colorScheme: "light",
    acceptDownloads: true,
    ...options,
  });
  const offences = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== origin) {
      offences.push(`asked ${request.url()}`);
    }
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      offences.push(`console on ${message.page()?.url()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => offences.push(`script on ${error.page()?.url()}: ${error.error()}`));
  const page = await context.newPage();
  return { context, page, offences };
}

/** What axe-core finds wrong with the page as it is now. The page's own rules let no script tag in. */
export async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, help, nodes }) => `${page.url()} ${id}: ${help}: ${nodes[0].html}`);
}
