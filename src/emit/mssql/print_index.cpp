#include <fmt/format.h>

#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mssql {
namespace {

// As a probe: nothing to look at, as the statement may run again.
constexpr const char* kHarmlessTwice = "0";

// Where an option stands, by its first word: `CLUSTERED` before INDEX, `FILLFACTOR = 70` inside WITH, `ON [SECONDARY]` at the end.
enum class Place { kBeforeIndex, kWith, kEnd };

Place PlaceOf(const std::string& option, const dialect::Dialect& dialect) {
  const std::string word = FirstWord(option, dialect.lexical);
  if (word == "CLUSTERED" || word == "NONCLUSTERED") return Place::kBeforeIndex;
  return word == "ON" ? Place::kEnd : Place::kWith;
}

// ONLINE = ON is refused by the editions that do not have it, so it is only said where it is taken: 3 is Enterprise, Developer and
// Evaluation, 5 Azure SQL Database, 8 Managed Instance ("SERVERPROPERTY (Transact-SQL)", EngineEdition).
std::string WhereOnline(const std::string& online, const std::string& plain) {
  return fmt::format("IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (3, 5, 8)\n  EXEC ({});\nELSE\n  EXEC ({})",
                     Literal(online), Literal(plain));
}

std::string IndexFound(const ir::Name& table, const std::string& name, const dialect::Dialect& dialect) {
  return fmt::format("EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID({}) AND name = {})",
                     NameLiteral(table, dialect), Literal(name));
}

}  // namespace

std::string CreateIndex(const ir::Name& table, const ir::Index& index, bool online, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword(index.unique ? "CREATE UNIQUE" : "CREATE");
  std::vector<std::string> with;
  for (const std::string& option : index.options) {
    if (PlaceOf(option, dialect) == Place::kBeforeIndex) out.Raw(option);
    if (PlaceOf(option, dialect) == Place::kWith) with.push_back(option);
  }
  if (online) with.emplace_back("ONLINE = ON");
  out.Keyword("INDEX").Name(index.name.text).Keyword("ON").Name(Qualified(table, dialect)).Open();
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (i > 0) out.Comma();
    PrintExpr(out, Unqualified(index.keys[i].expr), MssqlSyntax());
    if (index.keys[i].order == ir::SortOrder::kDescending) out.Keyword("DESC");
    if (index.keys[i].order == ir::SortOrder::kAscending) out.Keyword("ASC");
  }
  out.Close();
  if (!index.include.empty()) {
    out.Keyword("INCLUDE");
    PrintColumnList(out, index.include);
  }
  if (index.where) {
    out.Keyword("WHERE");
    PrintCondition(out, Unqualified(*index.where));
  }
  if (!with.empty()) out.Keyword("WITH").Open().Raw(base::Join(with, ", ")).Close();
  for (const std::string& option : index.options) {
    if (PlaceOf(option, dialect) == Place::kEnd) out.Raw(option);
  }
  return out.Take();
}

std::string DropIndex(const ir::Name& table, const std::string& name, bool if_exists, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword(if_exists ? "DROP INDEX IF EXISTS" : "DROP INDEX").Name(name).Keyword("ON").Name(Qualified(table, dialect));
  return out.Take();
}

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create) {
  const dialect::Dialect& dialect = printer.dialect();
  std::string sql = CreateIndex(create.table, create.index, false, dialect);
  if (create.online) {
    sql = WhereOnline(CreateIndex(create.table, create.index, true, dialect), sql);
    if (create.if_not_exists) sql = fmt::format("BEGIN\n{};\nEND", sql);
  }
  const std::string found = IndexFound(create.table, create.index.name.text, dialect);
  if (create.if_not_exists) sql = fmt::format("IF NOT {}\n{}", found, sql);
  printer.Add(StatementKind::kSql, std::move(sql)).probe = create.if_not_exists ? kHarmlessTwice : found;
}

void PrintDropIndex(Printer& printer, const ir::DropIndex& drop) {
  const dialect::Dialect& dialect = printer.dialect();
  printer.Add(StatementKind::kSql, DropIndex(drop.table, drop.name.name, drop.if_exists, dialect)).probe =
      drop.if_exists ? kHarmlessTwice : "NOT " + IndexFound(drop.table, drop.name.name, dialect);
}

}  // namespace migc::emit::mssql
