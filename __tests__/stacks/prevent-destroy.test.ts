import { at, isBlock, text } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** What holds data, opens data or carries permissions: Terraform must refuse to destroy all of it. */
const ALWAYS = [
  "aws_kms_key",
  "aws_rds_cluster",
  "aws_secretsmanager_secret",
  "aws_lakeformation_data_lake_settings",
  "aws_lakeformation_lf_tag",
];

const isProtected = (body: unknown): boolean =>
  isBlock(body) && isBlock(body["lifecycle"]) && at(body, "lifecycle", "prevent_destroy") === true;

const addresses = (type: string, chosen: (id: string, body: unknown) => boolean) =>
  bank.ids.flatMap((id) =>
    Object.entries(bank.resources(id, type))
      .filter(([, body]) => chosen(id, body))
      .map(([name, body]) => ({ place: `${id} ${type}.${name}`, protectedFromDestroy: isProtected(body) })),
  );

const unprotected = (found: ReturnType<typeof addresses>): readonly string[] =>
  found.filter(({ protectedFromDestroy }) => !protectedFromDestroy).map(({ place }) => place);

const isCurated = (_: string, body: unknown): boolean =>
  isBlock(body) && ["loans", "deposits"].includes(text(body["name"])) && body["target_database"] === undefined;
const isIceberg = (_: string, body: unknown): boolean => isBlock(body) && "open_table_format_input" in body;

describe("what a plan must not destroy", () => {
  it.each(ALWAYS)("is protected wherever there is a %s", (type) => {
    const found = addresses(type, () => true);
    expect(found.length).toBeGreaterThan(0);
    expect(unprotected(found)).toEqual([]);
  });

  it("is protected as a bucket of lake, logs and trail, but for the auditors' results", () => {
    const buckets = addresses("aws_s3_bucket", (id) => /-(storage-\w+|lake|trail)$/.test(id));
    const found = buckets.filter(({ place }) => !place.includes(".auditors_results_"));
    expect(found).toHaveLength(6);
    expect(unprotected(found)).toEqual([]);
  });

  it("is protected as a database and table of current rows", () => {
    const found = [
      ...addresses("aws_glue_catalog_database", isCurated),
      ...addresses("aws_glue_catalog_table", isIceberg),
    ];
    expect(found).toHaveLength(2 + 12);
    expect(unprotected(found)).toEqual([]);
  });

  it("is not what can be made again: results, links, change tables", () => {
    const results = addresses("aws_s3_bucket", (id) => /-(analytics|curation-\w+)$/.test(id));
    const links = addresses("aws_glue_catalog_database", (id) => id.endsWith("-analytics"));
    expect(unprotected([...results, ...links])).toHaveLength(results.length + links.length);
  });

  it("is never emptied to be destroyed", () => {
    const forced = addresses("aws_s3_bucket", (_, body) => isBlock(body) && body["force_destroy"] !== false);
    expect(forced).toEqual([]);
  });
});
