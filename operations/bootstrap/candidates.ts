import { asBlock, type Block } from "../stack-json";

/** Something that may exist already, and what `terraform import` calls it. */
export interface Candidate {
  readonly to: string;
  readonly id: string;
}

/** What is known of the account before Terraform runs. */
export interface Known {
  readonly accountId: string;
  /** Id of the key behind the alias of the states, when there is one. */
  readonly stateKeyId: string | undefined;
}

type Resources = Block;
type ImportId = (body: Block, resources: Resources, known: Known) => string | undefined;

const REFERENCE = /^\$\{(\w+)\.([\w-]+)\.(\w+)\}$/;

/** An attribute as text; of a reference, the name of what it refers to, which is an ARN's or id's last part here. */
function text(body: Block, name: string, resources: Resources, known: Known): string | undefined {
  const value = body[name];
  if (typeof value !== "string") return undefined;
  const [, type = "", other = "", attribute] = REFERENCE.exec(value) ?? [];
  if (type === "") return value;
  const target = asBlock(asBlock(resources[type])[other]);
  if (attribute === "arn" && type === "aws_iam_policy") return IMPORT_IDS[type]?.(target, resources, known);
  return text(target, type === "aws_s3_bucket" ? "bucket" : "name", resources, known);
}

const bucket: ImportId = (body, resources, known) => text(body, "bucket", resources, known);
const named: ImportId = (body, resources, known) => text(body, "name", resources, known);
const ofRole: ImportId = (body, resources, known) => text(body, "role_name", resources, known);

/** The section "Import" of each type's page in https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs */
const IMPORT_IDS: Readonly<Record<string, ImportId>> = {
  aws_ebs_encryption_by_default: () => "default",
  aws_iam_openid_connect_provider: ({ url }, _, { accountId }) =>
    typeof url === "string" ? `arn:aws:iam::${accountId}:oidc-provider/${url.replace("https://", "")}` : undefined,
  aws_iam_policy: ({ name }, _, { accountId }) =>
    typeof name === "string" ? `arn:aws:iam::${accountId}:policy/${name}` : undefined,
  aws_iam_role: named,
  aws_iam_role_policies_exclusive: ofRole,
  aws_iam_role_policy: (body, resources, known) =>
    `${text(body, "role", resources, known)}:${text(body, "name", resources, known)}`,
  aws_iam_role_policy_attachment: (body, resources, known) =>
    `${text(body, "role", resources, known)}/${text(body, "policy_arn", resources, known)}`,
  aws_iam_role_policy_attachments_exclusive: ofRole,
  aws_kms_alias: named,
  aws_kms_key: (_, __, { stateKeyId }) => stateKeyId,
  aws_s3_account_public_access_block: (_, __, { accountId }) => accountId,
  aws_s3_bucket: bucket,
  aws_s3_bucket_lifecycle_configuration: bucket,
  aws_s3_bucket_notification: bucket,
  aws_s3_bucket_ownership_controls: bucket,
  aws_s3_bucket_policy: bucket,
  aws_s3_bucket_public_access_block: bucket,
  aws_s3_bucket_server_side_encryption_configuration: bucket,
  aws_s3_bucket_versioning: bucket,
};

/** Everything of a bootstrap stack that may exist without being in its state: every name in it is computed. */
export function candidates(json: Block, known: Known, inState: ReadonlySet<string>): readonly Candidate[] {
  const resources = asBlock(json["resource"]);
  return Object.entries(resources).flatMap(([type, named_]) =>
    Object.entries(asBlock(named_)).flatMap(([name, body]) => {
      const to = `${type}.${name}`;
      const id = inState.has(to) ? undefined : IMPORT_IDS[type]?.(asBlock(body), resources, known);
      return id === undefined ? [] : [{ to, id }];
    }),
  );
}

const MISSING = /Cannot import non-existent remote object[\s\S]*?import an existing object to\s+"([^"]+)"/g;

/** Addresses that a plan could not import since nothing exists there, from its output without colours. */
export function missingIn(output: string): ReadonlySet<string> {
  const plain = output.replaceAll(/^[│╷╵]\s?/gm, "").replaceAll(/\s+/g, " ");
  return new Set([...plain.matchAll(MISSING)].flatMap(([, address]) => address ?? []));
}
