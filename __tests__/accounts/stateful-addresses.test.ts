import { landscape } from "../../accounts";
import { compareLock } from "../../audit/lock/compare";
import { readLock } from "../../audit/lock/file";
import { lockText } from "../../audit/lock/text";
import { generatedOutput } from "../audit/support/generated";

test("the project's stateful resources are where accounts/stateful-addresses.lock has them", () => {
  expect(lockText(compareLock(readLock("accounts/stateful-addresses.lock"), generatedOutput(landscape)))).toEqual([]);
});
