import type { AccessMatrix, Cell } from "../../../audit/matrix/types";
import { compareMatrices } from "../../../audit/verify/compare";
import { cleanMatrix } from "../support/planted";

const RISK = "arn:aws:iam::444455556666:role/prod-risk-risk-analysts";

const differences = (live: AccessMatrix) =>
  compareMatrices(cleanMatrix, live).map(({ said, sentence }) => `${said}: ${sentence}`);

const selects = ({ principal, permission, table }: Cell): boolean =>
  principal === RISK && permission === "SELECT" && table === "payment";

const withCells = (change: (cell: Cell) => readonly Cell[]): AccessMatrix => ({
  ...cleanMatrix,
  cells: cleanMatrix.cells.flatMap(change),
});

describe("comparing the JSON with the accounts", () => {
  it("finds nothing where both say the same", () => {
    expect(differences(cleanMatrix)).toEqual([]);
  });

  it("names every column that only one side lets somebody read", () => {
    const live = withCells((cell) => (selects(cell) ? [{ ...cell, columns: ["payment_id", "payer_iban"] }] : [cell]));
    const found = differences(live);
    expect(found).toContain(`accounts: ${RISK} has SELECT on 111122223333.loans.payment.payer_iban`);
    expect(found).toContain(`json: ${RISK} has SELECT on 111122223333.loans.payment.amount`);
    expect(found).toHaveLength(6);
  });

  it("names rows, and the right to hand on", () => {
    const live = withCells((cell) =>
      selects(cell) ? [{ ...cell, columns: ["amount"], rows: ["amount < 5"], grantable: true }] : [cell],
    );
    expect(differences(live)).toContain(
      `accounts: ${RISK} has SELECT on 111122223333.loans.payment.amount where amount < 5, and may hand it on`,
    );
  });

  it("names ways through S3, rights on keys and trust that only the accounts have", () => {
    const [bucket, key] = [cleanMatrix.buckets[0], cleanMatrix.keys[0]];
    if (bucket === undefined || key === undefined) throw new Error("the matrix is empty");
    const live: AccessMatrix = {
      ...cleanMatrix,
      buckets: [...cleanMatrix.buckets, { ...bucket, principal: "stranger", access: "read", conditions: [] }],
      keys: [...cleanMatrix.keys, { ...key, principal: "stranger", access: "decrypt", conditions: [] }],
      principals: cleanMatrix.principals.map((principal) =>
        principal.id === RISK
          ? { ...principal, assumedBy: [...principal.assumedBy, { principal: "*", conditions: [], causes: [] }] }
          : principal,
      ),
    };
    expect(differences(live)).toEqual([
      `accounts: * may become ${RISK}`,
      `accounts: stranger may decrypt with key ${key.name}`,
      `accounts: stranger may read ${bucket.objects.join(", ")} of bucket ${bucket.bucket}`,
    ]);
  });

  it("takes what one side leaves open for no difference", () => {
    const open = withCells((cell) => (selects(cell) ? [{ ...cell, decision: "undecided" }] : [cell]));
    expect(differences(open)).toEqual([]);
  });

  it("takes a table that a crawler has made for one of the tables that no stack declares", () => {
    const crawled: Cell = {
      principal: RISK,
      catalog: "111122223333",
      database: "loans_discovered",
      table: "core_loan",
      permission: "SELECT",
      columns: ["a", "b"],
      rows: [],
      grantable: false,
      decision: "allowed",
      reasons: [],
      causes: [],
    };
    const json = { ...cleanMatrix, cells: [...cleanMatrix.cells, { ...crawled, table: "*", columns: ["*"] }] };
    expect(compareMatrices(json, { ...cleanMatrix, cells: [...cleanMatrix.cells, crawled] })).toEqual([]);
  });
});
