import { DatabaseMigrationServiceClient } from "@aws-sdk/client-database-migration-service";
import { databaseOf, readTasks } from "../../../local/replication";
import type { TaskParts } from "../../../local/replication/read/deployed-task";
import type { BankDatabase } from "../../../local/source-systems/types";
import { APP_LOG, COREBANK, LENDING } from "../../support/replication/bank";
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

/** A client whose account answers with one task or endpoint a page. */
function dms(tasks: readonly object[], endpoints: readonly object[]) {
  const client = new DatabaseMigrationServiceClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
  });
  client.middlewareStack.add(
    (_, context) => (args) => {
      const from = "Marker" in args.input ? Number(args.input.Marker ?? 0) : 0;
      const ofTasks = context.commandName === "DescribeReplicationTasksCommand";
      const all = ofTasks ? tasks : endpoints;
      const page = { [ofTasks ? "ReplicationTasks" : "Endpoints"]: all.slice(from, from + 1) };
      const next = from + 1 < all.length ? { Marker: String(from + 1) } : {};
      return Promise.resolve({ output: { $metadata: {}, ...page, ...next }, response: {} });
    },
    { step: "initialize" },
  );
  return { dms: client };
}

test("all tasks of an account are read, page by page, in the order of their names", async () => {
  const one = inAccount(parts({}), "loans-2");
  const clients = dms([one.task, inAccount(parts({}), "loans-1").task], one.endpoints);
  expect((await readTasks(clients)).map(({ name, target }) => [name, target.bucket])).toEqual([
    ["loans-1", "bucket"],
    ["loans-2", "bucket"],
  ]);
});

test("problems of all tasks are told in one report", async () => {
  const stopped = inAccount(parts({ task: { Status: "stopped" } }), "a");
  const lost = { ...inAccount(parts({}), "b").task, TargetEndpointArn: "arn:gone" };
  await expect(readTasks(dms([stopped.task, lost], stopped.endpoints))).rejects.toThrow(
    [
      'a: Status is "stopped"; start the task: nothing is replicated before',
      `b: its endpoints are ["${SOURCE}","arn:gone"]; one of them is not in the account`,
    ].join("\n"),
  );
});

describe("the database that a task reads", () => {
  const other: BankDatabase = { ...LENDING, database: "other", tables: [APP_LOG] };

  it("is of the engine and, for PostgreSQL, of the name", () => {
    expect(databaseOf(taskOf(), [COREBANK, LENDING])).toBe(LENDING);
    expect(databaseOf(taskOf(postgresql()), [{ ...COREBANK, database: "cards" }, COREBANK, LENDING])).toBe(COREBANK);
  });

  it("is, of several servers of MySQL, the one with its tables", () => {
    expect(databaseOf(taskOf(), [other, LENDING])).toBe(LENDING);
  });

  it("is none that does not fit", () => {
    expect(() => databaseOf(taskOf(postgresql()), [LENDING])).toThrow(
      "loans: no database of the bank fits its source endpoint; it reads postgresql corebank, and the bank has mysql lending",
    );
    expect(() => databaseOf(taskOf(), [LENDING, { ...LENDING }])).toThrow("more than one database of the bank fits");
  });
});
