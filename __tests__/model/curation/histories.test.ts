/** Random histories: `HISTORIES` says how many, 1,000 unless it does; the seed of a failure is in its message. */
import * as fc from "fast-check";
import { merged } from "../../support/merge/history/batch";
import { SCHEMAS } from "../../support/merge/history/schemas";

const HISTORIES = Number(process.env["HISTORIES"] ?? 1000);
const BATCH = 50;
const KINDS = ["in order", "hours late", "days late"] as const;

/** Batches of each of the six groups; together they hold as many histories as are asked for, or a few more. */
const BATCHES = Math.ceil(HISTORIES / BATCH / (SCHEMAS.length * KINDS.length));

describe.each(SCHEMAS)("random histories of $engine", (schema) => {
  it.each(KINDS)(
    "whose files come %s end as the source did",
    async (lateness) => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const outcome = await merged(schema, seed, BATCH, lateness);
          expect(outcome.merged).toEqual(outcome.true);
          expect(outcome.true.length).toBeGreaterThan(0);
        }),
        { numRuns: BATCHES, endOnFailure: true },
      );
    },
    BATCHES * 20_000,
  );
});
