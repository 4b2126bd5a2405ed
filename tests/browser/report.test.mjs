// From the sign-in to the opened workbook, by keyboard alone.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open, violations } from "./chromium.mjs";
import { administrator, install } from "./installation.mjs";
import { open as openWorkbook } from "./workbook.mjs";

let installation;
let browser;
before(async () => {
  installation = await install();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  installation?.stop();
});

test("an administrator downloads the funder's workbook and hands it in", async () => {
  const { context, page, offences } = await open(browser, installation.origin);

  await page.goto("/reports");
  await page.waitForURL(at("/sign-in"));
  await reach(page, "#email");
  await page.keyboard.type(administrator.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(at("/reports"));

  await page.goto("/reports?period=IQ-2023");
  await page.fill("#cut_off", "2023-12-31");
  await reach(page, "form[action='/reports'] button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/reports\/[^?]+$/);

  const link = page.locator("a[download]");
  await link.waitFor({ timeout: 60_000 });
  // who waits on the page is offered the next step without loading it again
  await page.locator("button[name='step'][value='draft']").waitFor({ timeout: 10_000 });
  assert.deepEqual(await violations(page), []);
  const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
  const path = join(installation.folder, download.suggestedFilename());
  await download.saveAs(path);

  for (const step of ["draft", "submit"]) {
    await page.locator(`button[name='step'][value='${step}']`).press("Enter");
    await page.locator(`button[name='step'][value='${step}']`).waitFor({ state: "detached" });
    assert.deepEqual(await violations(page), []);
  }
  await page.locator("a[href$='/changes']").press("Enter");
  await page.waitForURL(/\/changes$/);
  assert.match(await page.locator("main").innerText(), /Hinter dieser Fassung hat sich nichts geändert/);
  assert.deepEqual(await violations(page), []);
  await context.close();

  assert.match(path, /\.xlsx$/);
  const { sheets, strings } = openWorkbook(path);
  assert.ok(sheets.includes("Indikatoren"), sheets.join());
  assert.ok(strings.includes("EECO01"), "the workbook names the indicators");
  assert.ok(strings.some((words) => words.includes("Kofinanziert von der Europäischen Union")));
  assert.deepEqual(offences, []);
});

test("a wrong password is answered in words, and nobody is let in", async () => {
  const { context, page } = await open(browser, installation.origin);

  await page.goto("/sign-in");
  await page.fill("#email", administrator.email);
  await page.fill("#password", "falsch");
  await page.keyboard.press("Enter");
  await page.locator("[role=alert], [aria-invalid=true]").first().waitFor();

  assert.equal(new URL(page.url()).pathname, "/sign-in");
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test("while a workbook is checked, its button says so and cannot be pressed again", async () => {
  const { context, page, offences } = await open(browser, installation.origin);
  await page.goto("/reports/verify");
  await page.waitForURL(at("/sign-in"));
  await page.fill("#email", administrator.email);
  await page.fill("#password", administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(at("/reports/verify"));
  await page.setInputFiles("#file", { name: "copy.xlsx", mimeType: "", buffer: Buffer.from("no workbook") });

  const pressed = await page.evaluate(() => {
    const button = document.querySelector("button[data-busy]");
    button.click();
    const words = button.form.querySelector("[role=status]").innerText;
    return { says: button.innerText, isDisabled: button.disabled, words };
  });
  await page.locator("#verdict-heading").waitFor();

  const { words, ...button } = pressed;
  assert.deepEqual(button, { says: "Wird geprüft …", isDisabled: true });
  assert.match(words, /Zelle für Zelle mit dem Original verglichen/);
  assert.equal(await page.locator("form [role=status]").innerText(), "");
  assert.equal(await page.locator("button[data-busy]").isDisabled(), false);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(offences, []);
  await context.close();
});

/** Whether an address is that of a page. */
function at(path) {
  return (url) => url.pathname === path;
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function reach(page, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} cannot be reached by keyboard`);
}
