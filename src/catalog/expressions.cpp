#include "catalog/expressions.h"

#include <algorithm>

#include "migc/base/overloaded.h"

namespace migc::catalog {
namespace {

void AddOnce(std::vector<ir::Identifier>& all, const std::vector<ir::Identifier>& more) {
  for (const ir::Identifier& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

void RenameIn(std::vector<ir::Identifier>& columns, const std::string& from, const ir::Identifier& to) {
  for (ir::Identifier& column : columns) {
    if (column.text == from) column.text = to.text;
  }
}

// Without the parentheses round it and round each part: what is left says the same, for the tree holds the order.
ir::Expr Stripped(const ir::Expr& expr) {
  ir::Expr result = WithoutParens(expr);
  for (ir::Expr& operand : result.operands) operand = Stripped(operand);
  return result;
}

}  // namespace

ir::Name SequenceNamed(const std::string& text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) return {"", text, {}};
  return {text.substr(0, dot), text.substr(dot + 1), {}};
}

std::vector<ir::Identifier> ColumnsOf(const ir::Constraint& constraint) {
  std::vector<ir::Identifier> columns;
  if (const auto* key = KeyColumns(constraint)) columns = *key;
  ForEachConstraintExpr(constraint, [&](const ir::Expr& expr) { AddOnce(columns, ir::ColumnsOf(expr)); });
  return columns;
}

std::vector<ir::Identifier> ColumnsOf(const ir::Index& index) {
  std::vector<ir::Identifier> columns;
  ForEachIndexExpr(index, [&](const ir::Expr& expr) { AddOnce(columns, ir::ColumnsOf(expr)); });
  AddOnce(columns, index.include);
  return columns;
}

bool HasRawSql(const ir::Constraint& constraint) {
  bool found = false;
  ForEachConstraintExpr(constraint, [&](const ir::Expr& expr) { found = found || ir::HasRawSql(expr); });
  return found;
}

bool HasRawSql(const ir::Index& index) {
  bool found = false;
  ForEachIndexExpr(index, [&](const ir::Expr& expr) { found = found || ir::HasRawSql(expr); });
  return found;
}

const std::vector<ir::Identifier>* KeyColumns(const ir::Constraint& constraint) {
  using Columns = const std::vector<ir::Identifier>*;
  return std::visit(base::Overloaded{
                        [](const ir::PrimaryKey& key) -> Columns { return &key.columns; },
                        [](const ir::Unique& key) -> Columns { return &key.columns; },
                        [](const ir::ForeignKey& key) -> Columns { return &key.columns; },
                        [](const ir::Check&) -> Columns { return nullptr; },
                        [](const ir::Exclude&) -> Columns { return nullptr; },
                    },
                    constraint.body);
}

bool IsKey(const ir::Constraint& constraint) {
  return std::holds_alternative<ir::PrimaryKey>(constraint.body) || std::holds_alternative<ir::Unique>(constraint.body);
}

bool HasNamedIndex(const ir::Constraint& constraint) {
  return IsKey(constraint) || std::holds_alternative<ir::Exclude>(constraint.body);
}

std::vector<ir::Identifier> UniqueColumns(const ir::Index& index) {
  std::vector<ir::Identifier> columns;
  if (!index.unique || index.where) return columns;
  for (const ir::IndexKey& key : index.keys) {
    if (key.expr.kind != ir::ExprKind::kColumn || key.length) return {};
    columns.emplace_back(key.expr.text, key.expr.origin);
  }
  return columns;
}

void RenameColumnInside(ir::Table& table, const std::string& from, const ir::Identifier& to) {
  for (ir::Column& column : table.columns) {
    if (column.generated) ir::RenameColumn(column.generated->expr, from, to.text);
  }
  for (ir::Constraint& constraint : table.constraints) {
    std::visit(base::Overloaded{
                   [&](ir::PrimaryKey& key) { RenameIn(key.columns, from, to); },
                   [&](ir::Unique& key) { RenameIn(key.columns, from, to); },
                   [&](ir::ForeignKey& key) { RenameIn(key.columns, from, to); },
                   [&](ir::Check& check) {
                     if (check.column == from) check.column = to.text;
                   },
                   [](ir::Exclude&) {},
               },
               constraint.body);
    ForEachConstraintExpr(constraint, [&](ir::Expr& expr) { ir::RenameColumn(expr, from, to.text); });
  }
  for (ir::Index& index : table.indexes) {
    ForEachIndexExpr(index, [&](ir::Expr& expr) { ir::RenameColumn(expr, from, to.text); });
    RenameIn(index.include, from, to);
  }
}

std::vector<std::string> RawTextsOf(const ir::Expr& expr) {
  std::vector<std::string> texts;
  ForEachPart(expr, [&](const ir::Expr& part) {
    if (part.kind == ir::ExprKind::kRawSql) texts.push_back(part.text);
  });
  return texts;
}

bool IsLiteral(const ir::Expr& expr) {
  switch (expr.kind) {
    case ir::ExprKind::kTrue:
    case ir::ExprKind::kFalse:
    case ir::ExprKind::kNumber:
    case ir::ExprKind::kString:
    case ir::ExprKind::kBytes:
    case ir::ExprKind::kDate:
    case ir::ExprKind::kTimestamp:
      return true;
    case ir::ExprKind::kNegate:
    case ir::ExprKind::kPlus:
    case ir::ExprKind::kParens:
      return expr.operands.size() == 1 && IsLiteral(expr.operands.front());
    case ir::ExprKind::kNull:
    case ir::ExprKind::kColumn:
    case ir::ExprKind::kStar:
    case ir::ExprKind::kFunction:
    case ir::ExprKind::kCall:
    case ir::ExprKind::kNot:
    case ir::ExprKind::kBinary:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
    case ir::ExprKind::kCase:
    case ir::ExprKind::kCast:
    case ir::ExprKind::kRawSql:
      return false;
  }
  return false;
}

const ir::Expr& WithoutParens(const ir::Expr& expr) {
  const ir::Expr* inner = &expr;
  while (inner->kind == ir::ExprKind::kParens && inner->operands.size() == 1) inner = &inner->operands.front();
  return *inner;
}

bool SameMeaning(const ir::Expr& a, const ir::Expr& b) { return Stripped(a) == Stripped(b); }

}  // namespace migc::catalog
