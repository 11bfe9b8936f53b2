import * as v from "valibot";
import { deployRoleArn } from "../../model/arns";
import type { Account } from "../../model/landscape/types";
import { asRole } from "../as-role";

const Found = v.object({ ResourceTagMappingList: v.array(v.object({ ResourceARN: v.string() })) });

const State = v.object({
  version: v.literal(4),
  serial: v.number(),
  resources: v.array(
    v.object({
      mode: v.string(),
      type: v.string(),
      name: v.string(),
      instances: v.array(v.object({ attributes: v.looseObject({}) })),
    }),
  ),
});

/**
 * Reads a state as Terraform writes it.
 * @throws Error when it is cut off or something else
 */
export const parseState = (text: string): v.InferOutput<typeof State> => v.parse(State, JSON.parse(text));

/** Ids and ARNs of everything that a state manages. */
export const idsIn = (state: v.InferOutput<typeof State>): ReadonlySet<string> =>
  new Set(
    state.resources
      .filter(({ mode }) => mode === "managed")
      .flatMap(({ instances }) => instances.flatMap(({ attributes }) => [attributes["id"], attributes["arn"]]))
      .filter((id): id is string => typeof id === "string"),
  );

/** ARNs in an emulated account that carry a stack's tag. The emulator does not check signatures. */
export async function taggedArns(
  account: Account,
  stack: string,
  endpoint: string,
  region: string,
): Promise<readonly string[]> {
  const { credentials } = await asRole({ region, endpoint }, deployRoleArn(account));
  const scope = `${credentials.accessKeyId}/20260101/${region}/tagging/aws4_request`;
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "ResourceGroupsTaggingAPI_20170126.GetResources",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({ TagFilters: [{ Key: "stack", Values: [stack] }], ResourcesPerPage: 100 }),
  });
  return v.parse(Found, await answer.json()).ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN);
}

/** What exists and stands in no state: nobody would ever find or pay attention to it again. */
export const leftovers = (arns: readonly string[], ids: ReadonlySet<string>): readonly string[] =>
  arns.filter((arn) => !ids.has(arn) && !ids.has(arn.split(/[:/]/).at(-1) ?? ""));
