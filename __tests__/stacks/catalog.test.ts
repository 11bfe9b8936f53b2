import { GOVERNANCE, SOURCES } from "../support/bank";
import { closedDatabase } from "../support/closed";
import { CONTRACTS, promisedColumns } from "../support/contracts";
import { at, block, list, text } from "../support/json";
import { effectiveClassification } from "../support/lf-tags";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the catalog of $source", ({ source, prefix, producer }) => {
  const id = `prod-governance-catalog-${source}`;
  const bucket = (zone: string): string => `s3://examplebank-prod-${source}-${zone}-${GOVERNANCE}/`;
  const databases = Object.entries(bank.resources(id, "aws_glue_catalog_database"));
  const nameOf = (name: string): string => {
    const found = databases.find(([, body]) => body["name"] === name);
    return `\${aws_glue_catalog_database.${found?.[0]}.name}`;
  };
  const tables = Object.values(bank.resources(id, "aws_glue_catalog_table"));
  const inDatabase = (name: string) => tables.filter((table) => table["database_name"] === nameOf(name));

  it("has four databases, of which the current rows cannot be destroyed by a plan, and none that gives anything by default", () => {
    expect(databases.map(([, body]) => body)).toEqual([
      {
        name: `${source}_changes`,
        description: `Changes of ${source} in the order of their commits`,
        location_uri: bucket("raw"),
        lifecycle: closedDatabase,
      },
      {
        name: source,
        description: `Current rows of ${source}`,
        location_uri: bucket("curated"),
        lifecycle: { ...closedDatabase, prevent_destroy: true },
      },
      {
        name: `${source}_discovered`,
        description: `What the crawler finds of ${source}`,
        location_uri: bucket("raw"),
        lifecycle: closedDatabase,
      },
      {
        name: `${source}_loads`,
        description: `Full load of ${source}, for the merge`,
        location_uri: bucket("raw"),
        lifecycle: closedDatabase,
      },
    ]);
  });

  it.each([
    [source, "curated"],
    [`${source}_changes`, "raw"],
    [`${source}_discovered`, "raw"],
    [`${source}_loads`, "raw"],
  ])("tags database %s with domain, layer and the highest classification", (name, layer) => {
    const [, tags] = bank.find(id, "aws_lakeformation_resource_lf_tags", { database: { name: nameOf(name) } });
    expect(tags).toEqual({
      database: { name: nameOf(name) },
      lf_tag: [
        { key: "classification", value: "restricted" },
        { key: "domain", value: source },
        { key: "layer", value: layer },
      ],
    });
  });

  it("gives every column of the current rows the classification of its contract", () => {
    const promised = promisedColumns(source).filter(({ column }) => column.classification !== "forbidden");
    const effective = promised.map(({ table, name }) => effectiveClassification(bank.stack(id), source, table, name));
    expect(effective).toEqual(promised.map(({ column }) => column.classification));
    expect(promised.length).toBeGreaterThan(20);
  });

  it("describes no forbidden column anywhere", () => {
    expect(JSON.stringify(bank.stack(id))).not.toMatch(/national_id|card_number/);
  });

  it("declares one Iceberg table per contract, with its columns, that Terraform neither edits nor destroys", () => {
    const promised = CONTRACTS[source].map((table) => table.name);
    expect(
      inDatabase(source)
        .map((table) => text(table["name"]))
        .toSorted(),
    ).toEqual(promised.toSorted());
    for (const table of inDatabase(source)) {
      const name = text(table["name"]);
      expect(table).toMatchObject({
        table_type: "EXTERNAL_TABLE",
        open_table_format_input: { iceberg_input: { metadata_operation: "CREATE", version: "2" } },
        storage_descriptor: { location: `${bucket("curated")}${name}/` },
        lifecycle: {
          prevent_destroy: true,
          ignore_changes: ["description", "storage_descriptor", "parameters", "open_table_format_input"],
        },
      });
      const columns = list(at(table, "storage_descriptor", "columns")).map((column) => block(column)["name"]);
      const expected = promisedColumns(source).filter(
        (each) => each.table === name && each.column.classification !== "forbidden",
      );
      expect(columns).toEqual(expected.map((each) => each.name));
    }
  });

  it("declares one change table per contract, whose day folders Athena computes", () => {
    const schema = source === "loans" ? "lending" : "core";
    expect(inDatabase(`${source}_changes`)).toHaveLength(CONTRACTS[source].length);
    for (const table of inDatabase(`${source}_changes`)) {
      const location = `${bucket("raw")}${prefix}/${schema}/${text(table["name"])}/`;
      expect(table["parameters"]).toEqual({
        EXTERNAL: "TRUE",
        classification: "parquet",
        "projection.enabled": "true",
        "projection.dms_commit_date.type": "date",
        "projection.dms_commit_date.format": "yyyy-MM-dd",
        "projection.dms_commit_date.range": "2026-01-01,NOW+1DAYS",
        "projection.dms_commit_date.interval": "1",
        "projection.dms_commit_date.interval.unit": "DAYS",
        "storage.location.template": `${location}$\${dms_commit_date}/`,
      });
      expect(table["partition_keys"]).toMatchObject([{ name: "dms_commit_date", type: "string" }]);
      const columns = list(at(table, "storage_descriptor", "columns")).map((column) => block(column)["name"]);
      expect(columns.slice(0, 3)).toEqual(["op", "dms_commit_ts", "dms_change_seq"]);
      expect(at(table, "storage_descriptor", "location")).toBe(location);
    }
    expect(prefix.startsWith(producer)).toBe(true);
  });
});
