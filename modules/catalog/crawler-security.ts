import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
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
 * Encrypts whatever Glue writes for a source's crawler besides tables: its log, which names files and columns. Glue makes
 * the log's group by itself, for ever, under a name that the security configuration gets a part in.
 * https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
 */
export class CrawlerSecurity extends Construct {
  public readonly name: string;
  /** To be waited for by the crawler. Its role has the crawler's name, and so has this configuration. */
  public readonly logs: CloudwatchLogGroup;

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
    const name = crawlerName(environment, source);
    this.logs = new CloudwatchLogGroup(this, "logs", {
      name: `/aws-glue/crawlers-role/${name}-${name}`,
      kmsKeyId: kmsKeyArn,
      retentionInDays: governance.logRetentionDays,
    });
    this.name = new GlueSecurityConfiguration(this, "configuration", {
      name,
      encryptionConfiguration: {
        cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn },
        s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn },
      },
    }).name;
  }
}
