// How each engine is asked how large a table is: what its catalog tells a user who may only read, and tells at once.
#include <fmt/format.h>

#include <algorithm>

#include "bundle/table_sizes.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "migc/script/questions.h"

namespace migc::bundle {
namespace {

using script::LiteralFor;

constexpr const char* kNotSeen = "no such table that this user may see";

// `bytes`, a column, in the greatest unit that leaves two digits, rounded up. `division` is whole: "CEIL({0} / {1})".
std::string InUnits(const dialect::Dialect& dialect, std::string_view division) {
  struct Unit {
    std::string_view when;
    std::string_view bytes;
    std::string_view name;
  };
  constexpr Unit kUnits[] = {{"CASE WHEN bytes < 10485760 THEN", "1024", " kB"},
                             {" WHEN bytes < 10737418240 THEN", "1048576", " MB"},
                             {" ELSE", "1073741824", " GB"}};
  const bool concat = dialect.tool == dialect::Tool::kMysql || dialect.tool == dialect::Tool::kSqlcmd;
  std::string text;
  for (const Unit& unit : kUnits) {
    const std::string number = fmt::format(fmt::runtime(division), "bytes", unit.bytes);
    const std::string name = LiteralFor(dialect, unit.name);
    text += fmt::format(fmt::runtime(concat ? "{} CONCAT({}, {})\n       " : "{} {} || {}\n       "), unit.when, number, name);
  }
  return text + " END";
}

// PostgreSQL 15, "pg_class": reltuples is -1 for what was never vacuumed or analyzed; before 14 that was 0, as relpages still is.
// A partitioned table has its partitions' rows in it too, and a size of 0 ("Database Object Size Functions": what inherits counts
// by itself). ALTER TABLE goes on to what inherits, so that is counted with it. Everybody may read all of this.
std::string ForPsql(const dialect::Dialect& dialect, const ir::Name& table) {
  const std::string name = LiteralFor(dialect, emit::QuoteName(dialect, table));
  // YugabyteDB has no files to look at: each size is asked of its tablets, without the indexes (issue 23181) and at times in vain
  // (issue 20030). It is left out there, and 0 rows are told from no statistics by nobody.
  const bool sized = dialect.lineage.size() == 1;
  const std::string unknown = sized ? "(c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0"
                                    : "c.reltuples <= 0 AND c.relkind <> 'p'";
  return fmt::format(
      "WITH RECURSIVE migc_parts (oid) AS (\n"
      "    SELECT to_regclass({})::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)\n"
      "  SELECT CASE WHEN count(*) = 0 THEN '{}' ELSE\n"
      "    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'\n"
      "      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'\n"
      "      ELSE 'rows unknown (not analyzed{})' END{} END\n"
      "  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,\n"
      "      {}{} AS unknown\n"
      "    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part",
      name, kNotSeen, sized ? "" : ", or none", sized ? " || ', ' || pg_size_pretty(sum(bytes))" : "",
      sized ? "pg_total_relation_size(c.oid) AS bytes,\n      " : "", unknown);
}

// MySQL 8.4, "The INFORMATION_SCHEMA TABLES Table": for InnoDB table_rows is a rough estimate, and statistics are kept for a day
// (information_schema_stats_expiry). MariaDB 10.6, "Information Schema TABLES Table", says the same of the estimate. Tables
// on which the user has no privilege are left out ("INFORMATION_SCHEMA Usage Notes"). TiDB 8.5, "SHOW TABLE STATUS": rows and sizes
// are 0 until the table is analyzed.
std::string ForMysql(const dialect::Dialect& dialect, const ir::Name& table) {
  const bool tidb = std::ranges::find(dialect.lineage, "tidb") != dialect.lineage.end();
  const std::string unknown =
      tidb ? "WHEN COALESCE(found, 0) = 0 THEN 'rows unknown (not analyzed, or none)'" : "WHEN found IS NULL THEN 'rows unknown'";
  return fmt::format(
      "SELECT COALESCE((SELECT CASE {}\n"
      "      ELSE CONCAT('about ', found, ' rows, ',\n"
      "        {}) END\n"
      "    FROM (SELECT table_rows AS found, COALESCE(data_length, 0) + COALESCE(index_length, 0) AS bytes\n"
      "      FROM information_schema.tables WHERE table_schema = {} AND table_name = {}) migc_size),\n"
      "    '{}')",
      unknown, InUnits(dialect, "({0} + {1} - 1) DIV {1}"), table.schema.empty() ? "DATABASE()" : LiteralFor(dialect, table.schema),
      LiteralFor(dialect, table.name), kNotSeen);
}

// sqlite_stat1 is there after ANALYZE only, and cannot be named without; dbstat is an option of the build; the greatest rowid says
// nothing when numbers are given out with gaps, and a table WITHOUT ROWID has none. count(*) needs none of them: it counts the
// entries of the smallest index, page by page, which is less than any check below reads. What one table takes nobody tells;
// the file as a whole does (sqlite.org/pragma.html, "PRAGMA functions", since 3.16).
std::string ForSqlite3(const dialect::Dialect& dialect, const ir::Name& table) {
  return fmt::format(
      "SELECT COUNT(*) || ' rows, in a database of ' || (SELECT\n"
      "        {}\n"
      "    FROM (SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size))\n"
      "  FROM {}",
      InUnits(dialect, "(({0} + {1} - 1) / {1})"), emit::QuoteName(dialect, table));
}

// SQL Server 2019, "sys.partitions" (rows: approximate) and "sys.allocation_units" ask for membership in public, and show what
// the user may see ("Metadata Visibility Configuration"); sys.dm_db_partition_stats would ask for VIEW DATABASE STATE. A page is 8
// KB.
std::string ForSqlcmd(const dialect::Dialect& dialect, const ir::Name& table) {
  ir::Name name = table;
  if (name.schema.empty()) name.schema = dialect.default_schema;
  const std::string id = fmt::format("OBJECT_ID({}, N'U')", LiteralFor(dialect, emit::QuoteName(dialect, name)));
  return fmt::format(
      "SELECT CASE WHEN {0} IS NULL THEN N'{1}'\n"
      "      WHEN found IS NULL THEN N'rows unknown'\n"
      "      ELSE CONCAT(N'about ', found, N' rows, ',\n"
      "        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE\n"
      "        {2} END) END\n"
      "  FROM (SELECT\n"
      "      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = {0}\n"
      "        AND p.index_id IN (0, 1)) AS found,\n"
      "      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a\n"
      "        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END\n"
      "        WHERE p.object_id = {0}) AS bytes) migc_size",
      id, kNotSeen, InUnits(dialect, "({0} + {1} - 1) / {1}"));
}

// Database Reference 12.2, "ALL_TABLES": what the user may see; num_rows, avg_row_len and last_analyzed are there once statistics
// were gathered. The segments of others are for the administrator alone (DBA_SEGMENTS), so the size is that of the rows. SQL*Plus
// makes a column as wide as its type.
std::string ForSqlplus(const dialect::Dialect& dialect, const ir::Name& table) {
  const auto stored = [&](const std::string& name) {
    const bool plain = emit::QuoteIdentifier(dialect, name) == name;
    return LiteralFor(dialect, plain ? base::UpperAscii(name) : name);
  };
  return fmt::format(
      "SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'\n"
      "      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||\n"
      "        {}\n"
      "        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END\n"
      "    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed\n"
      "      FROM all_tables WHERE owner = {} AND table_name = {}) migc_size),\n"
      "    '{}') AS VARCHAR2(100)) FROM dual",
      InUnits(dialect, "CEIL({0} / {1})"), table.schema.empty() ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : stored(table.schema),
      stored(table.name), kNotSeen);
}

// DuckDB 1.5, "DuckDB_% Metadata Functions": estimated_size is a number of rows; the size of a database is that of its file,
// without its log ("Pragmas", database_size).
std::string ForDuckdb(const dialect::Dialect& dialect, const ir::Name& table) {
  return fmt::format(
      "SELECT COALESCE((SELECT 'about ' || estimated_size || ' rows, in a database of ' ||\n"
      "      (SELECT any_value(database_size) FROM pragma_database_size() WHERE database_name = current_database())\n"
      "    FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {}\n"
      "      AND lower(table_name) = lower({})), '{}')",
      table.schema.empty() ? "current_schema()" : LiteralFor(dialect, table.schema), LiteralFor(dialect, table.name), kNotSeen);
}

}  // namespace

std::string SizeQuery(const dialect::Dialect& dialect, const ir::Name& table) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      return ForPsql(dialect, table);
    case dialect::Tool::kMysql:
      return ForMysql(dialect, table);
    case dialect::Tool::kSqlite3:
      return ForSqlite3(dialect, table);
    case dialect::Tool::kSqlcmd:
      return ForSqlcmd(dialect, table);
    case dialect::Tool::kSqlplus:
      return ForSqlplus(dialect, table);
    case dialect::Tool::kDuckdb:
      return ForDuckdb(dialect, table);
  }
  return "";
}

}  // namespace migc::bundle
