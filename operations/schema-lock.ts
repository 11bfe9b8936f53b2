import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Environment } from "../model/landscape/types";
import { type TableChange, tableChanges } from "../model/tables/changes";
import { type TablesLock, tablesLock } from "../model/tables/lock";
import { lockFile, lockText, parseLock } from "../model/tables/lock-file";
import type { Command } from "./command";
import { EXIT, type ExitStatus } from "./failure";
import { loadEnvironments } from "./landscape";
import { parseOptions } from "./options";

const HELP = `npm run schema:lock -- [options]

Records what the current-state tables of the contracts look like in accounts/<environment>/tables.lock.json, which the
synthesis compares contracts with. Run it with every change of a contract and commit both. New tables, new columns and wider
types are recorded at once; anything else is refused until the migration in docs/tables.md has been done.

Options
  --accept SOURCE.TABLE   record this table as its contract has it, or forget it if it has none: the migration is done
  --check                 write nothing; fail when a record is not what the contracts say
  -h, --help              print this

Exit status: 0 recorded or up to date, 1 refused or out of date, 2 wrong usage.`;

/** Writes or checks the records of all environments. */
export function schemaLock({ args, terminal }: Command): Promise<ExitStatus> {
  const { help, accept, check } = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    accept: { type: "string", multiple: true, default: [] },
    check: { type: "boolean", default: false },
  });
  if (help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const statuses = loadEnvironments().map((environment) => {
    const changes = changesOf(environment).map((change) =>
      accept.includes(change.table) ? { ...change, allowed: true } : change,
    );
    for (const change of changes) terminal.print(described(environment, change));
    if (changes.some(({ allowed }) => !allowed) || (check && changes.length > 0)) return EXIT.failed;
    if (!check) writeFileSync(lockFile(environment.name), lockText(tablesLock(environment)));
    terminal.print(`${lockFile(environment.name)} is up to date`);
    return EXIT.success;
  });
  return Promise.resolve(statuses.find((status) => status !== EXIT.success) ?? EXIT.success);
}

function recorded(file: string): TablesLock {
  return existsSync(file) ? parseLock(readFileSync(file, "utf8"), file) : {};
}

const changesOf = (environment: Environment): readonly TableChange[] =>
  tableChanges(recorded(lockFile(environment.name)), tablesLock(environment));

const described = ({ name }: Environment, { table, what, allowed }: TableChange): string =>
  `${name} ${table}: ${what}${allowed ? "" : ": refused, see docs/tables.md"}`;
