import { groupBy } from "../../group";
import type { Finding } from "../../types";
import { administratorBesidesDeployment } from "./administrators";
import type { AccessContext, AccessRule } from "./context";
import { filterWithoutEffect } from "./filter-without-effect";
import { handedOnWider } from "./handed-on-wider";
import { iamAllowedPrincipals } from "./iam-allowed-principals";
import { everyoneLetIn, serviceWithoutSource, strangerLetIn, wholeAccountLetIn } from "./let-in";
import { grantWithoutLink, linkWithoutGrant } from "./links";
import { pastLakeFormation } from "./past-lake-formation";
import { grantWithoutTable, tagValueUndefined } from "./tags";
import { federationWithoutSubject, trustOfEveryone } from "./trust";
import { grantByExclusion, hybridAccess, roleMayHandOn } from "./wide-grants";

const RULES: readonly AccessRule[] = [
  administratorBesidesDeployment,
  everyoneLetIn,
  federationWithoutSubject,
  filterWithoutEffect,
  grantByExclusion,
  grantWithoutLink,
  grantWithoutTable,
  handedOnWider,
  hybridAccess,
  iamAllowedPrincipals,
  linkWithoutGrant,
  pastLakeFormation,
  roleMayHandOn,
  serviceWithoutSource,
  strangerLetIn,
  tagValueUndefined,
  trustOfEveryone,
  wholeAccountLetIn,
];

/** What all rules about access find, in the order of the ids. The same mistake found twice is one finding with all causes. */
export function accessFindings(context: AccessContext): readonly Finding[] {
  const byId = groupBy(
    RULES.flatMap((rule) => rule(context)),
    ({ id }) => id,
  );
  return [...byId.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, causes: [...new Set([first, ...rest].flatMap(({ causes }) => causes))] }],
    )
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
