/** One spelling of every type that the lake takes, for each engine. */
export const MYSQL_TYPES: readonly string[] = [
  ..."tinyint,tinyint(1),boolean,tinyint unsigned,smallint,smallint unsigned,mediumint,mediumint unsigned,int".split(
    ",",
  ),
  ..."int(11) unsigned,bigint,bigint unsigned,float,double,double unsigned,bit(1),date,datetime,datetime(3)".split(","),
  ..."datetime(6),timestamp,timestamp(6),time,time(6),year,char(1),char(9),varchar(3),varchar(200),tinytext".split(","),
  ..."text,mediumtext,longtext,json,binary(4),varbinary(16),tinyblob,blob,mediumblob,longblob".split(","),
  "decimal(12,2)",
  "decimal(38,10)",
  "decimal(5)",
  "decimal(2,2)",
  "decimal(12,2) unsigned",
  "enum('a','it''s','B c')",
  "set('x','y','z')",
];

export const POSTGRESQL_TYPES: readonly string[] = [
  ..."smallint,integer,bigint,bigserial,real,double precision,boolean,char(1),char(9),varchar(3),varchar(200)".split(
    ",",
  ),
  ..."text,json,jsonb,xml,uuid,inet,cidr,macaddr,interval,int4range,int8range,numrange,tsrange,tstzrange".split(","),
  ..."daterange,date,timestamp,timestamp(3),timestamptz,timestamptz(0),bytea".split(","),
  "timestamp(6) with time zone",
  "numeric(14,2)",
  "numeric(38,18)",
  "numeric(3)",
];
