import { blocks, texts } from "./json";
import { undecided } from "./tokens";
import type { Block, Provider } from "./types";

const ROLE = /^arn:[\w-]+:iam::(\d{12}):role\//;

/** Providers of a stack by the name that resources give: `aws` for the default one, `aws.<alias>` for others. */
export function providersOf(stack: string, documents: Iterable<Block>): ReadonlyMap<string, Provider> {
  const found = new Map<string, Provider>();
  for (const document of documents) {
    for (const section of blocks(document["provider"])) {
      for (const each of blocks(section["aws"])) {
        const alias = each["alias"];
        const name = typeof alias === "string" ? `aws.${alias}` : "aws";
        found.set(name, toProvider(stack, name, each));
      }
    }
  }
  if (!found.has("aws")) found.set("aws", toProvider(stack, "aws", {}));
  return found;
}

/** A provider that may act in one account only says which; else the role that it takes on does. */
function toProvider(stack: string, name: string, body: Block): Provider {
  const allowed = texts(body["allowed_account_ids"]);
  const role = texts(blocks(body["assume_role"])[0]?.["role_arn"])[0];
  const [account] = allowed.length === 1 ? allowed : [ROLE.exec(role ?? "")?.[1]];
  const [region] = texts(body["region"]);
  return {
    account: account === undefined || account.includes("${") ? undecided(`account of ${name} of ${stack}`) : account,
    region: region === undefined || region.includes("${") ? undecided(`Region of ${name} of ${stack}`) : region,
    ...(role === undefined ? {} : { role }),
  };
}
