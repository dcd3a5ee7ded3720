// Expressions: walks over every expression that a table, a constraint or an index holds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "migc/base/text.h"
#include "migc/ir/table.h"

namespace migc::catalog {

// Calls `visit` with the expression and each of its parts. For a const expression it is given const ones.
template <class E, class Visit>
void ForEachPart(E& expr, const Visit& visit) {
  visit(expr);
  for (auto& operand : expr.operands) ForEachPart(operand, visit);
}

// Calls `visit` with each whole expression of a constraint, an index, a column, a table.
template <class C, class Visit>
void ForEachConstraintExpr(C& constraint, const Visit& visit) {
  if (auto* check = std::get_if<ir::Check>(&constraint.body)) visit(check->expr);
  if (auto* exclude = std::get_if<ir::Exclude>(&constraint.body)) {
    for (auto& element : exclude->elements) visit(element.expr);
    if (exclude->where) visit(*exclude->where);
  }
}
template <class I, class Visit>
void ForEachIndexExpr(I& index, const Visit& visit) {
  for (auto& key : index.keys) visit(key.expr);
  if (index.where) visit(*index.where);
}
template <class C, class Visit>
void ForEachColumnExpr(C& column, const Visit& visit) {
  if (column.default_value) visit(*column.default_value);
  if (column.generated) visit(column.generated->expr);
}
template <class T, class Visit>
void ForEachTableExpr(T& table, const Visit& visit) {
  for (auto& column : table.columns) ForEachColumnExpr(column, visit);
  for (auto& constraint : table.constraints) ForEachConstraintExpr(constraint, visit);
  for (auto& index : table.indexes) ForEachIndexExpr(index, visit);
}

// Calls `visit` with each string that names a sequence: the 's' of `nextval('s')`.
template <class E, class Visit>
void ForEachSequenceName(E& expr, const Visit& visit) {
  ForEachPart(expr, [&](auto& part) {
    if (part.kind != ir::ExprKind::kCall || base::LowerAscii(part.text) != "nextval" || part.operands.empty()) return;
    auto* argument = &part.operands.front();
    if (argument->kind == ir::ExprKind::kCast && !argument->operands.empty()) argument = &argument->operands.front();
    if (argument->kind == ir::ExprKind::kString) visit(argument->text);
  });
}
// `s`, `schema.s`
ir::Name SequenceNamed(const std::string& text);

// The columns of the table itself that a constraint or an index uses, in order, each once; raw SQL hides what it names.
std::vector<ir::Identifier> ColumnsOf(const ir::Constraint& constraint);
std::vector<ir::Identifier> ColumnsOf(const ir::Index& index);
bool HasRawSql(const ir::Constraint& constraint);
bool HasRawSql(const ir::Index& index);

// The columns of a primary key, unique constraint or foreign key; null for others.
const std::vector<ir::Identifier>* KeyColumns(const ir::Constraint& constraint);
bool IsKey(const ir::Constraint& constraint);          // primary key or unique
bool HasNamedIndex(const ir::Constraint& constraint);  // a key or an exclusion constraint

// The columns of a unique index that holds for whole rows (no condition, no expression, no prefix); empty for any other.
std::vector<ir::Identifier> UniqueColumns(const ir::Index& index);

// Names the column differently in whatever part of the table uses it (not in the column itself).
void RenameColumnInside(ir::Table& table, const std::string& from, const ir::Identifier& to);

// Text of raw SQL in the expression, all parts in order.
std::vector<std::string> RawTextsOf(const ir::Expr& expr);

// A literal, or a literal number with a sign.
bool IsLiteral(const ir::Expr& expr);
const ir::Expr& WithoutParens(const ir::Expr& expr);
// Equal but for parentheses that change nothing.
bool SameMeaning(const ir::Expr& a, const ir::Expr& b);

}  // namespace migc::catalog
