import type { Draft } from "../draft";
import { below, type Keys } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { Landscape, StorageMove } from "../types";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/**
 * From dear to cheap, as S3 moves objects.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
const CLASSES = ["STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR"];

/** S3 refuses to move an object again within 30 days. */
const APART_DAYS = 30;

/** Files move from dear to cheap, and stay a month where they are. */
export const storageMoves: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value: { governance }, keys }) =>
    (["raw", "curated"] as const).flatMap((zone) => {
      const place = below(keys, "governance", "storage", zone, "moves");
      const moves = governance?.storage?.[zone]?.moves ?? [];
      return moves.flatMap((move, index) => after(landscape, below(place, index), moves[index - 1], move));
    }),
  );

function after(
  landscape: Draft<Landscape>,
  place: Keys,
  earlier: Draft<StorageMove> = {},
  { afterDays, to }: Draft<StorageMove> = {},
): readonly Problem[] {
  const soonest = (earlier.afterDays ?? -APART_DAYS) + APART_DAYS;
  const dearest = earlier.to === undefined ? -1 : CLASSES.indexOf(earlier.to);
  return [
    afterDays === undefined || afterDays >= soonest
      ? []
      : [
          problemAt(
            landscape,
            below(place, "afterDays"),
            afterDays,
            `write at least ${soonest}: S3 keeps a file ${APART_DAYS} days before it moves again`,
          ),
        ],
    to === undefined || CLASSES.indexOf(to) > dearest
      ? []
      : [
          problemAt(
            landscape,
            below(place, "to"),
            to,
            `write a cheaper class than ${earlier.to}, or remove the move: the order is ${CLASSES.join(", ")}`,
          ),
        ],
  ].flat();
}
