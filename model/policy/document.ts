/** One statement of an IAM, bucket or key policy, in AWS's own spelling. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?:
    | "*"
    | {
        readonly AWS?: string | readonly string[];
        readonly Federated?: string | readonly string[];
        readonly Service?: string | readonly string[];
      };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Operator, then condition key, then accepted values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/**
 * A policy as the text that AWS takes. Written out rather than assembled by Terraform, so that the generated JSON holds
 * the whole policy and an auditor needs no plan to read it.
 */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
