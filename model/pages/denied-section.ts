import { markdownTable } from "./table";

/** What people meet, why, and what helps. https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html */
const DENIALS: readonly (readonly string[])[] = [
  [
    "`COLUMN_NOT_FOUND`, or the column is missing in the console",
    "the share ends below the column's classification",
    "ask the owner of the share above to raise `upTo`",
  ],
  [
    "`TABLE_NOT_FOUND`, or the table is missing in the console",
    "no share opens the table, or you are in another role or workgroup",
    "compare role and workgroup with the top of this page; then ask the owner",
  ],
  [
    "`Insufficient Lake Formation permission(s)`",
    "the share has ended, or was changed and the account not deployed yet",
    "look at the end of the share above; then ask the platform engineers",
  ],
  [
    "fewer rows than expected, and no error",
    "the share has a row rule, shown above with its tables",
    "ask the owner: this is no failure",
  ],
  [
    "`not authorized to perform: athena:StartQueryExecution`",
    "another workgroup is selected, often `primary`",
    "choose the workgroup of this page",
  ],
  [
    "`not authorized to perform: sts:AssumeRole`",
    "your sign-in is not among the principals under Connect",
    "ask the steward of the account to add it to `assumedBy`",
  ],
  [
    "`Bytes scanned limit was exceeded`",
    "the query reads more than the limit at the top",
    "name the columns you need and filter early; the canceled query was charged",
  ],
  [
    "`Access Denied` on the results bucket",
    "the client writes results elsewhere",
    "remove the output location from the client's settings",
  ],
];

/** The same for every team. */
export const DENIED_SECTION: readonly string[] = [
  "## When a query is denied",
  "",
  ...markdownTable(["you see", "why", "what to do"], DENIALS),
  "",
  "Every query and every denial is in the audit trail. Nobody can show you more by changing IAM: only a share in the landscape does.",
];
