/** Where the Terraform states of an environment are kept. */
export type Backend = LocalBackend | S3Backend | CloudBackend;

/** States in files below the project folder: for trials on one machine. */
export interface LocalBackend {
  readonly kind: "local";
  /** Folder of the states, relative to the project folder. */
  readonly directory: string;
}

/** States in a bucket of each account, which the account's bootstrap stack makes. All names are computed. */
export interface S3Backend {
  readonly kind: "s3";
}

/** States and runs in HCP Terraform or Terraform Enterprise, one workspace per stack, named like the stack. */
export interface CloudBackend {
  readonly kind: "cloud";
  /**
   * DNS name of the installation.
   * @default "app.terraform.io"
   */
  readonly hostname?: string;
  readonly organization: string;
  readonly project: string;
}
