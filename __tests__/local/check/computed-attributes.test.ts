import { schemaDifferences } from "../../../local/check/computed-attributes";

const schema = JSON.stringify({
  provider_schemas: {
    "registry.terraform.io/hashicorp/aws": {
      resource_schemas: {
        aws_route_table: {
          block: {
            attributes: {
              arn: { computed: true },
              id: { optional: true, computed: true },
              route: { optional: true, computed: true },
              tags: { optional: true },
            },
          },
        },
        aws_nothing: { block: {} },
      },
    },
  },
});

describe("the record of attributes that a provider may compute", () => {
  it("agrees with the provider's schema", () => {
    expect(schemaDifferences(schema, "aws_nothing:\naws_route_table: id route\n")).toEqual([]);
  });

  it("is told from one that lacks an attribute, and from one of a type that is gone", () => {
    expect(schemaDifferences(schema, "aws_gone: id\naws_route_table: id\n")).toEqual([
      "recorded: aws_gone: id",
      "provider: has no such type",
      "recorded: aws_route_table: id",
      "provider: aws_route_table: id route",
    ]);
  });
});
