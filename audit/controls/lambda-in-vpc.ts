import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const lambdaInVpc: Control = {
  id: "lambda-in-vpc",
  sentence: "Every function runs in a network of the account.",
  reason: "Outside of one it reaches the whole Internet, and no flow log sees it.",
  remedy: "set vpc_config",
  severity: "low",
  references: fsbp("Lambda.3"),
  check: eachResource(["aws_lambda_function"], ({ body }) =>
    blocks(body["vpc_config"]).length > 0 ? PASS : fail("vpc_config is not set"),
  ),
};
