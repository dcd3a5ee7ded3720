#include "emit/oracle/dictionary.h"

#include <utility>
#include <vector>

#include "migc/base/text.h"
#include "migc/emit/plsql.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::oracle {
namespace {

// A column of a dictionary view and what it must be.
using Condition = std::pair<std::string_view, std::string>;

Look Build(const dialect::Dialect& dialect, std::string_view view, std::string_view owner, const std::string& schema,
           const std::vector<Condition>& conditions) {
  SqlWriter out(dialect);
  out.Keyword("FROM").Words(view).Keyword("WHERE").Words(owner).Keyword("=");
  if (schema.empty()) {
    out.Words("SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')");
  } else {
    out.String(StoredName(dialect, schema));
  }
  for (const auto& [column, value] : conditions) out.Keyword("AND").Words(column).Keyword("=").String(value);
  return {out.Take()};
}

std::string TypeOf(ir::RoutineKind kind) {
  switch (kind) {
    case ir::RoutineKind::kView:
      return "VIEW";
    case ir::RoutineKind::kMaterializedView:
      return "MATERIALIZED VIEW";
    case ir::RoutineKind::kFunction:
      return "FUNCTION";
    case ir::RoutineKind::kProcedure:
      return "PROCEDURE";
    case ir::RoutineKind::kTrigger:
      return "TRIGGER";
  }
  return "VIEW";
}

}  // namespace

std::string StoredName(const dialect::Dialect& dialect, std::string_view identifier) {
  const bool bare = QuoteIdentifier(dialect, identifier) == identifier;
  return bare ? base::UpperAscii(identifier) : std::string(identifier);
}

Look LookForTable(const dialect::Dialect& dialect, const ir::Name& table) {
  return Build(dialect, "all_tables", "owner", table.schema, {{"table_name", StoredName(dialect, table.name)}});
}

Look LookForColumn(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column) {
  return Build(dialect, "all_tab_columns", "owner", table.schema,
               {{"table_name", StoredName(dialect, table.name)}, {"column_name", StoredName(dialect, column)}});
}

Look LookForNotNull(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column) {
  return Build(dialect, "all_tab_columns", "owner", table.schema,
               {{"table_name", StoredName(dialect, table.name)}, {"column_name", StoredName(dialect, column)}, {"nullable", "N"}});
}

Look LookForIdentity(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column) {
  return Build(
      dialect, "all_tab_columns", "owner", table.schema,
      {{"table_name", StoredName(dialect, table.name)}, {"column_name", StoredName(dialect, column)}, {"identity_column", "YES"}});
}

Look LookForConstraint(const dialect::Dialect& dialect, const ir::Name& table, std::string_view constraint) {
  return Build(dialect, "all_constraints", "owner", table.schema,
               {{"table_name", StoredName(dialect, table.name)}, {"constraint_name", StoredName(dialect, constraint)}});
}

Look LookForIndex(const dialect::Dialect& dialect, const ir::Name& index) {
  return Build(dialect, "all_indexes", "owner", index.schema, {{"index_name", StoredName(dialect, index.name)}});
}

Look LookForSequence(const dialect::Dialect& dialect, const ir::Name& sequence) {
  return Build(dialect, "all_sequences", "sequence_owner", sequence.schema,
               {{"sequence_name", StoredName(dialect, sequence.name)}});
}

Look LookForRoutine(const dialect::Dialect& dialect, ir::RoutineKind kind, const ir::Name& name) {
  return Build(dialect, "all_objects", "owner", name.schema,
               {{"object_name", StoredName(dialect, name.name)}, {"object_type", TypeOf(kind)}});
}

std::string WhenThere(const Look& look) { return "SELECT COUNT(*) " + look.text; }
std::string WhenGone(const Look& look) { return "SELECT 1 - COUNT(*) " + look.text; }

std::string OnlyWhen(const Look& look, bool there, std::string_view statement, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword("DECLARE").Indent();
  out.NewLine().Keyword("found NUMBER").CloseTight(";").Dedent();
  out.NewLine().Keyword("BEGIN").Indent();
  out.NewLine().Keyword("SELECT COUNT(*) INTO found").Words(look.text).CloseTight(";");
  out.NewLine().Keyword("IF found =").Number(there ? "1" : "0").Keyword("THEN").Indent();
  out.NewLine().Keyword("EXECUTE IMMEDIATE").Words(QuoteForPlSql(statement)).CloseTight(";").Dedent();
  out.NewLine().Keyword("END IF").CloseTight(";").Dedent();
  out.NewLine().Keyword("END").CloseTight(";");
  return out.Take();
}

}  // namespace migc::emit::oracle
