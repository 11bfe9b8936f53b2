import { ACCOUNT_IDS, accountPart } from "../support/bank";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(bank.ids.filter((each) => !each.endsWith("-bootstrap")))("%s", (id) => {
  const account = accountPart(id);
  const { provider, terraform } = bank.stack(id);
  const credentials = id.endsWith("-credentials");

  it("keeps its state in its own file, by a path that is the same on every machine", () => {
    expect(terraform).toEqual({
      backend: { local: { path: `../../../state/${id}.tfstate` } },
      required_providers: {
        aws: { source: "aws", version: "5.100.0" },
        ...(credentials ? { random: { source: "hashicorp/random", version: "3.7.2" } } : {}),
      },
      required_version: ">= 1.11.0, < 2.0.0",
    });
  });

  it("can change its own account alone, by the account's deploy role", () => {
    expect(provider).toEqual({
      aws: [
        {
          allowed_account_ids: [ACCOUNT_IDS[account]],
          assume_role: [{ role_arn: `arn:aws:iam::${ACCOUNT_IDS[account]}:role/\${var.run_role}`, session_name: id }],
          default_tags: [{ tags: { "cost-centre": "data-platform", account, environment: "prod", stack: id } }],
          region: "eu-central-1",
        },
      ],
      ...(credentials ? { random: [{}] } : {}),
    });
  });

  it("runs by the deploy role unless somebody names the plan role for this one run", () => {
    expect(bank.stack(id)["variable"]).toEqual({
      run_role: {
        type: "string",
        description: "Role that Terraform assumes: lake-deploy, or for a plan lake-deploy-plan",
        default: "lake-deploy",
        ephemeral: true,
        nullable: false,
        validation: [
          {
            condition: '${contains(["lake-deploy","lake-deploy-plan"], var.run_role)}',
            error_message: "Write lake-deploy or lake-deploy-plan.",
          },
        ],
      },
    });
  });

  it("has no outputs, for no stack reads another one's state", () => {
    expect(bank.stack(id)["output"]).toBeUndefined();
    expect(Object.keys(bank.lookups(id, "terraform_remote_state"))).toEqual([]);
  });
});
