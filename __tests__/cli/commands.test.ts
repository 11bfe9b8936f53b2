import { readFileSync } from "node:fs";
import { join } from "node:path";
import { testDeployment } from "../../local/check/deployment";
import { testFaults } from "../../local/check/faults";
import { testLocal } from "../../local/check/local";
import { testTerraform } from "../../local/check/terraform";
import { demo } from "../../local/demo";
import { EXIT } from "../../operations/failure";
import { Processes } from "../../operations/process/processes";

const run = async (command: typeof demo, args: readonly string[]) => {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const status = await command({
    args,
    processes: new Processes(),
    terminal: { print, detail: print, heading: print },
  });
  return { status, text: lines.join("\n") };
};

test.each([
  ["demo", demo],
  ["test:local", testLocal],
  ["test:terraform", testTerraform],
  ["test:deploy", testDeployment],
  ["test:faults", testFaults],
])("%s --help explains options and exit statuses and does nothing else", async (name, command) => {
  const { status, text } = await run(command, ["--help"]);
  expect(status).toBe(EXIT.success);
  expect(text).toContain(`npm run ${name}`);
  expect(text).toContain("--mirror DIR");
  expect(text).toMatch(/exit status/i);
});

test("every script that --help names exists", () => {
  const manifest = readFileSync(join(__dirname, "..", "..", "package.json"), "utf8");
  for (const script of ["demo", "deploy", "test:local", "test:terraform", "test:deploy", "test:faults"])
    expect(manifest).toContain(`"${script}": `);
});
