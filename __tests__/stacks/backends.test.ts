import type { Backend } from "../../model/landscape/types";
import { ACCOUNT_IDS, accountPart, STACK_IDS } from "../support/bank";
import { at, block, first, list } from "../support/json";
import { withProd } from "../support/landscapes";
import { synthesized } from "../support/synthesized";

const stored = (backend: Backend) => synthesized(withProd({ backend }));

describe("the backend s3", () => {
  const bank = stored({ kind: "s3" });

  it.each(STACK_IDS)("keeps the state of %s in the account's bucket, encrypted and locked", (id) => {
    const account = ACCOUNT_IDS[accountPart(id)];
    expect(block(bank.stack(id)["terraform"])["backend"]).toEqual({
      s3: {
        bucket: `examplebank-prod-state-${account}`,
        key: `prod/${id}/terraform.tfstate`,
        region: "eu-central-1",
        encrypt: true,
        kms_key_id: `arn:aws:kms:eu-central-1:${account}:alias/prod-${accountPart(id)}-state`,
        use_lockfile: true,
        allowed_account_ids: [account],
        assume_role: { role_arn: `arn:aws:iam::${account}:role/lake-deploy-state`, session_name: id },
      },
    });
  });

  it("changes nothing else", () => {
    const local = synthesized();
    expect(bank.ids).toEqual(local.ids);
    for (const id of bank.ids) {
      const { terraform: _, ...rest } = bank.stack(id);
      expect(local.stack(id)).toMatchObject(rest);
    }
  });
});

describe("the backend cloud", () => {
  const cloud: Backend = { kind: "cloud", organization: "examplebank", project: "Lake of prod" };
  const bank = stored(cloud);

  it.each(STACK_IDS)("gives %s a workspace of its name and no local state", (id) => {
    const { backend, cloud: found } = block(bank.stack(id)["terraform"]);
    expect(backend).toBeUndefined();
    expect(found).toEqual({
      hostname: "app.terraform.io",
      organization: "examplebank",
      workspaces: { name: id, project: "Lake of prod" },
    });
  });

  it.each(STACK_IDS)("lets %s use the credentials of the run, in its own account alone", (id) => {
    const provider = block(first(list(at(bank.stack(id)["provider"], "aws"))));
    expect(provider["assume_role"]).toBeUndefined();
    expect(provider["allowed_account_ids"]).toEqual([ACCOUNT_IDS[accountPart(id)]]);
    expect(bank.stack(id)["variable"]).toBeUndefined();
  });

  it("takes an installation of one's own", () => {
    const own = stored({ ...cloud, hostname: "terraform.bank.example" });
    expect(block(own.stack("prod-risk-analytics")["terraform"])["cloud"]).toMatchObject({
      hostname: "terraform.bank.example",
    });
  });
});
