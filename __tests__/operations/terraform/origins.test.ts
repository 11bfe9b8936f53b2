import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderCliConfig } from "../../../operations/terraform/cli-config";
import { mirrorHolds } from "../../../operations/terraform/mirror-contents";
import { mirrorFolders } from "../../../operations/terraform/mirror-folders";
import { describeOrigins, originsInMirrors } from "../../../operations/terraform/origins";
import { findUserConfig } from "../../../operations/terraform/user-config";

const aws = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" };
const random = { source: "registry.terraform.io/hashicorp/random", version: "3.7.2" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mirror-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("mirrorHolds", () => {
  test("finds an unpacked provider of the right version and platform only", () => {
    mkdirSync(join(folder, aws.source, "5.100.0", "linux_amd64"), { recursive: true });
    expect(mirrorHolds(folder, aws, "linux_amd64")).toBe(true);
    expect(mirrorHolds(folder, aws, "darwin_arm64")).toBe(false);
    expect(mirrorHolds(folder, { ...aws, version: "5.99.0" }, "linux_amd64")).toBe(false);
    expect(mirrorHolds(folder, random, "linux_amd64")).toBe(false);
  });

  test("finds a packed provider, as `terraform providers mirror` makes it", () => {
    mkdirSync(join(folder, random.source), { recursive: true });
    writeFileSync(join(folder, random.source, "terraform-provider-random_3.7.2_linux_amd64.zip"), "");
    expect(mirrorHolds(folder, random, "linux_amd64")).toBe(true);
    expect(mirrorHolds(folder, random, "linux_arm64")).toBe(false);
  });

  test("leaves a version constraint to Terraform", () => {
    mkdirSync(join(folder, aws.source, "5.98.0", "linux_amd64"), { recursive: true });
    expect(mirrorHolds(folder, { ...aws, version: "~> 5.0" }, "linux_amd64")).toBe(true);
    expect(mirrorHolds(folder, { ...random, version: "~> 3.0" }, "linux_amd64")).toBe(false);
  });
});

test("each provider comes from the first folder that holds it", () => {
  const found = originsInMirrors([aws, random], ["/a", "/b"], (place, provider) => place === "/b" && provider === aws);
  expect(found).toEqual({ found: [{ provider: aws, from: "mirror", folder: "/b" }], missing: [random] });
});

describe("mirrorFolders", () => {
  const machine = { project: "/project", home: "/home/me", operatingSystem: "linux" } as const;

  test("named folders come first, then listed ones, then Terraform's own", () => {
    const { trusted } = mirrorFolders(["/named"], { LAKE_TERRAFORM_MIRROR: "/one:/two" }, machine);
    expect(trusted).toEqual([
      "/named",
      "/one",
      "/two",
      "/project/terraform.d/plugins",
      "/home/me/.terraform.d/plugins",
      "/home/me/.local/share/terraform/plugins",
      "/usr/local/share/terraform/plugins",
      "/usr/share/terraform/plugins",
    ]);
  });

  test("folders that nobody named are only guessed", () => {
    const { trusted, guessed } = mirrorFolders([], {}, machine);
    expect(guessed).toContain("/shared/terraform-mirror");
    expect(trusted).not.toContain("/shared/terraform-mirror");
  });
});

describe("renderCliConfig", () => {
  test("limits each mirror to what was found there and asks the registry for the rest only", () => {
    const text = renderCliConfig(
      [
        { provider: aws, from: "mirror", folder: "/opt/mirror" },
        { provider: random, from: "registry" },
      ],
      "/cache",
    );
    expect(text).toContain(
      [
        "provider_installation {",
        "  filesystem_mirror {",
        '    path    = "/opt/mirror"',
        '    include = ["registry.terraform.io/hashicorp/aws"]',
        "  }",
        "  direct {",
        '    include = ["registry.terraform.io/hashicorp/random"]',
        "  }",
        "}",
      ].join("\n"),
    );
    expect(text).toContain('plugin_cache_dir = "/cache"');
  });

  test("never asks the registry when mirrors have everything", () => {
    expect(renderCliConfig([{ provider: aws, from: "mirror", folder: "/m" }], "/cache")).not.toContain("direct");
    expect(renderCliConfig([{ provider: aws, from: "nowhere", reason: "" }], "/cache")).not.toContain("direct");
  });
});

test("one line says where every provider comes from", () => {
  const origins = [
    { provider: aws, from: "mirror", folder: "/m" } as const,
    { provider: random, from: "nowhere", reason: "no network" } as const,
  ];
  expect(describeOrigins(origins)).toBe("hashicorp/aws 5.100.0 from /m; hashicorp/random 3.7.2 cannot be had");
});

describe("findUserConfig", () => {
  test("a named file that does not exist counts for nothing", () => {
    expect(findUserConfig({ TF_CLI_CONFIG_FILE: join(folder, "absent") }, folder)).toBeUndefined();
  });

  test("a named file wins over the usual one", () => {
    writeFileSync(join(folder, ".terraformrc"), "");
    expect(findUserConfig({}, folder)?.file).toBe(join(folder, ".terraformrc"));
    writeFileSync(join(folder, "named.rc"), 'plugin_cache_dir = "/cache"\n');
    expect(findUserConfig({ TF_CLI_CONFIG_FILE: join(folder, "named.rc") }, folder)).toEqual({
      file: join(folder, "named.rc"),
      hasPluginCache: true,
    });
  });

  test("a commented-out cache is none, one from the environment is one", () => {
    writeFileSync(join(folder, ".terraformrc"), '# plugin_cache_dir = "/cache"\n');
    expect(findUserConfig({}, folder)?.hasPluginCache).toBe(false);
    expect(findUserConfig({ TF_PLUGIN_CACHE_DIR: "/cache" }, folder)?.hasPluginCache).toBe(true);
  });
});
