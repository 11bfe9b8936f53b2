import type { Draft } from "../draft";
import { below } from "../keys";
import { locate } from "../locate";
import { type Problem, problemAt } from "../problem";
import type { ConsumerAccount } from "../types";
import { consumersOf, environmentsOf } from "../walk";
import type { Check } from "./check";
import { repeated } from "./repeated";

/**
 * A principal wider than an account is one of the environment's organization, and of one consumer only: each consumer's
 * grants are in a state of their own, and two owners of the same grant would revoke each other's.
 */
export const consumerPrincipals: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const own = environment.value.organizationId;
    const wide = consumersOf(environment).flatMap(({ value, keys }) => {
      const arn = arnOf(value);
      const property = arn?.includes(":organization/") ? "organization" : "organizationalUnit";
      return arn === undefined ? [] : [{ keys: below(keys, "grantTo", property), text: arn }];
    });
    return [
      ...wide
        .filter(({ text }) => own !== undefined && text.split("/")[1] !== own)
        .map(({ keys, text }) =>
          problemAt(landscape, keys, text, `write an ARN of the environment's organization ${own ?? ""}`),
        ),
      ...repeated(wide).map(({ keys, text, first }): Problem => {
        const { file } = locate(landscape, first);
        const remedy = `write \`grantTo: "account"\`: ${file} grants to this principal already, and only one of the two can own the grant`;
        return problemAt(landscape, keys, text, remedy);
      }),
    ];
  });

function arnOf({ grantTo }: Draft<ConsumerAccount>): string | undefined {
  if (grantTo === undefined || typeof grantTo === "string") return undefined;
  return "organization" in grantTo
    ? grantTo.organization
    : "organizationalUnit" in grantTo
      ? grantTo.organizationalUnit
      : undefined;
}
