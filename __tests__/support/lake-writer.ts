/** Whether both accounts agree about a source's writer: read from JSON alone, so that a mutated copy can be judged too. */
import { GOVERNANCE, type SOURCES } from "./bank";
import { at, type Block, block, first, isBlock, list, text } from "./json";
import { statement } from "./policies";

type Source = (typeof SOURCES)[number];
type StackOf = (id: string) => Block;

const resource = (stack: Block, type: string, holds: (body: Block) => boolean): Block => {
  const all = Object.values(block(at(stack, "resource", type))).map(block);
  return first(all.filter(holds));
};

const sorted = (value: unknown): readonly string[] => list([value].flat()).map(text).toSorted();

/** A policy of one resource, by a text that occurs in the resource's reference or name. */
function policyOf(stack: Block, type: string, owner: string): unknown {
  return resource(stack, type, (body) => text(body["role"] ?? body["bucket"] ?? "").includes(owner))["policy"];
}

/** What keeps DMS from writing a source's changes; nothing when role, bucket and key agree. */
export function writerProblems(stack: StackOf, { source, producer, producerId, prefix }: Source): readonly string[] {
  const replication = stack(`prod-${producer}-replication-${source}`);
  const storage = stack(`prod-governance-storage-${source}`);
  const bucket = `arn:aws:s3:::examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const role = resource(replication, "aws_iam_role", ({ name }) => name === `prod-${source}-lake-writer`);
  const roleArn = `arn:aws:iam::${producerId}:role/${String(role["name"])}`;
  const key = resource(storage, "aws_kms_key", ({ description }) => description === `Zone raw of ${source}`);
  const own = (sid: string): Block => statement(policyOf(replication, "aws_iam_role_policy", "lake_writer"), sid);
  const bucketSide = (sid: string): Block => statement(policyOf(storage, "aws_s3_bucket_policy", "raw_bucket"), sid);

  const pairs = [
    ["objects", () => own("WriteObjects"), () => bucketSide("WriterObjects"), `${bucket}/${prefix}/*`],
    ["bucket", () => own("FindBucket"), () => bucketSide("WriterBucket"), bucket],
    ["key", () => own("Encrypt"), () => statement(key["policy"], "WriterThroughS3"), undefined],
  ] as const;
  return pairs.flatMap(([what, ownSide, otherSide, place]) => {
    try {
      const [mine, theirs] = [ownSide(), otherSide()];
      return [
        ...(JSON.stringify(sorted(mine["Action"])) === JSON.stringify(sorted(theirs["Action"]))
          ? []
          : ["actions differ"]),
        ...(place === undefined || [mine, theirs].every((each) => each["Resource"] === place)
          ? []
          : ["resources differ"]),
        ...(conditionOf(theirs) === roleArn ? [] : ["another role is let in"]),
        ...(at(theirs, "Principal", "AWS") === `arn:aws:iam::${producerId}:root` ? [] : ["another account is let in"]),
      ].map((problem) => `${what}: ${problem}`);
    } catch (error) {
      return [`${what}: ${error instanceof Error ? first(error.message.split(":")) : "unreadable"}`];
    }
  });
}

function conditionOf({ Condition: condition }: Block): unknown {
  const equals = isBlock(condition) ? condition["ArnEquals"] : undefined;
  return isBlock(equals) ? equals["aws:PrincipalArn"] : undefined;
}
