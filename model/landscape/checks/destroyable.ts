import { isDay } from "../day";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** Leave to destroy is for a stack of the same environment, given once, until a day that exists and has not passed. */
export const destroyable: Check = (landscape, { today } = {}) =>
  environmentsOf(landscape).flatMap(({ value, keys }) => {
    const stacks: (string | undefined)[] = [];
    return (value.destroyable ?? []).flatMap((leave, index) => {
      const here = below(keys, "destroyable", index);
      const { stack, expires } = leave ?? {};
      const again = stack !== undefined && stacks.includes(stack);
      stacks.push(stack);
      const stray = stack !== undefined && value.name !== undefined && !stack.startsWith(`${value.name}-`);
      return [
        ...(again ? [problemAt(landscape, below(here, "stack"), stack, "remove it: the stack is listed already")] : []),
        ...(stray
          ? [
              problemAt(
                landscape,
                below(here, "stack"),
                stack,
                `write a stack of ${value.name}, or move it to its own environment`,
              ),
            ]
          : []),
        ...(expires !== undefined && !isDay(expires)
          ? [
              problemAt(
                landscape,
                below(here, "expires"),
                expires,
                "write a day of the calendar, for example `2027-03-31`",
              ),
            ]
          : []),
        ...(expires !== undefined && isDay(expires) && today !== undefined && expires < today
          ? [
              problemAt(
                landscape,
                below(here, "expires"),
                expires,
                `remove it, or write a later day: it ended before ${today}`,
              ),
            ]
          : []),
      ];
    });
  });
