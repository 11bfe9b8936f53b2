import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessEnvironment, Processes } from "../process/processes";
import type { Provider } from "./providers";

/** Long enough to download a provider of 150 MB over a slow line. */
const TIMEOUT_SECONDS = 600;

/**
 * Lets Terraform install providers, which is the only honest answer to whether they can be had. It also fills the
 * plugin cache, which Terraform does not protect against two processes that fill it at once.
 * @returns why it failed; nothing when it worked
 */
export async function probe(
  processes: Processes,
  providers: readonly Provider[],
  environment: ProcessEnvironment,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "lake-providers-"));
  try {
    const required = Object.fromEntries(
      providers.map(({ source, version }, index) => [`provider${index}`, { source, version }]),
    );
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
    const { status, stdout, stderr } = await processes.run(
      "terraform",
      ["init", "-backend=false", "-input=false", "-no-color"],
      { cwd: folder, environment, timeoutSeconds: TIMEOUT_SECONDS },
    );
    return status === 0 ? undefined : reasonOf(`${stderr}\n${stdout}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first error of `terraform init`, on one line. */
export function reasonOf(output: string): string {
  // Terraform draws a frame around errors when it writes to a terminal.
  const paragraphs = output
    .replace(/[│╷╵]/g, " ")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim());
  const start = paragraphs.findIndex((paragraph) => /Error: /.test(paragraph));
  if (start < 0) return "terraform init did not say why";
  return (
    paragraphs
      .slice(start, start + 2)
      .join(": ")
      .replace(/^.*?Error: /, "")
      // Terraform names one provider; the same holds for the others that were asked for together.
      .replace(/Could not retrieve the list of available versions for provider \S+: /, "")
  );
}
