import { at, type Control } from "../check/control";
import { all, customerKey, fail, on, wants } from "../check/judge";
import { blocks } from "../output/json";

const settings = (body: Readonly<Record<string, unknown>>, block: string): Readonly<Record<string, unknown>> => {
  const outer = blocks(body["data_catalog_encryption_settings"])[0];
  return blocks(outer?.[block])[0] ?? {};
};

export const catalogEncrypted: Control = {
  id: "catalog-encrypted",
  sentence: "Every account with tables of its own encrypts its Glue Data Catalog and connection passwords.",
  reason: "The catalog holds names of tables and columns, sample statistics and connection passwords.",
  remedy:
    "add aws_glue_data_catalog_encryption_settings with SSE-KMS and a key of the account, once per account and Region",
  severity: "medium",
  references: [],
  check: (world) => {
    const given = world.of("aws_glue_data_catalog_encryption_settings");
    const has = (account: string): boolean => given.some((each) => each.account === account);
    const owners = new Map(
      world
        .of("aws_glue_catalog_table")
        .filter(({ account }) => !has(account))
        .map((table) => [table.account, table]),
    );
    return [
      ...given.map((each) => {
        const rest = settings(each.body, "encryption_at_rest");
        const passwords = settings(each.body, "connection_password_encryption");
        return at(
          each,
          all(
            wants("catalog_encryption_mode", rest["catalog_encryption_mode"], (mode) =>
              String(mode).startsWith("SSE-KMS"),
            ),
            customerKey("sse_aws_kms_key_id", rest["sse_aws_kms_key_id"]),
            on("return_connection_password_encrypted", passwords["return_connection_password_encrypted"]),
          ),
        );
      }),
      ...[...owners.values()].map((table) =>
        at(table, fail(`account ${table.account} has no aws_glue_data_catalog_encryption_settings`)),
      ),
    ];
  },
};
