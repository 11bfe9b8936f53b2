import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf } from "../walk";
import type { Check } from "./check";

/**
 * Consumers belong to the environment's organization: outside it each RAM share waits for an invitation to be accepted,
 * whose ARN is known only after the grant. https://docs.aws.amazon.com/lake-formation/latest/dg/accepting-ram-invite.html
 */
export const consumerOrganization: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) =>
    consumersOf(environment).flatMap(({ value: { organizationId: id }, keys }) => {
      const own = environment.value.organizationId;
      if (id === undefined || own === undefined || id === own) return [];
      const remedy = `write \`${own}\` after the account has joined the organization; outside it sharing is not supported, and by hand it takes: grant, accept both RAM invitations in the account, create the links, repeat for each new database (docs/share-data.md)`;
      return [problemAt(landscape, below(keys, "organizationId"), id, remedy)];
    }),
  );
