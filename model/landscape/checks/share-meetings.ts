import { below } from "../keys";
import { locate } from "../locate";
import { type Problem, problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { type PlacedShare, placedShares } from "./every-share";
import { listed } from "./shared-tables";

/**
 * Where a row rule says which rows of a table an account sees, no other share shows it all rows of the table. Lake
 * Formation adds grants up, so the rule would have no effect.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/data-filtering-notes.html
 */
export const shareMeetings: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const placed = placedShares(environment);
    const open = placed.filter(({ share }) => share.value.rows === undefined);
    return placed
      .filter(({ share }) => share.value.rows !== undefined)
      .flatMap((ruled) =>
        open.flatMap((other): readonly Problem[] => {
          const both = tablesOfBoth(ruled, other);
          if (both.length === 0 || !reaches(other, ruled)) return [];
          const { file, path } = locate(landscape, other.share.keys);
          const { rows } = ruled.share.value;
          const remedy = `take ${listed(both)} out of one of the two: ${path} of ${file} shows the account all rows of it, ${reasonOf(other, ruled)}`;
          return [problemAt(landscape, below(ruled.share.keys, "rows"), rows, remedy)];
        }),
      );
  });

/** Tables that both shares open, whatever the layer: the raw layer holds the same rows. */
function tablesOfBoth(one: PlacedShare, other: PlacedShare): readonly string[] {
  const names = new Set((other.opened ?? []).map(({ table }) => `${table.source}.${table.name}`));
  return (one.opened ?? []).map(({ table }) => `${table.source}.${table.name}`).filter((name) => names.has(name));
}

const isSame = (one: PlacedShare, other: PlacedShare): boolean => one.consumer.value === other.consumer.value;

/** Whether an account sees what a share opens: its own, or granted to a principal that may include it. */
const reaches = (share: PlacedShare, account: PlacedShare): boolean =>
  isSame(share, account) || (isWide(share) && share.share.value.tables === undefined);

const isWide = ({ consumer }: PlacedShare): boolean =>
  consumer.value.grantTo !== undefined && consumer.value.grantTo !== "account";

const reasonOf = (other: PlacedShare, ruled: PlacedShare): string =>
  isSame(other, ruled)
    ? "and grants add up, so the rule would have no effect"
    : "for it grants to an organization or organizational unit that may include it";
