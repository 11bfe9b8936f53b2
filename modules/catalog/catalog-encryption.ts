import { GlueDataCatalogEncryptionSettings } from "@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings";
import { Construct } from "constructs";

/** Encrypts the account's Data Catalog and the passwords in it. */
export class CatalogEncryption extends Construct {
  constructor(scope: Construct, id: string, keyArn: string) {
    super(scope, id);
    new GlueDataCatalogEncryptionSettings(this, "settings", {
      dataCatalogEncryptionSettings: {
        connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: keyArn },
        encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: keyArn },
      },
    });
  }
}
