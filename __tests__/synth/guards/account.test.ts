import { findings } from "../../support/guarded";

const stack = (id: string, ...aws: readonly object[]) => ({ id, json: { provider: { aws } } });
const finding = (place: string) => ({
  stack: "one",
  place,
  cause: "the provider does not name exactly one account in allowed_account_ids",
  remedy: "make the stack a LandingStack, or set allowedAccountIds to the id of its account",
});

describe("the guard of accounts", () => {
  it("passes a provider that names one account", () => {
    expect(findings(stack("one", { allowed_account_ids: ["111122223333"] }))).toEqual([]);
  });

  it.each([
    [{}],
    [{ allowed_account_ids: [] }],
    [{ allowed_account_ids: ["111122223333", "222233334444"] }],
    [{ allowed_account_ids: "1" }],
  ])("finds a provider with %j", (provider) => {
    expect(findings(stack("one", provider))).toEqual([finding("provider.aws")]);
  });

  it("finds each provider of a stack by its alias, written alone or in a list", () => {
    const good = { allowed_account_ids: ["111122223333"] };
    expect(findings(stack("one", good, { alias: "other" }))).toEqual([finding("provider.aws.other")]);
    expect(findings({ id: "one", json: { provider: { aws: {} } } })).toEqual([finding("provider.aws")]);
  });

  it("has nothing to say about other providers", () => {
    expect(findings({ id: "one", json: { provider: { random: [{}] } } }, { id: "two", json: {} })).toEqual([]);
  });
});
