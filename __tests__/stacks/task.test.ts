import { SOURCES } from "../support/bank";
import { CONTRACTS, promisedColumns } from "../support/contracts";
import { at, type Block, block, first, list, omit, parsed, text } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** Columns that DMS must remove, by hand. */
const FORBIDDEN = {
  loans: ["lending.borrower.national_id"],
  deposits: ["core.client.national_id", "core.card.card_number"],
};

/** Locators write `[_]` for an underscore, since `_` alone stands for any character. */
const located = (rule: Block): string => Object.values(block(rule["object-locator"])).join(".").replaceAll("[_]", "_");

describe.each(SOURCES)("the replication task of $source", ({ source, producer }) => {
  const id = `prod-${producer}-replication-${source}`;
  const task = bank.only(id, "aws_dms_replication_task");
  const rules = list(at(parsed(task["table_mappings"]), "rules")).map(block);
  const of = (action: string): readonly Block[] => rules.filter((rule) => rule["rule-action"] === action);

  const ref = (type: string, attribute: string): string =>
    `\${${type}.${first(Object.keys(bank.resources(id, type)))}.${attribute}}`;

  it("loads everything once and follows the changes from then on", () => {
    expect(omit(task, "table_mappings", "replication_task_settings")).toEqual({
      replication_task_id: `prod-${source}`,
      resource_identifier: `prod-${source}`,
      migration_type: "full-load-and-cdc",
      replication_instance_arn: ref("aws_dms_replication_instance", "replication_instance_arn"),
      source_endpoint_arn: ref("aws_dms_endpoint", "endpoint_arn"),
      target_endpoint_arn: ref("aws_dms_s3_endpoint", "endpoint_arn"),
      start_replication_task: true,
    });
  });

  it("takes exactly the contracted tables", () => {
    expect(of("include").map(located)).toEqual(CONTRACTS[source].map(({ schema, name }) => `${schema}.${name}`));
    expect(rules.filter((rule) => rule["rule-type"] === "selection")).toEqual(of("include"));
    for (const rule of of("include")) expect(located(rule)).not.toContain("%");
  });

  it("removes forbidden columns, and no others, before they leave the source", () => {
    expect(of("remove-column").map(located)).toEqual(FORBIDDEN[source]);
    const promised = promisedColumns(source).filter(({ column }) => column.classification === "forbidden");
    expect(promised.map(({ name }) => name)).toEqual(FORBIDDEN[source].map((path) => path.split(".").at(-1)));
  });

  it("adds a sequence to every table, for commit times repeat", () => {
    expect(of("add-column").map(located)).toEqual(of("include").map(located));
    for (const rule of of("add-column")) {
      expect(rule).toMatchObject({
        "rule-type": "transformation",
        "rule-target": "column",
        value: "dms_change_seq",
        expression: "$AR_H_CHANGE_SEQ",
        "data-type": { type: "string", length: 50 },
      });
    }
  });

  it("writes lower-case names of schemas, tables and columns", () => {
    const schema = source === "loans" ? "lending" : "core";
    expect(of("convert-lowercase").map((rule) => [rule["rule-target"], located(rule)])).toEqual([
      ["schema", schema],
      ["table", `${schema}.%`],
      ["column", `${schema}.%.%`],
    ]);
  });

  it("has no other rules, numbered from 1", () => {
    const known = new Set(["include", "remove-column", "add-column", "convert-lowercase"]);
    expect(rules.filter((rule) => !known.has(text(rule["rule-action"])))).toEqual([]);
    expect(rules.map((rule) => rule["rule-id"])).toEqual(rules.map((_, index) => String(index + 1)));
    expect(new Set(rules.map((rule) => rule["rule-name"])).size).toBe(rules.length);
  });

  it("has whole settings in which nothing is dropped, cut or skipped in silence", () => {
    const settings = block(parsed(task["replication_task_settings"]));
    expect(settings).toMatchObject({
      TargetMetadata: { SupportLobs: true, FullLobMode: false, LimitedSizeLobMode: true, BatchApplyEnabled: false },
      FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING" },
      Logging: { EnableLogging: true },
      ChangeProcessingDdlHandlingPolicy: {
        HandleSourceTableDropped: false,
        HandleSourceTableTruncated: false,
        HandleSourceTableAltered: true,
      },
    });
    expect(Object.keys(settings)).toEqual([
      "TargetMetadata",
      "FullLoadSettings",
      "Logging",
      "ControlTablesSettings",
      "StreamBufferSettings",
      "ChangeProcessingDdlHandlingPolicy",
      "ErrorBehavior",
      "ChangeProcessingTuning",
      "ValidationSettings",
      "PostProcessingRules",
      "CharacterSetSettings",
      "LoopbackPreventionSettings",
      "BeforeImageSettings",
      "FailTaskWhenCleanTaskResourceFailed",
    ]);
    const policies = Object.entries(block(settings["ErrorBehavior"])).filter(([name]) => name.endsWith("Policy"));
    expect(policies.filter(([, value]) => value !== "STOP_TASK")).toEqual([["EventErrorPolicy", "IGNORE"]]);
  });
});
