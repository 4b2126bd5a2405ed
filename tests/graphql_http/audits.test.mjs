// Every audit of the GraphQL over HTTP specification is one test; a new release of the audits must be looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serverAudits } from "graphql-http";

import { install } from "../browser/installation.mjs";

const AUDITS = 61;

let installation;
before(async () => {
  installation = await install();
});
after(() => installation?.stop());

const audits = serverAudits({ url: () => `${installation.origin}/graphql`, fetchFn: fetch });

test("all audits are here", () => assert.equal(audits.length, AUDITS));

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, "ok", result.reason);
  });
}
