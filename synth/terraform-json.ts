/** The parts of Terraform's JSON syntax that this project writes and its guards read. */
export type Block = Readonly<Record<string, unknown>>;

/** A stack as it lies in `stacks/<id>/cdk.tf.json`. */
export interface StackJson {
  readonly id: string;
  readonly json: Block;
}

/** One resource or data source: its type, name and body. */
export interface Element {
  readonly stack: string;
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** `aws_s3_bucket.raw` or `data.aws_kms_key.raw`. */
  readonly address: string;
  readonly body: Block;
}

export const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A nested block that Terraform's JSON allows to be written alone or in a list. */
export function blocks(value: unknown): readonly Block[] {
  if (Array.isArray(value)) return value.filter(isBlock);
  return isBlock(value) ? [value] : [];
}

/** Resources and data sources of a stack, in the order of the JSON. */
export function elements(stack: StackJson): readonly Element[] {
  return (["resource", "data"] as const).flatMap((kind) =>
    Object.entries(isBlock(stack.json[kind]) ? stack.json[kind] : {}).flatMap(([type, named]) =>
      Object.entries(isBlock(named) ? named : {}).map(([name, body]) => ({
        stack: stack.id,
        kind,
        type,
        name,
        address: kind === "data" ? `data.${type}.${name}` : `${type}.${name}`,
        body: isBlock(body) ? body : {},
      })),
    ),
  );
}

function provider({ json }: StackJson): Block | undefined {
  return isBlock(json["provider"]) ? blocks(json["provider"]["aws"])[0] : undefined;
}

/** Account that a stack's AWS provider may change, as a comparable text. */
export function accountOf(stack: StackJson): string {
  return JSON.stringify(provider(stack)?.["allowed_account_ids"] ?? stack.id);
}

/** Account and Region that a stack's AWS provider may change, as one comparable text. */
export function accountAndRegionOf(stack: StackJson): string {
  return JSON.stringify([accountOf(stack), provider(stack)?.["region"]]);
}
