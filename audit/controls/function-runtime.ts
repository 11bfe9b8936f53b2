import { type Control, eachResource } from "../check/control";
import { undecided, wants } from "../check/judge";
import { fsbp } from "../check/references";

/** Runtimes that AWS has ended or said the end of: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const ENDED =
  /^(?:nodejs(?:\d|1[0-8])\..*|nodejs|python(?:2\..*|3\.[6-9])|java8|go1\.x|ruby(?:2\..*|3\.2)|dotnet(?:core.*|5|6|7)|provided)$/;

export const functionRuntime: Control = {
  id: "function-runtime",
  sentence: "Every function runs on a runtime that AWS still mends.",
  reason: "An ended runtime gets no fixes, and later no changes of the function at all.",
  remedy: "set a current runtime",
  severity: "medium",
  references: fsbp("Lambda.2"),
  check: eachResource(["aws_lambda_function"], ({ body }) => {
    if (body["package_type"] === "Image") return undecided("the runtime is in the image");
    return wants("runtime", body["runtime"], (runtime) => typeof runtime === "string" && !ENDED.test(runtime));
  }),
};
