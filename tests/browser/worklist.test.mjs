// From the start page to the case that can still be mended, by keyboard alone.
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

test("somebody finds the incomplete case and what it lacks", async () => {
  const { context, page, offences } = await open(browser, installation.origin);
  await page.goto("/sign-in?next=/");
  await page.fill("#email", administrator.email);
  await page.fill("#password", administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");

  await page.goto("/?period=IQ-2023");
  await reach(page, "a[href*='reason=incomplete']");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^\s*1 Angaben für Kennzahlen fehlen\s*$/);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/worklist");

  assert.deepEqual(await page.locator("tbody th").allTextContents(), ["P-3"]);
  assert.match(await page.locator("tbody tr").innerText(), /Es fehlt: Geburtsdatum/);
  assert.equal(await page.locator(".site-nav a[aria-current=page]").innerText(), "Arbeitsliste");
  assert.deepEqual(await violations(page), []);

  await page.selectOption("#reason", "follow_up_due");
  await reach(page, "form.filters button");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("reason") === "follow_up_due");
  assert.equal(await page.locator("table").count(), 0);
  assert.equal(await page.locator(".empty").count(), 1);
  assert.deepEqual(await violations(page), []);
  await context.close();
  assert.deepEqual(offences, []);
});

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function reach(page, selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} cannot be reached by keyboard`);
}
