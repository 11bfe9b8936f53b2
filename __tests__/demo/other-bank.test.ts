import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { shops } from "../landscape/banks/shops";
import { cloned, PROJECT, passed, runIn } from "../support/cloned";
import { temporaryFolder } from "../support/folders";

const place = temporaryFolder();

/** Steps that the rows must have passed, in this order. */
const STEPS = ["bank", "replication", "catalog", "merge", "rows", "readers", "questions"];

/** What is beside the project, or was made by an earlier run, is not beside a copy. */
function demo(folder: string) {
  const python = join(PROJECT, ".local", "venv");
  mkdirSync(join(folder, ".local"));
  if (existsSync(python)) symlinkSync(python, join(folder, ".local", "venv"));
  const mirrors = [process.env["LAKE_TERRAFORM_MIRROR"] ?? "", join(PROJECT, "..", "shared", "terraform-mirror")];
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "demo"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    env: { ...process.env, LAKE_TERRAFORM_MIRROR: mirrors.filter((each) => existsSync(each)).join(delimiter) },
  });
  return { status, output: `${stdout}${stderr}` };
}

test("another bank's landscape is deployed, and rows made from its contracts arrive and are asked for", () => {
  const folder = cloned(place(), shops);
  expect(runIn(folder, "npm", "run", "update")).toEqual(passed(["run", "update"]));
  const { status, output } = demo(folder);
  const [start = "", rest = ""] = output.split("\nDeployment\n");
  expect(start).toContain("made from the contracts of 2 tables");
  expect(start).toContain("vpc-0f1e2d3c4b5a69780, arn:aws:iam::750000000003:role/bookkeepers");
  // A machine that cannot have every provider deploys what it can, and says that no rows are sent.
  const shown = status === 3 ? "No rows are sent through what is deployed" : "Done: every stack is deployed";
  expect([status === 3 ? 0 : status, rest.includes(shown) ? shown : rest]).toEqual([0, shown]);
  if (status === 3) return;
  expect([...rest.matchAll(/^ +ok +(\w+):/gm)].map(([, step]) => step)).toEqual(STEPS);
  for (const source of ["sales", "returns"]) expect(rest).toMatch(new RegExp(`till\\.sale.*${source}\\.sale`));
  expect(rest).toMatch(/bookkeepers.*sales_by_payment|sales_by_payment.*bookkeepers/);
});
