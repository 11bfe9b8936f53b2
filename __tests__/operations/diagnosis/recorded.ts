/** A complaint as Terraform 1.11 and provider aws 5.100 word it, and what must be made of it. */
export interface Recorded {
  readonly kind: string;
  readonly summary: string;
  readonly detail: string;
  readonly what: RegExp;
  readonly remedy: RegExp;
}

export const recorded: readonly Recorded[] = [
  {
    kind: "wrong-account",
    summary: "AWS account ID not allowed: 999988887777",
    detail: "",
    what: /999988887777, which is not lending's/,
    remedy: /AWS_PROFILE.*get-caller-identity/,
  },
  {
    kind: "expired-session",
    summary: "Retrieving AWS account details: validating provider credentials",
    detail:
      "retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 1, api error ExpiredToken: The security token included in the request is expired",
    what: /session .* has expired/,
    remedy: /sso login.*--resume/,
  },
  {
    kind: "expired-session",
    summary: "No valid credential sources found",
    detail: "Error: failed to refresh cached credentials, refresh cached SSO token failed, unable to refresh SSO token",
    what: /session .* has expired/,
    remedy: /sso login/,
  },
  {
    kind: "no-credentials",
    summary: "No valid credential sources found",
    detail:
      "Please see https://registry.terraform.io/providers/hashicorp/aws\n\nError: failed to refresh cached credentials, no EC2 IMDS role found",
    what: /no AWS credentials/,
    remedy: /AWS_PROFILE/,
  },
  {
    kind: "invalid-credentials",
    summary: "validating provider credentials",
    detail: "api error InvalidClientTokenId: The security token included in the request is invalid.",
    what: /does not accept/,
    remedy: /get-caller-identity/,
  },
  {
    kind: "role-refused",
    summary: "Cannot assume IAM Role",
    detail:
      "IAM Role (arn:aws:iam::222233334444:role/lake-deploy) cannot be assumed.\n\nThere are a number of possible causes of this.\n\nError: operation error STS: AssumeRole, https response error StatusCode: 403, api error AccessDenied: User: arn:aws:iam::1:user/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/lake-deploy",
    what: /may not assume the deploy role of lending, arn:aws:iam::222233334444:role\/lake-deploy/,
    remedy: /docs\/bootstrap\.md.*trust policy/,
  },
  {
    kind: "access-denied",
    summary: "creating KMS Key: operation error KMS: CreateKey, https response error StatusCode: 400",
    detail:
      "api error AccessDeniedException: User: arn:aws:sts::2:assumed-role/lake-deploy/x is not authorized to perform: kms:CreateKey because no identity-based policy allows it",
    what: /refused kms:CreateKey/,
    remedy: /SCP or a permission boundary/,
  },
  {
    kind: "throttled",
    summary:
      "creating Lake Formation Permissions: operation error LakeFormation: GrantPermissions, exceeded maximum number of attempts, 25, api error ThrottlingException: Rate exceeded",
    detail: "",
    what: /throttles/,
    remedy: /--resume --parallelism 1/,
  },
  {
    kind: "full-disk",
    summary: "Failed to save state",
    detail: "Error saving state: write ../../../state/a.tfstate: no space left on device",
    what: /disk is full/,
    remedy: /errored\.tfstate.*next run puts it in its place/,
  },
  {
    kind: "state-locked",
    summary: "Error acquiring the state lock",
    detail:
      "Error message: operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed\nLock Info:\n  ID:        0c1ae3b3-52ac-4d4d-8a43-20d6a15f4b53\n  Path:      bucket/prod/prod-lending-network/terraform.tfstate\n  Operation: OperationTypeApply\n  Who:       anna@laptop\n  Version:   1.11.4\n  Created:   2026-11-22 13:00:00 UTC\n  Info:      \n\n\nTerraform acquires a state lock to protect the state.",
    what: /locked by anna@laptop since 2026-11-22 13:00:00 UTC \(OperationTypeApply\)/,
    remedy: /cd \S+prod-lending-network && terraform force-unlock 0c1ae3b3-52ac-4d4d-8a43-20d6a15f4b53/,
  },
  {
    kind: "state-broken",
    summary: "Error acquiring the state lock",
    detail:
      'Error message: 2 problems:\n\n- Unsupported state file format: The state file could not be parsed as JSON: syntax error at byte offset 8192.\n- Unsupported state file format: The state file does not have a "version" attribute.',
    what: /not whole/,
    remedy: /errored\.tfstate or the backup/,
  },
  {
    kind: "state-not-saved",
    summary: "Failed to save state",
    detail:
      "Error saving state: failed to upload state: operation error S3: PutObject.\n\nThe error shown above has prevented Terraform from writing the updated state to the configured backend. The state was written to the file errored.tfstate",
    what: /could not save the state/,
    remedy: /Do not delete it.*terraform state push errored\.tfstate/,
  },
  {
    kind: "backend-missing",
    summary: 'Error refreshing state: S3 bucket "examplebank-prod-state-222233334444" does not exist.',
    detail: "The referenced S3 bucket must have been previously created.",
    what: /bucket for the states of lending/,
    remedy: /docs\/bootstrap\.md/,
  },
  {
    kind: "backend-moved",
    summary: "Backend configuration changed",
    detail: "A change in the backend configuration has been detected, which may require migrating existing state.",
    what: /another one than before/,
    remedy: /init -migrate-state/,
  },
  {
    kind: "plan-stale",
    summary: "Saved plan is stale",
    detail: "The given plan file can no longer be applied because the state was changed by another operation.",
    what: /state has changed/,
    remedy: /Plan again/,
  },
  {
    kind: "terraform-version",
    summary: "Unsupported Terraform Core version",
    detail: "This configuration does not support Terraform version 1.9.0.",
    what: /too old or too new/,
    remedy: /1\.11 or newer/,
  },
  {
    kind: "provider-missing",
    summary: "Failed to query available provider packages",
    detail:
      "Could not retrieve the list of available versions for provider hashicorp/aws: could not connect to registry.terraform.io",
    what: /cannot be installed: hashicorp\/aws/,
    remedy: /--mirror DIR/,
  },
  {
    kind: "provider-locked",
    summary: "Failed to install provider from shared cache",
    detail:
      "Error while importing hashicorp/aws v5.100.0 from the shared cache directory: the provider cache at .terraform/providers has a copy that doesn't match any of the checksums recorded in the dependency lock file.",
    what: /another version or build/,
    remedy: /terraform init -upgrade/,
  },
  {
    kind: "destroy-prevented",
    summary: "Instance cannot be destroyed",
    detail:
      "Resource aws_kms_key.k has lifecycle.prevent_destroy set, but the plan calls for this resource to be destroyed.",
    what: /holds data, keys or permissions/,
    remedy: /two keys/,
  },
  {
    kind: "deletion-protected",
    summary:
      "deleting RDS Cluster (prod-loans): InvalidParameterCombination: Cannot delete protected Cluster, please disable deletion protection and try again.",
    detail: "",
    what: /AWS keeps something/,
    remedy: /section Destroy/,
  },
  {
    kind: "exists-already",
    summary:
      "creating IAM Role (prod-lending-flow-logs): EntityAlreadyExists: Role with name prod-lending-flow-logs already exists.",
    detail: "",
    what: /not in the stack's state/,
    remedy: /takes it over by itself.*terraform import/,
  },
  {
    kind: "unreachable",
    summary:
      'reading KMS Key: operation error KMS: DescribeKey, Post "https://kms.eu-central-1.amazonaws.com/": dial tcp: lookup kms.eu-central-1.amazonaws.com: no such host',
    detail: "",
    what: /cannot be reached/,
    remedy: /HTTPS_PROXY/,
  },
  {
    kind: "unreachable",
    summary: "Cannot assume IAM Role",
    detail:
      'IAM Role (arn:aws:iam::222233334444:role/lake-deploy) cannot be assumed.\n\nError: operation error STS: AssumeRole, exceeded maximum number of attempts, 2, https response error StatusCode: 0, RequestID: , request send failed, Post "https://sts.eu-central-1.amazonaws.com/": EOF\n',
    what: /connection broke/,
    remedy: /HTTPS_PROXY/,
  },
];
