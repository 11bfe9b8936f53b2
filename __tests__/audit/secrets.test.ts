import { evaluate } from "../../audit/check/evaluate";
import { noSecrets } from "../../audit/controls/no-secrets";
import { outputOf } from "../../audit/output/read";
import { secretsIn } from "../../audit/secrets/scan";
import { first } from "../support/json";

const found = (body: Readonly<Record<string, unknown>>): readonly string[] => {
  const { stacks } = outputOf({ s: { resource: { aws_thing: { a: body } } } });
  return secretsIn(first(stacks)).map(({ place, what }) => `${place.address} ${place.pointer}: ${what}`);
};

/** Put together here, so that no scanner of repositories finds them. */
const key = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const token = ["ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"].join("");

describe("what looks like a credential", () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ["an access key", { note: `use ${key} here` }, "/note: an access key of AWS"],
    ["a private key", { pem: "-----BEGIN RSA PRIVATE KEY-----\nMIIE" }, "/pem: a private key"],
    [
      "a URL with a password",
      { url: "mysql://lake:hunter2@db.example:3306/x" },
      "/url: a password in a connection string",
    ],
    ["a JDBC string", { url: "jdbc:mysql://db/x?user=a&password=hunter2" }, "/url: a password in a connection string"],
    [
      "a literal password",
      { nested: { master_password: "hunter2" } },
      "/nested/master_password: a credential by its name",
    ],
    ["a token of GitHub", { token }, "/token: a token of GitHub"],
    ["a random value", { value: "q9Xv2LmN8pRt4KwZ7sYb3HcD6fGj1QaE" }, "/value: a random value"],
    ["one inside JSON", { policy: JSON.stringify({ a: [{ api_key: "abc" }] }) }, "/policy: a credential by its name"],
  ])("finds %s", (_, body, expected) => {
    expect(found(body)).toEqual([`aws_thing.a /resource/aws_thing/a${expected}`]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ["an expression", { password: "${ephemeral.random_password.it.result}" }],
    ["a hash of code", { source_code_hash: "Yzx0o5uRNDZDNSosgT0S9WWyped39cZuWwS4RaqUhTw=" }],
    [
      "the same hash elsewhere",
      {
        source_code_hash: "Yzx0o5uRNDZDNSosgT0S9WWyped39cZuWwS4RaqUhTw=",
        code: "Yzx0o5uRNDZDNSosgT0S9WWyped39cZuWwS4RaqUhTw=",
      },
    ],
    [
      "a certificate",
      { pem: "-----BEGIN CERTIFICATE-----\nMIICtDCCAjmgAwIBAgIQenQbcP/Zbj9JxvZ+jXbRnTAKBg\n-----END CERTIFICATE-----" },
    ],
    ["an ARN with an id", { role: "arn:aws:iam::444455556666:role/AWSReservedSSO_RiskAnalyst_0123456789abcdef" }],
    ["a construct's id", { name: "risk-analysts_workspace_results_bucket_public-access_4CAA0655" }],
    ["a URL without a password", { url: "https://docs.aws.amazon.com/a@b" }],
  ])("passes over %s", (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it("is a critical finding, which does not repeat the value", () => {
    const output = outputOf({ s: { resource: { aws_thing: { a: { note: key } } } } });
    const { findings } = evaluate(output, [noSecrets], "2026-11-22");
    expect(findings).toMatchObject([{ rule: "no-secrets", severity: "critical", subject: "s aws_thing.a" }]);
    expect(JSON.stringify(findings)).not.toContain(key);
  });
});
