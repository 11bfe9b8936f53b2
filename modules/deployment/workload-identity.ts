import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";
import type { CloudBackend } from "../../model/landscape/types";
import { cloudHostname, WORKLOAD_AUDIENCE } from "../../model/policy/deployment-trust";

/** Makes the account know who signs the identities of HCP Terraform's runs. The roles' trust says which runs it believes. */
export class WorkloadIdentity extends Construct {
  constructor(scope: Construct, id: string, backend: CloudBackend) {
    super(scope, id);
    // Without thumbprints: AWS verifies the certificate by the authorities that it knows.
    new IamOpenidConnectProvider(this, "provider", {
      url: `https://${cloudHostname(backend)}`,
      clientIdList: [WORKLOAD_AUDIENCE],
    });
  }
}
