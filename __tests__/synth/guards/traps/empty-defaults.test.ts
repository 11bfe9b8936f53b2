import { findingsOn } from "../../../support/guarded";

const TYPE = "aws_lakeformation_data_lake_settings";
const EVERYBODY = [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }];
const finding = (what: string) => ({
  stack: "one",
  place: `${TYPE}.x`,
  cause: `${what} grant permissions on everything that is created`,
  remedy: "leave the defaults out: an omitted default is an empty one",
});

describe("the trap of default permissions", () => {
  const database = "create_database_default_permissions";
  const table = "create_table_default_permissions";

  it("finds them on databases, on tables, and on both", () => {
    expect(findingsOn(TYPE, { [database]: EVERYBODY })).toEqual([finding(database)]);
    expect(findingsOn(TYPE, { [table]: EVERYBODY })).toEqual([finding(table)]);
    expect(findingsOn(TYPE, { [table]: EVERYBODY, [database]: EVERYBODY })).toEqual([
      finding(`${database} and ${table}`),
    ]);
  });

  it("finds one that is written as a block without a list", () => {
    expect(findingsOn(TYPE, { [database]: EVERYBODY[0] })).toEqual([finding(database)]);
  });

  it("passes settings without them, and with empty ones", () => {
    expect(findingsOn(TYPE, { admins: ["arn"] })).toEqual([]);
    expect(findingsOn(TYPE, { [database]: [], [table]: [] })).toEqual([]);
  });
});
