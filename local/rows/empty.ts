import {
  type AttributeValue,
  DeleteItemCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { DeleteObjectsCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";

/** Deletes all objects of a bucket: rows of an earlier run would be taken for this one's. One that is not there is empty. */
export async function emptyBucket(s3: S3Client, bucket: string): Promise<void> {
  try {
    await emptyFolder(s3, bucket, "");
  } catch (error) {
    if (!(error instanceof Error && error.name === "NoSuchBucket")) throw error;
  }
}

/** Deletes all objects below a folder of a bucket. */
export async function emptyFolder(s3: S3Client, bucket: string, folder: string): Promise<void> {
  const prefix = folder === "" ? {} : { Prefix: `${folder}/` };
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, ...prefix })) {
    const found = (page.Contents ?? []).map(({ Key }) => ({ Key }));
    if (found.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: found } }));
  }
}

/** Deletes all items of a table: what an earlier run has merged is not in this one's tables. */
export async function emptyTable(dynamoDb: DynamoDBClient, table: string): Promise<void> {
  const { Table } = await dynamoDb.send(new DescribeTableCommand({ TableName: table }));
  const keys = (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? []);
  for await (const page of paginateScan({ client: dynamoDb }, { TableName: table })) {
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(keys.flatMap((name) => entryOf(item, name)));
      await dynamoDb.send(new DeleteItemCommand({ TableName: table, Key }));
    }
  }
}

function entryOf(
  item: Readonly<Record<string, AttributeValue>>,
  name: string,
): readonly (readonly [string, AttributeValue])[] {
  const value = item[name];
  return value === undefined ? [] : [[name, value]];
}
