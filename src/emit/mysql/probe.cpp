#include "emit/mysql/probe.h"

#include <utility>
#include <vector>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::mysql {
namespace {

using Conditions = std::vector<std::pair<std::string_view, std::string>>;

enum class Compare : std::uint8_t { kAsTheServerDoes, kExactly };

// SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'c'
std::string Ask(const dialect::Dialect& dialect, std::string_view view, std::string_view schema_column, const std::string& schema,
                const Conditions& conditions, Wanted wanted, Compare compare = Compare::kAsTheServerDoes) {
  SqlWriter out(dialect);
  out.Keyword("SELECT COUNT(*)").Keyword(wanted == Wanted::kThere ? "> 0" : "= 0");
  out.Keyword("FROM").Words("information_schema." + std::string(view)).Keyword("WHERE").Words(schema_column).Keyword("=");
  schema.empty() ? out.Keyword("DATABASE()") : out.String(schema);
  for (const auto& [column, value] : conditions) {
    out.Keyword("AND");
    compare == Compare::kExactly ? out.Words("CAST(" + std::string(column) + " AS BINARY)") : out.Words(column);
    out.Keyword("=").String(value);
  }
  return out.Take();
}

// Both: SELECT (SELECT COUNT(*) > 0 …) AND (SELECT COUNT(*) = 0 …)
std::string And(const std::string& there, const std::string& gone) { return "SELECT (" + there + ") AND (" + gone + ")"; }

bool DifferInCaseAlone(const std::string& a, const std::string& b) { return base::LowerAscii(a) == base::LowerAscii(b); }

}  // namespace

std::string ProbeTable(const dialect::Dialect& dialect, const ir::Name& table, Wanted wanted) {
  return Ask(dialect, "tables", "table_schema", table.schema, {{"table_name", table.name}}, wanted);
}

std::string ProbeColumn(const dialect::Dialect& dialect, const ir::Name& table, const std::string& column, Wanted wanted) {
  return Ask(dialect, "columns", "table_schema", table.schema, {{"table_name", table.name}, {"column_name", column}}, wanted);
}

std::string ProbeIndex(const dialect::Dialect& dialect, const ir::Name& table, const std::string& index, Wanted wanted) {
  return Ask(dialect, "statistics", "table_schema", table.schema, {{"table_name", table.name}, {"index_name", index}}, wanted);
}

std::string ProbeConstraint(const dialect::Dialect& dialect, const ir::Name& table, const std::string& constraint, Wanted wanted) {
  return Ask(dialect, "table_constraints", "table_schema", table.schema,
             {{"table_name", table.name}, {"constraint_name", constraint}}, wanted);
}

std::string ProbeCheck(const dialect::Dialect& dialect, const ir::Name& table, const std::string& check, Wanted wanted) {
  return Ask(dialect, "check_constraints", "constraint_schema", table.schema, {{"constraint_name", check}}, wanted);
}

// Names of tables that differ in case alone are two tables, or one, as lower_case_table_names says; what tells is how the name is
// written ("Identifier Case Sensitivity"). Where it is 1 or TiDB has it, such a rename fails by itself: the name is there.
std::string ProbeTableRenamed(const dialect::Dialect& dialect, const ir::Name& from, const ir::Name& to) {
  const bool same = from.schema == to.schema && DifferInCaseAlone(from.name, to.name);
  const auto ask = [&](const ir::Name& name, Wanted wanted) {
    return Ask(dialect, "tables", "table_schema", name.schema, {{"table_name", name.name}}, wanted,
               same ? Compare::kExactly : Compare::kAsTheServerDoes);
  };
  return And(ask(to, Wanted::kThere), ask(from, Wanted::kGone));
}

std::string ProbeColumnRenamed(const dialect::Dialect& dialect, const ir::Name& table, const std::string& from,
                               const std::string& to) {
  if (DifferInCaseAlone(from, to)) return std::string(kHarmlessTwice);
  return And(ProbeColumn(dialect, table, to, Wanted::kThere), ProbeColumn(dialect, table, from, Wanted::kGone));
}

std::string ProbeIndexRenamed(const dialect::Dialect& dialect, const ir::Name& table, const std::string& from,
                              const std::string& to) {
  return And(ProbeIndex(dialect, table, to, Wanted::kThere), ProbeIndex(dialect, table, from, Wanted::kGone));
}

std::string ProbeSchema(const dialect::Dialect& dialect, const std::string& schema, Wanted wanted) {
  return Ask(dialect, "schemata", "schema_name", schema, {}, wanted);
}

std::string ProbeRoutine(const dialect::Dialect& dialect, const ir::Name& routine, std::string_view kind, Wanted wanted) {
  return Ask(dialect, "routines", "routine_schema", routine.schema,
             {{"routine_name", routine.name}, {"routine_type", std::string(kind)}}, wanted);
}

std::string ProbeTrigger(const dialect::Dialect& dialect, const ir::Name& trigger, Wanted wanted) {
  return Ask(dialect, "triggers", "trigger_schema", trigger.schema, {{"trigger_name", trigger.name}}, wanted);
}

// GRANTEE is 'name'@'host'; a role of MariaDB has no host there (seen on 10.11).
std::string ProbeRevoked(const dialect::Dialect& dialect, const ir::Grant& grant) {
  SqlWriter out(dialect);
  out.Keyword("SELECT COUNT(*) = 0 AND").Open().Keyword("SELECT COUNT(DISTINCT grantee) FROM");
  out.Words("information_schema.user_privileges").Close().Keyword("> 1 FROM").Words("information_schema.table_privileges");
  out.Keyword("WHERE").Words("table_schema").Keyword("=");
  grant.table.schema.empty() ? out.Keyword("DATABASE()") : out.String(grant.table.schema);
  out.Keyword("AND")
      .Words("table_name")
      .Keyword("=")
      .String(grant.table.name)
      .Keyword("AND")
      .Words("privilege_type")
      .Keyword("IN")
      .Open();
  for (std::size_t i = 0; i < grant.privileges.size(); ++i) {
    if (i > 0) out.Comma();
    out.String(base::UpperAscii(grant.privileges[i]));
  }
  out.Close().Keyword("AND").Words("grantee").Keyword("IN").Open();
  for (std::size_t i = 0; i < grant.roles.size(); ++i) {
    if (i > 0) out.Comma();
    const std::string name = "'" + grant.roles[i].text + "'@";
    out.String(name + "'%'").Comma().String(name + "''");
  }
  return out.Close().Take();
}

}  // namespace migc::emit::mysql
