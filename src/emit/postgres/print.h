// Print: each operation as the statements that PostgreSQL is given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/postgres/probe.h"
#include "emit/postgres/syntax.h"
#include "migc/catalog/replay.h"
#include "migc/emit/statement.h"

namespace migc::emit::postgres {

// What a step must know of those around it in its revision.
struct Context {
  bool enum_value_used_later = false;  // the value that the step adds to an enum
  bool session_timeouts = false;       // SET, because something runs outside the transaction; else SET LOCAL
};

// The statements of one step, in the making.
class Printer {
 public:
  Printer(const catalog::Step& step, const dialect::Dialect& dialect, Context context = {})
      : step_(step), dialect_(dialect), context_(context) {}

  const catalog::Step& step() const { return step_; }
  const Context& context() const { return context_; }
  const dialect::Dialect& dialect() const { return dialect_; }
  SqlWriter Writer() const { return SqlWriter(dialect_); }

  // The summary and the place of what follows, until changed.
  void Describe(std::string summary, ir::Origin origin);
  // A place that migc made itself is that of the whole operation.
  const std::string& summary() const { return summary_; }
  Statement& Add(SqlWriter& sql) { return Add(StatementKind::kSql, sql.Take()); }
  // With the probe that tells of it, where DDL cannot be rolled back.
  Statement& Add(SqlWriter& sql, std::string probe);
  Statement& Add(StatementKind kind, std::string sql);
  // The author's own statements; a trigger among them is known by its name.
  void AddRaw(std::string_view sql, const ir::Routine* trigger = nullptr);
  void AddNote(std::string text);

  std::vector<Statement> Take();

 private:
  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  Context context_;
  std::string summary_;
  ir::Origin origin_;
  std::vector<Statement> statements_;
};

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect, const Context& context);

// ---- print_table.cpp ----

void PrintColumn(SqlWriter& out, const ir::Column& column);
void PrintCreateTable(Printer& printer, const ir::CreateTable& create);
void PrintTableComment(Printer& printer, const ir::Name& table, const std::optional<std::string>& comment);
void PrintColumnComment(Printer& printer, const ir::Name& table, const std::string& column,
                        const std::optional<std::string>& comment);
// True for a storage parameter (`fillfactor=70`), which goes into WITH (…) or SET (…).
bool IsStorageParameter(const std::string& option, const dialect::Dialect& dialect);

// ---- print_index.cpp ----

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create);
void PrintDropIndex(Printer& printer, const ir::DropIndex& drop);
void PrintRenameIndex(Printer& printer, const ir::RenameIndex& rename);
// Of a unique constraint that goes as its index does.
void PrintDropUnique(Printer& printer, const ir::Name& table, const ir::DropConstraint& drop);

// ---- print_alter.cpp ----

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter);
// Drops the sequence that the column counted by, where that is one of its own.
void PrintDropCounter(Printer& printer, const ir::Name& table, const ir::Column& column);
// `SELECT setval(…)`: the next generated value comes after those that are in the table. `fresh`: the sequence has given none yet.
void PrintIdentityPastRows(Printer& printer, const ir::Name& table, const std::string& column, bool fresh);

// ---- print_enum.cpp ----

void PrintCreateEnum(Printer& printer, const ir::Name& name, const std::vector<std::string>& values);
void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter);

// ---- print_routine.cpp ----

void PrintDefine(Printer& printer, const ir::Define& define);
void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop);
// Views and triggers that hold the column, whose type cannot be changed under them; what stands upon another comes after it.
std::vector<const ir::Routine*> RoutinesInTheWay(const catalog::Step& step, const ir::Name& table, const std::string& column,
                                                 const dialect::Dialect& dialect);
// As `dependents` has them: what stands upon another comes after it.
std::vector<const ir::Routine*> InOrder(const catalog::Step& step, const std::vector<const ir::Routine*>& routines);
// Drops them, the last first; and puts them back as they were.
void PrintMakeWay(Printer& printer, const std::vector<const ir::Routine*>& routines);
void PrintPutBack(Printer& printer, const std::vector<const ir::Routine*>& routines);

}  // namespace migc::emit::postgres
