import { whenever } from "./trouble";

/** Provider's `allowed_account_ids`: the credentials, or the role, belong to another account. */
export const wrongAccount = whenever(
  "wrong-account",
  /AWS account ID not allowed: (\d{12})/i,
  ([, id], { account }) => ({
    what: `The credentials lead to the AWS account ${id}, which is not ${account}'s. Nothing was read or changed.`,
    remedy:
      "Check AWS_PROFILE and the account's id in accounts/: `aws sts get-caller-identity` says whose credentials these are.",
  }),
);

/** Texts of the SDKs for session tokens and for AWS IAM Identity Center. */
export const expiredSession = whenever(
  "expired-session",
  /ExpiredToken|RequestExpired|security token included in the request is expired|SSO session (?:associated with this profile )?has expired|InvalidGrantException|refresh(?:ing)? cached SSO token failed/i,
  () => ({
    what: "The session of your AWS credentials has expired.",
    remedy:
      "Log in again, for example with `aws sso login`, then go on with `npm run deploy -- apply --resume`: what is done stays done.",
  }),
);

/** The deploy role does not exist, or does not trust the caller. */
export const roleRefused = whenever(
  "role-refused",
  /Cannot assume IAM Role|not authorized to perform: sts:AssumeRole\b/i,
  (match, { account }) => ({
    what: `Your credentials may not assume the deploy role of ${account}${roleIn(match.input)}.`,
    remedy:
      "Has the account been bootstrapped (docs/bootstrap.md)? Does the role's trust policy name you, and does your own policy allow sts:AssumeRole on it? AWS says the same when the role does not exist.",
  }),
);

/** A permission that the deploy role lacks. */
export const accessDenied = whenever(
  "access-denied",
  /not authorized to perform|AccessDenied(?:Exception)?\b|UnauthorizedOperation/i,
  ({ input }, { account }) => ({
    what: `AWS refused ${/not authorized to perform: ([\w-]+:\w+)/i.exec(input)?.[1] ?? "a call"} to the deploy role of ${account}.`,
    remedy:
      "The deploy role's rights follow from what its account's stacks contain: bring the bootstrap stack up to date (docs/bootstrap.md). An SCP or a permission boundary may refuse too; the message names it.",
  }),
);

/** Nothing to authenticate with. */
export const noCredentials = whenever(
  "no-credentials",
  /No valid credential sources found|failed to refresh cached credentials, no EC2 IMDS role found|get credentials: .*(?:NoCredentialProviders|not found)/i,
  () => ({
    what: "There are no AWS credentials.",
    remedy: "Set AWS_PROFILE to a profile that may assume the deploy roles, or log in with `aws sso login`.",
  }),
);

/** Keys that AWS does not know. */
export const invalidCredentials = whenever(
  "invalid-credentials",
  /InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|AuthFailure/,
  () => ({
    what: "AWS does not accept the credentials.",
    remedy: "They are mistyped, deleted or of another partition: `aws sts get-caller-identity` tries them.",
  }),
);

function roleIn(text: string): string {
  const arn = /arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+/.exec(text)?.[0];
  return arn === undefined ? "" : `, ${arn}`;
}
