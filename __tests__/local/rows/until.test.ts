import { COREBANK } from "../../../examples/sample-bank";
import { Pending } from "../../../local/rows/until";

const at = (committed: bigint) => ({ database: COREBANK, committed, changes: [] });

test("transactions are handed out once, up to a time and that one included", () => {
  const pending = new Pending([at(1n), at(5n), at(5n), at(9n)]);
  expect([...pending.until(0n)]).toEqual([]);
  expect([...pending.until(5n)]).toEqual([at(1n), at(5n), at(5n)]);
  expect([...pending.until(5n)]).toEqual([]);
  expect([...pending.until(100n)]).toEqual([at(9n)]);
  expect([...pending.until(100n)]).toEqual([]);
});
