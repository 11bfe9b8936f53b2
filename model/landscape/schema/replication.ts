import { either } from "./either";
import { strict } from "./strict";
import { oneNumberOf, text, whole } from "./values";

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html */
const instance = strict("write the DMS instance: `{ instanceClass, engineVersion, storageGb }`", {
  instanceClass: text(/^dms\.[a-z0-9]+\.[a-z0-9]+$/, "write a DMS instance class, for example `dms.t3.medium`"),
  engineVersion: text(/^\d+\.\d+\.\d+$/, "write the complete DMS engine version, for example `3.5.4`"),
  storageGb: whole(5, 6144, "GiB for cached changes and logs"),
});

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_ComputeConfig.html */
const UNITS = [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384];

const serverless = strict("write DMS Serverless: `{ minimumCapacity, maximumCapacity }`", {
  minimumCapacity: oneNumberOf(UNITS, "DMS capacity units of 2 GB"),
  maximumCapacity: oneNumberOf(UNITS, "DMS capacity units of 2 GB"),
});

/** What copies a source. */
export const replication = either(
  "write the DMS instance: `{ instanceClass, engineVersion, storageGb }`",
  "maximumCapacity",
  serverless,
  instance,
);
