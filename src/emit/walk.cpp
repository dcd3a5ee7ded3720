#include "migc/emit/walk.h"

#include <type_traits>

namespace migc::emit {
namespace {

class Walker {
 public:
  explicit Walker(const Visitor& visitor) : visitor_(visitor) {}

  void operator()(const ir::CreateTable& create) const {
    for (const ir::Column& column : create.table.columns) WalkColumn(column);
    for (const ir::Constraint& constraint : create.table.constraints) WalkConstraint(constraint);
    for (const ir::Index& index : create.table.indexes) WalkIndex(index);
  }
  void operator()(const ir::AlterTable& alter) const {
    for (const ir::AlterAction& action : alter.actions) std::visit(*this, action.body);
  }
  void operator()(const ir::AddColumn& add) const {
    WalkColumn(add.column);
    for (const ir::Constraint& constraint : add.constraints) WalkConstraint(constraint);
  }
  void operator()(const ir::SetType& set) const {
    WalkType(set.type);
    if (set.using_expr) WalkExpr(*set.using_expr);
  }
  void operator()(const ir::SetDefault& set) const { WalkExpr(set.value); }
  void operator()(const ir::SetNotNull& set) const {
    if (set.fill) WalkExpr(*set.fill);
  }
  void operator()(const ir::AddConstraint& add) const { WalkConstraint(add.constraint); }
  void operator()(const ir::CreateIndex& create) const { WalkIndex(create.index); }
  void operator()(const ir::Define& define) const { WalkArguments(define.routine.arguments); }
  void operator()(const ir::DropRoutine& drop) const { WalkArguments(drop.arguments); }
  void operator()(const ir::Insert& insert) const {
    for (const auto& row : insert.rows) {
      for (const ir::Expr& value : row) WalkExpr(value);
    }
  }
  void operator()(const ir::Update& update) const {
    for (const ir::Assignment& assignment : update.assignments) WalkExpr(assignment.value);
    if (update.where) WalkExpr(*update.where);
  }
  void operator()(const ir::Delete& statement) const {
    if (statement.where) WalkExpr(*statement.where);
  }

  // The rest has neither expressions nor types.
  void operator()(const ir::DropTable&) const {}
  void operator()(const ir::RenameTable&) const {}
  void operator()(const ir::DropColumn&) const {}
  void operator()(const ir::RenameColumnAction&) const {}
  void operator()(const ir::DropDefault&) const {}
  void operator()(const ir::DropNotNull&) const {}
  void operator()(const ir::SetColumnComment&) const {}
  void operator()(const ir::AddIdentity&) const {}
  void operator()(const ir::DropIdentity&) const {}
  void operator()(const ir::SetIdentity&) const {}
  void operator()(const ir::SetCharacterSet&) const {}
  void operator()(const ir::SetCollation&) const {}
  void operator()(const ir::DropConstraint&) const {}
  void operator()(const ir::RenameConstraint&) const {}
  void operator()(const ir::ValidateConstraint&) const {}
  void operator()(const ir::DropPrimaryKey&) const {}
  void operator()(const ir::DropUnique&) const {}
  void operator()(const ir::DropForeignKey&) const {}
  void operator()(const ir::DropCheck&) const {}
  void operator()(const ir::SetTableComment&) const {}
  void operator()(const ir::SetSchema&) const {}
  void operator()(const ir::SetTableOption&) const {}
  void operator()(const ir::DropIndex&) const {}
  void operator()(const ir::RenameIndex&) const {}
  void operator()(const ir::CreateSequence&) const {}
  void operator()(const ir::AlterSequence&) const {}
  void operator()(const ir::DropSequence&) const {}
  void operator()(const ir::CreateEnum&) const {}
  void operator()(const ir::AlterEnum&) const {}
  void operator()(const ir::DropEnum&) const {}
  void operator()(const ir::CreateSchema&) const {}
  void operator()(const ir::DropSchema&) const {}
  void operator()(const ir::CreateExtension&) const {}
  void operator()(const ir::DropExtension&) const {}
  void operator()(const ir::Grant&) const {}
  void operator()(const ir::RawSql&) const {}
  void operator()(const ir::SetTimeouts&) const {}
  void operator()(const ir::Require&) const {}

 private:
  void WalkType(const ir::Type& type) const {
    if (visitor_.type) visitor_.type(type);
  }
  void WalkExpr(const ir::Expr& expr) const {
    if (visitor_.expr) visitor_.expr(expr);
    for (const ir::Expr& operand : expr.operands) WalkExpr(operand);
    for (const ir::Type& type : expr.types) WalkType(type);
  }
  void WalkColumn(const ir::Column& column) const {
    if (visitor_.column) visitor_.column(column);
    WalkType(column.type);
    if (column.default_value) WalkExpr(*column.default_value);
    if (column.generated) WalkExpr(column.generated->expr);
  }
  void WalkConstraint(const ir::Constraint& constraint) const {
    if (visitor_.constraint) visitor_.constraint(constraint);
    if (const auto* check = std::get_if<ir::Check>(&constraint.body)) WalkExpr(check->expr);
    if (const auto* exclude = std::get_if<ir::Exclude>(&constraint.body)) {
      for (const ir::ExcludeElement& element : exclude->elements) WalkExpr(element.expr);
      if (exclude->where) WalkExpr(*exclude->where);
    }
  }
  void WalkIndex(const ir::Index& index) const {
    if (visitor_.index) visitor_.index(index);
    for (const ir::IndexKey& key : index.keys) WalkExpr(key.expr);
    if (index.where) WalkExpr(*index.where);
  }
  void WalkArguments(const std::optional<std::vector<ir::Type>>& arguments) const {
    if (!arguments) return;
    for (const ir::Type& type : *arguments) WalkType(type);
  }

  const Visitor& visitor_;
};

}  // namespace

void Walk(const ir::Operation& operation, const Visitor& visitor) { std::visit(Walker(visitor), operation.body); }

}  // namespace migc::emit
