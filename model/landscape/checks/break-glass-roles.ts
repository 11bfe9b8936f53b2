import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import { accountsOf, environmentsOf } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

const ARN = /^arn:aws:iam::(\d{12}):role\//;

/**
 * Every account has a role for emergencies, or nobody could ever delete its states: by one name for all, or by ARNs, one for
 * each account and none for another.
 */
export const breakGlassRoles: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment): readonly Problem[] => {
    const written = environment.value.deployment?.breakGlassRole;
    const here = below(environment.keys, "deployment", "breakGlassRole");
    const single = typeof written === "string";
    const entries = single ? [{ keys: here, text: written }] : entriesOf(here, written ?? []);
    if (written === undefined || (single && !ARN.test(written))) return [];
    const accounts = accountsOf(environment).flatMap(({ value: { name, id } }) =>
      id === undefined ? [] : [{ name, id }],
    );
    const owners = entries.map(({ keys, text }) => ({ keys, text: ARN.exec(text)?.[1] ?? "", role: text }));
    const without = accounts.filter(({ id }) => owners.every(({ text }) => text !== id));
    return [
      ...(without.length === 0
        ? []
        : [
            problemAt(
              landscape,
              here,
              written,
              `write the ARN of the role in each account: ${without.map(({ name, id }) => `${name ?? "account"} (${id})`).join(", ")} would have none`,
            ),
          ]),
      ...owners
        .filter(({ text }) => accounts.every(({ id }) => id !== text))
        .map(({ keys, role }) => problemAt(landscape, keys, role, "write a role of an account of the environment")),
      ...repeated(owners).map(({ keys, text }) =>
        problemAt(landscape, keys, written, `write one role for each account: ${text} has one already`),
      ),
    ];
  });
