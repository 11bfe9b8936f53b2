import type { OutputGuard } from "./output-guard";

/**
 * Longest saved query that the merge can fetch and send, in bytes of JSON: Step Functions hands on 262,144 bytes, which is
 * also Athena's limit, and the rest of the state needs some.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 * https://docs.aws.amazon.com/athena/latest/ug/service-limits.html
 */
const LONGEST = 250_000;

/** Statements grow with a table's columns; one that is too long would be refused when it runs, not when it is deployed. */
export const queryLengthGuard: OutputGuard = ({ elements }) =>
  elements.flatMap(({ stack, kind, type, address, body }) => {
    const query = kind === "resource" && type === "aws_athena_named_query" ? body["query"] : undefined;
    const bytes = typeof query === "string" ? Buffer.byteLength(JSON.stringify(query)) : 0;
    if (bytes <= LONGEST) return [];
    return [
      {
        stack,
        place: address,
        cause: `the query has ${bytes} bytes as JSON; a run can hand on ${LONGEST}`,
        remedy: "leave columns that nobody needs out of the table's contract, or split the table at the source",
      },
    ];
  });
