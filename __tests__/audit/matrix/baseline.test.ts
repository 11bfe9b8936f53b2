import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../../../accounts";
import { accessMatrix } from "../../../audit/matrix";
import { matrixLines } from "../../../audit/matrix/lines";
import { mayRewrite } from "../../baseline/may-rewrite";
import { generatedOutput } from "../support/generated";

const ROOT = join(__dirname, "..", "..", "..");

/** Who is of no account: services, and everybody. */
const OTHERS = "__tests__/audit/baseline";

/** Who may do what in the default landscape, as it was reviewed: a file per account, beside the account's landscape. */
const readersOf = (environment: string): string => `accounts/${environment}/readers`;
const FOLDERS = [...landscape.environments.map(({ name }) => readersOf(name)), OTHERS];

const ACCOUNTS = new Map(
  landscape.environments.flatMap(({ name, governance, producers, consumers }) =>
    [governance, ...producers, ...consumers].map(({ id }) => [id, readersOf(name)] as const),
  ),
);

const files = (): ReadonlyMap<string, string> => {
  const lines = matrixLines(accessMatrix(generatedOutput(landscape)));
  return new Map(
    [...lines].map(([account, of]) => [`${ACCOUNTS.get(account) ?? OTHERS}/${account}.txt`, `${of.join("\n")}\n`]),
  );
};

const reviewed = (): ReadonlyMap<string, string> =>
  new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map(
        (name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), "utf8")] as const,
      ),
    ),
  );

test("nobody gains or loses anything that was not reviewed: npm run baseline rewrites, git diff shows", () => {
  const now = files();
  if (mayRewrite(process.env)) {
    for (const folder of FOLDERS) {
      rmSync(join(ROOT, folder), { recursive: true, force: true });
      mkdirSync(join(ROOT, folder), { recursive: true });
    }
    for (const [name, text] of now) writeFileSync(join(ROOT, name), text);
  }
  const before = reviewed();
  expect([...now.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  for (const [name, text] of now)
    expect([name, ...text.split("\n")]).toEqual([name, ...(before.get(name) ?? "").split("\n")]);
});
