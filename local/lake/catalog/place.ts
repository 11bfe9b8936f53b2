import { LakeError } from "../error";

/** A folder in a bucket. */
export interface Place {
  readonly bucket: string;
  /** Key of the folder, with a slash at its end; empty for the whole bucket. */
  readonly prefix: string;
}

/** @throws LakeError when the location is none of S3 */
export function placeOf(location: string, owner: string): Place {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/*(.*)$/.exec(location) ?? [];
  if (bucket === undefined || key === undefined) {
    throw new LakeError(`${owner}: its location is ${JSON.stringify(location)}; write s3://bucket/folder/`);
  }
  return { bucket, prefix: key === "" || key.endsWith("/") ? key : `${key}/` };
}

/** `s3://bucket/folder/` */
export const urlOf = ({ bucket, prefix }: Place): string => `s3://${bucket}/${prefix}`;
