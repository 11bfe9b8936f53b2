import { findingsOn } from "../../../support/guarded";

describe("the trap of DMS's own Glue tables", () => {
  it("finds an endpoint that generates them", () => {
    expect(findingsOn("aws_dms_s3_endpoint", { glue_catalog_generation: true })).toEqual([
      {
        stack: "one",
        place: "aws_dms_s3_endpoint.x",
        cause: "glue_catalog_generation fails at apply (hashicorp/terraform-provider-aws#34029)",
        remedy: "remove it; tables are declared from the contracts and found by the crawler",
      },
    ]);
  });

  it("passes an endpoint that does not", () => {
    expect(findingsOn("aws_dms_s3_endpoint", { glue_catalog_generation: false })).toEqual([]);
    expect(findingsOn("aws_dms_s3_endpoint", {})).toEqual([]);
  });
});
