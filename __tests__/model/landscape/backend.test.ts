import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { first, sample } from "./sample";

const KINDS =
  'write the backend: `{ kind: "local", directory }`, `{ kind: "s3" }` or `{ kind: "cloud", organization, project }`';

/** Path and remedy of each problem of the sample with this backend. */
function problemsOf(backend: unknown) {
  try {
    loadLandscape({ environments: [{ ...first(sample.environments), backend }] });
    return [];
  } catch (error) {
    if (error instanceof LandscapeError) return error.problems.map(({ path, remedy }) => [path, remedy]);
    throw error;
  }
}

describe("the backend of an environment", () => {
  it.each([
    [{ kind: "local", directory: "state/prod" }],
    [{ kind: "s3" }],
    [{ kind: "cloud", organization: "bank", project: "lake" }],
    [{ kind: "cloud", hostname: "tfe.bank.example:8443", organization: "bank", project: "Lake 2" }],
  ])("is accepted: %j", (backend) => {
    expect(problemsOf(backend)).toEqual([]);
  });

  it.each([
    ["s3", "backend", KINDS],
    [{ kind: "gcs", directory: "x" }, "backend.kind", 'write `"local"`, `"s3"` or `"cloud"`'],
    [{ kind: "s3", bucket: "mine" }, "backend.bucket", "remove it: the landscape has no such property"],
    [
      { kind: "local", directory: "/state" },
      "backend.directory",
      "write a folder relative to the project, without `..`, for example `state`",
    ],
    [
      { kind: "cloud", organization: "bank", project: "a:*" },
      "backend.project",
      "write the name of the project: 3 to 40 letters, digits, inner spaces, `_` or `-`",
    ],
    [
      { kind: "cloud", organization: "b k", project: "lake" },
      "backend.organization",
      "write the name of the organization: 3 to 40 letters, digits, `_` or `-`",
    ],
    [
      { kind: "cloud", hostname: "https://app.terraform.io", organization: "bank", project: "lake" },
      "backend.hostname",
      "write the DNS name of HCP Terraform or Terraform Enterprise without a scheme, for example `app.terraform.io`",
    ],
  ])("is refused: %j", (backend, path, remedy) => {
    expect(problemsOf(backend)).toEqual([[path, remedy]]);
  });
});
