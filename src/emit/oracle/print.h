// Print: each operation as the statements that Oracle is given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/oracle/dictionary.h"
#include "emit/oracle/rewrite.h"
#include "emit/oracle/syntax.h"
#include "migc/catalog/replay.h"
#include "migc/emit/statement.h"

namespace migc::emit::oracle {

// The statements of one step, in the making.
class Printer {
 public:
  Printer(const catalog::Step& step, const dialect::Dialect& dialect) : step_(step), dialect_(dialect), enums_(EnumsAfter(step)) {}

  const catalog::Step& step() const { return step_; }
  const dialect::Dialect& dialect() const { return dialect_; }
  const Enums& enums() const { return enums_; }
  SqlWriter Writer() const { return SqlWriter(dialect_); }
  // IF [NOT] EXISTS is part of the statement since 23.
  bool HasIfExists() const { return dialect_.target >= dialect::Version{23, 0, 0}; }

  // The summary and the place of what follows, until changed. A place that migc made itself is that of the whole operation.
  void Describe(std::string summary, ir::Origin origin);
  const std::string& summary() const { return summary_; }
  // Everything that follows runs only when the object is there.
  void RunOnlyWhen(std::optional<Look> look) { condition_ = std::move(look); }

  Statement& Add(std::string sql, std::string probe) { return Add(StatementKind::kSql, std::move(sql), std::move(probe)); }
  Statement& Add(SqlWriter& sql, std::string probe) { return Add(sql.Take(), std::move(probe)); }
  Statement& Add(SqlWriter& sql, std::string_view probe) { return Add(sql.Take(), std::string(probe)); }
  Statement& Add(StatementKind kind, std::string sql, std::string probe);
  // `statement`, only when the object is there, or is not.
  Statement& AddOnlyWhen(const Look& look, bool there, SqlWriter& statement);
  // The author's own statements.
  void AddRaw(std::string_view sql);
  void AddNote(std::string text);

  std::vector<Statement> Take() { return std::move(statements_); }

 private:
  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  Enums enums_;
  std::string summary_;
  ir::Origin origin_;
  std::optional<Look> condition_;
  std::vector<Statement> statements_;
};

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect);

// An index lies in the schema of its table.
ir::Name InSchemaOf(const ir::Name& table, const std::string& name);

// ---- print_table.cpp ----

void PrintColumnType(SqlWriter& out, const ir::Type& type, const Enums& enums);
// `DEFAULT …` as the column takes it.
void PrintDefault(SqlWriter& out, const ir::Expr& value, const ir::Type& type);
void PrintIdentity(SqlWriter& out, const ir::Identity& identity);
void PrintSequence(SqlWriter& out, const ir::SequenceOptions& options);
// As it stands in CREATE TABLE and after ADD, with the check that its type needs.
void PrintColumn(SqlWriter& out, const ir::Name& table, const ir::Column& column, const Enums& enums);
void PrintTableConstraint(SqlWriter& out, const ir::Constraint& constraint);
// As an attribute of its only column.
void PrintAttribute(SqlWriter& out, const ir::Constraint& constraint);
void PrintCreateTable(Printer& printer, const ir::CreateTable& create);
void PrintRenameTable(Printer& printer, const ir::RenameTable& rename);
void PrintTableComment(Printer& printer, const ir::Name& table, const std::optional<std::string>& comment);
void PrintColumnComment(Printer& printer, const ir::Name& table, const std::string& column,
                        const std::optional<std::string>& comment);

// ---- print_index.cpp ----

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create);
void PrintDropIndex(Printer& printer, const ir::DropIndex& drop);
void PrintRenameIndex(Printer& printer, const ir::RenameIndex& rename);

// ---- print_alter.cpp, print_retype.cpp ----

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter);
void PrintAddConstraint(Printer& printer, const ir::Name& table, const ir::Constraint& constraint);
void PrintDropConstraint(Printer& printer, const ir::Name& table, const std::string& name);
// `column` is the former one; `with_default`: no later action of the statement gives it another.
void PrintRetype(Printer& printer, const TableState& state, const ir::Column& column, const ir::SetType& set, bool with_default);

// ---- print_data.cpp ----

void PrintInsertInto(Printer& printer, const ir::Insert& insert);
void PrintUpdateOf(Printer& printer, const ir::Update& update);
void PrintDeleteFrom(Printer& printer, const ir::Delete& statement);

// ---- print_enum.cpp ----

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter);

// ---- print_routine.cpp ----

void PrintDefine(Printer& printer, const ir::Define& define);
void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop);

}  // namespace migc::emit::oracle
