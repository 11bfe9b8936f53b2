import { whenever } from "./trouble";

/** Full disk: state, log, plan or provider could not be written. */
export const fullDisk = whenever(
  "full-disk",
  /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
  (_, { folder }) => ({
    what: "A disk is full.",
    remedy: `Make room (\`df -h\` shows where), then run the same command again. When ${folder}/errored.tfstate exists, it is the newest state: the next run puts it in its place before anything else.`,
  }),
);

/** `terraform init` found no package of a provider. */
export const providerMissing = whenever(
  "provider-missing",
  /Failed to (?:query available provider packages|install provider|resolve provider packages)|provider registry .* does not have a provider|could not query provider registry/i,
  (match) => ({
    what: `A Terraform provider cannot be installed${providerIn(match.input)}.`,
    remedy:
      "Name a filesystem mirror with --mirror DIR or LAKE_TERRAFORM_MIRROR, or let this machine reach registry.terraform.io: docs/terraform-without-a-registry.md.",
  }),
);

/** The lock file names other versions or checksums. */
export const providerLocked = whenever(
  "provider-locked",
  /doesn't match any of the checksums|does not match (?:the )?(?:configured )?version constraint|Inconsistent dependency lock file|locked provider .* does not match/i,
  (_, { folder }) => ({
    what: "The stack's .terraform.lock.hcl names another version or build of a provider.",
    remedy: `After an upgrade of @cdktf/provider-aws: \`terraform init -upgrade\` in ${folder}. Otherwise the mirror holds another build than the one that was locked: find out which is right.`,
  }),
);

/** `required_version`. */
export const terraformVersion = whenever("terraform-version", /Unsupported Terraform Core version/i, () => ({
  what: "This Terraform is too old or too new for the stacks.",
  remedy: "Install Terraform 1.11 or newer, below 2: https://developer.hashicorp.com/terraform/install",
}));

/** No route to AWS, or a proxy in between. */
export const unreachable = whenever(
  "unreachable",
  /no such host|connection refused|connection reset by peer|i\/o timeout|TLS handshake timeout|x509: |network is unreachable|\bEOF\b/i,
  () => ({
    what: "AWS cannot be reached, or the connection broke.",
    remedy:
      "Check network, proxy (HTTPS_PROXY) and AWS_CA_BUNDLE, then run the same command again. What was being created when the connection broke is looked for first.",
  }),
);

function providerIn(text: string): string {
  const name = /provider\s+"?((?:[\w.-]+\/)+[\w-]+)"?/.exec(text)?.[1];
  return name === undefined ? "" : `: ${name}`;
}
