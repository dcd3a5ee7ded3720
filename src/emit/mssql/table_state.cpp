#include "emit/mssql/table_state.h"

#include <algorithm>

#include "emit/mssql/literal.h"
#include "emit/mssql/table_form.h"
#include "migc/base/overloaded.h"

namespace migc::emit::mssql {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
  return table == nullptr ? nullptr : &table->definition;
}

bool IsTable(const ir::Table* table, const ir::Name& name, const dialect::Dialect& dialect) {
  return table != nullptr && SameName(table->name.name, name.name) &&
         SameName(Qualified(table->name, dialect).schema, Qualified(name, dialect).schema);
}

void RenameIn(std::vector<ir::Identifier>& columns, const std::string& from, const ir::Identifier& to) {
  for (ir::Identifier& column : columns) {
    if (SameName(column.text, from)) column = to;
  }
}

void RenameIn(ir::Constraint& constraint, const ir::RenameColumnAction& rename) {
  std::visit(base::Overloaded{
                 [&](ir::PrimaryKey& key) { RenameIn(key.columns, rename.from.text, rename.to); },
                 [&](ir::Unique& unique) { RenameIn(unique.columns, rename.from.text, rename.to); },
                 [&](ir::Check& check) { ir::RenameColumn(check.expr, rename.from.text, rename.to.text); },
                 [&](ir::ForeignKey& key) { RenameIn(key.columns, rename.from.text, rename.to); },
                 [](ir::Exclude&) {},
             },
             constraint.body);
}

}  // namespace

TableChange ChangeOf(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect) {
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (IsTable(before, table, dialect) || IsTable(after, table, dialect)) return {before, after};
  }
  return {};
}

const ir::Expr* WrittenUsing(const ir::SetType& set) {
  if (!set.using_expr) return nullptr;
  const ir::Expr& expr = *set.using_expr;
  const bool cast_of_column = expr.kind == ir::ExprKind::kCast && expr.operands.size() == 1 &&
                              expr.operands[0].kind == ir::ExprKind::kColumn && SameName(expr.operands[0].text, set.column.text);
  return cast_of_column && !expr.origin.known ? nullptr : &expr;
}

TableState::TableState(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect) : dialect_(&dialect) {
  const TableChange change = ChangeOf(step, table, dialect);
  if (change.before != nullptr) {
    table_ = *change.before;
    known_ = true;
  } else {
    table_.name = table;
  }
  table_.name = Qualified(table_.name, dialect);
}

TableState::TableState(const ir::Table& table, const dialect::Dialect& dialect) : dialect_(&dialect), table_(table), known_(true) {
  table_.name = mssql::Qualified(table_.name, dialect);
}

const ir::Column* TableState::Find(const std::string& column) const { return FindColumnNamed(table_, column); }

ir::Column* TableState::FindMutable(const std::string& column) {
  for (ir::Column& each : table_.columns) {
    if (SameName(each.name.text, column)) return &each;
  }
  return nullptr;
}

void TableState::RenameColumn(const ir::RenameColumnAction& rename) {
  if (ir::Column* column = FindMutable(rename.from.text)) column->name = rename.to;
  for (ir::Column& column : table_.columns) {
    if (column.generated) ir::RenameColumn(column.generated->expr, rename.from.text, rename.to.text);
  }
  for (ir::Constraint& constraint : table_.constraints) RenameIn(constraint, rename);
  for (ir::Index& index : table_.indexes) {
    for (ir::IndexKey& key : index.keys) ir::RenameColumn(key.expr, rename.from.text, rename.to.text);
    RenameIn(index.include, rename.from.text, rename.to);
    if (index.where) ir::RenameColumn(*index.where, rename.from.text, rename.to.text);
  }
}

void TableState::DropColumn(const std::string& name) {
  std::erase_if(table_.columns, [&](const ir::Column& column) { return SameName(column.name.text, name); });
  std::erase_if(table_.constraints, [&](const ir::Constraint& constraint) { return NamesColumn(constraint, name, *dialect_); });
  std::erase_if(table_.indexes, [&](const ir::Index& index) { return NamesColumn(index, name, *dialect_); });
}

void TableState::Apply(const ir::AlterAction& action) {
  const auto with = [this](const ir::Identifier& column, auto change) {
    if (ir::Column* found = FindMutable(column.text)) change(*found);
  };
  std::visit(
      base::Overloaded{
          [&](const ir::AddColumn& a) {
            table_.columns.push_back(a.column);
            table_.constraints.insert(table_.constraints.end(), a.constraints.begin(), a.constraints.end());
          },
          [&](const ir::DropColumn& a) { DropColumn(a.column.text); }, [&](const ir::RenameColumnAction& a) { RenameColumn(a); },
          [&](const ir::SetType& a) { with(a.column, [&](ir::Column& column) { column.type = a.type; }); },
          [&](const ir::SetDefault& a) { with(a.column, [&](ir::Column& column) { column.default_value = a.value; }); },
          [&](const ir::DropDefault& a) { with(a.column, [](ir::Column& column) { column.default_value.reset(); }); },
          [&](const ir::SetNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = true; }); },
          [&](const ir::DropNotNull& a) { with(a.column, [](ir::Column& column) { column.not_null = false; }); },
          [&](const ir::SetColumnComment& a) { with(a.column, [&](ir::Column& column) { column.comment = a.comment; }); },
          [&](const ir::SetCollation& a) { with(a.column, [&](ir::Column& column) { column.collation = a.name; }); },
          [&](const ir::AddConstraint& a) {
            table_.constraints.push_back(a.constraint);
            if (const auto* key = std::get_if<ir::PrimaryKey>(&a.constraint.body)) {
              for (const ir::Identifier& column : key->columns) with(column, [](ir::Column& one) { one.not_null = true; });
            }
          },
          [&](const ir::DropConstraint& a) {
            std::erase_if(table_.constraints, [&](const ir::Constraint& one) { return SameName(one.name.text, a.name.text); });
          },
          [&](const ir::RenameConstraint& a) {
            for (ir::Constraint& one : table_.constraints) {
              if (SameName(one.name.text, a.from.text)) one.name = a.to;
            }
          },
          [&](const ir::SetSchema& a) { table_.name.schema = a.schema.empty() ? dialect_->default_schema : a.schema.text; },
          [](const auto&) {},  // nothing that a later action asks for
      },
      action.body);
}

}  // namespace migc::emit::mssql
