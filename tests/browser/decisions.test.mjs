// Deciding about a deadline and noting something on a figure, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, violations } from "./chromium.mjs";
import { administrator, install } from "./installation.mjs";

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

test("an administrator moves a deadline, from the navigation to the changed day", async () => {
  const { context, page, offences } = await signedIn();
  await reach(page, ".site-nav a[href='/deadlines']");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/deadlines");
  await reach(page, "nav.periods a[href$='IQ-2023']");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("period") === "IQ-2023");
  await reach(page, "a[href*='cut_off=2025-12-31']");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("cut_off") === "2025-12-31");
  assert.equal(await page.inputValue("#set-due_on"), "2026-01-31");

  // the link leads to the form, so that the keyboard goes on there
  await reach(page, "#set-reason", 12);
  await page.keyboard.type("Schreiben vom 3. Mai");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#set-due_on-error").waitFor();
  assert.match(await page.locator("[role=alert]").innerText(), /ist schon der 31\.01\.2026/);
  assert.equal(await page.inputValue("#set-reason"), "Schreiben vom 3. Mai");

  await page.fill("#set-due_on", "2026-02-15");
  await page.locator("#set-reason").press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/deadlines");
  const row = page.locator("tbody tr").filter({ hasText: "31.12.2025" });
  assert.match(await row.innerText(), /15\.02\.2026[\s\S]*Festgelegt: .?Schreiben vom 3\. Mai/);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(offences.filter((offence) => !offence.includes("422")), []);
  await context.close();
});

test("somebody notes something on a figure", async () => {
  const { context, page, offences } = await signedIn();
  await page.goto("/notes?period=IQ-2023");
  await page.selectOption("#unit", { label: "Brücke" });
  await page.selectOption("#indicator", "EECO01");
  await page.selectOption("#gender", { label: "Frauen" });
  await reach(page, "#text");
  await page.keyboard.type("Eine Stelle war unbesetzt");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  const note = page.locator("tbody tr");
  await note.waitFor();
  assert.match(await note.innerText(), /EECO01[\s\S]*Frauen[\s\S]*Teilvorhaben SP-1[\s\S]*Eine Stelle war unbesetzt/);
  assert.deepEqual(await violations(page), []);
  await reach(page, "form[action$='/withdraw'] button");
  await page.keyboard.press("Enter");
  await note.waitFor({ state: "detached" });
  assert.deepEqual(offences, []);
  await context.close();
});

async function signedIn() {
  const opened = await open(browser, installation.origin);
  const { page } = opened;
  await page.goto("/sign-in?next=/");
  await page.fill("#email", administrator.email);
  await page.fill("#password", administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  return opened;
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function reach(page, selector, presses = 80) {
  for (let pressed = 0; pressed < presses; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} cannot be reached by keyboard`);
}
