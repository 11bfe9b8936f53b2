import { blocks, texts } from "./json";
import { undecided } from "./tokens";
import type { Block, Provider } from "./types";

const ROLE = /^arn:[\w-]+:iam::(\d{12}):role\//;

/** Providers of a stack by the name that resources give: `aws` for the default one, `aws.<alias>` for others. */
export function providersOf(stack: string, documents: Iterable<Block>): ReadonlyMap<string, Provider> {
  const found = new Map<string, Provider>();
  const all = [...documents];
  const variables = new Map(all.flatMap(defaultsOf));
  for (const document of all) {
    for (const section of blocks(document["provider"])) {
      for (const each of blocks(section["aws"])) {
        const alias = each["alias"];
        const name = typeof alias === "string" ? `aws.${alias}` : "aws";
        found.set(name, toProvider(stack, name, each, variables));
      }
    }
  }
  if (!found.has("aws")) found.set("aws", toProvider(stack, "aws", {}, variables));
  return found;
}

const VARIABLE = /\$\{var\.([\w-]+)\}/g;

/** Defaults of variables. They count for the role of a provider alone: what else a variable decides stays open. */
const defaultsOf = (document: Block): readonly (readonly [string, string])[] =>
  blocks(document["variable"])
    .flatMap((section) => Object.entries(section))
    .flatMap(([name, body]) => blocks(body).map((each) => [name, each["default"]] as const))
    .flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));

/** A provider that may act in one account only says which; else the role that it takes on does. */
function toProvider(stack: string, name: string, body: Block, variables: ReadonlyMap<string, string>): Provider {
  const allowed = texts(body["allowed_account_ids"]);
  const role = texts(blocks(body["assume_role"])[0]?.["role_arn"])[0]?.replaceAll(
    VARIABLE,
    (whole, variable: string) => variables.get(variable) ?? whole,
  );
  const [account] = allowed.length === 1 ? allowed : [ROLE.exec(role ?? "")?.[1]];
  const [region] = texts(body["region"]);
  return {
    account: account === undefined || account.includes("${") ? undecided(`account of ${name} of ${stack}`) : account,
    region: region === undefined || region.includes("${") ? undecided(`Region of ${name} of ${stack}`) : region,
    ...(role === undefined ? {} : { role }),
  };
}
