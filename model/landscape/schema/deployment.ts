import * as v from "valibot";
import { strict } from "./strict";
import { roleName, text } from "./values";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const roleArn = (what: string) =>
  text(
    /^arn:aws:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    `write the ARN of the IAM role ${what}, for example \`arn:aws:iam::999900001111:role/lake-pipeline\``,
  );

/** Who deploys. */
export const deployment = strict("write who deploys: `{ pipelineRole }`", {
  pipelineRole: roleArn("of the pipeline"),
  reviewRole: v.exactOptional(roleArn("that plans proposed changes")),
  breakGlassRole: v.exactOptional(roleName),
});
