/** Terraform JSON as somebody else writes it: data sources for policies, no account in the provider, modules, other types. */
const DATA = "aws_iam_policy_document";

export const PLAIN = {
  lake: {
    provider: { aws: { region: "eu-west-1", assume_role: { role_arn: "arn:aws:iam::111111111111:role/deploy" } } },
    module: { network: { source: "./network" } },
    data: {
      aws_caller_identity: { me: {} },
      [DATA]: {
        common: {
          statement: [
            { sid: "List", actions: ["s3:ListBucket"], resources: ["${aws_s3_bucket.data.arn}"] },
            { sid: "Read", actions: ["s3:GetObject"], resources: ["*"] },
          ],
        },
        reader: {
          source_policy_documents: [`\${data.${DATA}.common.json}`],
          statement: { sid: "Read", actions: ["s3:GetObject"], resources: ["${aws_s3_bucket.data.arn}/public/*"] },
        },
        bucket: {
          statement: [
            {
              actions: ["s3:GetObject"],
              resources: ["${aws_s3_bucket.data.arn}/*"],
              principals: { type: "AWS", identifiers: ["222222222222"] },
              condition: {
                test: "ArnLike",
                variable: "aws:PrincipalArn",
                values: ["arn:aws:iam::222222222222:role/etl"],
              },
            },
          ],
        },
        trust: {
          statement: {
            actions: ["sts:AssumeRole"],
            principals: { type: "Service", identifiers: ["glue.amazonaws.com"] },
          },
        },
      },
    },
    resource: {
      aws_s3_bucket: { data: { bucket: "data" } },
      aws_s3_bucket_policy: { data: { bucket: "${aws_s3_bucket.data.id}", policy: `\${data.${DATA}.bucket.json}` } },
      aws_s3_bucket_acl: { data: { bucket: "${aws_s3_bucket.data.id}", acl: "public-read" } },
      aws_iam_role: {
        reader: { name: "reader", assume_role_policy: `\${data.${DATA}.trust.json}` },
        guest: { name: "guest", assume_role_policy: "${var.trust}", managed_policy_arns: ["${var.policy}"] },
      },
      aws_iam_policy: { reader: { name: "reader", policy: `\${data.${DATA}.reader.json}` } },
      aws_iam_role_policy_attachment: {
        reader: { role: "${aws_iam_role.reader.name}", policy_arn: "${aws_iam_policy.reader.arn}" },
      },
      aws_glue_catalog_database: { sales: { name: "sales" } },
      aws_glue_catalog_table: {
        orders: {
          name: "orders",
          database_name: "${aws_glue_catalog_database.sales.name}",
          storage_descriptor: [
            {
              location: "s3://data/orders/",
              columns: [
                { name: "id", type: "int" },
                { name: "card", type: "string" },
              ],
            },
          ],
        },
      },
      aws_lakeformation_permissions: {
        reader: {
          principal: "${aws_iam_role.reader.arn}",
          permissions: ["SELECT"],
          table_with_columns: { database_name: "sales", name: "orders", column_names: ["id"] },
        },
        abroad: {
          principal: "${aws_iam_role.reader.arn}",
          permissions: ["SELECT"],
          table: { catalog_id: "999999999999", database_name: "theirs", name: "prices" },
        },
      },
      google_storage_bucket: { other: { name: "other" } },
    },
  },
};
