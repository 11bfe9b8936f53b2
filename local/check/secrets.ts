import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { GetSecretValueCommand, paginateListSecrets, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as v from "valibot";
import type { Environment } from "../../model/landscape/types";
import { asAuditor } from "../as-role";

const Login = v.pipe(v.string(), v.parseJson(), v.object({ password: v.string() }));

/** Folders of Terraform's own, with nothing of the run but the providers' programs. */
const SKIPPED = new Set([".terraform"]);

/** The passwords of all logins that the producer accounts hold, read as an administrator. */
export async function livePasswords(environment: Environment, endpoint: string): Promise<readonly string[]> {
  const passwords: string[] = [];
  for (const producer of environment.producers) {
    const client = new SecretsManagerClient(await asAuditor({ region: environment.region, endpoint }, producer.id));
    for await (const page of paginateListSecrets({ client }, {})) {
      for (const { ARN } of page.SecretList ?? []) {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: ARN }));
        const login = v.safeParse(Login, SecretString);
        if (login.success) passwords.push(login.output.password);
      }
    }
  }
  return passwords;
}

/** Files below a folder that hold one of the texts, as they are or as JSON writes them; relative to the folder. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const wanted = texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
  const visit = (path: string): readonly string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : visit(inner);
      if (!entry.isFile()) return [];
      const content = readFileSync(inner, "utf8");
      return wanted.some((text) => content.includes(text)) ? [relative(folder, inner)] : [];
    });
  return visit(folder);
}
