#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/print.h"
#include "emit/mssql/routine_text.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

// "INSERT (Transact-SQL)", VALUES: at most 1,000 rows.
constexpr std::size_t kRowsPerInsert = 1000;

// The table of the insert, when migc knows it.
const ir::Table* TableOf(const Printer& printer, const ir::Name& name) {
  for (const catalog::ObjectPtr& object : printer.step().dependents) {
    const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
    if (table != nullptr && SameName(table->definition.name.name, name.name)) return &table->definition;
  }
  return nullptr;
}

const ir::Column* IdentityOf(const ir::Table& table) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [](const ir::Column& column) { return column.identity.has_value(); });
  return found == table.columns.end() ? nullptr : &*found;
}

}  // namespace

// One table of a session at a time may have IDENTITY_INSERT on, so it is put off in the same batch.
void PrintInsertInto(Printer& printer, const ir::Insert& insert) {
  const ir::Table* table = TableOf(printer, insert.table);
  const ir::Column* identity = table == nullptr ? nullptr : IdentityOf(*table);
  ir::Insert printed = insert;
  printed.table = printer.Qualified(insert.table);
  if (identity != nullptr && printed.columns.empty()) {
    for (const ir::Column& column : table->columns) {
      if (!column.generated) printed.columns.push_back(column.name);
    }
  }
  for (std::vector<ir::Expr>& row : printed.rows) {
    for (ir::Expr& value : row) value = AsValue(value);
  }
  if (printed.select) printed.select = WithoutEnd(*printed.select);
  const bool explicit_ids = identity != nullptr && HasColumn(printed.columns, identity->name.text);
  for (std::string& sql : PrintInsert(printed, printer.dialect(), MssqlSyntax(), kRowsPerInsert)) {
    if (!explicit_ids) {
      printer.Add(StatementKind::kSql, std::move(sql));
      continue;
    }
    const auto set = [&](std::string_view word) {
      SqlWriter out = printer.Writer();
      out.Keyword("SET IDENTITY_INSERT").Name(printed.table).Keyword(word);
      return out.Take();
    };
    printer.Add(StatementKind::kSql, base::Join({set("ON"), sql, set("OFF")}, ";\n"));
  }
}

void PrintRequire(Printer& printer, const ir::Require& require) {
  printer.Add(StatementKind::kRequire, WithTruthAsNumber(WithoutEnd(require.query), printer.dialect())).message = require.message;
}

}  // namespace migc::emit::mssql
