import { column } from "../../../model/contract/column";
import { curatedTableUrl, rawPrefix, rawTablePath, rawTableUrl } from "../../../model/replication/layout";
import { lending, prod } from "../../support/landscapes";
import { sourceOf, table } from "../../support/sources";

const loan = table("Loan", { id: column("bigint", "internal", "Key") }, 1, "LENDING");
const source = sourceOf(loan);

describe("folders of the lake", () => {
  it("begin with producer, source and generation, so that a reload gets a folder of its own", () => {
    expect(rawPrefix(lending, source)).toBe("lending/bank/g1");
  });

  it("of a table are in lower case, as DMS is told to write them", () => {
    expect(rawTablePath(lending, source, loan)).toBe("lending/bank/g1/lending/loan");
    expect(rawTableUrl(prod, lending, source, loan)).toBe(
      "s3://examplebank-prod-bank-raw-111122223333/lending/bank/g1/lending/loan/",
    );
  });

  it("of current rows end with a slash too", () => {
    expect(curatedTableUrl(prod, source, { ...loan, name: "loan" })).toBe(
      "s3://examplebank-prod-bank-curated-111122223333/loan/",
    );
  });
});
