// The binary with a small network, some participations and an administrator, served on a free port.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(here, "../../target");
const binary = resolve(process.env.MIGRANET_BINARY ?? join(target, "debug/migranet"));

export const administrator = { email: "verwaltung@example.org", password: "ein langes Kennwort" };

const organisations = `code,name,kind,city,ags
ORG-A,Verein Alpha,free_provider,Augsburg,09761
`;

const subProjects = `code,name,period,organisation,network,region_category,starts_on,ends_on
SP-1,Brücke,IQ-2023,ORG-A,SOB,MORE_DEVELOPED,2023-01-01,2025-12-31
`;

const columns =
  "participant,sub_project,entered_on,birth_date,gender,employment,unemployed_since,in_education,isced," +
  "citizenships,foreign_background,disability,minority,housing_exclusion,degurba";

const participations = [
  columns,
  "P-1,SP-1,2023-05-10,1983-02-01,female,unemployed,2023-03-01,no,3,UA,yes,no,no,no,1",
  "P-2,SP-1,2023-06-01,1990-07-15,male,employed,,no,6,SY,yes,no,no,no,2",
  "P-3,SP-1,2023-06-01,,male,employed,,no,6,SY,yes,no,no,no,2",
  "",
].join("\n");

/** Starts the software; `stop` ends it and removes its data. */
export async function install() {
  const folder = mkdtempSync(join(tmpdir(), "migranet-browser-"));
  const environment = { MIGRANET_DATA_DIR: folder, MIGRANET_LISTEN: "127.0.0.1:0", MIGRANET_LOG: "warn", NO_COLOR: "1" };
  const options = { cwd: folder, env: environment };
  const run = (args, more) =>
    execFileSync(binary, args, { ...options, ...more, stdio: ["pipe", "pipe", "inherit"] });
  run(["migrate"]);
  for (const [kind, text] of Object.entries({ organisations, sub_projects: subProjects, participations })) {
    writeFileSync(join(folder, `${kind}.csv`), text);
    run(["import", `${kind}.csv`]);
  }
  const { email, password } = administrator;
  run(["account", "add", email, "--name", "Verwaltung", "--password-stdin"], { input: `${password}\n` });
  run(["account", "grant", email, "administrator"]);

  const server = spawn(binary, ["serve"], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const origin = await addressOf(server);
  const stop = () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, folder, stop };
}

function addressOf(server) {
  return new Promise((found, failed) => {
    let said = "";
    for (const output of [server.stdout, server.stderr]) {
      createInterface({ input: output }).on("line", (line) => {
        said += `${line}\n`;
        const address = line.match(/http:\/\/[\d.]+:\d+/);
        if (address) found(address[0]);
      });
    }
    server.on("exit", (status) => failed(new Error(`the server ended with ${status}:\n${said}`)));
  });
}
