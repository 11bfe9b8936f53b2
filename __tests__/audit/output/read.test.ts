import { join } from "node:path";
import { OutputError, readOutput } from "../../../audit/output/read";
import { temporaryFolder, write } from "../../support/folders";

const folder = temporaryFolder();

function folderWith(files: Readonly<Record<string, unknown>>): string {
  for (const [file, content] of Object.entries(files)) {
    write(join(folder(), file), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder();
}

const bucket = { resource: { aws_s3_bucket: { raw: { bucket: "raw" } } } };
const named = (stackName: string) => ({ "//": { metadata: { stackName } }, ...bucket });

describe("reading a folder", () => {
  it("makes one stack of the files of a folder, whatever it is called", () => {
    const { stacks, byType } = readOutput(
      folderWith({
        "stacks/prod-lake/cdk.tf.json": named("prod-lake"),
        "live/keys/main.tf.json": { resource: [{ aws_kms_key: [{ raw: [{ description: "raw" }] }] }] },
        "live/keys/more.tf.json": { data: { aws_kms_key: { other: { key_id: "alias/other" } } } },
        "live/keys/notes.json": "no JSON",
        "live/.terraform/modules/a.tf.json": bucket,
      }),
    );
    expect(stacks.map(({ id, files }) => [id, files])).toEqual([
      ["live/keys", ["live/keys/main.tf.json", "live/keys/more.tf.json"]],
      ["prod-lake", ["stacks/prod-lake/cdk.tf.json"]],
    ]);
    expect([...byType.keys()]).toEqual(["aws_kms_key", "data.aws_kms_key", "aws_s3_bucket"]);
    expect(byType.get("aws_kms_key")?.[0]).toMatchObject({
      address: "aws_kms_key.raw",
      pointer: "/resource/0/aws_kms_key/0/raw/0",
      body: { description: "raw" },
    });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ["without Terraform JSON", { "main.tf": "" }, "holds no *.tf.json file"],
    ["with a broken file", { "a/main.tf.json": "{" }, "main.tf.json is not JSON"],
    ["with a list instead of an object", { "main.tf.json": "[]" }, "is no JSON object"],
    [
      "with a stack and its copy",
      { "out/a.tf.json": named("prod"), "old/a.tf.json": named("prod") },
      "both are stack prod",
    ],
  ])("%s says what to do", (_, files, message) => {
    const read = () => readOutput(folderWith(files));
    expect(read).toThrow(OutputError);
    expect(read).toThrow(message);
  });

  it("that does not exist says what to do", () => {
    expect(() => readOutput("/nowhere")).toThrow('run "npx cdktf synth" first');
  });
});
