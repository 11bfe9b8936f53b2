import { LakeError } from "../../../local/lake";
import { ReplicationError } from "../../../local/replication";
import { StepFailure, within } from "../../../local/rows/step-failure";
import { StoreError } from "../../../local/store/error";

const failing = (error: unknown) => within("merge", "state machine m", () => Promise.reject(error));
const service = Object.assign(new Error("no such table"), { name: "ResourceNotFoundException", $fault: "client" });
const task = { where: "task", found: "a", instead: "b" };

test("what goes well is handed on", async () => {
  expect(await within("merge", "state machine m", () => Promise.resolve(7))).toBe(7);
});

test.each([
  [
    "of the engine, without the statement below",
    new Error("Binder Error: x\n\nLINE 1: y"),
    ["state machine m: Binder Error: x"],
  ],
  ["of a service, by its name", service, ["state machine m: ResourceNotFoundException: no such table"]],
  ["of the lake, line by line", new LakeError("types:\nloan.a: x"), ["types:", "loan.a: x"]],
  ["of a task, one line each", new ReplicationError([task, task]), ["task: a; b", "task: a; b"]],
])("an error %s is a finding of the step", async (_, error, findings) => {
  await expect(failing(error)).rejects.toMatchObject({ step: "merge", findings, cause: error });
});

test("an object that must not be there is a finding about replication, whoever meets it", async () => {
  await expect(failing(new StoreError("s3://raw/a is encrypted without a KMS key"))).rejects.toMatchObject({
    step: "replication",
    findings: ["state machine m: s3://raw/a is encrypted without a KMS key"],
  });
});

test("the step that met it first keeps it", async () => {
  const first = new StepFailure("catalog", ["x"]);
  await expect(failing(first)).rejects.toBe(first);
});

test.each([
  ["a mistake of this program", new TypeError("x is not a function")],
  ["a failure of the machine", Object.assign(new Error("connect ECONNREFUSED"), { syscall: "connect" })],
])("%s is thrown as it is", async (_, error) => {
  await expect(failing(error)).rejects.toBe(error);
});
