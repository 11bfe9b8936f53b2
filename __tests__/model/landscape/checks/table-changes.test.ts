import type { Classification } from "../../../../model/contract/classification";
import { droppedColumns } from "../../../../model/landscape/checks/dropped-columns";
import { partitions } from "../../../../model/landscape/checks/partitions";
import type { PartitionField } from "../../../../model/landscape/types";
import { type Case, rowsOf } from "./cases";

const FILE = "accounts/prod/tables/loans.ts";

describe("dropped columns", () => {
  it.each(
    rowsOf(droppedColumns, [
      {
        title: "refuses a column that is written at the same time",
        change: ({ loan }) => {
          loan.droppedColumns = { amount: "confidential" };
        },
        problems: [
          [
            FILE,
            "tables[loan].droppedColumns.amount",
            '"confidential"',
            "remove it, or remove the column from `columns`: the table cannot lose a column and keep it",
          ],
        ],
      },
      {
        title: "accepts one that is gone, and one that is forbidden now",
        change: ({ loan }) => {
          loan.droppedColumns = { note: "internal", secret: "restricted" };
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const fields = (title: string, partitionedBy: PartitionField[], problems: Case["problems"]): Case => ({
  title,
  change: ({ loan }) => {
    loan.columns["status"] = { type: "enum('a','b','c')", classification: "internal", description: "Status" };
    loan.columns["since"] = { type: "date", classification: "internal", description: "Day" };
    loan.partitionedBy = partitionedBy;
  },
  problems,
});
/** The year of a day, beside a column that is called as Iceberg calls the field. */
const named = (title: string, classification: Classification, problems: Case["problems"]): Case => ({
  title,
  change: ({ loan }) => {
    loan.columns["since"] = { type: "date", classification: "internal", description: "Day" };
    loan.columns["since_year"] = { type: "int", classification, description: "Year" };
    loan.partitionedBy = [{ transform: "year", column: "since" }];
  },
  problems,
});
const bucket = (column: string, buckets: number): PartitionField => ({ transform: "bucket", column, buckets });
const identity = (column: string): PartitionField => ({ transform: "identity", column });
const year = (column: string): PartitionField => ({ transform: "year", column });
const many = (count: number): string =>
  `write fewer or smaller fields: together they make up to ${count} partitions, and a statement of Athena writes to 100`;

describe("partitions", () => {
  const here = "tables[loan].partitionedBy";
  it.each(
    rowsOf(partitions, [
      fields("accepts buckets", [bucket("loan_id", 99)], []),
      fields("accepts the year of a day", [year("since")], []),
      fields("accepts the few values of an enum, in buckets", [identity("status"), bucket("loan_id", 16)], []),
      fields(
        "refuses a column that is not there",
        [bucket("id", 8)],
        [[FILE, `${here}[0].column`, '"id"', "write a column of the table that reaches the lake"]],
      ),
      fields(
        "refuses a column that never reaches the lake",
        [bucket("secret", 8)],
        [[FILE, `${here}[0].column`, '"secret"', "write a column of the table that reaches the lake"]],
      ),
      fields(
        "refuses the year of what has none",
        [year("loan_id")],
        [
          [
            FILE,
            `${here}[0].transform`,
            '"year"',
            "write another transform or column: `year` does not work on `bigint`",
          ],
        ],
      ),
      fields(
        "refuses values that nobody can count",
        [identity("loan_id")],
        [
          [
            FILE,
            `${here}[0].transform`,
            '"identity"',
            "write `bucket`: nobody can tell how many values the column has, and each would be a partition",
          ],
        ],
      ),
      named("refuses a field whose name a column has, also one that is added later", "internal", [
        [
          FILE,
          `${here}[0]`,
          '{"transform":"year","column":"since"}',
          "write another field, or make the column `since_year` `forbidden`: Iceberg calls the field so too, and refuses both in one table",
        ],
      ]),
      named("accepts it when the column does not reach the lake", "forbidden", []),
      fields(
        "refuses two buckets of one column",
        [bucket("loan_id", 4), bucket("loan_id", 8)],
        [
          [
            FILE,
            `${here}[1]`,
            '{"transform":"bucket","column":"loan_id","buckets":8}',
            "remove it: Iceberg calls it `loan_id_bucket`, as it does an earlier field",
          ],
        ],
      ),
      fields(
        "refuses a field twice",
        [identity("status"), identity("status")],
        [
          [
            FILE,
            `${here}[1]`,
            '{"transform":"identity","column":"status"}',
            "remove it: Iceberg calls it `status`, as it does an earlier field",
          ],
        ],
      ),
      fields(
        "refuses more than Athena writes to at once",
        [bucket("loan_id", 32), identity("status")],
        [[FILE, here, '[{"transform":"bucket","column":"loan_id","buckets":32},{"t…', many(132)]],
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
