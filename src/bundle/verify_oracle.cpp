// verify.sql for SQL*Plus: one PL/SQL block that reads the data dictionary (ALL_… views, Database Reference) into a table in memory
// and asks it for one fact after the other. The sum is raised by a block of its own, so that SQL*Plus has printed the rows by then.
#include <fmt/format.h>

#include <algorithm>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

class Oracle final : public Engine {
 public:
  explicit Oracle(const VerifyInput& input) : Engine(input), exact_(IsRoot(input)) {}

  // The dictionary has a name in upper case when it is written bare, else exactly as it is.
  std::string Stored(const std::string& identifier) const override {
    return emit::QuoteIdentifier(dialect(), identifier) == identifier ? base::UpperAscii(identifier) : identifier;
  }

  // A line of SQL*Plus ends at 2,499 bytes (SQL*Plus User's Guide, "SQL*Plus Limits").
  bool CanSay(std::string_view text) const override { return Engine::CanSay(text) && text.size() <= 500; }

  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (!exact_ || column.generated || !type.native.empty() || type.array_dimensions > 0) return std::nullopt;
    const auto characters = [&](std::string_view name) -> std::optional<std::string> {
      if (!type.length) return std::nullopt;  // what is meant by one is then a setting of the session
      return fmt::format("{}({} CHAR)", name, *type.length);
    };
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return dialect().target >= dialect::Version{23, 0, 0} ? "BOOLEAN" : "NUMBER(1)";
      case ir::TypeKind::kSmallint:
        return "NUMBER(5)";
      case ir::TypeKind::kInteger:
        return "NUMBER(10)";
      case ir::TypeKind::kBigint:
        return "NUMBER(19)";
      case ir::TypeKind::kDecimal:
        if (!type.length) return "NUMBER";
        return type.scale.value_or(0) == 0 ? fmt::format("NUMBER({})", *type.length)
                                           : fmt::format("NUMBER({},{})", *type.length, *type.scale);
      case ir::TypeKind::kReal:
        return "BINARY_FLOAT";
      case ir::TypeKind::kDouble:
        return "BINARY_DOUBLE";
      case ir::TypeKind::kChar:
        return characters("CHAR");
      case ir::TypeKind::kVarchar:
        return type.length ? characters("VARCHAR2") : "VARCHAR2(4000 CHAR)";
      case ir::TypeKind::kText:
        return "CLOB";
      case ir::TypeKind::kNchar:
        return fmt::format("NCHAR({})", type.length.value_or(1));
      case ir::TypeKind::kNvarchar:
        return fmt::format("NVARCHAR2({})", type.length.value_or(2000));
      case ir::TypeKind::kBinary:
        return fmt::format("RAW({})", type.length.value_or(1));
      case ir::TypeKind::kVarbinary:
        return fmt::format("RAW({})", type.length.value_or(2000));
      case ir::TypeKind::kBlob:
        return "BLOB";
      case ir::TypeKind::kDate:
        return "DATE";
      case ir::TypeKind::kTimestamp:
        return fmt::format("TIMESTAMP({}){}", type.length.value_or(6), type.with_time_zone ? " WITH TIME ZONE" : "");
      case ir::TypeKind::kUuid:
        return "RAW(16)";
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return dialect().target >= dialect::Version{21, 0, 0} ? "JSON" : "CLOB";
      case ir::TypeKind::kNamed:
        return EnumOf(type);
      case ir::TypeKind::kTime:
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        break;
    }
    return std::nullopt;
  }

  std::optional<std::string> NullOf(const ir::Table& table, const ir::Column& column) const override {
    if (column.generated) return std::nullopt;
    const ir::Constraint* key = ir::FindPrimaryKey(table);
    const bool in_key = key != nullptr && std::ranges::any_of(std::get<ir::PrimaryKey>(key->body).columns,
                                                              [&](const auto& name) { return name.text == column.name.text; });
    return column.not_null || column.identity || in_key ? "not null" : "null";
  }

  // A default that was taken away again is DEFAULT NULL, which the dictionary shows as one.
  std::optional<std::string> DefaultOf(const ir::Column& column) const override {
    const std::optional<std::string> value = Engine::DefaultOf(column);
    return value == "none" ? std::nullopt : value;
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const auto put = [&](const char* kind, const char* what, std::string expected) {
      facts.push_back({kind, Label(table.name), Stored(constraint.name.text), what, std::move(expected)});
    };
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      put("primary key", "columns", Columns(primary->columns));
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      put("unique", "columns", Columns(unique->columns));
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      put("foreign key", "columns", References(*key));
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      put("check", "exists", std::string(kThere));
    }
  }

  // A descending key is kept as an expression, and an expression that is also a virtual column's as that column.
  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    facts.push_back({"index", Label(table.name), Stored(index.name.text), "exists", std::string(kThere)});
    const auto odd = [](const ir::IndexKey& key) {
      return key.expr.kind != ir::ExprKind::kColumn || key.order == ir::SortOrder::kDescending;
    };
    if (!index.method.empty() || std::ranges::any_of(index.keys, odd)) return;
    facts.push_back({"index", Label(table.name), Stored(index.name.text), "columns", Keys(index, false)});
  }

  // NO ACTION and RESTRICT are what Oracle does anyway, and ON UPDATE it does not have.
  std::string_view Action(ir::ReferenceAction action) const override {
    return action == ir::ReferenceAction::kRestrict ? "" : Engine::Action(action);
  }

 private:
  std::optional<std::string> EnumOf(const ir::Type& type) const {
    const catalog::Enum* definition = after().FindEnum(type.name);
    if (definition == nullptr) return std::nullopt;
    std::size_t longest = 1;
    for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
    return fmt::format("VARCHAR2({} CHAR)", longest);
  }

  bool exact_;
};

// [[o]] is the owner o with a dot, or nothing for the schema that the session is in. {0}: the owners.
constexpr std::string_view kFound =
    R"(    SELECT CASE o.object_type WHEN 'MATERIALIZED VIEW' THEN 'materialized view' ELSE LOWER(o.object_type) END AS kind,
      [[o.owner]] || o.object_name AS name, '' AS part, 'exists' AS what, 'there' AS found
    FROM all_objects o
    WHERE o.owner IN ({0})
      AND o.object_type IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE', 'FUNCTION', 'PROCEDURE')
    UNION ALL
    SELECT 'column', [[c.owner]] || c.table_name, c.column_name, w.what, CASE w.what WHEN 'exists' THEN 'there'
      WHEN 'type' THEN CASE
        WHEN c.data_type IN ('CHAR', 'VARCHAR2')
          THEN c.data_type || '(' || c.char_length || CASE c.char_used WHEN 'C' THEN ' CHAR)' ELSE ' BYTE)' END
        WHEN c.data_type IN ('NCHAR', 'NVARCHAR2') THEN c.data_type || '(' || c.char_length || ')'
        WHEN c.data_type = 'RAW' THEN 'RAW(' || c.data_length || ')'
        WHEN c.data_type = 'NUMBER' AND c.data_precision IS NOT NULL
          THEN 'NUMBER(' || c.data_precision || CASE WHEN c.data_scale <> 0 THEN ',' || c.data_scale END || ')'
        WHEN c.data_type = 'NUMBER' AND c.data_scale IS NOT NULL THEN 'NUMBER(*,' || c.data_scale || ')'
        ELSE c.data_type END
      WHEN 'null' THEN CASE c.nullable WHEN 'N' THEN 'not null' ELSE 'null' END
      ELSE CASE WHEN v.virtual_column = 'YES' THEN 'generated' WHEN c.identity_column = 'YES' THEN 'identity'
        WHEN c.default_length IS NOT NULL THEN 'default' ELSE 'none' END
      END
    FROM all_tab_columns c
    JOIN all_tab_cols v ON v.owner = c.owner AND v.table_name = c.table_name AND v.column_name = c.column_name
    CROSS JOIN (SELECT 'exists' AS what FROM dual UNION ALL SELECT 'type' FROM dual UNION ALL SELECT 'null' FROM dual
      UNION ALL SELECT 'default' FROM dual) w
    WHERE c.owner IN ({0})
    UNION ALL
    SELECT CASE k.constraint_type WHEN 'P' THEN 'primary key' WHEN 'U' THEN 'unique' ELSE 'check' END,
      [[k.owner]] || k.table_name, k.constraint_name, CASE k.constraint_type WHEN 'C' THEN 'exists' ELSE 'columns' END,
      CASE k.constraint_type WHEN 'C' THEN 'there' ELSE (
        SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name AND c.table_name = k.table_name) END
    FROM all_constraints k
    WHERE k.owner IN ({0}) AND k.constraint_type IN ('P', 'U', 'C')
    UNION ALL
    SELECT 'foreign key', [[k.owner]] || k.table_name, k.constraint_name, 'columns',
      '(' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name AND c.table_name = k.table_name)
      || ') references ' || [[p.owner]] || p.table_name
      || ' (' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = p.owner AND c.constraint_name = p.constraint_name AND c.table_name = p.table_name) || ')'
      || CASE WHEN k.delete_rule <> 'NO ACTION' THEN ' on delete ' || LOWER(k.delete_rule) END
    FROM all_constraints k
    JOIN all_constraints p ON p.owner = k.r_owner AND p.constraint_name = k.r_constraint_name
    WHERE k.owner IN ({0}) AND k.constraint_type = 'R'
    UNION ALL
    SELECT 'index', [[i.table_owner]] || i.table_name, i.index_name, w.what, CASE w.what WHEN 'exists' THEN 'there'
      ELSE CASE i.uniqueness WHEN 'UNIQUE' THEN 'unique ' END
        || '(' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.column_position) FROM all_ind_columns c
        WHERE c.index_owner = i.owner AND c.index_name = i.index_name) || ')'
      END
    FROM all_indexes i
    CROSS JOIN (SELECT 'exists' AS what FROM dual UNION ALL SELECT 'columns' FROM dual) w
    WHERE i.table_owner IN ({0}) AND i.index_type <> 'LOB'
    UNION ALL
    SELECT 'trigger', [[t.table_owner]] || t.table_name, t.trigger_name, 'exists', 'there'
    FROM all_triggers t WHERE t.table_owner IN ({0}))";

std::string WithOwners(std::string_view pattern) {
  std::string text(pattern);
  for (std::size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", at)) {
    const std::size_t end = text.find("]]", at);
    const std::string owner = text.substr(at + 2, end - at - 2);
    text.replace(at, end + 2 - at,
                 fmt::format("CASE WHEN {0} <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN {0} || '.' END", owner));
  }
  return text;
}

// ORA-00942: there is no such table, or the user may not read it.
std::string ReadRows(const Oracle& engine) {
  const script::Bookkeeping& bookkeeping = engine.input().frame.bookkeeping;
  const ir::Name name{bookkeeping.version_schema, bookkeeping.version_table, {}};
  const std::string read = fmt::format(
      "SELECT NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY')), 'base') FROM {}",
      emit::QuoteName(engine.dialect(), name));
  return fmt::format(
      "BEGIN\n"
      "  EXECUTE IMMEDIATE {} INTO :migc_here;\n"
      "EXCEPTION\n"
      "  WHEN OTHERS THEN\n"
      "    IF SQLCODE <> -942 THEN\n"
      "      RAISE;\n"
      "    END IF;\n"
      "    :migc_here := {};\n"
      "END;\n/\n",
      emit::QuoteString(engine.dialect(), read), engine.input().frame.to.empty() ? "'base'" : "NULL");
}

// How one fact is asked after. What is in another schema than the user's own may be there without being shown to him.
constexpr std::string_view kAsk =
    R"(  PROCEDURE ask(kind VARCHAR2, name VARCHAR2, part VARCHAR2, what VARCHAR2, expected VARCHAR2) IS
    key VARCHAR2(1000) := kind || ' ' || name || ' ' || part || ' ' || what;
    seen VARCHAR2(4000) := 'nothing';
    verdict VARCHAR2(9) := 'ok';
    line VARCHAR2(8000);
  BEGIN
    IF found.EXISTS(key) THEN
      seen := NVL(found(key), 'nothing');
    END IF;
    IF seen <> expected THEN
      verdict := CASE WHEN seen <> 'nothing' THEN 'DIFFERENT'
        WHEN elsewhere AND kind IN ('trigger', 'function', 'procedure', 'sequence') THEN 'unseen'
        ELSE 'MISSING' END;
    END IF;
    line := kind || ' ' || name || CASE WHEN part IS NOT NULL THEN '.' || part END || ' | ' || what || ' | ' || expected
      || ' | ' || seen || ' | ' || verdict;
    checks := checks + 1;
    IF verdict IN ('MISSING', 'DIFFERENT') THEN
      failed := failed + 1;
      failures(failed) := line;
    ELSE
      DBMS_OUTPUT.PUT_LINE(line);
    END IF;
  END ask;
)";

}  // namespace

std::string VerifyForSqlplus(const VerifyInput& input) {
  const Oracle engine(input);
  const auto literal = [&](std::string_view text) { return emit::QuoteString(engine.dialect(), text); };
  std::string owners = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";
  for (const std::string& schema : OtherSchemas(engine)) owners += ", " + literal(schema);

  std::string text = VerifyHeader(
      engine, {"SQL*Plus ends with a failure when a check failed. A user who may only read sets CURRENT_SCHEMA first; a trigger,",
               "routine or sequence that he is not shown is `unseen`, and has not failed."});
  text +=
      "WHENEVER OSERROR EXIT FAILURE ROLLBACK\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n"
      "SET DEFINE OFF\nSET SQLBLANKLINES ON\nSET SQLTERMINATOR ON\nSET ESCAPE OFF\nSET AUTOCOMMIT OFF\nSET ECHO OFF\nSET FEEDBACK "
      "OFF\n"
      "SET HEADING OFF\nSET LINESIZE 4000\nSET TRIMOUT ON\nSET SERVEROUTPUT ON SIZE UNLIMITED\n"
      "VARIABLE migc_here VARCHAR2(4000)\nVARIABLE migc_failed NUMBER\n\n";
  text += "-- The revisions that this database is at.\n" + ReadRows(engine);
  text += fmt::format(
      "\n-- Everything that is there, and then everything that is expected.\n"
      "DECLARE\n"
      "  TYPE facts IS TABLE OF VARCHAR2(4000) INDEX BY VARCHAR2(1000);\n"
      "  TYPE lines IS TABLE OF VARCHAR2(8000) INDEX BY PLS_INTEGER;\n"
      "  found facts;\n"
      "  failures lines;\n"
      "  checks PLS_INTEGER := 0;\n"
      "  failed PLS_INTEGER := 0;\n"
      "  elsewhere BOOLEAN := SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') <> USER;\n"
      "{}"
      "BEGIN\n"
      "  FOR f IN (\n{}\n  ) LOOP\n"
      "    found(f.kind || ' ' || f.name || ' ' || f.part || ' ' || f.what) := f.found;\n"
      "  END LOOP;\n"
      "  IF :migc_here IS NOT NULL THEN\n"
      "    found({}) := :migc_here;\n"
      "  END IF;\n"
      "  DBMS_OUTPUT.PUT_LINE('object | what | expected | found | result');\n",
      kAsk, fmt::format(fmt::runtime(WithOwners(kFound)), owners), literal("table " + VersionTable(input) + "  rows"));
  for (const Fact& fact : ExpectedFacts(engine)) {
    text += fmt::format("  ask({}, {}, {}, {}, {});\n", literal(fact.kind), literal(fact.name), literal(fact.part),
                        literal(fact.what), literal(fact.expected));
  }
  text += fmt::format(
      "  FOR i IN 1 .. failed LOOP\n"
      "    DBMS_OUTPUT.PUT_LINE(failures(i));\n"
      "  END LOOP;\n"
      "  DBMS_OUTPUT.PUT_LINE({} || checks || ' ' || failed);\n"
      "  :migc_failed := failed;\n"
      "END;\n/\n"
      "BEGIN\n"
      "  IF :migc_failed > 0 THEN\n"
      "    RAISE_APPLICATION_ERROR(-20000, {});\n"
      "  END IF;\n"
      "END;\n/\n",
      literal(SummaryOf(input) + " "), literal(kFailed));
  return text;
}

}  // namespace migc::bundle
