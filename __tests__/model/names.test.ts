import * as fc from "fast-check";
import { computedNames } from "../../model/computed-names";
import type { Landscape } from "../../model/landscape/types";
import { environmentsOf } from "../../model/landscape/walk";
import type { LIMITS } from "../../model/limits";
import * as names from "../../model/names";
import { changed, sample } from "./landscape/sample";

const namesOf = (landscape: Landscape) => environmentsOf(landscape).flatMap(computedNames);

/** What names may consist of, by kind; lengths are in `limits.ts`, with the same sources. */
const FORMS: Readonly<Record<keyof typeof LIMITS, RegExp>> = {
  bucket: /^(?!.*\.\.)[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
  role: /^[\w+=,.@-]+$/,
  policy: /^[\w+=,.@-]+$/,
  keyAlias: /^alias\/(?!aws\/)[\w/-]+$/,
  replicationInstance: /^[a-z](?:-?[a-z0-9])*$/i,
  cluster: /^[a-z](?:-?[a-z0-9])*$/i,
  database: /^[a-z0-9_]+$/,
  crawler: /^[\w-]+$/,
  workgroup: /^[\w.-]+$/,
  dynamodbTable: /^[\w.-]{3,}$/,
  logGroup: /^[\w/.#-]+$/,
  secret: /^[\w/+=.@-]+$/,
  stateMachine: /^[\w-]+$/,
  schedule: /^[\w.-]+$/,
  trail: /^[a-z0-9](?:[._-]?[a-z0-9])+$/i,
  securityGroup: /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/,
  tagValue: /^[\w .:/=+@-]*$/,
  stack: /^[\w-]+$/,
  dmsEndpoint: /^[a-z](?:-?[a-z0-9])*$/i,
  dmsResource: /^[a-z](?:-?[a-z0-9])*$/i,
  topic: /^[\w-]+$/,
  queue: /^[\w-]+$/,
  eventBus: /^[\w./-]+$/,
  rule: /^[\w.-]+$/,
  dashboard: /^[\w-]+$/,
  function: /^[\w-]+$/,
};

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/);
const landscape = fc
  .record({
    environment: word,
    organization: word,
    lending: word,
    source: word,
    risk: word,
    team: fc.array(word, { minLength: 1, maxLength: 3 }),
  })
  .map((chosen) =>
    changed(({ environment, lending, loans, risk, team }) => {
      environment.name = chosen.environment;
      environment.organization = chosen.organization;
      lending.name = chosen.lending;
      loans.name = chosen.source;
      risk.name = chosen.risk;
      team.name = chosen.team.join("-");
    }),
  );

describe("computed names", () => {
  it("come from every function of names.ts", () => {
    const functions = Object.entries(names).filter(([, value]) => typeof value === "function");
    const listed = new Set(namesOf(sample).map(({ by }) => by));
    expect(listed).toEqual(new Set(functions.map(([name]) => name)));
  });

  it("have the form that what they name asks for", () => {
    fc.assert(
      fc.property(landscape, (value) => {
        for (const { kind, name } of namesOf(value)) expect(`${kind} ${name}`).toMatch(withKind(kind));
      }),
    );
  });

  it("differ between things of the same kind", () => {
    // The same in every account, and there is one account of each id.
    const perAccount = new Set(["deployRoleName", "planRoleName", "stateRoleName", "boundaryName", "limitsName"]);
    const all = namesOf(sample).map(({ kind, name, by }) => (perAccount.has(by) ? undefined : `${kind} ${name}`));
    const taken = all.filter((name) => name !== undefined);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it("say which parts of the landscape they are made of", () => {
    const bucket = namesOf(sample).find(({ by }) => by === "zoneBucketName");
    expect(bucket).toEqual({
      by: "zoneBucketName",
      kind: "bucket",
      name: "bank-prod-loans-curated-111122223333",
      parts: [
        { keys: ["environments", 0, "organization"], value: "bank" },
        { keys: ["environments", 0, "name"], value: "prod" },
        { keys: ["environments", 0, "producers", 0, "sources", 0, "name"], value: "loans" },
      ],
    });
  });
});

const withKind = (kind: keyof typeof LIMITS): RegExp => {
  const form = FORMS[kind];
  return new RegExp(`^${kind} ${form.source.replace(/^\^/, "")}`, form.flags);
};

describe("names", () => {
  const [environment] = sample.environments;

  it("let one glob match one account", () => {
    fc.assert(
      fc.property(word, word, word, word, (one, other, account, neighbour) => {
        const id = names.stackId({ name: one }, { name: account }, "network");
        expect(id.startsWith(`${other}-${neighbour}-`)).toBe(one === other && account === neighbour);
      }),
    );
  });

  it("end a stack id with its subject, if there is one", () => {
    expect(names.stackId({ name: "prod" }, { name: "lending" }, "source", "loans")).toBe("prod-lending-source-loans");
    expect(names.stackId({ name: "prod" }, { name: "lending" }, "network")).toBe("prod-lending-network");
  });

  it("take the landscape's deploy role, or the usual one", () => {
    expect(names.deployRoleName({})).toBe("lake-deploy");
    expect(names.deployRoleName({ deployRole: "pipeline" })).toBe("pipeline");
  });

  it("put the owning account's id at the end of buckets, which are unique in the world", () => {
    if (environment === undefined) throw new Error("the sample has an environment");
    expect(names.zoneBucketName(environment, { name: "loans" }, "raw")).toBe("bank-prod-loans-raw-111122223333");
    expect(names.teamResultsBucketName(environment, { id: "444455556666" }, { name: "risk-analysts" })).toBe(
      "bank-prod-risk-analysts-results-444455556666",
    );
  });
});
