// verify.sql for psql: one query over pg_catalog, which everybody may read. Its answer is kept in a variable of psql, so that the
// rows, the two numbers and the exit status all come from the same moment.
#include <fmt/format.h>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

class Postgres final : public Engine {
 public:
  // What speaks the protocol but is another product has a catalog of its own making behind pg_catalog: types and definitions are
  // only compared on PostgreSQL itself.
  explicit Postgres(const VerifyInput& input) : Engine(input), exact_(IsRoot(input)) {}

  bool KeepsComments() const override { return exact_; }

  // As format_type() says it.
  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (!exact_ || !type.native.empty() || type.kind == ir::TypeKind::kNative) return std::nullopt;
    return ElementOf(type) + (type.array_dimensions > 0 ? "[]" : "");
  }

  std::optional<std::string> DefaultOf(const ir::Column& column) const override {
    if (column.identity && !exact_) return std::nullopt;
    if (column.identity && column.identity->always) return "identity always";
    return Engine::DefaultOf(column);
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const std::string name = Label(table.name);
    const auto put = [&](const char* kind, const char* what, std::string expected) {
      facts.push_back({kind, name, constraint.name.text, what, std::move(expected)});
    };
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      put("primary key", "columns", Columns(primary->columns));
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      put("unique", "columns", Columns(unique->columns) + (unique->nulls_not_distinct ? " nulls not distinct" : ""));
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      put("foreign key", "columns", References(*key));
      if (exact_ && !constraint.not_valid) put("foreign key", "validated", "yes");
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      put("check", "exists", std::string(kThere));
      if (exact_ && !constraint.not_valid) put("check", "validated", "yes");
    } else {
      put("exclude", "exists", std::string(kThere));
    }
  }

  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    const bool ordered = index.method.empty() || index.method == "btree";
    facts.push_back({"index", Label(table.name), index.name.text, "exists", std::string(kThere)});
    if (!exact_) return;
    facts.push_back({"index", Label(table.name), index.name.text, "columns", Keys(index, ordered)});
    // One that was made concurrently, and failed on the way, is there and serves nobody.
    facts.push_back({"index", Label(table.name), index.name.text, "valid", "yes"});
  }

  void AddEnum(const catalog::Enum& value, Facts& facts) const override {
    std::vector<std::string> values;
    for (const std::string& one : value.values) values.push_back(emit::QuoteString(dialect(), one));
    facts.push_back({"enum", Label(value.name), "", "values", base::Join(values, ", ")});
  }

  void AddSequence(const catalog::Sequence& sequence, Facts& facts) const override {
    Engine::AddSequence(sequence, facts);
    if (!exact_) return;
    facts.push_back({"sequence", Label(sequence.name), "", "increment", std::to_string(sequence.options.increment.value_or(1))});
  }

 private:
  std::string ElementOf(const ir::Type& type) const {
    const auto sized = [&](const std::string& name) { return type.length ? fmt::format("{}({})", name, *type.length) : name; };
    switch (type.kind) {
      case ir::TypeKind::kDecimal:
        return type.length ? fmt::format("numeric({},{})", *type.length, type.scale.value_or(0)) : "numeric";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
        return fmt::format("character({})", type.length.value_or(1));
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
        return sized("character varying");
      case ir::TypeKind::kBinary:
      case ir::TypeKind::kVarbinary:
      case ir::TypeKind::kBlob:
        return "bytea";
      case ir::TypeKind::kTime:
        return sized("time") + " without time zone";
      case ir::TypeKind::kTimestamp:
        return sized("timestamp") + (type.with_time_zone ? " with time zone" : " without time zone");
      case ir::TypeKind::kNamed:
        return Label(type.name);
      case ir::TypeKind::kBoolean:
      case ir::TypeKind::kSmallint:
      case ir::TypeKind::kInteger:
      case ir::TypeKind::kBigint:
      case ir::TypeKind::kReal:
      case ir::TypeKind::kDouble:
      case ir::TypeKind::kText:
      case ir::TypeKind::kDate:
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kUuid:
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        break;
    }
    return std::string(ir::KeywordOf(type.kind));
  }

  bool exact_;
};

// What pg_catalog says (PostgreSQL documentation, "System Catalogs"). The columns are those of version 12; what a later one added
// is read by its name from the row as JSON.
constexpr std::string_view kFound = R"(relation (oid, kind, name) AS (
  SELECT c.oid, c.relkind::text, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema(){0}
),
named_type (oid, typtype, name) AS (
  SELECT t.oid, t.typtype::text, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || t.typname
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
),
found (kind, name, part, what, found) AS (
  SELECT CASE kind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END,
    name, '', 'exists', 'there'
  FROM relation WHERE kind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'table', name, '', 'comment', obj_description(oid, 'pg_class') FROM relation WHERE kind IN ('r', 'p')
  UNION ALL
  SELECT 'column', r.name, a.attname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN named_type e ON e.oid = CASE WHEN t.typtype = 'e' THEN t.oid ELSE t.typelem END AND e.typtype = 'e'
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('type', coalesce(e.name || CASE WHEN t.typtype = 'e' THEN '' ELSE '[]' END, format_type(a.atttypid, a.atttypmod))),
    ('null', CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END),
    ('default', CASE WHEN a.attgenerated <> '' THEN 'generated' WHEN a.attidentity = 'a' THEN 'identity always'
      WHEN a.attidentity <> '' THEN 'identity' WHEN a.atthasdef THEN 'default' ELSE 'none' END),
    ('comment', col_description(r.oid, a.attnum))
  ) AS f (what, found)
  WHERE r.kind IN ('r', 'p')
  UNION ALL
  SELECT CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check'
    ELSE 'exclude' END, r.name, k.conname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')
  LEFT JOIN pg_catalog.pg_class p ON p.oid = k.confrelid AND k.contype = 'f'
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
  LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype = 'u'
  CROSS JOIN LATERAL (
    SELECT string_agg(a.attname, ', ' ORDER BY u.i) FROM unnest(k.conkey) WITH ORDINALITY AS u (number, i)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
  ) AS here (columns)
  CROSS JOIN LATERAL (
    SELECT string_agg(a.attname, ', ' ORDER BY u.i) FROM unnest(k.confkey) WITH ORDINALITY AS u (number, i)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
  ) AS there (columns)
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('columns', CASE WHEN k.contype = 'f' THEN
        '(' || here.columns || ') references ' || CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END
        || p.relname || ' (' || there.columns || ')'
        || CASE k.confdeltype WHEN 'r' THEN ' on delete restrict' WHEN 'c' THEN ' on delete cascade' WHEN 'n' THEN ' on delete set null'
          WHEN 'd' THEN ' on delete set default' ELSE '' END
        || CASE k.confupdtype WHEN 'r' THEN ' on update restrict' WHEN 'c' THEN ' on update cascade' WHEN 'n' THEN ' on update set null'
          WHEN 'd' THEN ' on update set default' ELSE '' END
      WHEN k.contype IN ('p', 'u') THEN
        here.columns || CASE WHEN to_jsonb(x) ->> 'indnullsnotdistinct' = 'true' THEN ' nulls not distinct' ELSE '' END
      END),
    ('validated', CASE WHEN k.convalidated THEN 'yes' ELSE 'no' END)
  ) AS f (what, found)
  UNION ALL
  SELECT 'index', r.name, i.relname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_index x ON x.indrelid = r.oid
  JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
  JOIN pg_catalog.pg_am m ON m.oid = i.relam
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('columns', CASE WHEN x.indisunique THEN 'unique ' ELSE '' END || '(' || (
      SELECT string_agg(coalesce(a.attname, '(expression)')
        || CASE WHEN m.amname = 'btree' AND x.indoption[u.i] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY u.i)
      FROM generate_series(0, x.indnkeyatts - 1) AS u (i)
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[u.i] AND x.indkey[u.i] > 0) || ')'),
    ('valid', CASE WHEN x.indisvalid THEN 'yes' ELSE 'no' END)
  ) AS f (what, found)
  UNION ALL
  SELECT 'sequence', r.name, '', 'increment', q.seqincrement::text
  FROM relation r JOIN pg_catalog.pg_sequence q ON q.seqrelid = r.oid
  UNION ALL
  SELECT 'enum', t.name, '', 'values', string_agg('''' || replace(v.enumlabel, '''', '''''') || '''', ', ' ORDER BY v.enumsortorder)
  FROM named_type t JOIN pg_catalog.pg_enum v ON v.enumtypid = t.oid GROUP BY t.name
  UNION ALL
  SELECT 'schema', nspname::text, '', 'exists', 'there' FROM pg_catalog.pg_namespace
  UNION ALL
  SELECT 'extension', extname::text, '', 'exists', 'there' FROM pg_catalog.pg_extension
  UNION ALL
  SELECT DISTINCT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
    CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || p.proname, '', 'exists', 'there'
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = current_schema(){0}
  UNION ALL
  SELECT 'trigger', r.name, g.tgname::text, 'exists', 'there'
  FROM relation r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal
  UNION ALL
  SELECT 'table', {1}, '', 'rows', nullif(current_setting('migc.here'), '')
),
checks AS (
  SELECT n, kind || ' ' || name || CASE WHEN part = '' THEN '' ELSE '.' || part END AS object, what, expected,
    coalesce(found, 'nothing') AS found,
    CASE WHEN coalesce(found, 'nothing') = expected THEN 'ok' WHEN found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
  FROM expected LEFT JOIN found USING (kind, name, part, what)
)
SELECT json_agg(checks ORDER BY n) AS migc_checks, count(*) AS migc_count, count(*) FILTER (WHERE result <> 'ok') AS migc_failed,
  count(*) FILTER (WHERE result <> 'ok') > 0 AS migc_differs
FROM checks \gset
)";

// The rows of the version table, when there is one and it may be read.
std::string ReadRows(const Engine& engine) {
  const VerifyInput& input = engine.input();
  const auto literal = [&](std::string_view text) { return emit::QuoteString(engine.dialect(), text); };
  const bool schemas = engine.dialect().Has(dialect::Capability::kSchemas);
  const ir::Name name{schemas ? input.frame.bookkeeping.version_schema : "", input.frame.bookkeeping.version_table, {}};
  const std::string table = emit::QuoteName(engine.dialect(), name);
  const std::string read =
      fmt::format("SELECT coalesce(string_agg(version_num, ', ' ORDER BY version_num COLLATE \"C\"), 'base') FROM {}", table);
  std::string tag = "$migc$";
  while (table.find(tag) != std::string::npos) tag.insert(1, "_");
  return fmt::format(
      "DO {0}\n"
      "DECLARE\n"
      "  here text := {4};\n"
      "BEGIN\n"
      "  IF to_regclass({1}) IS NOT NULL THEN\n"
      "    IF has_table_privilege({1}, 'SELECT') THEN\n"
      "      EXECUTE {2} INTO here;\n"
      "    ELSE\n"
      "      here := {3};\n"
      "    END IF;\n"
      "  END IF;\n"
      "  PERFORM set_config('migc.here', here, false);\n"
      "END\n"
      "{0};\n",
      tag, literal(table), literal(read), literal("rows that user may not read"), input.frame.to.empty() ? "'base'" : "''");
}

}  // namespace

std::string VerifyForPsql(const VerifyInput& input) {
  const Postgres engine(input);
  const auto literal = [&](std::string_view text) { return emit::QuoteString(engine.dialect(), text); };
  std::string schemas;
  for (const std::string& schema : OtherSchemas(engine)) schemas += (schemas.empty() ? "" : ", ") + literal(schema);
  if (!schemas.empty()) schemas = " OR n.nspname IN (" + schemas + ")";

  std::string text = VerifyHeader(engine, {"psql ends with 3 when a check failed."});
  text +=
      "\\set ON_ERROR_STOP on\n"
      "\\set ON_ERROR_ROLLBACK off\n"
      "\\set AUTOCOMMIT on\n"
      "\\set SINGLELINE off\n"
      "\\set migc_quiet :QUIET\n"
      "\\set migc_show_context :SHOW_CONTEXT\n"
      "\\set QUIET on\n"
      "\\set SHOW_CONTEXT never\n"
      "SET client_encoding = 'UTF8';\n"
      "SET standard_conforming_strings = on;\n"
      "SET default_transaction_read_only = on;\n\n";
  text += "-- The revisions that this database is at.\n" + ReadRows(engine) + "\n";
  text += "-- Everything that is expected, everything that is there, and the difference.\n";
  text += "WITH expected (n, kind, name, part, what, expected) AS (VALUES\n  ";
  text += base::Join(FactRows(ExpectedFacts(engine), literal), ",\n  ") + "\n),\n";
  text += fmt::format(fmt::runtime(kFound), schemas, literal(VersionTable(input))) + "\n";
  text +=
      "SELECT object, what, expected, found, result\n"
      "FROM json_to_recordset(:'migc_checks') AS checks (n integer, object text, what text, expected text, found text, result "
      "text)\n"
      "ORDER BY result <> 'ok', n;\n\n"
      "RESET default_transaction_read_only;\n"
      "\\set QUIET :migc_quiet\n";
  text += "\\echo '" + SummaryOf(input) + "' :migc_count :migc_failed\n";
  text += "\\if :migc_differs\n";
  text += fmt::format("DO $migc$\nBEGIN\n  RAISE EXCEPTION USING MESSAGE = {};\nEND\n$migc$;\n", literal(kFailed));
  text += "\\endif\n\\set SHOW_CONTEXT :migc_show_context\n";
  return text;
}

}  // namespace migc::bundle
