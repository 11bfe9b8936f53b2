import * as v from "valibot";
import { AURORA_ENGINES, ENGINES } from "../../contract/engine";
import { WAIVABLE } from "../waivers";
import { either } from "./either";
import { existing } from "./existing";
import { replication } from "./replication";
import { strict } from "./strict";
import { table } from "./table";
import { identifier, list, oneNumberOf, oneOf, text, whole, word } from "./values";
import { waiversOf } from "./waiver";

/**
 * A domain is a value of an LF-tag, which Lake Formation keeps in lower case and at most 50 characters long.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/TBAC-notes.html
 */
export const domain = text(
  /^(?=.{1,50}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  "write a business domain: up to 50 characters, lower-case words joined by hyphens, for example `loans`",
);

const halfUnits = (what: string) =>
  v.pipe(
    v.number(`write ${what} in Aurora capacity units: 0.5 to 256 in steps of a half`),
    v.check(
      (value: number) => value >= 0.5 && value <= 256 && Number.isInteger(value * 2),
      `write ${what} in Aurora capacity units: 0.5 to 256 in steps of a half`,
    ),
  );

const parts = {
  name: word("loans"),
  domain,
  database: identifier("the name of the database inside the cluster"),
  replication,
  generation: v.exactOptional(whole(1, 99, "one more than last time loads everything into a new folder")),
  lobMaxKb: v.exactOptional(whole(1, 102_400, "KiB of the longest large value")),
  mergeEveryMinutes: v.exactOptional(whole(1, 59, "minutes between two merges")),
  crawlEveryHours: v.exactOptional(oneNumberOf([1, 2, 3, 4, 6, 8, 12, 24], "hours between two runs of the crawler")),
  reconcileAtHour: v.exactOptional(whole(0, 23, "hour of the day, UTC, at which the tables are compared")),
  waivers: v.exactOptional(waiversOf(WAIVABLE, "write why the weaker setting is acceptable")),
  tables: list("write the list of tables of the source", table),
};

const cluster = strict("write a source: `{ name, domain, engine, engineVersion, database, ... }`", {
  ...parts,
  engine: oneOf(AURORA_ENGINES),
  engineVersion: v.string("write the Aurora engine version, for example `16.6`"),
  instanceClass: text(
    /^db\.(?:[a-z0-9]+\.[a-z0-9]+|serverless)$/,
    "write an Aurora instance class, for example `db.r6g.large`",
  ),
  instances: v.exactOptional(whole(1, 16, "the writer and up to 15 readers")),
  capacity: v.exactOptional(
    strict("write the range of Serverless v2: `{ minimum, maximum }`", {
      minimum: halfUnits("the least capacity"),
      maximum: halfUnits("the most capacity"),
    }),
  ),
  credentialVersion: v.exactOptional(whole(1, 1_000_000, "one more than last time gives the user a new password")),
});

const elsewhere = strict("write a source: `{ name, domain, engine, existing, database, ... }`", {
  ...parts,
  engine: oneOf(ENGINES),
  existing,
});

/** An operational database. */
export const source = either(
  "write a source: `{ name, domain, engine, engineVersion, database, ... }`",
  "existing",
  elsewhere,
  cluster,
);
