import { block, text } from "../json";
import type { Synthesized } from "../output";

const REFERENCE = /\$\{(data\.)?aws_kms_key\.([\w-]+)\.arn\}/g;

/** ARN that stands for the key behind an alias, in whichever stack it is made or looked up. */
export const keyArnOf = (alias: string): string => `arn:aws:kms:eu-central-1:111122223333:key/${alias}`;

/** A policy of a stack with the same ARN for the same key, as it will be once Terraform has applied. */
export function withKeyArns(bank: Synthesized, id: string, policy: unknown): string {
  return text(policy).replaceAll(REFERENCE, (_, lookup: string | undefined, name: string) => {
    if (lookup !== undefined) {
      const { key_id: keyId } = block(bank.lookups(id, "aws_kms_key")[name]);
      return keyArnOf(text(keyId).split("alias/")[1] ?? "");
    }
    const [, alias] = bank.find(id, "aws_kms_alias", { target_key_id: `\${aws_kms_key.${name}.key_id}` });
    return keyArnOf(text(alias["name"]).replace("alias/", ""));
  });
}
