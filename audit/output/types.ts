/** Generated JSON as the audit sees it: stacks and what they declare. */

export type Block = Readonly<Record<string, unknown>>;

/** Where and as whom a stack acts. Each text may be undecided: see tokens.ts. */
export interface Provider {
  readonly account: string;
  readonly region: string;
  /** ARN of the role that Terraform takes on, by the defaults of its variables; nothing when it acts as whoever runs it. */
  readonly role?: string;
}

/** A resource or data source of a stack. */
export interface Resource extends Provider {
  readonly kind: "resource" | "data" | "ephemeral";
  readonly type: string;
  readonly name: string;
  /** `aws_s3_bucket.raw`, `data.aws_kms_key.raw` */
  readonly address: string;
  /** Path of the construct that made it; only CDKTF writes one. */
  readonly constructPath?: string;
  /** Id of its stack. */
  readonly stack: string;
  /** File, relative to the folder of the output. */
  readonly file: string;
  /** JSON Pointer to its body. */
  readonly pointer: string;
  readonly body: Block;
}

/** One Terraform state: what the files of one folder declare together. */
export interface Stack extends Provider {
  readonly id: string;
  /** Files, relative to the folder of the output. */
  readonly files: readonly string[];
  /** In the order of the files. */
  readonly resources: readonly Resource[];
  readonly byAddress: ReadonlyMap<string, Resource>;
  /** Bodies of `locals`, merged. */
  readonly locals: Block;
  /** Calls of modules by name; what they declare is not read. */
  readonly modules: readonly string[];
  /** The documents as they stand, by file. */
  readonly documents: ReadonlyMap<string, Block>;
}

/** Everything that was read from one folder. */
export interface Output {
  readonly stacks: readonly Stack[];
  /** Resources and data sources of all stacks by type: `aws_s3_bucket`, `data.aws_kms_key`. */
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
}

/** Follows references in the texts of one output. */
export interface Resolver {
  readonly output: Output;
  /**
   * A text with its references followed, across locals and resources. What AWS chooses, and what the output leaves open,
   * stands in it as tokens: see tokens.ts. Anything but a text, number or truth value is open.
   */
  text(from: Resource, value: unknown): string;
  /** The texts of a list, or of a single text. A list that is a reference itself is one open text. */
  texts(from: Resource, value: unknown): readonly string[];
  /** Resource or data source behind a text that is one reference and nothing else, and the attribute it asks for. */
  target(from: Resource, value: unknown): { readonly resource: Resource; readonly attribute: string } | undefined;
}
