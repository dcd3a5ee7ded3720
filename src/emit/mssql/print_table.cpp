#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "emit/mssql/procedure.h"

namespace migc::emit::mssql {
namespace {

void PrintIdentity(SqlWriter& out, const ir::Identity& identity) {
  out.Keyword("IDENTITY").CallOpen().Number(std::to_string(identity.options.start.value_or(1))).Comma();
  out.Number(std::to_string(identity.options.increment.value_or(1))).Close();
}

// A computed column has the type of its expression, so the type that was written is said as a cast.
void PrintComputed(SqlWriter& out, const ir::Column& column, const Enums& enums) {
  const ir::Expr expr = AsValue(Unqualified(column.generated->expr));
  out.Keyword("AS").Open();
  const bool casts = expr.kind == ir::ExprKind::kCast && expr.types.size() == 1 && expr.types.front() == column.type;
  if (casts) {
    PrintExpr(out, expr, MssqlSyntax());
  } else {
    out.Keyword("CAST").CallOpen();
    PrintExpr(out, expr, MssqlSyntax());
    out.Keyword("AS");
    PrintType(out, column.type, enums);
    out.Close();
  }
  out.Close();
  if (column.generated->storage != ir::Storage::kStored) return;
  out.Keyword(column.not_null ? "PERSISTED NOT NULL" : "PERSISTED");
}

void PrintItems(SqlWriter& out, const ir::Table& table, const Enums& enums) {
  out.Open();
  out.Indent();
  bool first = true;
  const auto next_line = [&] {
    if (!first) out.Comma();
    first = false;
    out.NewLine();
  };
  for (const ir::Column& column : table.columns) {
    next_line();
    PrintColumn(out, column, table, enums, false);
  }
  for (const ir::Constraint& constraint : table.constraints) {
    next_line();
    PrintConstraint(out, Printable(constraint, out.dialect()), MssqlSyntax());
  }
  for (const ir::Column& column : table.columns) {
    const std::optional<ir::Constraint> check = EnumCheckOf(table.name.name, column, enums);
    if (!check) continue;
    next_line();
    PrintConstraint(out, Printable(*check, out.dialect()), MssqlSyntax());
  }
  out.Dedent();
  out.NewLine().Close();
}

}  // namespace

void PrintTypeAndNull(SqlWriter& out, const ir::Column& column, bool not_null, const Enums& enums) {
  PrintType(out, column.type, enums);
  if (column.collation) out.Keyword("COLLATE").Words(*column.collation);
  out.Keyword(not_null ? "NOT NULL" : "NULL");
}

void PrintColumn(SqlWriter& out, const ir::Column& column, const ir::Table& table, const Enums& enums, bool adds) {
  out.Name(column.name.text);
  if (column.generated) return PrintComputed(out, column, enums);
  const bool not_null = IsNotNull(table, column);
  PrintType(out, column.type, enums);
  if (column.collation) out.Keyword("COLLATE").Words(*column.collation);
  if (column.identity) PrintIdentity(out, *column.identity);
  out.Keyword(not_null ? "NOT NULL" : "NULL");
  if (!column.default_value) return;
  out.Keyword("CONSTRAINT").Name(DefaultName(table.name.name, column.name.text)).Keyword("DEFAULT");
  PrintDefaultValue(out, *column.default_value, column.type);
  // Without it the rows that are there would get null ("ALTER TABLE (Transact-SQL)", WITH VALUES).
  if (adds && !not_null) out.Keyword("WITH VALUES");
}

void PrintCreateTable(Printer& printer, const ir::CreateTable& create) {
  const ir::Table& table = create.table;
  const dialect::Dialect& dialect = printer.dialect();
  const ir::Name name = printer.Qualified(table.name);
  SqlWriter out = printer.Writer();
  if (create.if_not_exists)
    out.Keyword("IF OBJECT_ID(").Tight("").Words(printer.NameLiteral(name)).Comma().Words("N'U') IS NULL").NewLine();
  out.Keyword("CREATE TABLE").Name(name);
  PrintItems(out, table, printer.enums());
  for (const std::string& option : table.options) out.Raw(option);
  printer.Add(out);
  // `if not exists` found it: the indexes and comments of this definition are not its own.
  if (create.if_not_exists && printer.step().changes.empty()) return;

  const std::string summary = printer.summary();
  for (const ir::Index& index : table.indexes) {
    const ir::Operation operation{ir::CreateIndex{table.name, index, create.if_not_exists, false}, false, {}, index.origin};
    printer.Describe(ir::Summary(operation), index.origin);
    PrintCreateIndex(printer, std::get<ir::CreateIndex>(operation.body));
  }
  const auto comment = [&](const Commented& what, const std::string& text) {
    printer.Add(StatementKind::kSql, create.if_not_exists ? SetComment(what, text, dialect) : AddComment(what, text, dialect));
  };
  printer.Describe("comment on table " + table.name.Text(), table.origin);
  if (table.comment) comment({name, std::nullopt}, *table.comment);
  for (const ir::Column& column : table.columns) {
    printer.Describe("comment on column " + table.name.Text() + "." + column.name.text, column.origin);
    if (column.comment) comment({name, column.name.text}, *column.comment);
  }
  printer.Describe(summary, {});
}

void PrintRenameTable(Printer& printer, const ir::RenameTable& rename) {
  const dialect::Dialect& dialect = printer.dialect();
  const ir::Name from = printer.Qualified(rename.from);
  printer.Add(StatementKind::kSql, RenameObject(from, rename.to.name, dialect));
  const TableChange change = ChangeOf(printer.step(), rename.to, dialect);
  if (change.after == nullptr) return;
  const auto describe = [&](const std::string& name, const std::string& to) {
    printer.Describe("rename constraint " + name + " to " + to + ", after its table", {});
  };
  for (const ir::Column& column : change.after->columns) {
    if (column.default_value) {
      const std::string to = DefaultName(rename.to.name, column.name.text);
      const ir::Name name{from.schema, DefaultName(rename.from.name, column.name.text), {}};
      describe(name.name, to);
      printer.Add(StatementKind::kSql, RenameDefault(name, to, dialect));
    }
    if (EnumCheckOf(rename.to.name, column, printer.enums())) {
      const std::string to = EnumCheckName(rename.to.name, column.name.text);
      const ir::Name name{from.schema, EnumCheckName(rename.from.name, column.name.text), {}};
      describe(name.name, to);
      printer.Add(StatementKind::kSql, RenameObject(name, to, dialect));
    }
  }
}

}  // namespace migc::emit::mssql
