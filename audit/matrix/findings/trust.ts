import { isEveryone } from "../../policy/decide";
import { finding } from "../../types";
import type { AccessRule } from "./context";

/** Conditions that say who may take on a role. */
const NARROWING = /^(aws:Principal(Arn|OrgID|OrgPaths|Account|Tag)|aws:Source(Account|Arn)|aws:userid|sts:ExternalId)/i;

/** A role that anybody may become. */
export const trustOfEveryone: AccessRule = ({ facts }) =>
  facts.identities.flatMap(({ arn, trust }) =>
    (trust?.statements ?? []).flatMap(({ effect, principals, conditions, cause }) => {
      if (effect === "Deny" || principals === undefined) return [];
      const all = principals.not || principals.list.some(isEveryone);
      if (!all || conditions.some(({ key, operator }) => NARROWING.test(key) && !operator.includes("Not"))) return [];
      return [
        finding({
          rule: "trust-of-everyone",
          severity: "critical",
          subject: arn,
          sentence: `Anybody in any account may become ${arn}.`,
          remedy: "Name who may take on the role in its trust policy.",
          causes: [cause],
        }),
      ];
    }),
  );

/** Web identities of a provider are everybody whom the provider knows, unless the policy says which. */
export const federationWithoutSubject: AccessRule = ({ facts }) =>
  facts.identities.flatMap(({ arn, trust }) =>
    (trust?.statements ?? []).flatMap(({ effect, principals, conditions, cause }) => {
      const federated = principals?.list.filter(({ kind }) => kind === "Federated") ?? [];
      if (effect === "Deny" || federated.length === 0 || conditions.some(({ key }) => /:(sub|aud)$/i.test(key)))
        return [];
      return [
        finding({
          rule: "federation-without-subject",
          severity: "high",
          subject: arn,
          sentence: `Everybody whom ${federated.map(({ value }) => value).join(", ")} knows may become ${arn}.`,
          remedy: "Demand the subject and the audience of the token in conditions.",
          causes: [cause],
        }),
      ];
    }),
  );
