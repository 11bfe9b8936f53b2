/** What every part of the audit reports in. */

/** A place in the JSON that is the reason for something. */
export interface Cause {
  /** Id of the stack: the folder of one Terraform state. */
  readonly stack: string;
  /** File, relative to the folder that was read, with `/` on every system. */
  readonly file: string;
  /** Terraform address, such as `aws_s3_bucket.raw` or `data.aws_kms_key.raw`. */
  readonly address: string;
  /** Path of the construct that made it; only CDKTF writes one. */
  readonly constructPath?: string;
  /** JSON Pointer (RFC 6901) into the file. What follows a `#` points into the text found there, which is JSON itself. */
  readonly pointer: string;
  /** What it says, for people: `grants SELECT on loans.loan`. */
  readonly says: string;
}

/** From worst to least. */
export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something that should not be so. */
export interface Finding {
  /** Rule and subject: the same mistake has the same id in every output. */
  readonly id: string;
  /** Name of the rule, in kebab case. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: a principal, an address, a table. */
  readonly subject: string;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly causes: readonly Cause[];
}

/** A finding with its id. */
export const finding = (of: Omit<Finding, "id">): Finding => ({ id: `${of.rule}: ${of.subject}`, ...of });

/** Something that the JSON leaves open. It is shown, and never counted as "no". */
export interface Undecided {
  /** What is open, as a sentence. */
  readonly sentence: string;
  /** Why. */
  readonly reason: string;
  readonly causes: readonly Cause[];
}
