import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { deployRoleArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import type { ProcessEnvironment } from "../../operations/process/processes";
import { accountsOf } from "../../operations/stacks";
import type { LocalFolders } from "../project";
import type { Accounts } from "../trial";

/** Variables that a shell needs to use the accounts. */
const WANTED =
  /^(AWS_|HTTP_PROXY$|TF_CLI_CONFIG_FILE$|TF_PLUGIN_CACHE|CDKTF_DISABLE_PLUGIN_CACHE_ENV$|CHECKPOINT_DISABLE$)/;
/** Variables that would make a shell use other accounts. */
const UNWANTED = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_DEFAULT_REGION"] as const;

/** A script to source: the same environment as the demo's own processes have. */
export function environmentScript(environment: ProcessEnvironment, awsConfigFile: string): string {
  const exported = Object.entries({ ...environment, AWS_CONFIG_FILE: awsConfigFile })
    .filter(([name]) => WANTED.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`);
  return [`unset ${UNWANTED.join(" ")}`, ...exported, ""].join("\n");
}

/** A profile per account for the AWS CLI, which assumes the account's deploy role. */
export function awsConfig(accounts: readonly Account[], region: string): string {
  return accounts
    .map((account) =>
      [
        `[profile ${account.name}]`,
        `role_arn = ${deployRoleArn(account)}`,
        "credential_source = Environment",
        `region = ${region}`,
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** Writes what a shell needs to use the accounts that stay up, and says how. */
export function explainKept(folders: LocalFolders, environment: Environment, accounts: Accounts): readonly string[] {
  const script = join(folders.run, "env.sh");
  const configFile = join(folders.run, "aws-config");
  const text = environmentScript(accounts.environment, configFile);
  writeFileSync(configFile, awsConfig(accountsOf(environment), environment.region));
  writeFileSync(script, text);
  const shown = (path: string): string => relative(folders.project, path);
  const [account] = accountsOf(environment).slice(-1);
  const glob = `${environment.name}-${account?.name}-*`;
  return [
    `The accounts stay up at ${accounts.emulator.endpoint}. To use them, run in the project folder:`,
    "",
    `  . ${shown(script)}`,
    "",
    "which does",
    "",
    ...text
      .trim()
      .split("\n")
      .map((line) => `  ${line}`),
    "",
    "Then, for example:",
    "",
    `  terraform -chdir=${join(shown(folders.output), "stacks", `${environment.name}-<account>-<concern>`)} plan`,
    `  npx cdktf deploy '${glob}' --skip-synth --skip-provider-lock --output ${shown(folders.output)}`,
    `  aws --profile ${account?.name} glue get-databases`,
    "",
    "  npm run demo -- --stop    stops them",
  ];
}
