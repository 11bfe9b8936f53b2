import * as v from "valibot";
import { WORD } from "../keys";

/** A text of a certain form. */
export const text = (pattern: RegExp, remedy: string) => v.pipe(v.string(remedy), v.regex(pattern, remedy));

/** A whole number between two bounds, both included. */
export function whole(lowest: number, highest: number, what: string) {
  const remedy = `write a whole number from ${lowest} to ${highest}: ${what}`;
  const inside = (value: number): boolean => Number.isInteger(value) && value >= lowest && value <= highest;
  return v.pipe(v.number(remedy), v.check(inside, remedy));
}

/** One of some numbers. */
export const oneNumberOf = (options: readonly number[], what: string) =>
  v.pipe(
    v.number(`write one of ${options.join(", ")}: ${what}`),
    v.check((value: number) => options.includes(value), `write one of ${options.join(", ")}: ${what}`),
  );

/** A list, however long. */
export const list = <Item extends v.GenericSchema>(remedy: string, item: Item) => v.array(item, remedy);

/** Names of environments, each of which `marks/` compares with those that there are. */
export const environmentNames = list(
  'write the environments that have it, for example `["staging"]`, or remove it for all',
  v.string("write the name of an environment"),
);

/** One of some texts. */
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `write one of ${options.map((option) => `\`${option}\``).join(", ")}`);

/** A name that is joined with others by hyphens, so it has none itself. */
export const word = (example: string) =>
  text(WORD, `write one lower-case word, letters and digits without hyphens, for example \`${example}\``);

/** An e-mail address. */
export const emailAddress = (what: string) => text(/^[^\s@]+@[^\s@]+$/, `write the e-mail address of ${what}`);

/**
 * A sentence for people. Terraform would evaluate a template in it.
 * https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export const sentence = (remedy: string) =>
  v.pipe(
    text(/\S/, remedy),
    v.regex(/^(?:(?![$%]\{)[^])*$/, "write it without `${` and `%{`, which Terraform evaluates"),
  );

/** The 12 digits of an AWS account. */
export const accountId = text(/^\d{12}$/, "write the 12 digits of the AWS account as text, for example `111122223333`");

/**
 * Name of an IAM role, without path.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const roleName = text(
  /^[\w+=,.@-]{1,64}$/,
  "write the name of an IAM role: 1 to 64 letters, digits or `_+=,.@-`, neither ARN nor path",
);

/** Where AWS itself makes roles, they have a path: without it an ARN names another role, or none. */
const OF_AWS = /(?:^|:role\/)AWS(?:ReservedSSO_|ServiceRoleFor)/;

const PATH_OF_AWS =
  "write the role's whole ARN, as `aws iam list-roles` shows it: a role that AWS makes has a path, for example `arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Analyst_0123456789abcdef`";

/** An ARN or name of a role that is none of AWS's, or has its path. */
export const withPath = <Schema extends v.GenericSchema<unknown, string>>(schema: Schema) =>
  v.pipe(
    schema,
    v.check((value: string) => !OF_AWS.test(value), PATH_OF_AWS),
  );

/**
 * ARN of an IAM role, with its path if it has one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export const roleArn = (what: string, example: string) =>
  withPath(
    text(
      /^arn:aws:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
      `write the ARN of the IAM role ${what}, for example \`arn:aws:iam::${example}\``,
    ),
  );

/** A role of an account whose landscape says which: its name, or its ARN. */
export const nameOrArn = withPath(
  text(
    /^(?:arn:aws:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*)?[\w+=,.@-]{1,64}$/,
    "write the name of an IAM role without a path, 1 to 64 letters, digits or `_+=,.@-`, or the role's ARN",
  ),
);

/**
 * Name of a table or column. PostgreSQL keeps 63 characters, MySQL 64.
 * https://www.postgresql.org/docs/16/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
 */
export const identifier = (what: string) =>
  text(/^[a-z][a-z0-9_]{0,62}$/, `write ${what}: up to 63 lower-case letters, digits or \`_\`, a letter first`);

/** A name of a database, letter by letter, without what is a wildcard to AWS DMS. */
export const nameAtSource = text(
  /^[A-Za-z_][A-Za-z0-9_]{0,62}$/,
  "write the name as the database has it: up to 63 letters, digits or `_`, no digit first",
);

/** The id of an AWS organization. https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId = text(
  /^o-[a-z0-9]{10,32}$/,
  "write the id of the AWS organization: `o-` and 10 to 32 lower-case letters or digits",
);

/** A Region. Names are computed for partition `aws` alone. */
export const region = text(
  /^(?!cn-|us-gov-|us-iso|eusc-)[a-z]{2}(?:-[a-z]+)+-\d$/,
  "write a Region of the AWS partition `aws`, for example `eu-central-1`",
);
