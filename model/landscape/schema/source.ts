import * as v from "valibot";
import { ENGINES } from "../../contract/engine";
import { strict } from "./strict";
import { table } from "./table";
import { identifier, list, oneOf, text, whole, word } from "./values";

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html */
const replication = strict("write the DMS instance: `{ instanceClass, engineVersion, storageGb }`", {
  instanceClass: text(/^dms\.[a-z0-9]+\.[a-z0-9]+$/, "write a DMS instance class, for example `dms.t3.medium`"),
  engineVersion: text(/^\d+\.\d+\.\d+$/, "write the complete DMS engine version, for example `3.5.4`"),
  storageGb: whole(5, 6144, "GiB for cached changes and logs"),
});

/**
 * A domain is a value of an LF-tag, which Lake Formation keeps in lower case and at most 50 characters long.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/TBAC-notes.html
 */
export const domain = text(
  /^(?=.{1,50}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  "write a business domain: up to 50 characters, lower-case words joined by hyphens, for example `loans`",
);

/** An operational database. */
export const source = strict("write a source: `{ name, domain, engine, engineVersion, database, ... }`", {
  name: word("loans"),
  domain,
  engine: oneOf(ENGINES),
  engineVersion: v.string("write the Aurora engine version, for example `16.6`"),
  database: identifier("the name of the database inside the cluster"),
  instanceClass: text(/^db\.[a-z0-9]+\.[a-z0-9]+$/, "write an Aurora instance class, for example `db.r6g.large`"),
  instances: v.exactOptional(whole(1, 16, "the writer and up to 15 readers")),
  credentialVersion: v.exactOptional(whole(1, 1_000_000, "one more than last time gives the user a new password")),
  replication,
  mergeEveryMinutes: v.exactOptional(whole(1, 59, "minutes between two merges")),
  tables: list("write the list of tables of the source", table),
});
