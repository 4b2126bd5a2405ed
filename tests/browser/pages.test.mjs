// Every page, in both languages, light and dark: no violation, no error, nothing from elsewhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, violations } from "./chromium.mjs";
import { administrator, install } from "./installation.mjs";

const everybody = ["/", "/?period=EP-2005", "/?period=IQ-2026", "/sign-in", "/licences", "/no-such-page"];
const signedIn = ["/", "/reports", "/worklist", "/worklist?period=IQ-2023", "/worklist?period=IQ-2023&cut_off=2023-05-01", "/findings?period=IQ-2023", "/notes?period=IQ-2023", "/deadlines?period=IQ-2023", "/deadlines?period=IQ-2026", "/deadlines?period=IQ-2023&hand_ins=2025-12-31", "/reports/verify"];

const withMistakes = [
  ["/notes?period=IQ-2023", "form[action='/notes']"],
  ["/deadlines?period=IQ-2023", "form[action='/deadlines/set']"],
  ["/deadlines?period=IQ-2023", "form[action='/deadlines/end']"],
];

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

for (const colorScheme of ["light", "dark"]) {
  for (const [locale, language] of [["de-DE", "de"], ["en-GB", "en"]]) {
    test(`public pages, ${language}, ${colorScheme}`, async () => {
      const { context, page, offences } = await open(browser, installation.origin, { colorScheme, locale });
      const found = [];
      for (const path of everybody) {
        await page.goto(path);
        assert.equal(await page.getAttribute("html", "lang"), language, path);
        found.push(...(await violations(page)));
      }
      await context.close();
      assert.deepEqual(found, []);
      assert.deepEqual(offences.filter((offence) => !offence.includes("404")), []);
    });

    test(`pages behind the sign-in, ${language}, ${colorScheme}`, async () => {
      const { context, page, offences } = await open(browser, installation.origin, { colorScheme, locale });
      await signIn(page);
      const found = [];
      for (const path of signedIn) {
        await page.goto(path);
        found.push(...(await violations(page)));
      }
      for (const [path, form] of withMistakes) {
        await page.goto(path);
        await page.locator(form).evaluate((element) => (element.noValidate = true));
        await page.locator(`${form} button`).click();
        await page.locator("[role=alert]").waitFor();
        found.push(...(await violations(page)));
      }
      await context.close();
      assert.deepEqual(found, []);
      assert.deepEqual(offences.filter((offence) => !offence.includes("422")), []);
    });
  }
}

test("GraphiQL answers a query", async () => {
  const { context, page, offences } = await open(browser, installation.origin);
  await page.goto("/graphql");
  await page.locator(".graphiql-container").waitFor();
  await page.locator(".graphiql-query-editor .view-lines").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("{ fundingPeriods { code } "); // the editor adds the last brace itself
  await page.keyboard.press("Control+Enter");
  await page.locator(".result-window").getByText("IQ-2023").waitFor();
  await context.close();
  assert.deepEqual(offences, []);
});

async function signIn(page) {
  await page.goto("/sign-in");
  await page.fill("#email", administrator.email);
  await page.fill("#password", administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
