import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { column } from "../../../model/contract/column";
import { loadLandscape } from "../../../model/landscape/load";
import type { Environment, Landscape, Share } from "../../../model/landscape/types";
import { Failure } from "../../../operations/failure";
import { Processes } from "../../../operations/process/processes";
import { updateCommand } from "../../../operations/update/command";
import { addStacks } from "../../../stacks";
import { SynthesisError } from "../../../synth/finding";
import { synthesize } from "../../../synth/synthesize";
import { prod } from "../../landscape/prod";
import { first } from "../../support/json";
import { withLoans, withProd, withRisk } from "../../support/landscapes";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "lake-update-test-"));
});
afterEach(() => rmSync(project, { recursive: true }));

function withoutCovers(share: Share): Share {
  const { covers: _, ...following } = share;
  return following;
}

/** One source and one consumer are enough to see everything, and quick. */
const small = (environment: Environment): Environment => ({
  ...environment,
  producers: environment.producers.slice(0, 1),
  consumers: environment.consumers.slice(0, 1).map((consumer) => ({
    ...consumer,
    teams: consumer.teams.map((team) => ({
      ...team,
      shares: team.shares.filter(({ domain }) => domain === "loans").map(withoutCovers),
    })),
  })),
  queries: [],
});
const smaller = ({ environments }: Landscape): Landscape => ({ environments: environments.map(small) });
const BANK = smaller(withProd({}));

async function update(landscape: Landscape, ...args: readonly string[]) {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const status = await updateCommand({
    args,
    processes: new Processes(),
    terminal: { print, detail: print, heading: print },
    project,
    load: () => loadLandscape(landscape).environments,
    synthesize: (environments, folder) =>
      synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), {
        folder,
        print: () => undefined,
      }),
  });
  return { status, lines, text: lines.join("\n") };
}

const said = (...lines: readonly string[]) => ({ lines, text: lines.join("\n") });

const recorded = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(project, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file, readFileSync(file, "utf8")]),
  );
const loans = () => readFileSync(join(project, "accounts/records/tables/loans.txt"), "utf8");

const source = first(first(BANK.environments).producers).sources;
const loan = first(source).tables.find(({ name }) => name === "loan");
if (loan === undefined) throw new Error("the tests' landscape has no table loan");
const withLoan = (change: Partial<typeof loan>): Landscape =>
  smaller(withLoans({ tables: first(source).tables.map((each) => (each === loan ? { ...loan, ...change } : each)) }));
const MORE = withLoan({ columns: { ...loan.columns, purpose: column("varchar(20)", "internal", "What it is for") } });
const LESS = withLoan({
  columns: Object.fromEntries(Object.entries(loan.columns).filter(([name]) => name !== "duration_months")),
});

const named = (values: object): Landscape =>
  smaller(withRisk({ teams: first(prod.consumers).teams.map((team) => ({ ...team, ...values })) }));
/** What is recorded of the team's things that hold something. */
const held = (): readonly string[] =>
  readFileSync(join(project, "accounts/records/stacks/risk-analytics.txt"), "utf8")
    .split("\n")
    .filter((line) => /^aws_(athena_workgroup|kms_key|kms_alias|s3_bucket)\.|^ {2}bucket = /.test(line));

describe("npm run update", () => {
  it("records everything of a landscape that has no records, and nothing at the second time", async () => {
    expect((await update(BANK, "--check")).status).toBe(1);
    expect(recorded()).toEqual({});
    expect((await update(BANK)).status).toBe(0);
    const before = recorded();
    expect(Object.keys(before).length).toBeGreaterThan(20);
    expect(await update(BANK)).toEqual({ status: 0, ...said("Every record is up to date.") });
    expect((await update(BANK, "--check")).status).toBe(0);
    expect(recorded()).toEqual(before);
  });

  it("says what a new column is: in which table, who may read it, what comes and which file it changes", async () => {
    await update(BANK);
    const checked = await update(MORE, "--check");
    expect(checked.status).toBe(1);
    expect(loans()).not.toContain("purpose");
    expect(checked.lines.at(-1)).toBe(
      "Out of date. Run `npm run update`, review what it says, and commit what it writes.",
    );
    const { status, lines } = await update(MORE);
    expect(status).toBe(0);
    expect(lines.slice(0, lines.indexOf("Files"))).toEqual([
      "Tables",
      "  loans.loan: new column purpose string",
      "Who may do more",
      "  account risk: DESCRIBE, SELECT loans.loan (purpose), to hand on",
      "  {ENVIRONMENT}-risk-risk-analysts (risk): SELECT loans.loan (purpose)",
      "  {ENVIRONMENT}-loans-curation (governance): ALTER, DELETE, DESCRIBE, INSERT, SELECT loans.loan (purpose)",
      "  {ENVIRONMENT}-loans-curation (governance): DESCRIBE, SELECT loans_changes.loan (purpose)",
      "  {ENVIRONMENT}-loans-curation (governance): DESCRIBE, SELECT loans_loads.loan (purpose)",
      "  {ENVIRONMENT}-loans-optimizer (governance): ALTER, DELETE, DESCRIBE, INSERT, SELECT loans.loan (purpose)",
      "  {ENVIRONMENT}-loans-reconciliation (governance): DESCRIBE, SELECT loans.loan (purpose)",
      "  {ENVIRONMENT}-loans-tables (governance): ALTER, DESCRIBE loans.loan (purpose)",
    ]);
    expect(loans()).toContain("  column purpose string\n");
  });

  it("refuses what a deployed table cannot follow, writes nothing, and says how to get there", async () => {
    await update(BANK);
    const before = recorded();
    const { status, text } = await update(LESS);
    expect(status).toBe(1);
    expect(text).toContain("Refused, and nothing was written:");
    expect(text).toContain("  prod loans.loan: column duration_months has left the contract.");
    expect(text).toContain("npm run update -- --accept loans.loan");
    expect(recorded()).toEqual(before);
    expect((await update(LESS, "--accept", "loans.payment")).status).toBe(1);
    expect((await update(LESS, "--accept", "loans.loan")).status).toBe(0);
    expect(loans()).not.toContain("duration_months");
  });

  it("refuses to lose the address of what holds data, until the loss is accepted", async () => {
    await update(BANK);
    const fewerTeams = smaller(
      withRisk({ teams: first(prod.consumers).teams.map((team) => ({ ...team, name: "analysts" })) }),
    );
    const { status, text } = await update(fewerTeams);
    expect(status).toBe(1);
    const [, name = ""] = /npm run update -- --accept (prod-risk-analytics\/aws_s3_bucket\.\S+)`/.exec(text) ?? [];
    expect(text).toContain("is gone: the next apply destroys what it holds");
    expect((await update(fewerTeams, "--accept", name)).status).toBe(1);
    expect((await update(fewerTeams, "--accept", "prod-risk-analytics")).status).toBe(0);
  });

  it("keeps what a renamed team holds, where what the refusal says is written", async () => {
    await update(BANK);
    const before = held();
    const { status, text } = await update(named({ name: "analysts" }));
    expect(status).toBe(1);
    const [, field = "", value = ""] =
      /If the team is `analysts` now, write `(\w+): "([\w-]+)"` beside that name/.exec(text) ?? [];
    expect(text).not.toContain("moveFromId");
    const renamed = named({ name: "analysts", [field]: value });
    expect((await update(renamed, "--check")).text).not.toContain("Refused");
    expect((await update(renamed)).status).toBe(0);
    expect(before).toContain("  bucket = examplebank-{ENVIRONMENT}-risk-analysts-results-{risk}");
    expect(held()).toEqual(before);
    // A third name leaves the first one in place, and so does nobody who forgets it.
    expect((await update(named({ name: "scorers", [field]: value }))).status).toBe(0);
    expect((await update(named({ name: "scorers" }))).text).toContain(`\`formerly: "${value}"\` beside that name`);
  });

  it("refuses to forget a stack that holds data", async () => {
    await update(BANK);
    const { status, text } = await update(smaller(withProd({ consumers: [] })));
    expect(status).toBe(1);
    expect(text).toContain("prod-risk-analytics is gone, with what holds data: aws_");
    expect(text).toContain("npm run update -- --accept prod-risk-analytics`");
  });

  it("begins anew for another bank's environment of the same name", async () => {
    await update(BANK);
    const text = JSON.stringify(BANK).replaceAll(/(?<!\d)\d{12}(?!\d)/g, (id) =>
      String(10 ** 12 - 1 - Number(id)).padStart(12, "0"),
    );
    const { status, lines } = await update(loadLandscape(JSON.parse(text.replaceAll("duration_months", "months"))));
    expect(lines.slice(0, 3)).toEqual([
      "Environments",
      expect.stringMatching(/^ {2}prod is another one, without an account of the recorded one \(111122223333, .+anew$/),
      "Files",
    ]);
    expect(status).toBe(0);
    expect(loans()).toContain("  column months int\n");
  });

  it("says that nothing moves to an environment of another name", async () => {
    await update(BANK);
    const renamed = { environments: BANK.environments.map((each) => ({ ...each, name: "live" })) };
    expect((await update(renamed, "--check")).lines.slice(0, 3)).toEqual([
      "Environments",
      expect.stringMatching(/^ {2}prod is gone, with its accounts /),
      "  live is new, in accounts of prod: nothing moves there; if it is prod, write that name back, for it is for good",
    ]);
  });

  it("removes records of what is no more, and nothing else", async () => {
    await update(BANK);
    const stray = join(project, "accounts/records/teams/gone.md");
    const own = join(project, "accounts/index.ts");
    writeFileSync(stray, "");
    writeFileSync(own, "");
    expect((await update(BANK)).lines).toContain("  gone     accounts/records/teams/gone.md");
    expect([stray, own].map((file) => existsSync(file))).toEqual([false, true]);
  });

  it("writes nothing when the landscape cannot be synthesized", async () => {
    await update(BANK);
    const before = recorded();
    const broken = updateCommand({
      args: [],
      processes: new Processes(),
      terminal: { print: () => undefined, detail: () => undefined, heading: () => undefined },
      project,
      load: () => MORE.environments,
      synthesize: () => {
        throw new SynthesisError([{ stack: "s", place: "p", cause: "it is wrong", remedy: "mend it" }]);
      },
    });
    await expect(broken).rejects.toThrow(Failure);
    await expect(broken).rejects.toThrow("it is wrong");
    expect(recorded()).toEqual(before);
  });
});
