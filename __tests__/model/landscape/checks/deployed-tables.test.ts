import type { Check } from "../../../../model/landscape/checks/check";
import { deployedTables } from "../../../../model/landscape/checks/deployed-tables";
import { tablesLock } from "../../../../model/tables/lock";
import { first, sample } from "../sample";
import { rowsOf } from "./cases";

const deployed = { prod: tablesLock(first(sample.environments)) };
/** The check, with the sample as it is deployed. */
const check: Check = (landscape) => deployedTables(landscape, { deployed });

const FILE = "accounts/prod/tables/loans.ts";
const PAGE = "docs/tables.md";

describe("deployed tables", () => {
  it.each(
    rowsOf(check, [
      {
        title: "refuses a column less",
        change: ({ loan }) => {
          Reflect.deleteProperty(loan.columns, "amount");
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount",
            "nothing",
            `write the column again, or name it in \`droppedColumns\` of the table to remove it with its values: ${PAGE}`,
          ],
        ],
      },
      {
        title: "refuses a column that becomes forbidden, for it leaves the lake",
        change: ({ loan }) => {
          loan.columns["amount"] = { type: "decimal(12,2)", classification: "forbidden", description: "Amount" };
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount",
            '"forbidden"',
            `write the column again, or name it in \`droppedColumns\` of the table to remove it with its values: ${PAGE}`,
          ],
        ],
      },
      {
        title: "accepts a column less that is named as dropped",
        change: ({ loan }) => {
          Reflect.deleteProperty(loan.columns, "amount");
          loan.droppedColumns = { amount: "confidential" };
        },
        problems: [],
      },
      {
        title: "refuses another type",
        change: ({ loan }) => {
          loan.columns["amount"] = { type: "varchar(20)", classification: "confidential", description: "Amount" };
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount.type",
            '"varchar(20)"',
            `write a type that is \`decimal(12,2)\` in the lake, as the table has it, or a wider one; ${PAGE} tells how to move to another type`,
          ],
        ],
      },
      {
        title: "refuses a narrower type",
        change: ({ loan }) => {
          loan.columns["amount"] = { type: "decimal(10,2)", classification: "confidential", description: "Amount" };
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount.type",
            '"decimal(10,2)"',
            `write a type that is \`decimal(12,2)\` in the lake, as the table has it, or a wider one; ${PAGE} tells how to move to another type`,
          ],
        ],
      },
      {
        title: "accepts a wider type, a longer text, a new column and a new table",
        change: ({ loans, loan }) => {
          loan.columns["amount"] = { type: "decimal(14,2)", classification: "confidential", description: "Amount" };
          loan.columns["secret"] = { type: "varchar(99)", classification: "forbidden", description: "Secret" };
          loan.columns["note"] = { type: "varchar(20)", classification: "internal", description: "A note" };
          loans.tables.push({ ...loan, name: "fee" });
        },
        problems: [],
      },
      {
        title: "refuses another key",
        change: ({ loan }) => {
          loan.primaryKey = ["loan_id", "amount"];
        },
        problems: [
          [
            FILE,
            "tables[loan].primaryKey",
            '["loan_id","amount"]',
            `write \`["loan_id"]\`: rows are found by the key that the table was made with; ${PAGE} tells how to move to another`,
          ],
        ],
      },
      {
        title: "refuses another partition",
        change: ({ loan }) => {
          loan.partitionedBy = [{ transform: "bucket", column: "loan_id", buckets: 8 }];
        },
        problems: [
          [
            FILE,
            "tables[loan].partitionedBy",
            '[{"transform":"bucket","column":"loan_id","buckets":8}]',
            `write what the table has, nothing: files that exist stay as they are; ${PAGE} tells how to divide them anew`,
          ],
        ],
      },
      {
        title: "refuses a table less",
        change: ({ loans }) => {
          loans.tables = loans.tables.filter(({ name }) => name !== "payment");
        },
        problems: [
          [
            FILE,
            "tables",
            "nothing",
            `write the contract of \`payment\` again: its table is deployed and holds the only copy of its rows; ${PAGE} tells how to give a table up`,
          ],
        ],
      },
      {
        title: "leaves a source that is gone to its stacks, which nothing destroys",
        change: ({ lending }) => {
          lending.sources = [];
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it("accepts everything where nothing is deployed", () => {
    expect(deployedTables(sample)).toEqual([]);
  });
});
