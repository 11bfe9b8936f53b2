import * as v from "valibot";
import { strict } from "./strict";
import { list, nameOrArn, roleArn } from "./values";

const EXAMPLE = "999900001111:role/lake-pipeline";

const arns = list(
  "write the name of a role that every account has, or the list of its ARNs, one for each account",
  roleArn("for emergencies", "444455556666:role/security/break-glass"),
);

/** One name for all accounts, or the ARN in each. */
const breakGlassRole: v.GenericSchema<unknown, string | readonly string[]> = v.lazy((input) =>
  Array.isArray(input) ? arns : nameOrArn,
);

/** Who deploys. */
export const deployment = strict("write who deploys: `{ pipelineRole }`", {
  pipelineRole: roleArn("of the pipeline", EXAMPLE),
  reviewRole: v.exactOptional(roleArn("that plans proposed changes", EXAMPLE)),
  breakGlassRole: v.exactOptional(breakGlassRole),
});
