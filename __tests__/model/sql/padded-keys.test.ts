import { CHECKSUM_FUNCTIONS } from "../../../local/engine/athena-checksums";
import { column } from "../../../model/contract/column";
import { loadStatement, mergeStatement, since } from "../../../model/sql/merge";
import { DuckLake, type FileRow } from "../../support/merge/duck-lake";
import { sourceOf, table } from "../../support/sources";

const CARD = table("card", {
  id: column("binary(4)", "internal", "Key"),
  token: column("varbinary(4)", "internal", "Token"),
});
const SOURCE = sourceOf(CARD);

const row = (op: FileRow["op"], second: number, ...values: readonly string[]): FileRow => ({
  op,
  committed: `2026-11-22 10:00:0${second}.000000`,
  sequence: second === 0 ? "" : `${second}`.padStart(35, "0"),
  values,
});

// A query of MySQL gives all bytes of a binary(4), its log those before the zeros at the end.
test.each([[[]], [CHECKSUM_FUNCTIONS]])(
  "a key that ends in zeros is one row, in loads and in changes",
  async (others) => {
    const lake = await DuckLake.of(SOURCE);
    for (const sql of others) await lake.connection.run(sql);
    await lake.deliver("card", [
      {
        name: "LOAD00000001",
        rows: [row("I", 0, "from_hex('AB000000')", "from_hex('0100')"), row("I", 0, "from_hex('AB000001')", "NULL")],
      },
      {
        name: "20261122-100100000",
        day: "2026-11-22",
        rows: [row("U", 1, "from_hex('AB')", "from_hex('0200')"), row("D", 2, "from_hex('AB000001')", "NULL")],
      },
    ]);
    await lake.query(loadStatement(SOURCE, CARD));
    await lake.query(since(mergeStatement(SOURCE, CARD), "2026-11-22 10:00:00"));
    expect(await lake.query("SELECT hex(id), hex(token) FROM bank.card")).toEqual([["AB000000", "0200"]]);
    lake.close();
  },
);
