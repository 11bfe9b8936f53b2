/** A request to AWS as authorization sees it. */
export interface Request {
  /** ARN of the role or user, for example `arn:aws:iam::111122223333:role/x`; or a service, `s3.amazonaws.com`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys besides those that the principal gives. */
  readonly context: Readonly<Record<string, string>>;
}

/** 12 digits, or nothing for a service. */
export const accountOf = (principal: string): string | undefined => /^arn:aws:\w+::(\d{12}):/.exec(principal)?.[1];

/**
 * Everything that conditions may ask, by lower-case key. A service that acts for itself has no principal keys but one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf({ principal, context }: Request): ReadonlyMap<string, string> {
  const account = accountOf(principal);
  const own =
    account === undefined
      ? { "aws:PrincipalIsAWSService": "true" }
      : { "aws:PrincipalArn": principal, "aws:PrincipalAccount": account, "aws:PrincipalIsAWSService": "false" };
  return new Map(Object.entries({ ...own, ...context }).map(([key, value]) => [key.toLowerCase(), value]));
}
