import { nameOfRole } from "../../arns";
import { deployRoleName } from "../../names";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";

/** Roles of IAM Identity Center: it takes away what others attach to them. */
const SSO_ROLE = /\/AWSReservedSSO_/;

/**
 * A team's existing role is one of its account, decides itself who may assume it, is the team's alone, and does not
 * administer Lake Formation: an administrator's implicit permissions read as a difference at every plan.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/implicit-permissions.html
 */
export const teamRoles: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap((consumer) => {
      const { id, administrators, deployRole } = consumer.value;
      const deploy = deployRoleName(deployRole === undefined ? {} : { deployRole });
      const seen = new Set<string>();
      return teamsOf(consumer).flatMap(({ value, keys }): readonly Problem[] => {
        const role = value.existingRole;
        if (role === undefined) return [];
        const name = nameOfRole(role);
        const here = below(keys, "existingRole");
        const again = seen.has(role);
        seen.add(role);
        const remedies = [
          ...(id !== undefined && role.split(":")[4] !== id ? [`write a role of account ${id}`] : []),
          ...(SSO_ROLE.test(role)
            ? ["write it in `assumedBy` instead: IAM Identity Center owns the role and lets nobody add a policy"]
            : []),
          ...(again ? ["write another role: an earlier team of the account has this one"] : []),
          ...(name === deploy || administrators?.some((each) => each !== undefined && nameOfRole(each) === name)
            ? ["write another role: this one administers Lake Formation, so no grant would limit it"]
            : []),
        ];
        const people = value.assumedBy ?? [];
        return [
          ...remedies.map((remedy) => problemAt(landscape, here, role, remedy)),
          ...(people.length === 0
            ? []
            : [
                problemAt(
                  landscape,
                  below(keys, "assumedBy"),
                  people,
                  "write `[]`: the trust policy of the existing role decides who may assume it",
                ),
              ]),
        ];
      });
    });
