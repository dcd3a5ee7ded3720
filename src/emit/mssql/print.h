// Print: each operation as the statements that SQL Server is given. Each is a batch of its own: a batch is compiled as a whole, so
// a statement could not use the column that the one before it in the same batch made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/mssql/syntax.h"
#include "emit/mssql/table_form.h"
#include "emit/mssql/table_state.h"
#include "migc/catalog/replay.h"
#include "migc/emit/statement.h"

namespace migc::emit::mssql {

// The statements of one step, in the making.
class Printer {
 public:
  Printer(const catalog::Step& step, const dialect::Dialect& dialect) : step_(step), dialect_(dialect), enums_(EnumsAfter(step)) {}

  const catalog::Step& step() const { return step_; }
  const dialect::Dialect& dialect() const { return dialect_; }
  const Enums& enums() const { return enums_; }
  SqlWriter Writer() const { return SqlWriter(dialect_); }
  ir::Name Qualified(const ir::Name& name) const;
  std::string NameLiteral(const ir::Name& name) const;

  // The summary and the place of what follows, until changed; a place that migc made itself is that of the whole operation.
  void Describe(std::string summary, ir::Origin origin);
  const std::string& summary() const { return summary_; }
  Statement& Add(SqlWriter& sql) { return Add(StatementKind::kSql, sql.Take()); }
  Statement& Add(StatementKind kind, std::string sql);
  void AddNote(std::string text);

  std::vector<Statement> Take() { return std::move(statements_); }

 private:
  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  Enums enums_;
  std::string summary_;
  ir::Origin origin_;
  std::vector<Statement> statements_;
};

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect);

// ---- print_table.cpp ----

void PrintCreateTable(Printer& printer, const ir::CreateTable& create);
// sp_rename, and the constraints whose names have the table's in them.
void PrintRenameTable(Printer& printer, const ir::RenameTable& rename);
// `name TYPE … NOT NULL CONSTRAINT … DEFAULT …`; `adds`: to a table that may have rows, which get the default too.
void PrintColumn(SqlWriter& out, const ir::Column& column, const ir::Table& table, const Enums& enums, bool adds);
// TYPE COLLATE … NULL | NOT NULL: ALTER COLUMN forgets what is not said.
void PrintTypeAndNull(SqlWriter& out, const ir::Column& column, bool not_null, const Enums& enums);

// ---- print_alter.cpp, print_column.cpp ----

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter);
// One ALTER COLUMN (or a new column in its place, `using`), with what is in its way dropped before and put back after.
void PrintAlterColumn(Printer& printer, const TableState& state, const ir::Column& before, const ir::Column& after,
                      const ir::Expr* using_expr);
void PrintDropColumn(Printer& printer, const TableState& state, const ir::DropColumn& drop);
void PrintRenameColumn(Printer& printer, const TableState& state, const ir::RenameColumnAction& rename);
// ALTER TABLE … ADD CONSTRAINT … DEFAULT … FOR column; and what takes any default away, whatever it is called.
std::string AddDefault(const ir::Name& table, const ir::Column& column, const dialect::Dialect& dialect);
std::string DropDefault(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect);
// ALTER TABLE … [WITH NOCHECK] ADD CONSTRAINT …; ALTER TABLE … DROP CONSTRAINT …
std::string AddConstraint(const ir::Name& table, const ir::Constraint& constraint, const dialect::Dialect& dialect);
std::string DropConstraint(const ir::Name& table, const std::string& name, bool if_exists, const dialect::Dialect& dialect);

// ---- print_index.cpp ----

std::string CreateIndex(const ir::Name& table, const ir::Index& index, bool online, const dialect::Dialect& dialect);
std::string DropIndex(const ir::Name& table, const std::string& name, bool if_exists, const dialect::Dialect& dialect);
void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create);
void PrintDropIndex(Printer& printer, const ir::DropIndex& drop);

// ---- print_enum.cpp ----

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter);

// ---- print_routine.cpp ----

void PrintDefine(Printer& printer, const ir::Define& define);
void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop);
// Views of the table keep the columns and types that they had when they were made: sp_refreshview looks again.
void PrintRefreshViews(Printer& printer, const ir::AlterTable& alter, const ir::Name& table);

// ---- print_data.cpp ----

void PrintInsertInto(Printer& printer, const ir::Insert& insert);
void PrintRequire(Printer& printer, const ir::Require& require);

}  // namespace migc::emit::mssql
