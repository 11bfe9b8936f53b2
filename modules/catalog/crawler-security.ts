import { GlueSecurityConfiguration } from "@cdktf/provider-aws/lib/glue-security-configuration";
import { Construct } from "constructs";
import type { Environment, Source } from "../../model/landscape/types";
import { crawlerKeyAlias, crawlerName } from "../../model/names";
import { useByLogs, useThroughServices } from "../../model/policy/key-policy";
import { EncryptionKey } from "../storage/encryption-key";

export interface CrawlerSecurityProps {
  readonly environment: Environment;
  readonly source: Source;
}

/**
 * Encrypts whatever Glue writes for a source's crawler besides tables: its log, which names files and columns.
 * https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
 */
export class CrawlerSecurity extends Construct {
  public readonly name: string;

  constructor(scope: Construct, id: string, { environment, source }: CrawlerSecurityProps) {
    super(scope, id);
    const { governance } = environment;
    const kmsKeyArn = new EncryptionKey(this, "key", {
      alias: crawlerKeyAlias(environment, source),
      description: `Log of the crawler of ${source.name}`,
      owner: governance,
      uses: [useByLogs(environment, governance), useThroughServices(environment, governance, ["glue", "s3"])],
      separated: true,
    }).arn;
    this.name = new GlueSecurityConfiguration(this, "configuration", {
      name: crawlerName(environment, source),
      encryptionConfiguration: {
        cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn },
        s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn },
      },
    }).name;
  }
}
