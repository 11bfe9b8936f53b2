import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessMatrix } from "../../../audit/matrix";
import { matrixLines } from "../../../audit/matrix/lines";
import { mayRewrite } from "../../baseline/may-rewrite";
import { generatedOutput } from "../support/generated";

/** Who may do what in the default landscape, a file per account, as it was reviewed. */
const FOLDER = join(__dirname, "..", "baseline");

const files = (): ReadonlyMap<string, string> => {
  const lines = matrixLines(accessMatrix(generatedOutput()));
  return new Map([...lines].map(([account, of]) => [`${account}.txt`, `${of.join("\n")}\n`]));
};

test("nobody gains or loses anything that was not reviewed: npm run baseline rewrites, git diff shows", () => {
  const now = files();
  if (mayRewrite(process.env)) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, text] of now) writeFileSync(join(FOLDER, name), text);
  }
  const reviewed = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
  expect([...now.keys()].toSorted()).toEqual([...reviewed.keys()].toSorted());
  for (const [name, text] of now)
    expect([name, ...text.split("\n")]).toEqual([name, ...(reviewed.get(name) ?? "").split("\n")]);
});
