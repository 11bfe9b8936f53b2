import type { Reference } from "./control";

/** AWS Foundational Security Best Practices: https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html */
export const fsbp = (...ids: readonly string[]): readonly Reference[] =>
  ids.map((id) => ({ catalogue: "AWS FSBP", id }));

/** As Security Hub maps its controls: https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html */
export const cis = (...ids: readonly string[]): readonly Reference[] =>
  ids.map((id) => ({ catalogue: "CIS AWS Foundations 5.0.0", id }));

/** As Security Hub maps its controls: https://docs.aws.amazon.com/securityhub/latest/userguide/pci-standard.html */
export const pci = (...ids: readonly string[]): readonly Reference[] =>
  ids.map((id) => ({ catalogue: "PCI DSS 4.0.1", id }));

/** A thread about a fault of the provider. */
export const provider = (...issues: readonly number[]): readonly Reference[] =>
  issues.map((issue) => ({ catalogue: "hashicorp/terraform-provider-aws", id: `#${issue}` }));
