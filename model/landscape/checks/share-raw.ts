import { below } from "../keys";
import { problemAt } from "../problem";
import type { Check } from "./check";
import { eachShare } from "./every-share";

/**
 * A share of the raw layer says what it opens: every change of every column, for a while. Columns of change tables have no
 * classification of their own, and a row rule would leave out the history of a row that has changed.
 */
export const shareRaw: Check = (landscape) =>
  eachShare(landscape, ({ share: { value, keys } }) => {
    const { layer, upTo, rows, until } = value;
    if (layer !== "raw") return [];
    return [
      ...(upTo === undefined || upTo === "restricted"
        ? []
        : [
            problemAt(
              landscape,
              below(keys, "upTo"),
              upTo,
              "write `restricted`, or leave `layer` out: the raw layer shows every column that reaches the lake",
            ),
          ]),
      ...(rows === undefined
        ? []
        : [
            problemAt(
              landscape,
              below(keys, "rows"),
              rows,
              "remove it, or leave `layer` out: rows can be limited in the curated layer only",
            ),
          ]),
      ...(until === undefined
        ? [
            problemAt(
              landscape,
              below(keys, "until"),
              until,
              "write the last day of the share, for example `2027-06-30`: the raw layer is opened for a while only",
            ),
          ]
        : []),
    ];
  });
