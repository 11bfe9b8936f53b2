import { blocks } from "../output/json";
import type { Resource } from "../output/types";
import { at, type Control, type Judgement, type Place } from "./control";
import { fail, PASS, undecided } from "./judge";
import { type Statement, statementsOf } from "./policy";
import type { World } from "./world";

/** Where IAM keeps what an identity may do. */
const IDENTITY = ["aws_iam_role_policy", "aws_iam_policy", "aws_iam_user_policy", "aws_iam_group_policy"];

/** Where a resource says who may use it. */
export const RESOURCE_POLICIES = [
  "aws_s3_bucket_policy",
  "aws_kms_key",
  "aws_kms_key_policy",
  "aws_sns_topic_policy",
  "aws_sqs_queue_policy",
  "aws_sqs_queue",
  "aws_cloudwatch_event_bus_policy",
  "aws_secretsmanager_secret_policy",
  "aws_glue_resource_policy",
  "aws_dynamodb_resource_policy",
];

/** What a control finds wrong with a statement; nothing when it is right. */
type Complaint = (statement: Statement, resource: Resource, world: World) => string | undefined;

function judged(world: World, resource: Resource, documents: readonly unknown[], complain: Complaint): Judgement {
  const policies = documents.map((document) => statementsOf(world, resource, document));
  const complaints = policies.flatMap((statements) =>
    (statements ?? []).flatMap((statement) => {
      const complaint = complain(statement, resource, world);
      return complaint === undefined ? [] : [`statement "${statement.sid}" ${complaint}`];
    }),
  );
  if (complaints.length > 0) return fail(complaints.join("; "));
  return policies.includes(undefined) ? undecided("the policy is known after apply") : PASS;
}

const eachPolicy =
  (types: readonly string[], documents: (resource: Resource) => readonly unknown[]) =>
  (complain: Complaint): Control["check"] =>
  (world) =>
    world.of(...types).flatMap((resource) => {
      const given = documents(resource).filter((document) => document !== undefined);
      return given.length === 0 ? [] : [at(resource, judged(world, resource, given, complain))];
    });

const ofIdentity = eachPolicy([...IDENTITY, "aws_iam_role"], ({ type, body }) =>
  type === "aws_iam_role" ? blocks(body["inline_policy"]).map(({ policy }) => policy) : [body["policy"]],
);

const ATTACHMENTS = [
  "aws_iam_role_policy_attachment",
  "aws_iam_user_policy_attachment",
  "aws_iam_group_policy_attachment",
];

const EXCLUSIVE = ATTACHMENTS.map((type) => `${type}s_exclusive`);

/** Whom managed policies serve: `bounding` ones grant nothing, what they leave open others must still allow. */
function uses({ of, resolver }: World): Readonly<Record<"bounding" | "granting", (policy: Place) => boolean>> {
  const named = (resources: readonly Resource[], attribute: string): ReadonlySet<string> =>
    new Set(resources.flatMap((each) => (attribute in each.body ? [resolver.text(each, each.body[attribute])] : [])));
  const bounding = named(of("aws_iam_role", "aws_iam_user"), "permissions_boundary");
  const granting = new Set([
    ...named(of(...ATTACHMENTS), "policy_arn"),
    ...of(...EXCLUSIVE).flatMap((each) => resolver.texts(each, each.body["policy_arns"])),
  ]);
  const arns = new Map(
    of("aws_iam_policy").map((policy) => [placed(policy), resolver.text(policy, `\${${policy.address}.arn}`)]),
  );
  const has = (names: ReadonlySet<string>) => (policy: Place) => names.has(arns.get(placed(policy)) ?? "");
  return { bounding: has(bounding), granting: (policy) => !arns.has(placed(policy)) || has(granting)(policy) };
}

const placed = ({ stack, address }: Pick<Place, "stack" | "address">): string => `${stack} ${address}`;

/**
 * Judges every statement of every policy of an identity, those inside a role too, but for boundaries. What a managed policy
 * that nobody has would grant is left to the reader: it may be a boundary whose first role is still to come.
 */
export const eachIdentityPolicy =
  (complain: Complaint): Control["check"] =>
  (world) => {
    const { bounding, granting } = uses(world);
    return ofIdentity(complain)(world)
      .filter(({ place }) => granting(place) || !bounding(place))
      .map((verdict) =>
        verdict.verdict === "fail" && !granting(verdict.place)
          ? at(verdict.place, undecided(`no identity of the output has the policy; ${verdict.found}`))
          : verdict,
      );
  };

/** Judges every statement of who may assume a role. */
export const eachTrust = eachPolicy(["aws_iam_role"], ({ body }) => [body["assume_role_policy"]]);

/** Judges every statement of the policies of buckets, keys, topics, queues, secrets and catalogs. */
export const eachResourcePolicy = eachPolicy(RESOURCE_POLICIES, ({ body }) => [body["policy"]]);

/** The same for keys alone. */
export const eachKeyPolicy = eachPolicy(["aws_kms_key", "aws_kms_key_policy"], ({ body }) => [body["policy"]]);

const NARROWING =
  /^(?:aws:(?:principalorgid|principalorgpaths|principalarn|principalaccount|sourceaccount|sourcearn|sourceorgid|sourceorgpaths|sourcevpce?|userid)|kms:(?:calleraccount|encryptioncontext:.+)|sts:externalid|saml:.+|.+:(?:sub|aud|terraform_.+))$/;

const ANY = /^\**$/;

/** Whether a condition of the statement says whose request it must be; one that anybody meets says nothing. */
export const narrows = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      NARROWING.test(key) &&
      !/not|ifexists|null/i.test(operator) &&
      values.length > 0 &&
      values.every((value) => !ANY.test(value)),
  );
