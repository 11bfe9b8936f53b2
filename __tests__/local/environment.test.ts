import { cleanEnvironment, emulatorEnvironment, withAddress } from "../../local/environment";

describe("cleanEnvironment", () => {
  const environment = cleanEnvironment({
    PATH: "/bin",
    AWS_PROFILE: "payments-prod",
    AWS_ACCESS_KEY_ID: "AKIAREAL",
    AWS_SESSION_TOKEN: "real",
    AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2/",
    AWS_CA_BUNDLE: "/etc/ca.pem",
    TF_WORKSPACE: "other",
    TF_DATA_DIR: "/elsewhere",
    TF_CLI_ARGS_plan: "-destroy",
    TF_VAR_password: "secret",
    TF_CLI_CONFIG_FILE: "/home/me/.terraformrc",
    TF_TOKEN_app_terraform_io: "token",
    CDKTF_OUTDIR: "elsewhere",
  });

  test("keeps nothing by which a real AWS account could be reached", () => {
    const names = Object.keys(environment).filter((name) => name.startsWith("AWS_"));
    expect(names.toSorted()).toEqual([
      "AWS_CA_BUNDLE",
      "AWS_CONFIG_FILE",
      "AWS_EC2_METADATA_DISABLED",
      "AWS_SHARED_CREDENTIALS_FILE",
    ]);
    expect(environment["AWS_CONFIG_FILE"]).toBe(environment["AWS_SHARED_CREDENTIALS_FILE"]);
  });

  test("keeps of Terraform's variables those that lead to providers", () => {
    const names = Object.keys(environment).filter((name) => name.startsWith("TF_"));
    expect(names.toSorted()).toEqual(
      ["TF_CLI_CONFIG_FILE", "TF_IN_AUTOMATION", "TF_INPUT", "TF_TOKEN_app_terraform_io"].toSorted(),
    );
  });

  test("keeps the rest, and nothing that would move CDKTF's output", () => {
    expect(environment["PATH"]).toBe("/bin");
    expect(environment["CDKTF_OUTDIR"]).toBeUndefined();
  });
});

describe("withAddress", () => {
  test("replaces a name by its address", async () => {
    expect(await withAddress("http://localhost:4566")).toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\]):4566$/);
  });

  test.each(["http://127.0.0.1:4566", "http://[::1]:4566", "https://emulator.example:443"])(
    "leaves %s",
    async (url) => {
      expect(await withAddress(url)).toBe(url);
    },
  );
});

test("the emulator's environment has its endpoint, test credentials and the landscape's Region", async () => {
  expect(await emulatorEnvironment("http://127.0.0.1:5000", "eu-central-1")).toEqual({
    AWS_ENDPOINT_URL: "http://127.0.0.1:5000",
    AWS_ENDPOINT_URL_S3: "http://127.0.0.1:5000",
    HTTP_PROXY: "http://127.0.0.1:5000",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "eu-central-1",
  });
});
