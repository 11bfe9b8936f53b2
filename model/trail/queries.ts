import type { QueryText } from "../queries/text";
import { qualified } from "../sql/identifiers";
import { textLiteral } from "../sql/literals";

/** Table of the trail's records, and its partition columns. */
export const TRAIL_TABLE = "cloudtrail";
export const TRAIL_REGION = "region";
export const TRAIL_DAY = "day";

interface TrailQuestion {
  readonly name: string;
  readonly question: string;
  readonly columns: readonly string[];
  /** Conditions besides the days. */
  readonly where: readonly string[];
}

const json = (column: string, path: string): string => `json_extract_scalar(${column}, '$.${path}')`;
const WHO =
  "coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby) AS caller";
const WHEN = "from_iso8601_timestamp(eventtime) AS at";

/** Calls that change who may see what. https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_Operations.html */
const CHANGES = [
  "AddLFTagsToResource",
  "BatchGrantPermissions",
  "BatchRevokePermissions",
  "CreateDataCellsFilter",
  "CreateLakeFormationOptIn",
  "CreateLFTag",
  "DeleteDataCellsFilter",
  "DeleteLFTag",
  "DeregisterResource",
  "GrantPermissions",
  "PutDataLakeSettings",
  "RegisterResource",
  "RemoveLFTagsFromResource",
  "RevokePermissions",
  "UpdateDataCellsFilter",
  "UpdateLFTag",
  "UpdateResource",
];

/**
 * What an auditor asks. Lake Formation writes a record for each time that it lets somebody read a table, in the owner's
 * trail too, with the consumer's role in it when the consumer's settings trust the owner.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/cross-account-logging.html
 */
const QUESTIONS: readonly TrailQuestion[] = [
  {
    name: "who_read_which_table",
    question: "Who read which table, and when?",
    columns: [
      WHEN,
      `coalesce(${json("additionaleventdata", "lakeFormationPrincipal")}, useridentity.arn) AS reader`,
      `${json("additionaleventdata", "lakeFormationRoleSessionName")} AS session`,
      `${json("requestparameters", "tableArn")} AS table_arn`,
      `${json("additionaleventdata", "requesterService")} AS service`,
      "useridentity.accountid AS account",
      "errorcode",
    ],
    where: ["eventsource = 'lakeformation.amazonaws.com'", "eventname = 'GetDataAccess'"],
  },
  {
    name: "which_grants_changed",
    question: "Which grants, filters, tags and settings changed, and who changed them?",
    columns: [WHEN, WHO, "eventname AS change", "requestparameters AS what", "errorcode"],
    where: ["eventsource = 'lakeformation.amazonaws.com'", `eventname IN (${CHANGES.map(textLiteral).join(", ")})`],
  },
  {
    name: "who_touched_lake_files",
    question: "Who read, wrote or deleted files of the lake, by which role?",
    columns: [
      WHEN,
      WHO,
      "eventname AS operation",
      `${json("requestparameters", "bucketName")} AS bucket`,
      `${json("requestparameters", "key")} AS file`,
      "errorcode",
    ],
    where: ["eventsource = 's3.amazonaws.com'", "eventcategory = 'Data'"],
  },
  {
    name: "what_was_refused",
    question: "Which calls on the lake, its catalog and its keys were refused?",
    columns: [WHEN, WHO, "eventsource AS service", "eventname AS operation", "errorcode", "errormessage"],
    where: [
      "errorcode IN ('AccessDenied', 'AccessDeniedException', 'Client.UnauthorizedOperation')",
      "eventsource IN ('athena.amazonaws.com', 'glue.amazonaws.com', 'kms.amazonaws.com', 'lakeformation.amazonaws.com', 's3.amazonaws.com')",
    ],
  },
];

const DEFAULT_DAYS = "7";

/** The auditors' queries: of the last days, newest first. The number of days is the one parameter. */
export function trailQueries(database: string): readonly QueryText[] {
  return QUESTIONS.map(({ name, question, columns, where }) => {
    const sql = (days: string): string =>
      [
        "SELECT",
        columns.map((column) => `  ${column}`).join(",\n"),
        `FROM ${qualified(database, TRAIL_TABLE)}`,
        // The partition first: Athena then lists the folders of these days only.
        `WHERE ${TRAIL_DAY} >= date_format(date_add('day', -CAST(${days} AS bigint), current_date), '%Y/%m/%d')`,
        ...where.map((condition) => `  AND ${condition}`),
        "ORDER BY eventtime DESC",
      ].join("\n");
    return { name, question, database, saved: sql(DEFAULT_DAYS), prepared: sql("?") };
  });
}
