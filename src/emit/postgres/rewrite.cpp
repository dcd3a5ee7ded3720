#include "emit/postgres/rewrite.h"

#include <algorithm>

#include "migc/base/overloaded.h"

namespace migc::emit::postgres {
namespace {

// The passes, in the order they run. New columns and attributes changed places between 12 and 13, so MustComeAfter keeps apart
// what is in both.
enum class Pass : std::uint8_t { kDrop, kType, kAdd, kAttribute, kConstraint, kRest };

Pass PassOf(const ir::AlterAction& action) {
  return std::visit(
      base::Overloaded{
          [](const ir::DropColumn&) { return Pass::kDrop; },          [](const ir::DropDefault&) { return Pass::kDrop; },
          [](const ir::DropNotNull&) { return Pass::kDrop; },         [](const ir::DropIdentity&) { return Pass::kDrop; },
          [](const ir::DropConstraint&) { return Pass::kDrop; },      [](const ir::DropPrimaryKey&) { return Pass::kDrop; },
          [](const ir::DropUnique&) { return Pass::kDrop; },          [](const ir::DropForeignKey&) { return Pass::kDrop; },
          [](const ir::DropCheck&) { return Pass::kDrop; },           [](const ir::SetType&) { return Pass::kType; },
          [](const ir::SetCollation&) { return Pass::kType; },        [](const ir::AddColumn&) { return Pass::kAdd; },
          [](const ir::SetNotNull&) { return Pass::kAttribute; },     [](const ir::SetIdentity&) { return Pass::kAttribute; },
          [](const ir::SetDefault&) { return Pass::kConstraint; },    [](const ir::AddIdentity&) { return Pass::kConstraint; },
          [](const ir::AddConstraint&) { return Pass::kConstraint; }, [](const ir::ValidateConstraint&) { return Pass::kRest; },
          [](const ir::SetTableOption&) { return Pass::kRest; },      [](const ir::SetCharacterSet&) { return Pass::kRest; },
          [](const ir::RenameColumnAction&) { return Pass::kRest; },  [](const ir::RenameConstraint&) { return Pass::kRest; },
          [](const ir::SetColumnComment&) { return Pass::kRest; },    [](const ir::SetTableComment&) { return Pass::kRest; },
          [](const ir::SetSchema&) { return Pass::kRest; },
      },
      action.body);
}

void TouchColumn(Touched& touched, const ir::Identifier& column) { touched.columns.insert(column.text); }

void TouchExpr(Touched& touched, const ir::Expr& expr) {
  for (const ir::Identifier& column : ir::ColumnsOf(expr)) TouchColumn(touched, column);
  if (ir::HasRawSql(expr)) touched.anything = true;
}

void TouchConstraint(Touched& touched, const ir::Constraint& constraint) {
  touched.constraints.insert(constraint.name.text);
  const auto columns = [&](const std::vector<ir::Identifier>& names) {
    for (const ir::Identifier& name : names) TouchColumn(touched, name);
  };
  std::visit(base::Overloaded{
                 [&](const ir::PrimaryKey& key) { columns(key.columns); },
                 [&](const ir::Unique& unique) { columns(unique.columns); },
                 [&](const ir::Check& check) { TouchExpr(touched, check.expr); },
                 [&](const ir::ForeignKey& key) {
                   columns(key.columns);
                   columns(key.referred_columns);  // it may refer to its own table
                 },
                 [&](const ir::Exclude& exclude) {
                   for (const ir::ExcludeElement& element : exclude.elements) TouchExpr(touched, element.expr);
                   if (exclude.where) TouchExpr(touched, *exclude.where);
                 },
             },
             constraint.body);
}

void TouchNewColumn(Touched& touched, const ir::AddColumn& add) {
  TouchColumn(touched, add.column.name);
  if (add.column.generated) TouchExpr(touched, add.column.generated->expr);
  for (const ir::Constraint& constraint : add.constraints) TouchConstraint(touched, constraint);
}

bool Meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
}

bool Meet(const Touched& a, const Touched& b) {
  return a.anything || b.anything || Meet(a.columns, b.columns) || Meet(a.constraints, b.constraints);
}

}  // namespace

Touched TouchedBy(const ir::AlterAction& action) {
  Touched touched;
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& a) { TouchNewColumn(touched, a); },
                 [&](const ir::DropColumn& a) { TouchColumn(touched, a.column); },
                 [&](const ir::RenameColumnAction& a) {
                   TouchColumn(touched, a.from);
                   TouchColumn(touched, a.to);
                 },
                 [&](const ir::SetType& a) {
                   TouchColumn(touched, a.column);
                   if (a.using_expr) TouchExpr(touched, *a.using_expr);
                 },
                 [&](const ir::SetDefault& a) { TouchColumn(touched, a.column); },
                 [&](const ir::DropDefault& a) { TouchColumn(touched, a.column); },
                 [&](const ir::SetNotNull& a) { TouchColumn(touched, a.column); },
                 [&](const ir::DropNotNull& a) { TouchColumn(touched, a.column); },
                 [&](const ir::SetColumnComment& a) { TouchColumn(touched, a.column); },
                 [&](const ir::AddIdentity& a) { TouchColumn(touched, a.column); },
                 [&](const ir::DropIdentity& a) { TouchColumn(touched, a.column); },
                 [&](const ir::SetIdentity& a) { TouchColumn(touched, a.column); },
                 [&](const ir::SetCharacterSet& a) { TouchColumn(touched, a.column); },
                 [&](const ir::SetCollation& a) { TouchColumn(touched, a.column); },
                 [&](const ir::AddConstraint& a) { TouchConstraint(touched, a.constraint); },
                 [&](const ir::DropConstraint& a) { touched.constraints.insert(a.name.text); },
                 [&](const ir::RenameConstraint& a) {
                   touched.constraints = {a.from.text, a.to.text};
                 },
                 [&](const ir::ValidateConstraint& a) { touched.constraints.insert(a.name.text); },
                 [&](const ir::DropPrimaryKey&) { touched.anything = true; },
                 [&](const ir::DropUnique&) { touched.anything = true; },
                 [&](const ir::DropForeignKey&) { touched.anything = true; },
                 [&](const ir::DropCheck&) { touched.anything = true; },
                 [&](const ir::SetTableComment&) {},
                 [&](const ir::SetSchema&) { touched.anything = true; },
                 [&](const ir::SetTableOption&) {},
             },
             action.body);
  return touched;
}

bool CanBeCombined(const ir::AlterAction& action) {
  return !std::holds_alternative<ir::RenameColumnAction>(action.body) &&
         !std::holds_alternative<ir::RenameConstraint>(action.body) && !std::holds_alternative<ir::SetColumnComment>(action.body) &&
         !std::holds_alternative<ir::SetTableComment>(action.body) && !std::holds_alternative<ir::SetSchema>(action.body);
}

bool MustComeAfter(const ir::AlterAction& later, const ir::AlterAction& earlier) {
  if (!Meet(TouchedBy(later), TouchedBy(earlier))) return false;
  const Pass a = PassOf(earlier);
  const Pass b = PassOf(later);
  // Two new types for one column are refused; a column that is dropped and made again is better read apart.
  if (a == b) return a == Pass::kType;
  if (std::holds_alternative<ir::DropColumn>(earlier.body)) return true;
  const bool new_column = a == Pass::kAdd && !std::holds_alternative<ir::AddConstraint>(later.body);
  return new_column || b < a || b == Pass::kRest;
}

namespace {

// True when one of the actions after this one fits.
template <class Predicate>
bool AnyAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const Predicate& fits) {
  const auto here =
      std::find_if(alter.actions.begin(), alter.actions.end(), [&](const ir::AlterAction& one) { return &one == &action; });
  return here != alter.actions.end() && std::any_of(std::next(here), alter.actions.end(), fits);
}

}  // namespace

bool DefaultChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column) {
  return AnyAfter(alter, action, [&](const ir::AlterAction& one) {
    const auto* set = std::get_if<ir::SetDefault>(&one.body);
    const auto* drop = std::get_if<ir::DropDefault>(&one.body);
    return (set != nullptr && set->column.text == column) || (drop != nullptr && drop->column.text == column);
  });
}

bool TypeChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column) {
  return AnyAfter(alter, action, [&](const ir::AlterAction& one) {
    const auto* set = std::get_if<ir::SetType>(&one.body);
    return set != nullptr && set->column.text == column;
  });
}

bool IsConstant(const ir::Expr& value) {
  const bool computed = value.kind == ir::ExprKind::kCall || value.kind == ir::ExprKind::kRawSql ||
                        (value.kind == ir::ExprKind::kFunction && value.function == ir::Function::kUuid);
  return !computed &&
         std::all_of(value.operands.begin(), value.operands.end(), [](const ir::Expr& one) { return IsConstant(one); });
}

const ir::Expr* WrittenUsing(const ir::SetType& set) {
  if (!set.using_expr) return nullptr;
  const ir::Expr& expr = *set.using_expr;
  const bool cast_of_column = expr.kind == ir::ExprKind::kCast && expr.operands.size() == 1 &&
                              expr.operands[0].kind == ir::ExprKind::kColumn && expr.operands[0].text == set.column.text;
  return cast_of_column && !expr.origin.known ? nullptr : &expr;
}

TableState::TableState(const catalog::Step& step, const ir::Name& table) : name_(table) {
  for (const catalog::Change& change : step.changes) {
    const auto* before = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
    if (before == nullptr || before->definition.name.name != table.name) continue;
    table_ = before->definition;
    known_ = true;
    return;
  }
}

const ir::Column* TableState::Find(const std::string& column) const { return ir::FindColumn(table_, column); }

ir::Column* TableState::FindMutable(const std::string& column) {
  for (ir::Column& each : table_.columns) {
    if (each.name.text == column) return &each;
  }
  return nullptr;
}

void TableState::Apply(const ir::AlterAction& action, const std::string& default_schema) {
  const auto with = [this](const ir::Identifier& column, auto change) {
    if (ir::Column* found = FindMutable(column.text)) change(*found);
  };
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& a) { table_.columns.push_back(a.column); },
                 [&](const ir::DropColumn& a) {
                   std::erase_if(table_.columns, [&](const ir::Column& column) { return column.name.text == a.column.text; });
                 },
                 [&](const ir::RenameColumnAction& a) { with(a.from, [&](ir::Column& column) { column.name = a.to; }); },
                 [&](const ir::SetType& a) { with(a.column, [&](ir::Column& column) { column.type = a.type; }); },
                 [&](const ir::SetDefault& a) { with(a.column, [&](ir::Column& column) { column.default_value = a.value; }); },
                 [&](const ir::DropDefault& a) { with(a.column, [](ir::Column& column) { column.default_value.reset(); }); },
                 [&](const ir::SetNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = true; }); },
                 [&](const ir::DropNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = false; }); },
                 [&](const ir::AddIdentity& a) { with(a.column, [&](ir::Column& column) { column.identity = a.identity; }); },
                 [&](const ir::DropIdentity& a) { with(a.column, [](ir::Column& column) { column.identity.reset(); }); },
                 [&](const ir::SetCollation& a) { with(a.column, [&](ir::Column& column) { column.collation = a.name; }); },
                 [&](const ir::SetSchema& a) { name_.schema = a.schema.empty() ? default_schema : a.schema.text; },
                 [](const auto&) {},  // nothing that a later action asks for
             },
             action.body);
}

}  // namespace migc::emit::postgres
