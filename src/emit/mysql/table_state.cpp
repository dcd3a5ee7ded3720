#include "emit/mysql/table_state.h"

#include <algorithm>

#include "migc/base/overloaded.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mysql {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
  return table == nullptr ? nullptr : &table->definition;
}

bool IsNamed(const ir::Table* table, const ir::Name& name) {
  return table != nullptr && table->name.name == name.name && table->name.schema == name.schema;
}

bool RawMentions(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect) {
  if (expr.kind == ir::ExprKind::kRawSql && MentionsWord(expr.text, column, dialect)) return true;
  return std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](const ir::Expr& operand) { return RawMentions(operand, column, dialect); });
}

bool Holds(const std::vector<ir::Identifier>& columns, const std::string& column) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return one.text == column; });
}

bool StartsWith(const std::vector<ir::Identifier>& columns, const std::vector<ir::Identifier>& start) {
  return columns.size() >= start.size() && std::equal(start.begin(), start.end(), columns.begin());
}

// The columns that an index serves a foreign key with: whole and ascending ones, up to the first that is not.
std::vector<ir::Identifier> ServingColumns(const ir::Index& index) {
  std::vector<ir::Identifier> columns;
  if (!index.method.empty() && index.method != "btree") return columns;
  for (const ir::IndexKey& key : index.keys) {
    if (key.expr.kind != ir::ExprKind::kColumn || key.length || key.order == ir::SortOrder::kDescending) break;
    columns.emplace_back(key.expr.text);
  }
  return columns;
}

bool IsServed(const ir::Table& table, const std::vector<ir::Identifier>& columns) {
  for (const ir::Constraint& constraint : table.constraints) {
    const bool key = std::holds_alternative<ir::PrimaryKey>(constraint.body) || std::holds_alternative<ir::Unique>(constraint.body);
    if (key && StartsWith(ColumnsOf(constraint), columns)) return true;
  }
  return std::any_of(table.indexes.begin(), table.indexes.end(),
                     [&](const ir::Index& index) { return StartsWith(ServingColumns(index), columns); });
}

void RenameIn(std::vector<ir::Identifier>& columns, const std::string& from, const std::string& to) {
  for (ir::Identifier& column : columns) {
    if (column.text == from) column.text = to;
  }
}

}  // namespace

std::vector<ir::Identifier> ColumnsOf(const ir::Constraint& constraint) {
  return std::visit(base::Overloaded{
                        [](const ir::PrimaryKey& key) { return key.columns; },
                        [](const ir::Unique& key) { return key.columns; },
                        [](const ir::Check& check) { return ir::ColumnsOf(check.expr); },
                        [](const ir::ForeignKey& key) { return key.columns; },
                        [](const ir::Exclude&) { return std::vector<ir::Identifier>(); },
                    },
                    constraint.body);
}

std::vector<ir::Identifier> ColumnsOf(const ir::Index& index) {
  std::vector<ir::Identifier> columns;
  for (const ir::IndexKey& key : index.keys) {
    for (ir::Identifier& column : ir::ColumnsOf(key.expr)) columns.push_back(std::move(column));
  }
  return columns;
}

bool Uses(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect) {
  const auto* check = std::get_if<ir::Check>(&constraint.body);
  return Holds(ColumnsOf(constraint), column) || (check != nullptr && RawMentions(check->expr, column, dialect));
}

bool Uses(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect) {
  return Holds(ColumnsOf(index), column) || std::any_of(index.keys.begin(), index.keys.end(), [&](const ir::IndexKey& key) {
           return RawMentions(key.expr, column, dialect);
         });
}

std::vector<SupportIndex> SupportIndexesOf(const ir::Table& table) {
  std::vector<SupportIndex> all;
  for (const ir::Constraint& constraint : table.constraints) {
    const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key != nullptr && !IsServed(table, key->columns)) all.push_back({constraint.name.text, key->columns});
  }
  // One of them may serve another; of two that are alike, the first by name stays.
  std::vector<SupportIndex> needed;
  for (const SupportIndex& one : all) {
    const bool served = std::any_of(all.begin(), all.end(), [&](const SupportIndex& other) {
      if (&other == &one || !StartsWith(other.columns, one.columns)) return false;
      return other.columns.size() > one.columns.size() || other.name < one.name;
    });
    if (!served) needed.push_back(one);
  }
  return needed;
}

TableChange ChangeOf(const catalog::Step& step, const ir::Name& table) {
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (IsNamed(before, table) || IsNamed(after, table)) return {before, after};
  }
  // What the step leaves alone.
  for (const catalog::ObjectPtr& object : step.dependents) {
    if (const ir::Table* same = TableIn(object); IsNamed(same, table)) return {same, same};
  }
  return {};
}

TableState::TableState(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect) : dialect_(&dialect) {
  if (const ir::Table* before = ChangeOf(step, table).before) {
    table_ = *before;
    known_ = true;
  }
  table_.name = table;
}

template <class F>
void TableState::With(const ir::Identifier& column, F change) {
  for (ir::Column& one : table_.columns) {
    if (one.name.text == column.text) change(one);
  }
}

void TableState::Add(const ir::AddColumn& add) {
  auto place = table_.columns.end();
  if (add.first) place = table_.columns.begin();
  if (add.after) {
    const auto found = std::find_if(table_.columns.begin(), table_.columns.end(),
                                    [&](const ir::Column& one) { return one.name.text == add.after->text; });
    if (found != table_.columns.end()) place = found + 1;
  }
  table_.columns.insert(place, add.column);
  table_.constraints.insert(table_.constraints.end(), add.constraints.begin(), add.constraints.end());
}

void TableState::Drop(const std::string& column) {
  std::erase_if(table_.columns, [&](const ir::Column& one) { return one.name.text == column; });
  std::erase_if(table_.constraints, [&](const ir::Constraint& one) { return Uses(one, column, *dialect_); });
  std::erase_if(table_.indexes, [&](const ir::Index& one) { return Uses(one, column, *dialect_); });
}

void TableState::Rename(const std::string& from, const std::string& to) {
  for (ir::Column& column : table_.columns) {
    if (column.name.text == from) column.name.text = to;
    if (column.default_value) ir::RenameColumn(*column.default_value, from, to);
    if (column.generated) ir::RenameColumn(column.generated->expr, from, to);
  }
  for (ir::Constraint& constraint : table_.constraints) {
    std::visit(base::Overloaded{
                   [&](ir::PrimaryKey& key) { RenameIn(key.columns, from, to); },
                   [&](ir::Unique& key) { RenameIn(key.columns, from, to); },
                   [&](ir::Check& check) { ir::RenameColumn(check.expr, from, to); },
                   [&](ir::ForeignKey& key) {
                     RenameIn(key.columns, from, to);
                     if (key.table.name == table_.name.name && key.table.schema == table_.name.schema) {
                       RenameIn(key.referred_columns, from, to);
                     }
                   },
                   [](ir::Exclude&) {},
               },
               constraint.body);
  }
  for (ir::Index& index : table_.indexes) {
    for (ir::IndexKey& key : index.keys) ir::RenameColumn(key.expr, from, to);
  }
}

void TableState::Apply(const ir::AlterAction& action) {
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& a) { Add(a); },
                 [&](const ir::DropColumn& a) { Drop(a.column.text); },
                 [&](const ir::RenameColumnAction& a) { Rename(a.from.text, a.to.text); },
                 [&](const ir::SetType& a) { With(a.column, [&](ir::Column& column) { column.type = a.type; }); },
                 [&](const ir::SetDefault& a) { With(a.column, [&](ir::Column& column) { column.default_value = a.value; }); },
                 [&](const ir::DropDefault& a) { With(a.column, [](ir::Column& column) { column.default_value.reset(); }); },
                 [&](const ir::SetNotNull& a) { With(a.column, [](ir::Column& column) { column.not_null = true; }); },
                 [&](const ir::DropNotNull& a) { With(a.column, [](ir::Column& column) { column.not_null = false; }); },
                 [&](const ir::SetColumnComment& a) { With(a.column, [&](ir::Column& column) { column.comment = a.comment; }); },
                 [&](const ir::AddIdentity& a) {
                   With(a.column, [&](ir::Column& column) {
                     column.identity = a.identity;
                     column.not_null = true;
                   });
                 },
                 [&](const ir::DropIdentity& a) { With(a.column, [](ir::Column& column) { column.identity.reset(); }); },
                 [&](const ir::SetCharacterSet& a) { With(a.column, [&](ir::Column& column) { column.character_set = a.name; }); },
                 [&](const ir::SetCollation& a) { With(a.column, [&](ir::Column& column) { column.collation = a.name; }); },
                 [&](const ir::AddConstraint& a) {
                   if (const auto* key = std::get_if<ir::PrimaryKey>(&a.constraint.body)) {
                     for (const ir::Identifier& name : key->columns) With(name, [](ir::Column& column) { column.not_null = true; });
                   }
                   table_.constraints.push_back(a.constraint);
                 },
                 [&](const ir::DropConstraint& a) {
                   std::erase_if(table_.constraints, [&](const ir::Constraint& one) { return one.name.text == a.name.text; });
                 },
                 [&](const ir::RenameConstraint& a) {
                   for (ir::Constraint& one : table_.constraints) {
                     if (one.name.text == a.from.text) one.name = a.to;
                   }
                 },
                 [&](const ir::SetTableComment& a) { table_.comment = a.comment; },
                 [&](const ir::SetSchema& a) { table_.name.schema = a.schema.text; },
                 [](const ir::SetIdentity&) {},
                 [](const ir::ValidateConstraint&) {},
                 [](const ir::DropPrimaryKey&) {},
                 [](const ir::DropUnique&) {},
                 [](const ir::DropForeignKey&) {},
                 [](const ir::DropCheck&) {},
                 [](const ir::SetTableOption&) {},
             },
             action.body);
}

}  // namespace migc::emit::mysql
