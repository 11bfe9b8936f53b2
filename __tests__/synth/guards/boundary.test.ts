import { findingsOn } from "../../support/guarded";

describe("the guard of boundaries", () => {
  it("finds a role without one", () => {
    expect(findingsOn("aws_iam_role", { name: "prod-x", permissions_boundary: null })).toEqual([
      {
        stack: "one",
        place: "aws_iam_role.x",
        cause: "the role has no permissions boundary, so the deploy role may not make it",
        remedy: "use ServiceRole, or set permissionsBoundary: boundaryOf(this) (modules/role/boundary.ts)",
      },
    ]);
  });

  it("passes a role with one", () => {
    expect(findingsOn("aws_iam_role", { permissions_boundary: "arn:aws:iam::111122223333:policy/b" })).toEqual([]);
  });
});
