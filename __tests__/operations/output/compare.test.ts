import { join } from "node:path";
import { outputChanges } from "../../../operations/output/compare";
import { temporaryFolder, write } from "../../support/folders";

const place = temporaryFolder();

function folders(committed: Readonly<Record<string, string>>, present: Readonly<Record<string, string>>) {
  for (const [folder, files] of Object.entries({ committed, present })) {
    for (const [name, text] of Object.entries(files)) write(join(place(), folder, name), text);
  }
  return outputChanges(join(place(), "committed"), join(place(), "present"));
}

test("a committed output that the sources still give has no changes", () => {
  const output = { "manifest.json": "{}", "stacks/a/cdk.tf.json": "{}" };
  expect(folders({ ...output, "stacks/a/.terraform/providers/x": "binary" }, output)).toEqual([]);
});

test("changed, missing and surplus files are named", () => {
  expect(
    folders(
      { "manifest.json": "{}", "stacks/a/cdk.tf.json": "1", "stacks/old/cdk.tf.json": "{}" },
      { "manifest.json": "{}", "stacks/a/cdk.tf.json": "2", "stacks/new/cdk.tf.json": "{}" },
    ),
  ).toEqual(["changed:  stacks/a/cdk.tf.json", "missing:  stacks/new/cdk.tf.json", "too many: stacks/old/cdk.tf.json"]);
});

test("a folder that does not exist misses everything", () => {
  expect(folders({}, { "manifest.json": "{}" })).toEqual(["missing:  manifest.json"]);
});
