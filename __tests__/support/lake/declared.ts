/** Tables as Glue answers them, in the form in which this project declares them. */
import type { Crawler, Table } from "@aws-sdk/client-glue";

export const RAW = "s3://raw/lending/loans/g1/";

const PARQUET = {
  InputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  OutputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
  SerdeInfo: { SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
} as const;

/** Columns of a loan by name, in Hive's types. */
export const LOAN = { loan_id: "bigint", amount: "decimal(12,2)", status: "string", updated_at: "timestamp" } as const;
/** The same as files hold them, and the tables over them declare them. */
export const LOAN_FILES = { ...LOAN, updated_at: "bigint" } as const;
export const HEADER = { op: "string", dms_commit_ts: "string", dms_change_seq: "string" } as const;

type Columns = Readonly<Record<string, string>>;

const listed = (columns: Columns) => Object.entries(columns).map(([Name, Type]) => ({ Name, Type }));

/** What a test declares otherwise. */
export interface Otherwise {
  readonly location?: string;
  readonly columns?: Columns;
  readonly parameters?: Readonly<Record<string, string>>;
}

export const changes = (name: string, { location, columns, parameters }: Otherwise = {}): Table => ({
  Name: name,
  Parameters: {
    EXTERNAL: "TRUE",
    classification: "parquet",
    "projection.enabled": "true",
    "projection.dms_commit_date.type": "date",
    "projection.dms_commit_date.format": "yyyy-MM-dd",
    "projection.dms_commit_date.range": "2026-01-01,NOW+1DAYS",
    "projection.dms_commit_date.interval": "1",
    "projection.dms_commit_date.interval.unit": "DAYS",
    "storage.location.template": `${RAW}lending/${name}/\${dms_commit_date}/`,
    ...parameters,
  },
  PartitionKeys: [{ Name: "dms_commit_date", Type: "string" }],
  StorageDescriptor: {
    ...PARQUET,
    Columns: listed(columns ?? { ...HEADER, ...LOAN_FILES }),
    Location: location ?? `${RAW}lending/${name}/`,
  },
});

export const loads = (name: string, { location, columns, parameters }: Otherwise = {}): Table => ({
  Name: name,
  Parameters: { EXTERNAL: "TRUE", classification: "parquet", ...parameters },
  StorageDescriptor: {
    ...PARQUET,
    Columns: listed(columns ?? { ...HEADER, ...LOAN_FILES }),
    Location: location ?? `${RAW}lending/${name}/`,
  },
});

export const current = (name: string, { columns }: Otherwise = {}): Table => ({
  Name: name,
  Parameters: { table_type: "ICEBERG", metadata_location: "s3://curated/metadata.json" },
  StorageDescriptor: { Columns: listed(columns ?? LOAN), Location: `s3://curated/${name}/` },
});

export const crawler = (otherwise: Partial<Crawler> = {}): Crawler => ({
  Name: "loans-discovery",
  DatabaseName: "loans_discovered",
  TablePrefix: "g1_",
  Configuration: JSON.stringify({
    Version: 1,
    Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: 6 },
  }),
  Targets: { S3Targets: [{ Path: RAW, Exclusions: ["**/*LOAD*.parquet"] }] },
  ...otherwise,
});
