import { join } from "node:path";
import type { Cause } from "../../../audit/types";
import { checkAnswers } from "../../../local/rows-check/answers";
import { answerRecords, forgetAnswers } from "../../../operations/update/answers";
import { contents, temporaryFolder, write } from "../../support/folders";

const project = temporaryFolder();
const PATH = "accounts/records/answers/prod-bank-1.txt";

const CAUSE: Cause = { stack: "s", file: "f", address: "a", pointer: "/", says: "is" };

/** A saved query that one role asks, with this many rows as its answer. */
const check = (rows: number): readonly string[] =>
  checkAnswers(
    project(),
    { environment: "prod", seed: 1 },
    {
      saved: [
        {
          query: {
            account: "444455556666",
            database: "loans",
            workgroup: "w",
            name: "q",
            kind: "saved",
            sql: "SELECT 1",
            parameters: [],
          },
          role: "analysts",
          answer: { columns: ["x"], rows: Array.from({ length: rows }, () => ["1"]), more: false },
        },
      ],
      question: {
        table: { catalog: "c", database: "d", name: "t", columns: [], cause: CAUSE },
        answers: [],
        findings: [],
      },
    },
  );

describe("what teams are answered", () => {
  it("is left for an update where nothing is recorded, and fine once it is", () => {
    expect(check(1).at(-1)).toBe(`${PATH}: \`npm run update\` records what is new; review it then`);
    const records = answerRecords(project(), ["prod"]);
    expect([...records.keys()]).toEqual([PATH]);
    write(join(project(), PATH), records.get(PATH) ?? "");
    forgetAnswers(project());
    expect(check(1)).toEqual([]);
    expect(Object.keys(contents(project()))).toEqual([PATH]);
  });

  it("is shown line by line where it is not as reviewed, and no longer left when it is again", () => {
    check(1);
    write(join(project(), PATH), answerRecords(project(), ["prod"]).get(PATH) ?? "");
    const found = check(2);
    expect(found).toHaveLength(3);
    expect(found.map((line) => line.split(" ", 1)[0])).toEqual(["new:", "reviewed:", `${PATH}:`]);
    expect(answerRecords(project(), ["prod"]).get(PATH)).toContain(" 2");
    check(1);
    expect(Object.keys(contents(project()))).toEqual([PATH]);
  });

  it("goes with its environment", () => {
    check(1);
    expect([...answerRecords(project(), ["staging"])]).toEqual([]);
  });

  it("is no answer when nobody was asked", () => {
    expect(checkAnswers(project(), { environment: "prod", seed: 1 }, { saved: [] })).toEqual(["nobody was asked"]);
    expect(contents(project())).toEqual({});
  });
});
