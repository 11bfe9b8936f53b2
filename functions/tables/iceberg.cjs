"use strict";
/**
 * A table's own metadata, as far as partitions need it: https://iceberg.apache.org/spec/#table-metadata-fields
 * @typedef {{ readonly id: number, readonly name: string, readonly required: boolean, readonly type: string, readonly doc?: string }} Field
 * @typedef {{ readonly "source-id": number, readonly transform: string, readonly name: string }} PartitionField
 * @typedef {{
 *   readonly location: string,
 *   readonly "current-schema-id": number,
 *   readonly schemas: readonly { readonly "schema-id": number, readonly fields: readonly Field[] }[],
 *   readonly "default-spec-id": number,
 *   readonly "partition-specs": readonly { readonly "spec-id": number, readonly fields: readonly PartitionField[] }[],
 * }} Metadata
 * @typedef {{ readonly column: string, readonly transform: string, readonly name: string }} Planned
 */

/** @param {Metadata} metadata @returns {readonly Field[]} */
function currentFields(metadata) {
  const schema = metadata.schemas.find((each) => each["schema-id"] === metadata["current-schema-id"]);
  if (schema === undefined) throw new Error("the table's metadata has no current schema");
  return schema.fields;
}

/** @param {Metadata} metadata @param {readonly Planned[]} planned @returns {readonly PartitionField[]} */
function partitionFields(metadata, planned) {
  const fields = currentFields(metadata);
  return planned.map(({ column, transform, name }) => {
    const field = fields.find((each) => each.name === column);
    if (field === undefined) throw new Error(`the table has no column ${column} to be partitioned by`);
    return { "source-id": field.id, transform, name };
  });
}

/** Whether new files are divided like that already. @param {Metadata} metadata @param {readonly Planned[]} planned */
function isPartitionedBy(metadata, planned) {
  const spec = metadata["partition-specs"].find((each) => each["spec-id"] === metadata["default-spec-id"]);
  return textOf(spec?.fields ?? []) === textOf(partitionFields(metadata, planned));
}

/** @param {readonly PartitionField[]} fields */
const textOf = (fields) => fields.map((field) => `${field.transform} ${field["source-id"]}`).join();

/**
 * The same table with another partition, as Glue's UpdateTable takes it.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_IcebergTableUpdate.html
 * @param {Metadata} metadata @param {readonly Planned[]} planned
 */
function partitionUpdate(metadata, planned) {
  return {
    Schema: {
      Type: /** @type {const} */ ("struct"),
      Fields: currentFields(metadata).map(({ id, name, type, required, doc }) => ({
        Id: id,
        Name: name,
        Type: type,
        Required: required,
        ...(doc === undefined ? {} : { Doc: doc }),
      })),
    },
    PartitionSpec: {
      Fields: partitionFields(metadata, planned).map((field) => ({
        SourceId: field["source-id"],
        Transform: field.transform,
        Name: field.name,
      })),
    },
    Location: metadata.location,
  };
}

module.exports = { isPartitionedBy, partitionUpdate };
