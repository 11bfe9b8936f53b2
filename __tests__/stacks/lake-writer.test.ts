import { SOURCES } from "../support/bank";
import { type Block, block, text } from "../support/json";
import { writerProblems } from "../support/lake-writer";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** The output with one text replaced in one stack: what a mistake in that account would look like. */
function mutated(id: string, from: string | RegExp, to: string): (stack: string) => Block {
  return (stack) => {
    const json = JSON.stringify(bank.stack(stack));
    const changed = stack === id ? json.replace(from, to) : json;
    if (stack === id && changed === json) throw new Error(`${id} does not contain ${String(from)}`);
    return block(JSON.parse(text(changed)));
  };
}

describe.each(SOURCES)("both sides of the writer of $source", (subject) => {
  const { source, producer } = subject;
  const storage = `prod-governance-storage-${source}`;
  const replication = `prod-${producer}-replication-${source}`;

  it("agree on actions, places, role and account", () => {
    expect(writerProblems(bank.stack, subject)).toEqual([]);
  });

  it.each([
    [
      "the bucket policy loses its statement",
      storage,
      /WriterObjects/,
      "Nobody",
      ["objects: the policy has 0 statements WriterObjects"],
    ],
    [
      "the key policy loses its statement",
      storage,
      /WriterThroughS3/,
      "Nobody",
      ["key: the policy has 0 statements WriterThroughS3"],
    ],
    ["the role loses its key", replication, /"Encrypt\\"/, '"Nothing\\"', ["key: the policy has 0 statements Encrypt"]],
    ["the role may write tags no more", replication, /,\\"s3:PutObjectTagging\\"/, "", ["objects: actions differ"]],
    ["the bucket's prefix differs", storage, /g1\/\*/, "g2/*", ["objects: resources differ"]],
    ["the role's prefix differs", replication, /g1\/\*/, "g2/*", ["objects: resources differ"]],
    [
      "the bucket and the key let another role in",
      storage,
      /lake-writer/g,
      "lake-reader",
      ["objects", "bucket", "key"].map((what) => `${what}: another role is let in`),
    ],
  ])("disagree when %s", (_, id, from, to, problems) => {
    expect(writerProblems(mutated(id, from, to), subject)).toEqual(problems);
  });
});
