import type { Diagnostic } from "../../terraform/diagnostics";
import type { StackContext } from "../stack/context";
import { terraform } from "../stack/terraform";

const PROTECTED = /Resource (\S+) has lifecycle\.prevent_destroy set/;

/**
 * Addresses that an interrupted apply has left half made, and that must not be destroyed. Terraform would replace them;
 * as they hold nothing yet that could be wrong but settings, which the next apply sets, they can stay.
 */
export function halfMade(errors: readonly Diagnostic[], doubtful: ReadonlySet<string>): readonly string[] {
  return errors.flatMap(({ detail }) => {
    const address = PROTECTED.exec(detail.replace(/\s+/g, " "))?.[1];
    return address !== undefined && doubtful.has(address) ? [address] : [];
  });
}

/** Tells Terraform to keep them. */
export async function untaint(context: StackContext, addresses: readonly string[]): Promise<void> {
  for (const [index, address] of addresses.entries()) {
    const args = ["untaint", "-allow-missing", `-lock-timeout=${context.lockTimeout}`, address];
    await terraform(context, `untaint-${index}`, args);
    context.note(`keeps ${address}, which the interrupted run had half made`);
  }
}
