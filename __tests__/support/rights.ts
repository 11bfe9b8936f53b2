/** The table of rights, held against the generated policies by the audit's reader of them. */
import { type Guarded, mayUse, mayUseGuardedKey, serviceMayUse } from "../../audit/direct/judge";
import { contextOf, ownSide, SECURE } from "../../audit/direct/principal";
import { readFacts } from "../../audit/facts/read";
import { resourcesOf } from "../../audit/output/read";
import { resolverOf } from "../../audit/output/resolve";
import type { Output, Resource } from "../../audit/output/types";
import type { Side } from "../../audit/policy/decide";
import { policyAt } from "../../audit/policy/parse";
import type { Ask, Rights } from "../landscape/rights";
import { ACCOUNT_IDS, SOURCES } from "./bank";

const ORGANIZATION = "o-exampleorg1";
/** The resource, what gives it a policy, and the attribute by which that names it. */
const POLICIES = {
  sns: ["aws_sns_topic", "aws_sns_topic_policy", "arn"],
  sqs: ["aws_sqs_queue", "aws_sqs_queue_policy", "queue_url"],
} as const;

/** Roles of an environment's stacks that the table does not name; what AWS's own policies allow is not in the JSON. */
export function rolesWithoutRights(output: Output, environment: string, table: readonly Rights[]): readonly string[] {
  const named = new Set(table.flatMap((rights) => SOURCES.map((source) => filled(rights, source).who)));
  const accounts = new Map(Object.entries(ACCOUNT_IDS).map(([name, id]) => [id, name]));
  return readFacts(resolverOf(output))
    .identities.filter(({ declared, cause }) => declared && cause.stack.startsWith(`${environment}-`))
    .filter(({ policies }) => policies.some(({ statements }) => statements.length > 0))
    .map(({ account, name }) => `${accounts.get(account)}/${name}`)
    .filter((role) => !named.has(role));
}

/** What is wrong, one line each: a right that is missing or hangs on more, or one that must not be. */
export function wrongRights(output: Output, table: readonly Rights[]): readonly string[] {
  const asked = table.flatMap((rights) =>
    /\{(?:source|producer)\}/.test(JSON.stringify(rights)) ? SOURCES.map((source) => filled(rights, source)) : [rights],
  );
  const answer = answersOf(output);
  return asked.flatMap(({ who, must, mustNot }) => [
    ...each(must).flatMap(([action, ask]) => {
      const { effect, conditions, reasons } = answer(who, action, ask);
      return effect === "allow" && conditions.length === 0
        ? []
        : [`${who} must: ${action} on ${ask.on}: ${[effect, ...conditions, ...reasons].join("; ")}`];
    }),
    ...each(mustNot).flatMap(([action, ask]) => {
      const { effect, conditions, reasons } = answer(who, action, ask);
      return effect === "none" || effect === "deny"
        ? []
        : [`${who} must not: ${action} on ${ask.on}: ${[effect, ...conditions, ...reasons].join("; ")}`];
    }),
  ]);
}

const each = (asks: readonly Ask[]) => asks.flatMap((ask) => ask.actions.map((action) => [action, ask] as const));

function filled({ who, must, mustNot }: Rights, { source, producer, producerId }: (typeof SOURCES)[number]): Rights {
  const fill = (text: string): string =>
    text
      .replaceAll(":{producer}:", `:${producerId}:`)
      .replaceAll("{producer}", producer)
      .replaceAll("{source}", source);
  const ask = ({ actions, on, via, with: values }: Ask): Ask => ({
    actions,
    on: fill(on),
    ...(via === undefined ? {} : { via }),
    with: Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [name, value === null ? null : fill(value)]),
    ),
  });
  return { who: fill(who), must: must.map(ask), mustNot: mustNot.map(ask) };
}

function one<T>(what: string, among: readonly T[]): T {
  const [first] = among;
  if (first === undefined) throw new Error(`the output has no ${what}`);
  return first;
}

function answersOf(output: Output) {
  const resolver = resolverOf(output);
  const { identities, buckets, keys } = readFacts(resolver);

  const keyOf = (alias: string) =>
    one(
      alias,
      keys.filter(({ name }) => name === alias),
    );
  const nameOf = (resource: Resource) =>
    resolver.text(resource, resource.body["name"] ?? resource.body["function_name"]);

  /** The resource as policies name it, and what guards it. */
  function found(on: string): { readonly arn: string; readonly guarded?: Guarded } {
    if (on.startsWith("alias/")) return { arn: keyOf(on).arn, guarded: keyOf(on) };
    const [type = "", name] = on.split(" ");
    if (name !== undefined) {
      const made = one(
        on,
        resourcesOf(output, type).filter((resource) => nameOf(resource) === name),
      );
      return { arn: resolver.text(made, `\${${made.address}.arn}`) };
    }
    const [, , service, , account = "", what = ""] = on.split(":");
    if (service === "s3" && account === "") {
      return {
        arn: on,
        guarded: one(
          on,
          buckets.filter((bucket) => bucket.name === what.split("/")[0]),
        ),
      };
    }
    if (service !== "sns" && service !== "sqs") return { arn: on };
    const [made, kind, target] = POLICIES[service];
    const named = one(
      on,
      resourcesOf(output, made).filter((resource) => nameOf(resource) === what),
    );
    const holder = resourcesOf(output, kind).find(
      (resource) => resolver.target(resource, resource.body[target])?.resource === named,
    );
    return {
      arn: on,
      guarded: { account, ...(holder === undefined ? {} : { policy: policyAt(resolver, holder, "policy") }) },
    };
  }

  return (who: string, action: string, ask: Ask): Side => {
    const { arn: resource, guarded } = found(ask.on);
    const more = Object.entries(ask.with ?? {}).map(
      ([name, value]) => [name.toLowerCase(), value?.startsWith("alias/") === true ? keyOf(value).arn : value] as const,
    );
    if (!who.includes("/")) {
      const context = new Map<string, string | null>([...Object.entries(SECURE), ...more]);
      return serviceMayUse(who, guarded ?? { account: "" }, { action, resource, context });
    }
    const [account = "", role] = who.split("/");
    const identity = one(
      who,
      identities.filter(({ name, account: id }) => name === role && id === ACCOUNT_IDS[account]),
    );
    const via = ask.via === undefined ? null : `${ask.via}.eu-central-1.amazonaws.com`;
    const context = new Map([...contextOf(identity, via), ["aws:principalorgid", ORGANIZATION] as const, ...more]);
    const request = { action, resource, context };
    if (guarded === undefined) return ownSide(identity, request);
    return (action.startsWith("kms:") ? mayUseGuardedKey : mayUse)(identity, guarded, request);
  };
}
