import { EncryptionKey } from "../../../modules/storage/encryption-key";
import { built } from "../../support/built";
import { administration } from "../../support/expected-policies";
import { guardedKey, readKey } from "../../support/keys";
import { keyOf } from "../../support/policies";
import { emptyStack } from "../../support/small-stacks";

const owner = { name: "governance", id: "111122223333" };

describe("a key", () => {
  const output = built((app) => {
    const uses = [{ Sid: "Use", Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] as const;
    new EncryptionKey(emptyStack(app, "one"), "data", { alias: "alias/data", description: "Data", owner, uses });
  });

  it("is rotated, hard to destroy and used by those that are named", () => {
    expect(readKey(output, "one", "alias/data")).toEqual(
      guardedKey(administration(owner.id), { Sid: "Use", Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }),
    );
    expect(keyOf(output, "one", "alias/data").body["description"]).toBe("Data");
  });
});
