import { existsSync } from "node:fs";
import { controls } from "./controls";
import { diffCommand } from "./diff";
import { lineage } from "./lineage";
import { matrix } from "./matrix";
import { page } from "./page";
import { report } from "./report";
import { AUDIT_EXIT, type AuditExit, isForUser, type Subcommand, UsageError } from "./subcommand";
import { summary } from "./summary";
import { verify } from "./verify";

/** Every subcommand, in the order of --help. */
const SUBCOMMANDS: readonly Subcommand[] = [matrix, lineage, controls, diffCommand, verify, report, page];

const help = (): string => `lake-audit [subcommand] [options] [folder]

Reads Terraform JSON (*.tf.json, also in folders below) and says what it really grants. It needs nothing else: no network,
no credentials, no Terraform. The folder is cdktf.out unless another is named.

${SUBCOMMANDS.map(({ name, summary: line }) => `  ${name.padEnd(10)} ${line}`).join("\n")}

Without a subcommand: ${summary.summary}
lake-audit <subcommand> --help explains each.

Options without a subcommand
${summary.help}

Exit status: 0 nothing found, 1 something found, 2 wrong usage or something cannot be read.`;

/**
 * Runs the audit's command line.
 * @param args without the names of Node.js and the program
 */
export async function runAudit(
  args: readonly string[],
  print: (text: string) => void,
  complain: (text: string) => void,
): Promise<AuditExit> {
  const [first = "", ...rest] = args;
  const subcommand = SUBCOMMANDS.find(({ name }) => name === first);
  try {
    if (args.includes("--help") || args.includes("-h")) {
      print(subcommand?.help ?? help());
      return AUDIT_EXIT.success;
    }
    if (subcommand !== undefined) return await subcommand.run(rest, print);
    if (first !== "" && !first.startsWith("-") && !existsSync(first)) {
      const names = SUBCOMMANDS.map(({ name }) => name).join(", ");
      throw new UsageError(`${first} is neither a folder nor a subcommand (${names}). See lake-audit --help.`);
    }
    return await summary.run(args, print);
  } catch (error) {
    if (!isForUser(error)) throw error;
    complain(error.message);
    return AUDIT_EXIT.unusable;
  }
}
