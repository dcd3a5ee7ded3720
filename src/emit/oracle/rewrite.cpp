#include "emit/oracle/rewrite.h"

#include <algorithm>

#include "emit/oracle/value_check.h"
#include "migc/base/overloaded.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::oracle {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
  return table == nullptr ? nullptr : &table->definition;
}

bool IsTable(const ir::Table* table, const ir::Name& name) {
  return table != nullptr && table->name.name == name.name && table->name.schema == name.schema;
}

bool Uses(const ir::Table& table, const ir::Name& enumeration) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const ir::Column& column) { return IsEnum(column.type) && column.type.name == enumeration; });
}

// True when one of the actions after this one fits.
template <class Predicate>
bool AnyAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const Predicate& fits) {
  const auto here =
      std::find_if(alter.actions.begin(), alter.actions.end(), [&](const ir::AlterAction& one) { return &one == &action; });
  return here != alter.actions.end() && std::any_of(std::next(here), alter.actions.end(), fits);
}

bool Has(const std::vector<ir::Identifier>& columns, const std::string& column) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return one.text == column; });
}

bool MentionedInRawSql(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect) {
  if (expr.kind == ir::ExprKind::kRawSql && MentionsWord(expr.text, column, dialect)) return true;
  return std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](const ir::Expr& operand) { return MentionedInRawSql(operand, column, dialect); });
}

bool NamesColumn(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect) {
  return Has(ir::ColumnsOf(expr), column) || MentionedInRawSql(expr, column, dialect);
}

}  // namespace

const ir::Table* TableBefore(const catalog::Step& step, const ir::Name& table) {
  for (const catalog::Change& change : step.changes) {
    if (IsTable(TableIn(change.before), table)) return TableIn(change.before);
  }
  return nullptr;
}

const ir::Table* TableAfter(const catalog::Step& step, const ir::Name& table) {
  for (const catalog::Change& change : step.changes) {
    if (IsTable(TableIn(change.after), table)) return TableIn(change.after);
  }
  return nullptr;
}

std::vector<EnumUser> UsersOf(const catalog::Step& step, const ir::AlterEnum& alter) {
  std::vector<EnumUser> users;
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (before != nullptr && after != nullptr && Uses(*before, alter.name)) users.push_back({before, after});
  }
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Table* table = TableIn(object);
    if (table == nullptr || !Uses(*table, alter.name)) continue;
    const auto same = [&](const EnumUser& user) { return IsTable(user.before, table->name); };
    if (std::none_of(users.begin(), users.end(), same)) users.push_back({table, table});
  }
  return users;
}

Enums EnumsBefore(const catalog::Step& step) {
  Enums enums = step.enums;
  for (const catalog::Change& change : step.changes) {
    if (change.key.kind == catalog::ObjectKind::kEnum && change.before != nullptr) enums[change.key] = change.before;
  }
  return enums;
}

Enums EnumsAfter(const catalog::Step& step) {
  Enums enums = step.enums;
  for (const catalog::Change& change : step.changes) {
    if (change.key.kind == catalog::ObjectKind::kEnum && change.after != nullptr) enums[change.key] = change.after;
  }
  return enums;
}

bool TypeChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column) {
  return AnyAfter(alter, action, [&](const ir::AlterAction& one) {
    const auto* set = std::get_if<ir::SetType>(&one.body);
    return set != nullptr && set->column.text == column;
  });
}

bool DefaultChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column) {
  return AnyAfter(alter, action, [&](const ir::AlterAction& one) {
    const auto* set = std::get_if<ir::SetDefault>(&one.body);
    const auto* drop = std::get_if<ir::DropDefault>(&one.body);
    return (set != nullptr && set->column.text == column) || (drop != nullptr && drop->column.text == column);
  });
}

const ir::Expr* WrittenUsing(const ir::SetType& set) {
  if (!set.using_expr) return nullptr;
  const ir::Expr& expr = *set.using_expr;
  const bool cast_of_column = expr.kind == ir::ExprKind::kCast && expr.operands.size() == 1 &&
                              expr.operands[0].kind == ir::ExprKind::kColumn && expr.operands[0].text == set.column.text;
  return cast_of_column && !expr.origin.known ? nullptr : &expr;
}

bool IsAttribute(const ir::Constraint& constraint, const ir::Identifier& column) {
  if (constraint.not_valid) return false;
  const std::vector<ir::Identifier> alone = {column};
  return std::visit(base::Overloaded{
                        [&](const ir::PrimaryKey& key) { return key.columns == alone; },
                        [&](const ir::Unique& unique) { return unique.columns == alone; },
                        [&](const ir::ForeignKey& key) { return key.columns == alone; },
                        // An inline check may name its own column only (ORA-02438).
                        [&](const ir::Check& check) { return !ir::HasRawSql(check.expr) && ir::ColumnsOf(check.expr) == alone; },
                        [](const ir::Exclude&) { return false; },
                    },
                    constraint.body);
}

bool NamesColumn(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect) {
  return std::visit(base::Overloaded{
                        [&](const ir::PrimaryKey& key) { return Has(key.columns, column); },
                        [&](const ir::Unique& unique) { return Has(unique.columns, column); },
                        [&](const ir::ForeignKey& key) { return Has(key.columns, column); },
                        [&](const ir::Check& check) { return NamesColumn(check.expr, column, dialect); },
                        [](const ir::Exclude&) { return false; },
                    },
                    constraint.body);
}

bool NamesColumn(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect) {
  return std::any_of(index.keys.begin(), index.keys.end(),
                     [&](const ir::IndexKey& key) { return NamesColumn(key.expr, column, dialect); });
}

bool IsComputedFrom(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect) {
  return std::any_of(index.keys.begin(), index.keys.end(), [&](const ir::IndexKey& key) {
    const bool computed = key.expr.kind != ir::ExprKind::kColumn || key.order == ir::SortOrder::kDescending;
    return computed && NamesColumn(key.expr, column, dialect);
  });
}

TableState::TableState(const catalog::Step& step, const ir::Name& table) : name_(table) {
  const ir::Table* before = TableBefore(step, table);
  known_ = before != nullptr;
  if (known_) table_ = *before;
}

ir::Column* TableState::FindMutable(const std::string& column) {
  for (ir::Column& each : table_.columns) {
    if (each.name.text == column) return &each;
  }
  return nullptr;
}

void TableState::Apply(const ir::AlterAction& action) {
  const auto with = [this](const ir::Identifier& column, auto change) {
    if (ir::Column* found = FindMutable(column.text)) change(*found);
  };
  const auto drop_constraint = [this](const std::string& name) {
    std::erase_if(table_.constraints, [&](const ir::Constraint& one) { return one.name.text == name; });
  };
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& a) {
                   table_.columns.push_back(a.column);
                   table_.constraints.insert(table_.constraints.end(), a.constraints.begin(), a.constraints.end());
                 },
                 [&](const ir::DropColumn& a) {
                   std::erase_if(table_.columns, [&](const ir::Column& column) { return column.name.text == a.column.text; });
                 },
                 [&](const ir::RenameColumnAction& a) { with(a.from, [&](ir::Column& column) { column.name = a.to; }); },
                 [&](const ir::SetType& a) { with(a.column, [&](ir::Column& column) { column.type = a.type; }); },
                 [&](const ir::SetDefault& a) { with(a.column, [&](ir::Column& column) { column.default_value = a.value; }); },
                 [&](const ir::DropDefault& a) { with(a.column, [](ir::Column& column) { column.default_value.reset(); }); },
                 [&](const ir::SetNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = true; }); },
                 [&](const ir::DropNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = false; }); },
                 [&](const ir::DropIdentity& a) { with(a.column, [](ir::Column& column) { column.identity.reset(); }); },
                 [&](const ir::SetIdentity& a) {
                   with(a.column, [&](ir::Column& column) {
                     if (column.identity && a.always) column.identity->always = *a.always;
                   });
                 },
                 [&](const ir::SetCollation& a) { with(a.column, [&](ir::Column& column) { column.collation = a.name; }); },
                 [&](const ir::SetColumnComment& a) { with(a.column, [&](ir::Column& column) { column.comment = a.comment; }); },
                 [&](const ir::AddConstraint& a) {
                   table_.constraints.push_back(a.constraint);
                   const auto* key = std::get_if<ir::PrimaryKey>(&a.constraint.body);
                   if (key == nullptr) return;
                   for (const ir::Identifier& column : key->columns) with(column, [](ir::Column& one) { one.not_null = true; });
                 },
                 [&](const ir::DropConstraint& a) { drop_constraint(a.name.text); },
                 [&](const ir::RenameConstraint& a) {
                   for (ir::Constraint& one : table_.constraints) {
                     if (one.name.text == a.from.text) one.name = a.to;
                   }
                 },
                 [](const auto&) {},  // nothing that a later action asks for
             },
             action.body);
}

}  // namespace migc::emit::oracle
