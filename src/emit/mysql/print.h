// Print: each operation as the statements that MySQL or MariaDB is given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/mysql/syntax.h"
#include "emit/mysql/table_state.h"
#include "migc/catalog/replay.h"
#include "migc/emit/statement.h"

namespace migc::emit::mysql {

// The statements of one step, in the making.
class Printer {
 public:
  Printer(const catalog::Step& step, const dialect::Dialect& dialect);

  const catalog::Step& step() const { return step_; }
  const dialect::Dialect& dialect() const { return dialect_; }
  SqlWriter Writer() const { return SqlWriter(dialect_); }
  bool Has(dialect::Capability capability) const { return dialect_.Has(capability); }

  // The enums as they are; an `alter enum` says in between what they are to be.
  void SetEnum(const ir::Name& name, std::vector<std::string> values);
  void PrintType(SqlWriter& out, const ir::Type& type) const;

  // The summary and the place of what follows, until changed.
  void Describe(std::string summary, ir::Origin origin);
  const std::string& summary() const { return summary_; }
  Statement& Add(SqlWriter& sql, std::string probe);
  Statement& Add(StatementKind kind, std::string sql, std::string probe);
  // The author's own statements; what the probe asks for is made by the first.
  void AddRaw(std::string_view sql, std::string probe);
  void AddNote(const std::string& text);

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

// Name, type and every attribute: nothing of it is kept by MODIFY that is not said again.
void PrintColumn(const Printer& printer, SqlWriter& out, const ir::Column& column);
// `CONSTRAINT n UNIQUE (…)`; a primary key has no name.
void PrintTableConstraint(SqlWriter& out, const ir::Constraint& constraint);
// `UNIQUE INDEX n (…)`, as in CREATE TABLE and after ADD; and its two halves.
void PrintIndexItem(SqlWriter& out, const ir::Index& index);
std::string_view IndexWords(const ir::Index& index);
void PrintIndexKeys(SqlWriter& out, const ir::Index& index);
void PrintSupportIndex(SqlWriter& out, const SupportIndex& index);
void PrintCreateTable(Printer& printer, const ir::CreateTable& create);
// A TIMESTAMP that is NOT NULL and has no default gets one where explicit_defaults_for_timestamp is off: the script stops there.
void RequireExplicitTimestamp(Printer& printer, const ir::Table& table, const std::vector<const ir::Column*>& columns);

// TiDB reads checks and forgets them unless a setting is on: the script stops there.
void RequireChecks(Printer& printer, const std::vector<ir::Constraint>& constraints);

// ---- print_grant.cpp ----

void PrintGrant(Printer& printer, const ir::Grant& grant);
// What the step's table has granted: taken away while it has the name, and given again under the other one.
void PrintRevokeAll(Printer& printer, const ir::Name& table);
void PrintGrantAgain(Printer& printer, const ir::Name& from, const ir::Name& to);

// ---- print_index.cpp ----

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create);
void PrintDropIndex(Printer& printer, const ir::DropIndex& drop);

// ---- print_alter.cpp ----

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter);
// `using` CAST(c AS T), or c itself: what MODIFY does anyway.
bool IsPlainConversion(const ir::SetType& set);

// ---- print_using.cpp ----

void PrintUsing(Printer& printer, const TableState& state, const ir::SetType& set);

// ---- print_enum.cpp ----

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter);

// ---- print_routine.cpp ----

void PrintDefine(Printer& printer, const ir::Define& define);
void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop);

}  // namespace migc::emit::mysql
