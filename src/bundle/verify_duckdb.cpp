// verify.sql for duckdb: one query over DuckDB's own catalog functions. It gives constraints no names, so they are known by what
// they are.
#include <fmt/format.h>

#include <algorithm>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

class Duckdb final : public Engine {
 public:
  // It extends PostgreSQL; what extends it is another product.
  explicit Duckdb(const VerifyInput& input) : Engine(input), exact_(input.frame.dialect->lineage.size() == 2) {}

  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (!exact_ || !type.native.empty()) return std::nullopt;
    std::optional<std::string> text = ElementOf(type);
    for (int i = 0; text && i < type.array_dimensions; ++i) *text += "[]";
    return text;
  }

  // What a generated column is made from stands where a default would.
  std::optional<std::string> DefaultOf(const ir::Column& column) const override {
    if (column.generated) return std::nullopt;
    if (column.identity) return "default";
    return Engine::DefaultOf(column);
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const std::string name = Label(table.name);
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      facts.push_back({"primary key", name, "", "columns", Columns(primary->columns)});
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      facts.push_back({"unique", name, "(" + Columns(unique->columns) + ")", "exists", std::string(kThere)});
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      // Its actions are refused, and the schema of the other table is not shown.
      const std::string text =
          "(" + Columns(key->columns) + ") references " + key->table.name + " (" + Columns(key->referred_columns) + ")";
      facts.push_back({"foreign key", name, text, "exists", std::string(kThere)});
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      AddCheck(table, name, facts);
    }
  }

  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    facts.push_back({"index", Label(table.name), index.name.text, "unique", index.unique ? "yes" : "no"});
  }

  void AddEnum(const catalog::Enum& value, Facts& facts) const override {
    facts.push_back({"enum", Label(value.name), "", "values", Values(value)});
  }

  bool Knows(ir::RoutineKind kind) const override { return kind == ir::RoutineKind::kView; }

 private:
  // Only their number can be told.
  static void AddCheck(const ir::Table& table, const std::string& name, Facts& facts) {
    const auto is_check = [](const ir::Constraint& one) { return std::holds_alternative<ir::Check>(one.body); };
    const bool known = std::ranges::any_of(facts, [&](const Fact& fact) { return fact.kind == "checks" && fact.name == name; });
    if (!known) facts.push_back({"checks", name, "", "number", std::to_string(std::ranges::count_if(table.constraints, is_check))});
  }

  std::string Values(const catalog::Enum& value) const {
    std::vector<std::string> values;
    for (const std::string& one : value.values) values.push_back(emit::QuoteString(dialect(), one));
    return base::Join(values, ", ");
  }

  static std::string TimestampOf(const ir::Type& type) {
    if (type.with_time_zone) return "TIMESTAMP WITH TIME ZONE";
    const std::uint32_t digits = type.length.value_or(6);
    return digits == 0 ? "TIMESTAMP_S" : digits <= 3 ? "TIMESTAMP_MS" : digits <= 6 ? "TIMESTAMP" : "TIMESTAMP_NS";
  }

  std::optional<std::string> ElementOf(const ir::Type& type) const {
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
      case ir::TypeKind::kSmallint:
      case ir::TypeKind::kInteger:
      case ir::TypeKind::kBigint:
      case ir::TypeKind::kDate:
      case ir::TypeKind::kTime:
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kUuid:
        return base::UpperAscii(ir::KeywordOf(type.kind));
      case ir::TypeKind::kDecimal:
        return type.length ? fmt::format("DECIMAL({},{})", *type.length, type.scale.value_or(0)) : "DECIMAL(18,3)";
      case ir::TypeKind::kReal:
        return "FLOAT";
      case ir::TypeKind::kDouble:
        return "DOUBLE";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
      case ir::TypeKind::kText:
        return "VARCHAR";
      case ir::TypeKind::kBinary:
      case ir::TypeKind::kVarbinary:
      case ir::TypeKind::kBlob:
        return "BLOB";
      case ir::TypeKind::kTimestamp:
        return TimestampOf(type);
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return "JSON";
      case ir::TypeKind::kNamed: {
        const catalog::Enum* definition = after().FindEnum(type.name);
        return definition == nullptr ? std::nullopt : std::optional("ENUM(" + Values(*definition) + ")");
      }
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        break;
    }
    return std::nullopt;
  }

  bool exact_;
};

// (https://duckdb.org/docs/stable/sql/meta/duckdb_table_functions)
constexpr std::string_view kFound = R"(found (kind, name, part, what, found) AS (
  SELECT 'table', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'exists', 'there'
  FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'view', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || view_name, '', 'exists', 'there'
  FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'sequence', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || sequence_name, '', 'exists', 'there'
  FROM duckdb_sequences() WHERE database_name = current_database()
  UNION ALL
  SELECT 'schema', schema_name, '', 'exists', 'there' FROM duckdb_schemas() WHERE database_name = current_database()
  UNION ALL
  SELECT 'enum', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || type_name, '', 'values',
    array_to_string(list_transform(labels, lambda label: '''' || replace(label, '''', '''''') || ''''), ', ')
  FROM duckdb_types() WHERE database_name = current_database() AND NOT internal AND logical_type = 'ENUM'
  UNION ALL
  SELECT 'column', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, column_name, w.what,
    CASE w.what WHEN 'exists' THEN 'there' WHEN 'type' THEN data_type WHEN 'null' THEN CASE WHEN is_nullable THEN 'null' ELSE 'not null' END
      ELSE CASE WHEN column_default IS NULL THEN 'none' ELSE 'default' END END
  FROM duckdb_columns() CROSS JOIN (VALUES ('exists'), ('type'), ('null'), ('default')) AS w (what)
  WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'primary key', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'columns',
    array_to_string(constraint_column_names, ', ')
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'
  UNION
  SELECT 'unique', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name,
    '(' || array_to_string(constraint_column_names, ', ') || ')', 'exists', 'there'
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'UNIQUE'
  UNION
  SELECT 'foreign key', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name,
    '(' || array_to_string(constraint_column_names, ', ') || ') references ' || referenced_table || ' ('
    || array_to_string(referenced_column_names, ', ') || ')', 'exists', 'there'
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'FOREIGN KEY'
  UNION ALL
  SELECT 'checks', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'number',
    CAST(count(*) AS VARCHAR)
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'CHECK'
  GROUP BY schema_name, table_name
  UNION ALL
  SELECT 'index', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, index_name, 'unique',
    CASE WHEN is_unique THEN 'yes' ELSE 'no' END
  FROM duckdb_indexes() WHERE database_name = current_database()
)
SELECT e.n, e.kind || ' ' || e.name || CASE WHEN e.part = '' THEN '' WHEN e.part LIKE '(%' THEN ' ' ELSE '.' END || e.part AS object, e.what,
  e.expected, coalesce(f.found, 'nothing') AS found,
  CASE WHEN coalesce(f.found, 'nothing') = e.expected THEN 'ok' WHEN f.found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
FROM expected AS e
LEFT JOIN found AS f ON f.kind = e.kind AND lower(f.name) = lower(e.name) AND lower(f.part) = lower(e.part) AND f.what = e.what;
)";

}  // namespace

std::string VerifyForDuckdb(const VerifyInput& input) {
  const Duckdb engine(input);
  const auto literal = [&](std::string_view text) { return emit::QuoteString(engine.dialect(), text); };
  Facts facts = ExpectedFacts(engine);
  std::erase_if(facts, [](const Fact& fact) { return fact.what == "rows"; });
  const ir::Name name{input.frame.bookkeeping.version_schema, input.frame.bookkeeping.version_table, {}};
  const std::string rows = literal(RowsOf(input));
  std::string text = VerifyHeader(engine, {"duckdb ends with 1 when a check failed."});
  text += ".bail on\n.mode list\n.headers off\n\n";
  text += "-- Everything that is expected, everything that is there, and the difference.\n";
  text += "CREATE OR REPLACE TEMP TABLE migc_checks AS\n";
  if (facts.empty()) {
    text += "SELECT 0 AS n, '' AS object, '' AS what, '' AS expected, '' AS found, '' AS result WHERE false;\n";
  } else {
    text += "WITH expected (n, kind, name, part, what, expected) AS (VALUES\n  " + base::Join(FactRows(facts, literal), ",\n  ") +
            "\n),\n" + std::string(kFound);
  }
  text += fmt::format(
      "SELECT 'object', 'what', 'expected', 'found', 'result';\n"
      "SELECT object, what, expected, found, result FROM migc_checks ORDER BY result <> 'ok', n;\n\n"
      "-- The revisions that this database is at. Without a version table the client ends here.\n"
      "CREATE OR REPLACE TEMP TABLE migc_here AS\n"
      "SELECT {0} AS object, 'rows' AS what, {1} AS expected, found, CASE WHEN found = {1} THEN 'ok' ELSE 'DIFFERENT' END AS "
      "result\n"
      "FROM (SELECT coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') AS found FROM {2}) AS heads;\n"
      "SELECT * FROM migc_here;\n"
      "SELECT {3} || count(*) || ' ' || count(*) FILTER (WHERE result <> 'ok')\n"
      "FROM (SELECT result FROM migc_checks UNION ALL SELECT result FROM migc_here) AS results;\n"
      "SELECT error({4})\n"
      "  WHERE EXISTS (SELECT 1 FROM migc_checks WHERE result <> 'ok') OR EXISTS (SELECT 1 FROM migc_here WHERE result <> 'ok');\n",
      literal("table " + VersionTable(input)), rows, emit::QuoteName(engine.dialect(), name), literal(SummaryOf(input) + " "),
      literal(kFailed));
  return text;
}

}  // namespace migc::bundle
