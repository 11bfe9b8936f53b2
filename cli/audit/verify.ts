import { readOutput } from "../../audit/output/read";
import { readable } from "../../audit/output/tokens";
import { accountsOf, liveMatrix, matrixOfAccounts } from "../../audit/verify";
import { compareMatrices, type Difference } from "../../audit/verify/compare";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand, UsageError } from "./subcommand";

const FORMATS = ["text", "json"] as const;
const ROLE = "arn:aws:iam::{account}:role/lake-audit";

/** Holds the live accounts to the JSON. */
export const verify: Subcommand = {
  name: "verify",
  summary: "compares what the JSON says with what the live accounts report (read-only calls)",
  help: `lake-audit verify [options] [folder]

Takes on a role in each account in which stacks act, asks Lake Formation, Glue, IAM, S3 and KMS what they allow, computes
the same matrix from it and lists what only one side says. It calls nothing that writes; docs/audit.md has the role's policy.

  --role ARN            role to take on, with {account} for the id (default: $LAKE_AUDIT_ROLE,
                        else ${ROLE})
  --account ID          only this account; may be repeated (default: every account of the JSON)
  --endpoint URL        an emulator instead of AWS
  --format text|json    (default: text)
  -h, --help            print this

Credentials come from the AWS SDK's default chain (environment, profile, workload identity).
Exit status: 0 no difference, 1 a difference, 2 something cannot be read or an account cannot be entered.`,
  async run(args, print) {
    const { values, positionals } = parse("verify", args, {
      role: { type: "string", default: process.env["LAKE_AUDIT_ROLE"] ?? ROLE },
      account: { type: "string", multiple: true, default: [] },
      endpoint: { type: "string" },
      format: { type: "string", default: "text" },
    });
    const format = oneOf("format", FORMATS, values.format);
    const output = readOutput(onlyFolder("verify", positionals));
    const chosen = chooseAccounts(accountsOf(output), values.account);
    const { role, endpoint } = values;
    const ways = new Map(
      [...chosen].map(([id, region]) => [id, { role, region, ...(endpoint === undefined ? {} : { endpoint }) }]),
    );
    const found = compareMatrices(matrixOfAccounts(output, new Set(chosen.keys())), await liveMatrix(ways));
    print(format === "json" ? JSON.stringify(found, null, 2) : differencesText(found, chosen.size));
    return found.length === 0 ? AUDIT_EXIT.success : AUDIT_EXIT.found;
  },
};

function chooseAccounts(known: ReadonlyMap<string, string>, wanted: readonly string[]): ReadonlyMap<string, string> {
  const strangers = wanted.filter((id) => !known.has(id));
  if (strangers.length > 0) {
    const ids = [...known.keys()].join(", ");
    throw new UsageError(`--account ${strangers.join(", ")}: no stack acts in it. The JSON knows ${ids}.`);
  }
  if (known.size === 0) {
    throw new UsageError("the JSON names no account: give the provider allowed_account_ids or a role to assume.");
  }
  return wanted.length === 0 ? known : new Map([...known].filter(([id]) => wanted.includes(id)));
}

function differencesText(differences: readonly Difference[], accounts: number): string {
  if (differences.length === 0) return `The ${accounts} accounts allow what the JSON says, and nothing else.`;
  const part = (said: Difference["said"], heading: string): readonly string[] => {
    const of = differences.filter((each) => each.said === said);
    return of.length === 0 ? [] : [heading, ...of.map(({ sentence }) => `  ${readable(sentence)}`)];
  };
  return [
    ...part("accounts", "Allowed in the accounts, and not by the JSON:"),
    ...part("json", "Allowed by the JSON, and not in the accounts:"),
  ].join("\n");
}
