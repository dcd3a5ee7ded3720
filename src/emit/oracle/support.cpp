#include "emit/oracle/support.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "emit/oracle/retype.h"
#include "emit/oracle/rewrite.h"
#include "emit/oracle/support_table.h"
#include "emit/oracle/value_check.h"
#include "migc/base/text.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit::oracle {
namespace {

using diag::Kind;

constexpr std::size_t kLongestComment = 4000;
// HEXTORAW of a literal of 4,000 digits.
constexpr std::size_t kMostBytes = 2000;

// SQL Language Reference 19c, GRANT, "Table Privileges".
bool IsTablePrivilege(const std::string& privilege) {
  static const std::set<std::string> known = {
      "all",  "all privileges", "alter",  "debug", "delete",     "flashback",         "index",        "insert",
      "read", "select",         "update", "under", "references", "on commit refresh", "query rewrite"};
  return known.contains(privilege);
}

bool IsEmpty(const ir::Expr& expr) {
  if (expr.kind == ir::ExprKind::kParens) return IsEmpty(expr.operands.at(0));
  return expr.kind == ir::ExprKind::kString && expr.text.empty();
}

bool IsComparison(ir::BinaryOp op) {
  return op == ir::BinaryOp::kEqual || op == ir::BinaryOp::kNotEqual || op == ir::BinaryOp::kLess ||
         op == ir::BinaryOp::kLessEqual || op == ir::BinaryOp::kGreater || op == ir::BinaryOp::kGreaterEqual;
}

// Routines by kind and name, with the arguments that they were first defined with.
using Signatures = std::map<std::pair<ir::RoutineKind, ir::Name>, std::optional<std::vector<ir::Type>>>;

class StepChecker {
 public:
  StepChecker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink, Signatures& signatures)
      : step_(step), report_(step.operation, dialect, sink), dialect_(dialect), signatures_(signatures) {}

  void Run() {
    std::visit(*this, step_.operation.body);
    Visitor visitor;
    visitor.expr = [this](const ir::Expr& expr) { CheckExpr(expr); };
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckConstraint(constraint); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
  }

  void operator()(const ir::CreateTable& create) {
    report_.CheckName(create.table.name.name, create.table.name.origin);
    CheckTable(create.table, create.table.constraints, create.table.indexes, report_);
    CheckValueChecks(create.table, step_.enums, report_);
    CheckComment(create.table.comment, create.table.origin);
  }
  void operator()(const ir::RenameTable& rename) { report_.CheckName(rename.to.name, rename.to.origin); }
  void operator()(const ir::AlterTable& alter) {
    CheckAlterTable(step_, alter, report_);
    for (const ir::AlterAction& action : alter.actions) {
      if (const auto* table = std::get_if<ir::SetTableComment>(&action.body)) CheckComment(table->comment, action.origin);
      if (const auto* column = std::get_if<ir::SetColumnComment>(&action.body)) CheckComment(column->comment, action.origin);
    }
  }
  void operator()(const ir::CreateIndex& create) {
    const ir::Table* table = TableAfter(step_, create.table);
    if (table != nullptr) CheckTable(*table, {}, {create.index}, report_);
  }
  void operator()(const ir::RenameIndex& rename) { report_.CheckName(rename.to.text, rename.to.origin); }
  void operator()(const ir::CreateSequence& create) { report_.CheckName(create.name.name, create.name.origin); }
  void operator()(const ir::AlterSequence& alter) {
    if (alter.options.start) {
      report_.HasNot(alter.name.origin, "a new START of a sequence", "write `restart`, or drop the sequence and create it again");
    }
    // SQL Language Reference 12.2, ALTER SEQUENCE: "to restart the sequence at a different number, you must drop and re-create it".
    if (alter.options.restart && dialect_.target < dialect::Version{18, 0, 0}) {
      report_.HasNot(alter.name.origin, "RESTART of a sequence before version 18", "drop the sequence and create it with `start`");
    }
    if (alter.rename_to && !alter.name.schema.empty()) {
      report_.HasNot(alter.name.origin, "RENAME of a sequence in another schema",
                     "run the script in that schema, and leave its name out");
    }
  }
  void operator()(const ir::CreateSchema& create) {
    report_.HasNot(create.name.origin, "CREATE SCHEMA: a schema is a user",
                   "let a DBA create user " + create.name.text + ", and write the statement in `for … { }` for the other dialects");
  }
  void operator()(const ir::DropSchema& drop) {
    report_.HasNot(drop.name.origin, "DROP SCHEMA: a schema is a user",
                   "let a DBA drop user " + drop.name.text + ", and write the statement in `for … { }` for the other dialects");
  }
  void operator()(const ir::Define& define) { CheckDefine(define.routine); }
  void operator()(const ir::Grant& grant) {
    for (const std::string& privilege : grant.privileges) {
      if (IsTablePrivilege(privilege)) continue;
      report_.HasNot(grant.table.origin, "privilege " + base::UpperAscii(privilege) + " on a table",
                     "leave it out for Oracle (`for oracle { … } else { … }`)");
    }
  }
  void operator()(const ir::Insert& insert) { CheckInsert(step_, insert, report_); }
  void operator()(const ir::Update& update) { CheckUpdate(step_, update, report_); }
  void operator()(const ir::SetTimeouts& set) {
    if (!set.statement_ms) return;
    report_.Warn({}, diag::Make(Kind::kCapabilityNotFollowed, report_.Place({}), dialect_.title, dialect::Text(dialect_.target),
                                "a limit on how long a statement runs", "it runs until it is done"));
  }

  // These need nothing beyond the facts.
  void operator()(const ir::DropTable&) {}
  void operator()(const ir::DropIndex&) {}
  void operator()(const ir::DropSequence&) {}
  void operator()(const ir::CreateEnum&) {}
  void operator()(const ir::AlterEnum&) {}
  void operator()(const ir::DropEnum&) {}
  void operator()(const ir::CreateExtension&) {}
  void operator()(const ir::DropExtension&) {}
  void operator()(const ir::DropRoutine&) {}
  void operator()(const ir::Delete&) {}
  void operator()(const ir::RawSql&) {}
  void operator()(const ir::Require&) {}

 private:
  void CheckExpr(const ir::Expr& expr) {
    if (expr.kind == ir::ExprKind::kBytes && expr.text.size() / 2 > kMostBytes) {
      report_.Error(expr.origin,
                    diag::Make(Kind::kOracleTooLong, report_.Place(expr.origin), "bytes", expr.text.size() / 2, kMostBytes)
                        .WithHelp("load them by another way, in `for oracle { … }`"));
    }
    CheckLargeOperands(expr);
    if (expr.kind != ir::ExprKind::kBinary || !IsComparison(expr.op)) return;
    if (!IsEmpty(expr.operands.at(0)) && !IsEmpty(expr.operands.at(1))) return;
    report_.EmptyMeansNull(expr.origin, "this comparison is never true", "write `is null` or `is not null` for Oracle");
  }

  // ORA-00932: a LOB is compared with nothing, only LIKE and IS NULL take it.
  void CheckLargeOperands(const ir::Expr& expr) {
    const bool compares = (expr.kind == ir::ExprKind::kBinary && IsComparison(expr.op)) || expr.kind == ir::ExprKind::kIn ||
                          expr.kind == ir::ExprKind::kBetween;
    const ir::Table* table = compares ? TableAtHand() : nullptr;
    if (table == nullptr) return;
    for (const ir::Expr& operand : expr.operands) {
      if (operand.kind != ir::ExprKind::kColumn) continue;
      const ir::Column* column = ir::FindColumn(*table, operand.text);
      if (column == nullptr || !IsLarge(column->type, dialect_)) continue;
      report_.HasNot(expr.origin, "comparison of a column of type " + ir::Describe(column->type) + " (\"" + operand.text + "\")",
                     "give the column a varchar with a length, or compare a substring of it");
    }
  }

  // The table whose columns the operation's expressions name.
  const ir::Table* TableAtHand() const {
    const ir::Operation::Body& body = step_.operation.body;
    if (const auto* create = std::get_if<ir::CreateTable>(&body)) return &create->table;
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) return TableAfter(step_, alter->table);
    if (const auto* index = std::get_if<ir::CreateIndex>(&body)) return TableAfter(step_, index->table);
    if (const auto* update = std::get_if<ir::Update>(&body)) return RowsOf(step_, update->table);
    if (const auto* statement = std::get_if<ir::Delete>(&body)) return RowsOf(step_, statement->table);
    return nullptr;
  }

  void CheckColumn(const ir::Column& column) {
    report_.CheckName(column.name.text, column.name.origin);
    CheckComment(column.comment, column.origin);
    if (column.default_value) CheckEmptyDefault(column, *column.default_value, column.default_value->origin, report_);
  }

  void CheckConstraint(const ir::Constraint& constraint) {
    report_.CheckName(constraint.name.text, constraint.name.origin);
    const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key == nullptr || key->on_delete != ir::ReferenceAction::kSetDefault) return;
    report_.HasNot(constraint.origin, "ON DELETE SET DEFAULT", "write `on delete set null`, or a trigger");
  }

  void CheckIndex(const ir::Index& index) {
    report_.CheckName(index.name.text, index.name.origin);
    if (!index.method.empty() && index.method != "btree" && index.method != "bitmap") {
      report_.HasNot(index.origin, "index method " + index.method, "leave `using` out, or write `using bitmap`");
    }
    if (index.unique && index.method == "bitmap") {
      report_.HasNot(index.origin, "unique bitmap index", "leave `using bitmap` out");
    }
    for (const ir::IndexKey& key : index.keys) {
      if (!key.collation) continue;
      report_.HasNot(key.expr.origin, "COLLATE in an index key", "index sql $$ NLSSORT(…) $$, or give the column the collation");
    }
  }

  void CheckComment(const std::optional<std::string>& comment, const ir::Origin& origin) {
    if (!comment || comment->size() <= kLongestComment) return;
    report_.Error(origin, diag::Make(Kind::kOracleTooLong, report_.Place(origin), "a comment", comment->size(), kLongestComment)
                              .WithHelp("shorten it"));
  }

  void CheckDefine(const ir::Routine& routine) {
    report_.CheckName(routine.name.name, routine.name.origin);
    if (!routine.text) return;
    const bool view = routine.kind == ir::RoutineKind::kView || routine.kind == ir::RoutineKind::kMaterializedView;
    if (!view && FirstWord(*routine.text, dialect_.lexical) != "CREATE") {
      report_.Error(routine.origin,
                    diag::Make(Kind::kPostgresRoutineText, report_.Place(routine.origin)).WithHelp("begin it with CREATE …"));
    }
    if (routine.kind != ir::RoutineKind::kFunction && routine.kind != ir::RoutineKind::kProcedure) return;
    const auto [known, added] = signatures_.try_emplace({routine.kind, routine.name}, routine.arguments);
    if (added || known->second == routine.arguments) return;
    const std::string_view kind = routine.kind == ir::RoutineKind::kFunction ? "function" : "procedure";
    report_.Error(routine.origin, diag::Make(Kind::kOracleOverload, report_.Place(routine.origin), kind, routine.name.Text())
                                      .WithHelp("put both into a package, or name them differently"));
  }

  const catalog::Step& step_;
  Reporter report_;
  const dialect::Dialect& dialect_;
  Signatures& signatures_;
};

}  // namespace

void CheckSteps(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  Signatures signatures;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ir::Operation::Body& body = steps[i].operation.body;
    // What the facts say of schemas is that there is no such statement; here a schema is a user.
    const bool schema = std::holds_alternative<ir::CreateSchema>(body) || std::holds_alternative<ir::DropSchema>(body);
    if (!schema) CheckCapabilities(steps.subspan(i, 1), dialect, sink);
    StepChecker(steps[i], dialect, sink, signatures).Run();
  }
}

}  // namespace migc::emit::oracle
