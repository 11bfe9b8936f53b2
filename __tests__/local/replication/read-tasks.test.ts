import { DatabaseMigrationServiceClient } from "@aws-sdk/client-database-migration-service";
import { databaseOf, readTasks } from "../../../local/replication";
import type { TaskParts } from "../../../local/replication/read/deployed-task";
import type { BankDatabase } from "../../../local/source-systems/types";
import { APP_LOG, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { parts, postgresql, taskOf } from "../../support/replication/task";

const SOURCE = "arn:aws:dms:eu-central-1:222233334444:endpoint:source";
const TARGET = "arn:aws:dms:eu-central-1:222233334444:endpoint:target";

const inAccount = ({ task, source, target }: TaskParts, name: string) => ({
  task: { ...task, ReplicationTaskIdentifier: name, SourceEndpointArn: SOURCE, TargetEndpointArn: TARGET },
  endpoints: [
    { ...source, EndpointArn: SOURCE },
    { ...target, EndpointArn: TARGET },
  ],
});

/** What is in an account, by the call that asks for it. */
interface Answers {
  readonly tasks?: readonly object[];
  readonly endpoints: readonly object[];
  readonly configs?: readonly object[];
  readonly replications?: readonly object[];
}

/** A client whose account answers with one task, replication or endpoint a page. */
function dms({ tasks = [], endpoints, configs = [], replications = [] }: Answers) {
  const answers: Readonly<Record<string, readonly [string, readonly object[]]>> = {
    DescribeReplicationTasksCommand: ["ReplicationTasks", tasks],
    DescribeReplicationConfigsCommand: ["ReplicationConfigs", configs],
    DescribeReplicationsCommand: ["Replications", replications],
    DescribeEndpointsCommand: ["Endpoints", endpoints],
  };
  const client = new DatabaseMigrationServiceClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
  });
  client.middlewareStack.add(
    (_, context) => (args) => {
      const from = "Marker" in args.input ? Number(args.input.Marker ?? 0) : 0;
      const [name, all] = answers[context.commandName ?? ""] ?? ["", []];
      const page = { [name]: all.slice(from, from + 1) };
      const next = from + 1 < all.length ? { Marker: String(from + 1) } : {};
      return Promise.resolve({ output: { $metadata: {}, ...page, ...next }, response: {} });
    },
    { step: "initialize" },
  );
  return { dms: client };
}

test("all tasks of an account are read, page by page, in the order of their names", async () => {
  const one = inAccount(parts({}), "loans-2");
  const clients = dms({ tasks: [one.task, inAccount(parts({}), "loans-1").task], endpoints: one.endpoints });
  expect((await readTasks(clients)).map(({ name, target }) => [name, target.bucket])).toEqual([
    ["loans-1", "bucket"],
    ["loans-2", "bucket"],
  ]);
});

describe("a serverless replication", () => {
  const { task, endpoints } = inAccount(parts({}), "loans-0");
  const config = (name: string) => ({
    ReplicationConfigIdentifier: name,
    ReplicationConfigArn: `arn:aws:dms:eu-central-1:222233334444:replication-config:${name}`,
    SourceEndpointArn: SOURCE,
    TargetEndpointArn: TARGET,
    ReplicationType: task.MigrationType,
    TableMappings: task.TableMappings,
    ReplicationSettings: task.ReplicationTaskSettings,
  });
  const replication = (name: string, more: object) => ({
    ReplicationConfigArn: config(name).ReplicationConfigArn,
    ...more,
  });

  it("is read like a task, beside tasks", async () => {
    const clients = dms({
      tasks: [{ ...task, ReplicationTaskIdentifier: "loans-2" }],
      endpoints,
      configs: [config("loans-3"), config("loans-1")],
      replications: [replication("loans-1", { Status: "running" }), replication("loans-3", { Status: "running" })],
    });
    const [first, second, third] = await readTasks(clients);
    expect([first?.name, second?.name, third?.name]).toEqual(["loans-1", "loans-2", "loans-3"]);
    expect(first).toEqual({ ...second, name: "loans-1", arn: config("loans-1").ReplicationConfigArn });
  });

  it("is refused like a task", async () => {
    const clients = dms({
      endpoints,
      configs: [config("a"), { ...config("b"), ReplicationType: "cdc" }, config("c")],
      replications: [
        replication("a", { Status: "stopped" }),
        replication("b", { Status: "running" }),
        replication("c", { Status: "running", CdcStopPosition: "commit_time:2026-01-01T00:00:00" }),
      ],
    });
    await expect(readTasks(clients)).rejects.toThrow(
      [
        'a: Status is "stopped"; start the task: nothing is replicated before',
        'b: MigrationType is "cdc"; write full-load-and-cdc: else old rows or changes never arrive',
        'c: CdcStopPosition is "commit_time:2026-01-01T00:00:00"; the task would stop there',
      ].join("\n"),
    );
  });
});

test("problems of all tasks are told in one report", async () => {
  const stopped = inAccount(parts({ task: { Status: "stopped" } }), "a");
  const lost = { ...inAccount(parts({}), "b").task, TargetEndpointArn: "arn:gone" };
  await expect(readTasks(dms({ tasks: [stopped.task, lost], endpoints: stopped.endpoints }))).rejects.toThrow(
    [
      'a: Status is "stopped"; start the task: nothing is replicated before',
      `b: its endpoints are ["${SOURCE}","arn:gone"]; one of them is not in the account`,
    ].join("\n"),
  );
});

const named = (system: string): BankDatabase => ({ ...LENDING, tables: [{ ...LOAN, system }] });

describe("the database that a task reads", () => {
  const other: BankDatabase = { ...LENDING, database: "other", tables: [APP_LOG] };

  it("is of the engine and, for PostgreSQL, of the name", () => {
    expect(databaseOf(taskOf(), [COREBANK, LENDING])).toBe(LENDING);
    expect(databaseOf(taskOf(postgresql()), [{ ...COREBANK, database: "cards" }, COREBANK, LENDING])).toBe(COREBANK);
  });

  it("is, of several servers of MySQL, the one with its tables", () => {
    expect(databaseOf(taskOf(), [other, LENDING])).toBe(LENDING);
  });

  it("is, of several with the same tables, the one whose system the task is named after", () => {
    const databases = [named("loans"), named("old-loans"), named("new"), LENDING];
    const readBy = (ReplicationTaskIdentifier: string) =>
      databaseOf(taskOf({ task: { ReplicationTaskIdentifier } }), databases).tables[0]?.system;
    expect(["prod-loans", "prod-old-loans-g2", "prod-new-g3"].map(readBy)).toEqual(["loans", "old-loans", "new"]);
    expect(() => readBy("prod-anew")).toThrow("more than one database of the bank fits");
  });

  it("is none that does not fit", () => {
    expect(() => databaseOf(taskOf(postgresql()), [LENDING])).toThrow(
      "loans: no database of the bank fits its source endpoint; it reads postgresql corebank, and the bank has mysql lending",
    );
    expect(() => databaseOf(taskOf(), [LENDING, { ...LENDING }])).toThrow("more than one database of the bank fits");
  });
});
