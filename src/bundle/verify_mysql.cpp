// verify.sql for the mysql client: one query over information_schema. It makes no table, not even a temporary one, for which a user
// who may only read has no privilege.
#include <fmt/format.h>

#include <algorithm>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

class Mysql final : public Engine {
 public:
  // Of those that extend MySQL, MariaDB is the one that prepares every statement. What another product with this protocol says of
  // types is its own affair.
  explicit Mysql(const VerifyInput& input)
      : Engine(input),
        mariadb_(input.frame.dialect->lineage.size() == 2 && input.frame.dialect->Has(dialect::Capability::kPreparedStatements)),
        exact_(mariadb_ || IsRoot(input)) {}

  // COLUMN_TYPE, but for the display width of integers, which some versions have and others not.
  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (!exact_ || !type.native.empty() || type.array_dimensions > 0) return std::nullopt;
    const auto sized = [&](const std::string& name) { return type.length ? fmt::format("{}({})", name, *type.length) : name; };
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return "tinyint(1)";
      case ir::TypeKind::kSmallint:
        return "smallint";
      case ir::TypeKind::kInteger:
        return "int";
      case ir::TypeKind::kBigint:
        return "bigint";
      case ir::TypeKind::kDecimal:
        return fmt::format("decimal({},{})", type.length.value_or(10), type.scale.value_or(0));
      case ir::TypeKind::kReal:
        return "float";
      case ir::TypeKind::kDouble:
        return "double";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
        return fmt::format("char({})", type.length.value_or(1));
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
        return type.length ? sized("varchar") : "text";
      case ir::TypeKind::kText:
        return "text";
      case ir::TypeKind::kBinary:
        return fmt::format("binary({})", type.length.value_or(1));
      case ir::TypeKind::kVarbinary:
        return type.length ? sized("varbinary") : "blob";
      case ir::TypeKind::kBlob:
        return "blob";
      case ir::TypeKind::kDate:
        return "date";
      case ir::TypeKind::kTime:
        return sized("time");
      case ir::TypeKind::kTimestamp:
        return sized(type.with_time_zone ? "timestamp" : "datetime");
      case ir::TypeKind::kUuid:
        return mariadb_ && dialect().target >= dialect::Version{10, 7, 0} ? "uuid" : "char(36)";
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return mariadb_ ? "longtext" : "json";
      case ir::TypeKind::kNamed:
        return EnumOf(type);
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        break;
    }
    return std::nullopt;
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const std::string name = Label(table.name);
    const auto put = [&](const char* kind, const std::string& part, const char* what, std::string expected) {
      facts.push_back({kind, name, part, what, std::move(expected)});
    };
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      put("primary key", "", "columns", "(" + Columns(primary->columns) + ")");
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      put("index", constraint.name.text, "columns", "unique (" + Columns(unique->columns) + ")");
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      ir::ForeignKey bare = *key;
      bare.on_delete = bare.on_update = ir::ReferenceAction::kNone;
      const std::string columns = References(bare);
      put("foreign key", constraint.name.text, "columns", columns);
      const std::string whole = References(*key);
      put("foreign key", constraint.name.text, "actions", whole == columns ? "none" : whole.substr(columns.size() + 1));
    } else if (std::holds_alternative<ir::Check>(constraint.body) && dialect().Has(dialect::Capability::kCheckConstraints)) {
      put("check", constraint.name.text, "exists", std::string(kThere));
    }
  }

  // Descending keys are an affair of the version that made the index, and a prefix as long as its column is none.
  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    facts.push_back({"index", Label(table.name), index.name.text, "columns", Keys(index, false)});
  }

  std::string_view Action(ir::ReferenceAction action) const override {
    return action == ir::ReferenceAction::kRestrict ? "" : Engine::Action(action);
  }

 private:
  std::optional<std::string> EnumOf(const ir::Type& type) const {
    const catalog::Enum* definition = after().FindEnum(type.name);
    if (definition == nullptr) return std::nullopt;
    std::vector<std::string> values;
    for (const std::string& value : definition->values) {
      // Escaped, cut or replaced in what information_schema shows, in each product in its own way.
      const bool plain = CanSay(value) && !value.ends_with(' ') &&
                         std::ranges::none_of(value, [](char c) { return c == '\\' || static_cast<unsigned char>(c) >= 0xF0; });
      if (!plain) return std::nullopt;
      values.push_back(emit::QuoteString(dialect(), value));
    }
    return "enum(" + base::Join(values, ",") + ")";
  }

  bool mariadb_;
  bool exact_;
};

// [[x]] is x in utf8mb4, so that texts of information_schema, which come in several collations, can be put together. {0}: the
// schemas; {1}: the default that is none ("INFORMATION_SCHEMA COLUMNS Table" of either product).
constexpr std::string_view kFound =
    R"(  SELECT CASE table_type WHEN 'VIEW' THEN 'view' WHEN 'SEQUENCE' THEN 'sequence' ELSE 'table' END AS kind,
    CONCAT(IF(table_schema = DATABASE(), '', CONCAT([[table_schema]], '.')), [[table_name]]) AS name,
    '' AS part, 'exists' AS what, 'there' AS found
  FROM information_schema.tables WHERE table_schema IN ({0})
  UNION ALL
  SELECT 'column', CONCAT(IF(table_schema = DATABASE(), '', CONCAT([[table_schema]], '.')), [[table_name]]), [[column_name]], w.what,
    CASE w.what WHEN 'exists' THEN 'there'
      WHEN 'type' THEN IF(data_type IN ('smallint', 'mediumint', 'int', 'bigint'),
        CONCAT([[data_type]], IF(column_type LIKE '%unsigned%', ' unsigned', '')), LEFT([[column_type]], 4000))
      WHEN 'null' THEN IF(is_nullable = 'NO', 'not null', 'null')
      ELSE CASE WHEN extra LIKE '%auto_increment%' THEN 'identity'
        WHEN extra LIKE '%STORED GENERATED%' OR extra LIKE '%VIRTUAL GENERATED%' THEN 'generated'
        WHEN column_default IS NULL{1} THEN 'none' ELSE 'default' END
    END
  FROM information_schema.columns
  CROSS JOIN (SELECT 'exists' AS what UNION ALL SELECT 'type' UNION ALL SELECT 'null' UNION ALL SELECT 'default') AS w
  WHERE table_schema IN ({0})
  UNION ALL
  SELECT IF(index_name = 'PRIMARY', 'primary key', 'index'),
    CONCAT(IF(table_schema = DATABASE(), '', CONCAT([[table_schema]], '.')), [[table_name]]),
    IF(index_name = 'PRIMARY', '', [[index_name]]), 'columns',
    CONCAT(IF(non_unique = 0 AND index_name <> 'PRIMARY', 'unique (', '('),
      GROUP_CONCAT(COALESCE([[column_name]], '(expression)') ORDER BY seq_in_index SEPARATOR ', '), ')')
  FROM information_schema.statistics WHERE table_schema IN ({0})
  GROUP BY table_schema, table_name, index_name, non_unique
  UNION ALL
  SELECT 'foreign key', CONCAT(IF(table_schema = DATABASE(), '', CONCAT([[table_schema]], '.')), [[table_name]]),
    [[constraint_name]], 'columns',
    CONCAT('(', GROUP_CONCAT([[column_name]] ORDER BY ordinal_position SEPARATOR ', '), ') references ',
      IF(referenced_table_schema = DATABASE(), '', CONCAT([[referenced_table_schema]], '.')), [[referenced_table_name]],
      ' (', GROUP_CONCAT([[referenced_column_name]] ORDER BY ordinal_position SEPARATOR ', '), ')')
  FROM information_schema.key_column_usage WHERE table_schema IN ({0}) AND referenced_table_name IS NOT NULL
  GROUP BY table_schema, table_name, constraint_name, referenced_table_schema, referenced_table_name
  UNION ALL
  SELECT 'foreign key', CONCAT(IF(constraint_schema = DATABASE(), '', CONCAT([[constraint_schema]], '.')), [[table_name]]),
    [[constraint_name]], 'actions',
    COALESCE(NULLIF(TRIM(CONCAT(IF(delete_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT('on delete ', LOWER([[delete_rule]]))),
      IF(update_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT(' on update ', LOWER([[update_rule]]))))), ''), 'none')
  FROM information_schema.referential_constraints WHERE constraint_schema IN ({0})
  UNION ALL
  {3}
  UNION ALL
  SELECT 'trigger', CONCAT(IF(event_object_schema = DATABASE(), '', CONCAT([[event_object_schema]], '.')), [[event_object_table]]),
    [[trigger_name]], 'exists', 'there'
  FROM information_schema.triggers WHERE trigger_schema IN ({0})
  UNION ALL
  SELECT LOWER([[routine_type]]), CONCAT(IF(routine_schema = DATABASE(), '', CONCAT([[routine_schema]], '.')), [[routine_name]]),
    '', 'exists', 'there'
  FROM information_schema.routines WHERE routine_schema IN ({0})
  UNION ALL
  SELECT 'schema', [[schema_name]], '', 'exists', 'there' FROM information_schema.schemata
  UNION ALL
  SELECT 'table', {2}, '', 'rows', [[@migc_here]])";

// MySQL has no name of the table beside the check itself; MariaDB shows this view to those who may only read, the other not.
constexpr std::string_view kMariadbChecks =
    "SELECT 'check', CONCAT(IF(constraint_schema = DATABASE(), '', CONCAT([[constraint_schema]], '.')), [[table_name]]),\n"
    "    [[constraint_name]], 'exists', 'there'\n"
    "  FROM information_schema.check_constraints WHERE constraint_schema IN ({0})";
constexpr std::string_view kMysqlChecks =
    "SELECT 'check', CONCAT(IF(table_schema = DATABASE(), '', CONCAT([[table_schema]], '.')), [[table_name]]),\n"
    "    [[constraint_name]], 'exists', 'there'\n"
    "  FROM information_schema.table_constraints WHERE table_schema IN ({0}) AND constraint_type = 'CHECK'";

// Names of tables tell the case apart where the server does; other names never.
constexpr std::string_view kKey =
    "CONCAT_WS(' ', {0}.kind, IF(@@lower_case_table_names = 0, {0}.name, LOWER({0}.name)), LOWER({0}.part), {0}.what)";

std::string InUtf8(std::string_view pattern) {
  std::string text(pattern);
  for (std::size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", at)) text.replace(at, 2, "CONVERT(");
  for (std::size_t at = text.find("]]"); at != std::string::npos; at = text.find("]]", at)) text.replace(at, 2, " USING utf8mb4)");
  return text;
}

std::string JsonString(const std::string& text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + "\"";
}

// The user has one of the privileges, as far as one can see: one that comes with a role is not among these.
std::string HasPrivilege(std::string_view privileges) {
  return fmt::format(
      "EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE grantee = @migc_me AND privilege_type IN ({0}))\n"
      "  OR EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE grantee = @migc_me AND privilege_type IN ({0})\n"
      "    AND DATABASE() LIKE table_schema)",
      privileges);
}

class Script {
 public:
  explicit Script(const VerifyInput& input) : input_(input), engine_(input), facts_(ExpectedFacts(engine_)) {}

  std::string Run() {
    const bool json = engine_.dialect().lineage.size() > 1 || engine_.dialect().target >= dialect::Version{8, 0, 4};
    text_ = VerifyHeader(engine_, {"The client ends with 1 when a check failed. What a server does not show to a user who may only",
                                   "read is `unseen`, and has not failed: triggers (shown with the privilege TRIGGER), routines",
                                   "(EXECUTE), and on MariaDB the actions of foreign keys (REFERENCES)."});
    Preamble();
    text_ += "-- Everything that is expected, everything that is there, and the difference.\n";
    if (json) {
      WithJson();
    } else {
      WithoutJson();
    }
    text_ += fmt::format("SELECT CONCAT({}, @migc_count, ' ', @migc_failed) AS summary;\n", Literal(SummaryOf(input_) + " "));
    text_ += fmt::format(
        "-- The sentence stands in the error message, as the value that a setting cannot have: nothing else stops a client.\n"
        "SET SESSION completion_type = IF(@migc_failed = 0, 'NO_CHAIN', {});\n",
        Literal(kFailed));
    return std::move(text_);
  }

 private:
  std::string Literal(std::string_view text) const { return emit::QuoteString(engine_.dialect(), text); }

  void Preamble() {
    const script::Bookkeeping& bookkeeping = input_.frame.bookkeeping;
    const bool schemas = engine_.dialect().Has(dialect::Capability::kSchemas) && !bookkeeping.version_schema.empty();
    const ir::Name name{schemas ? bookkeeping.version_schema : "", bookkeeping.version_table, {}};
    text_ +=
        "SET NAMES utf8mb4;\n"
        "SET SESSION sql_mode = 'STRICT_ALL_TABLES', group_concat_max_len = 16777216;\n"
        "SET SESSION TRANSACTION READ ONLY;\n"
        "SET SESSION completion_type = IF(DATABASE() IS NOT NULL, 'NO_CHAIN',\n"
        "  'no database is chosen. Name it: mysql DATABASE < THIS_FILE');\n\n"
        "-- The revisions that this database is at.\n";
    text_ += fmt::format("SET @migc_here = {};\n", input_.frame.to.empty() ? "'base'" : "NULL");
    const std::string read = fmt::format(
        "SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE "
        "utf8mb4_bin SEPARATOR ', '), 'base') INTO @migc_here FROM {}",
        emit::QuoteName(engine_.dialect(), name));
    text_ += fmt::format(
        "SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND table_name = {}),\n"
        "  {},\n  'DO 0');\n"
        "PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;\n\n",
        schemas ? Literal(bookkeeping.version_schema) : "DATABASE()", Literal(bookkeeping.version_table), Literal(read));
    text_ +=
        "-- What the server shows to this user.\n"
        "SET @migc_me = CONCAT('\'\'', SUBSTRING(CURRENT_USER(), 1, CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH(\n"
        "  SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '\'\'@\'\'', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '\'\'');\n";
    text_ += fmt::format(
        "SET @migc_sees_rules = {};\nSET @migc_sees_triggers = {};\nSET @migc_sees_routines = {};\n\n",
        HasPrivilege("'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'TRIGGER', 'SHOW VIEW'"),
        HasPrivilege("'TRIGGER'"), HasPrivilege("'EXECUTE', 'CREATE ROUTINE', 'ALTER ROUTINE'"));
  }

  // The rows, with `expected` as a table e.
  std::string Rows(const std::string& expected) const {
    std::string schemas = "DATABASE()";
    for (const std::string& schema : OtherSchemas(engine_)) schemas += ", " + Literal(schema);
    // MariaDB says NULL in letters where a column has no default and may be null.
    const std::string_view no_default = engine_.dialect().lineage.size() > 1 ? " OR column_default = 'NULL'" : "";
    const std::string checks = fmt::format(fmt::runtime(InUtf8(no_default.empty() ? kMysqlChecks : kMariadbChecks)), schemas);
    const std::string found = fmt::format(fmt::runtime(InUtf8(kFound)), schemas, no_default, Literal(VersionTable(input_)), checks);
    return fmt::format(
        "SELECT e.n, CONCAT(e.kind, ' ', e.name, IF(e.part = '', '', CONCAT('.', e.part))) AS object, e.what, e.expected,\n"
        "  COALESCE(f.found, 'nothing') AS found,\n"
        "  CASE WHEN IF(e.what = 'columns', LOWER(COALESCE(f.found, 'nothing')), COALESCE(f.found, 'nothing')) COLLATE "
        "utf8mb4_bin\n"
        "      = IF(e.what = 'columns', LOWER(e.expected), e.expected) THEN 'ok'\n"
        "    WHEN f.found IS NOT NULL THEN 'DIFFERENT'\n"
        "    WHEN e.what = 'actions' AND NOT @migc_sees_rules THEN 'unseen'\n"
        "    WHEN e.kind = 'trigger' AND NOT @migc_sees_triggers THEN 'unseen'\n"
        "    WHEN e.kind IN ('function', 'procedure') AND NOT @migc_sees_routines THEN 'unseen'\n"
        "    ELSE 'MISSING' END AS result\n"
        "FROM {}\n"
        "LEFT JOIN (\n"
        "SELECT {} COLLATE utf8mb4_bin AS k, f.found FROM (\n{}\n) AS f\n"
        ") AS f ON f.k = CONVERT({} USING utf8mb4) COLLATE utf8mb4_bin",
        expected, fmt::format(fmt::runtime(kKey), "f"), found, fmt::format(fmt::runtime(kKey), "e"));
  }

  static std::string Counts() { return "COUNT(*), COALESCE(SUM(c.result IN ('MISSING', 'DIFFERENT')), 0)"; }

  void WithJson() {
    std::vector<std::string> rows = FactRows(facts_, JsonString);
    for (std::string& row : rows) row = "[" + row.substr(1, row.size() - 2) + "]";
    text_ += fmt::format("SET @migc_expected = {};\n", Literal("[\n  " + base::Join(rows, ",\n  ") + "\n]"));
    const std::string expected =
        "JSON_TABLE(@migc_expected, '$[*]' COLUMNS (n INT PATH '$[0]', kind VARCHAR(30) PATH '$[1]', name VARCHAR(200) PATH "
        "'$[2]',\n"
        "  part VARCHAR(200) PATH '$[3]', what VARCHAR(30) PATH '$[4]', expected VARCHAR(4000) PATH '$[5]')) AS e";
    text_ += fmt::format(
        "SELECT JSON_ARRAYAGG(JSON_ARRAY(c.n, c.object, c.what, c.expected, c.found, c.result)), {}\n"
        "  INTO @migc_checks, @migc_count, @migc_failed\nFROM (\n{}\n) AS c;\n\n",
        Counts(), Rows(expected));
    text_ +=
        "SELECT object, what, expected, found, result\n"
        "FROM JSON_TABLE(@migc_checks, '$[*]' COLUMNS (n INT PATH '$[0]', object VARCHAR(500) PATH '$[1]', what VARCHAR(30) PATH "
        "'$[2]',\n"
        "  expected VARCHAR(4000) PATH '$[3]', found VARCHAR(4000) PATH '$[4]', result VARCHAR(9) PATH '$[5]')) AS c\n"
        "ORDER BY CASE result WHEN 'ok' THEN 1 WHEN 'unseen' THEN 2 ELSE 3 END, n;\n";
  }

  // Before 8.0.4 there is no JSON_TABLE: the query stands here twice, for the rows and for the numbers.
  void WithoutJson() {
    std::string expected;
    std::size_t number = 0;
    for (const Fact& fact : facts_) {
      expected += fmt::format("{}  SELECT {}{}, {}{}, {}{}, {}{}, {}{}, {}{}", number == 0 ? "(\n" : " UNION ALL\n", number + 1,
                              number == 0 ? " AS n" : "", Literal(fact.kind), number == 0 ? " AS kind" : "", Literal(fact.name),
                              number == 0 ? " AS name" : "", Literal(fact.part), number == 0 ? " AS part" : "", Literal(fact.what),
                              number == 0 ? " AS what" : "", Literal(fact.expected), number == 0 ? " AS expected" : "");
      ++number;
    }
    const std::string rows = Rows(expected + "\n) AS e");
    text_ += fmt::format("SELECT {} INTO @migc_count, @migc_failed\nFROM (\n{}\n) AS c;\n\n", Counts(), rows);
    text_ += fmt::format(
        "SELECT c.object, c.what, c.expected, c.found, c.result\nFROM (\n{}\n) AS c\n"
        "ORDER BY CASE c.result WHEN 'ok' THEN 1 WHEN 'unseen' THEN 2 ELSE 3 END, c.n;\n",
        rows);
  }

  const VerifyInput& input_;
  Mysql engine_;
  Facts facts_;
  std::string text_;
};

}  // namespace

std::string VerifyForMysql(const VerifyInput& input) { return Script(input).Run(); }

}  // namespace migc::bundle
