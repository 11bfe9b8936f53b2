/** Settings of a table over files: which are imitated, which change no row, and that there is no other. */
import type { Table } from "@aws-sdk/client-glue";
import { LakeError } from "../error";

const PARQUET = {
  InputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
} as const;

/** Properties that are read elsewhere, or say nothing about rows. */
const KNOWN =
  /^(?:external|classification|comment|typeofdata|compressiontype|has_encrypted_data|parquet\.compress(?:ion)?|transient_lastddltime|projection\..+|storage\.location\.template)$/i;
const KNOWN_OF_SERDE = /^serialization\.format$/i;

/** Why the table cannot be read as Parquet; nothing when it can. */
export function notParquet({ StorageDescriptor: storage }: Table): string | undefined {
  const library = storage?.SerdeInfo?.SerializationLibrary;
  if (storage?.InputFormat === PARQUET.InputFormat && library === PARQUET.SerializationLibrary) return undefined;
  return `not declared as Parquet (${storage?.InputFormat ?? "no input format"}, ${library ?? "no SerDe"})`;
}

/** @throws LakeError when the table has a setting that is not imitated */
export function refuseUnknown(name: string, { Parameters: parameters = {}, StorageDescriptor: storage }: Table): void {
  const unknown = [
    ...Object.keys(parameters).filter((key) => !KNOWN.test(key)),
    ...Object.keys(storage?.SerdeInfo?.Parameters ?? {}).filter((key) => !KNOWN_OF_SERDE.test(key)),
  ];
  if (unknown.length > 0) {
    throw new LakeError(`${name}: ${unknown.join(", ")} may change what Athena reads and is not imitated`);
  }
}
