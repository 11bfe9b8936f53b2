import { inDoubt } from "../../../../operations/deploy/recovery/in-doubt";
import { byName, byTags, type Creation } from "../../../../operations/deploy/recovery/match";
import { unfinished } from "../../../../operations/deploy/recovery/running";
import { halfMade } from "../../../../operations/deploy/recovery/untaint";
import { type Event, readEvent } from "../../../../operations/terraform/events";

const event = (type: string, addr: string, action = "create"): Event => {
  const read = readEvent(JSON.stringify({ type, hook: { resource: { addr }, action } }));
  if (read === undefined) throw new Error(`${type} is not read`);
  return read;
};

test("in doubt is what was begun to be created and did not end well", () => {
  const events = [
    event("apply_start", "a.done"),
    event("apply_start", "a.cut-off"),
    event("apply_start", "a.failed"),
    event("apply_start", "a.changed", "update"),
    event("apply_complete", "a.done"),
    event("apply_errored", "a.failed"),
  ];
  expect([...inDoubt(events)]).toEqual(["a.cut-off", "a.failed"]);
});

test("lines that Terraform did not write as messages are passed over", () => {
  expect(readEvent('{"type":"apply_start","hook":{"resou')).toBeUndefined();
  expect(readEvent("panic: runtime error")).toBeUndefined();
  expect(readEvent('{"type":"version","terraform":"1.11.4"}')).toBeUndefined();
});

const creation = (type: string, planned: Creation["planned"], name = "x"): Creation => ({
  address: `${type}.${name}`,
  type,
  planned,
});

test("what the stack names is looked for under that name", () => {
  expect(
    byName([
      creation("aws_iam_role", { name: "dms-vpc-role" }),
      creation("aws_glue_catalog_table", { catalog_id: "111122223333", database_name: "loans", name: "loan" }),
      creation("aws_route_table_association", { subnet_id: "subnet-1" }),
      creation("aws_vpc", {}),
    ]),
  ).toEqual([
    { address: "aws_iam_role.x", id: "dms-vpc-role" },
    { address: "aws_glue_catalog_table.x", id: "111122223333:loans:loan" },
  ]);
});

describe("what AWS names", () => {
  const tags = { stack: "prod-lending-network", Name: "prod-lending-lake" };
  const vpc = creation("aws_vpc", { tags_all: tags });
  const found = (id: string, tagged: Readonly<Record<string, string>> = tags) => ({
    arn: `arn:aws:ec2:eu-central-1:222233334444:vpc/${id}`,
    tags: tagged,
  });
  const none = new Set<string>();

  test("is found by the stack's and its own tags", () => {
    const other = found("vpc-2", { ...tags, Name: "another" });
    expect(byTags([vpc], [found("vpc-1"), other], none)).toEqual([{ address: "aws_vpc.x", id: "vpc-1" }]);
  });

  test("is not taken when the state has it, when there are two, or when two want it", () => {
    expect(byTags([vpc], [found("vpc-1")], new Set(["vpc-1"]))).toEqual([]);
    expect(byTags([vpc], [found("vpc-1"), found("vpc-2")], none)).toEqual([]);
    expect(byTags([vpc, creation("aws_vpc", { tags_all: tags }, "y")], [found("vpc-1")], none)).toEqual([]);
  });

  test("is never taken for another type", () => {
    expect(byTags([creation("aws_subnet", { tags_all: tags })], [found("vpc-1")], none)).toEqual([]);
  });
});

const prevented = (address: string) => ({
  severity: "error",
  summary: "Instance cannot be destroyed",
  detail: `Resource ${address} has lifecycle.prevent_destroy\nset, but the plan calls for this resource to be destroyed.`,
});
test("only what was in doubt and must not be destroyed is kept half made", () => {
  expect(halfMade([prevented("aws_kms_key.a"), prevented("aws_kms_key.b")], new Set(["aws_kms_key.a"]))).toEqual([
    "aws_kms_key.a",
  ]);
});

test("a Terraform whose stack's end was noted is not unfinished", () => {
  const open = unfinished([
    { kind: "process", stack: "a", pid: 1 },
    { kind: "process", stack: "b", pid: 2 },
    { kind: "ended", stack: "a", ending: "done" },
  ]);
  expect([...open]).toEqual([[2, "b"]]);
});
