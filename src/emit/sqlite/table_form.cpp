#include "emit/sqlite/table_form.h"

#include <algorithm>

#include "emit/sqlite/make_expr.h"
#include "migc/base/text.h"

namespace migc::emit::sqlite {
namespace {

// enum (a, b)  ->  VARCHAR(1) … CHECK (c IN ('a', 'b')): behind the column, so that DROP COLUMN takes it along; without a name,
// which would stay as it was when the column or the table is renamed. SQLite's message then shows the condition itself.
void RewriteEnum(ColumnForm& form, const Enums& enums) {
  ir::Column& column = form.column;
  if (column.type.kind != ir::TypeKind::kNamed || !column.type.native.empty()) return;
  const catalog::Enum* definition = FindEnumNamed(enums, column.type.name);
  if (definition == nullptr) return;  // raw SQL made it: PrintEnumType says TEXT
  std::size_t longest = 1;
  ir::Expr in = MakeExpr(ir::ExprKind::kIn, "", {ColumnExpr(column.name.text)});
  for (const std::string& value : definition->values) {
    longest = std::max(longest, base::CountCodePoints(value));
    in.operands.push_back(StringExpr(value));
  }
  ir::Constraint check;
  check.body = ir::Check{.expr = std::move(in), .column = column.name.text};
  form.constraints.push_back(std::move(check));
  ir::Type type;
  type.kind = ir::TypeKind::kVarchar;
  type.length = static_cast<std::uint32_t>(longest);
  column.type = std::move(type);
}

// identity  ->  INTEGER, which as the only key column is the row's own number (https://sqlite.org/lang_createtable.html#rowid).
void RewriteIdentity(ColumnForm& form, const ir::Table& table) {
  if (!form.column.identity) return;
  ir::Type type;
  type.kind = ir::TypeKind::kInteger;
  form.column.type = std::move(type);
  if (!NeedsAutoincrement(form.column)) return;
  const ir::Constraint* key = ir::FindPrimaryKey(table);
  if (key == nullptr || SingleKeyColumn(table) == nullptr) return;
  form.autoincrement = true;
  form.constraints.insert(form.constraints.begin(), *key);
}

bool InPrimaryKey(const ir::Table& table, const ir::Column& column) {
  const ir::Constraint* key = ir::FindPrimaryKey(table);
  if (key == nullptr) return false;
  const auto& columns = std::get<ir::PrimaryKey>(key->body).columns;
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ir::Identifier& name) { return SameName(name.text, column.name.text); });
}

ir::Constraint BareConstraint(ir::Constraint constraint, const std::string& table) {
  constraint.not_valid = false;  // of a table that is made, no row is there already
  if (auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) key->table = Bare(key->table);
  if (auto* check = std::get_if<ir::Check>(&constraint.body)) DropQualifier(check->expr, table);
  return constraint;
}

bool SameColumn(const ColumnForm& a, const ColumnForm& b) {
  ir::Column first = a.column;
  ir::Column second = b.column;
  for (ir::Column* column : {&first, &second}) {
    column->comment.reset();
    column->identity.reset();
    column->character_set.reset();
    column->renamed_from.reset();
  }
  return first == second && a.constraints == b.constraints && a.autoincrement == b.autoincrement;
}

}  // namespace

bool SameForm(const TableForm& a, const TableForm& b) {
  return a.name == b.name && a.constraints == b.constraints && a.options == b.options &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(), SameColumn);
}

bool IsMain(std::string_view schema) { return schema.empty() || SameName(schema, "main"); }

ir::Name Bare(const ir::Name& name) {
  ir::Name bare = name;
  if (IsMain(name.schema)) bare.schema.clear();
  return bare;
}

void DropQualifier(ir::Expr& expr, const std::string& table) {
  if (expr.kind == ir::ExprKind::kColumn && SameName(expr.qualifier, table)) expr.qualifier.clear();
  for (ir::Expr& operand : expr.operands) DropQualifier(operand, table);
}

bool SameName(std::string_view a, std::string_view b) { return base::LowerAscii(a) == base::LowerAscii(b); }

const ir::Column* FindColumnNamed(const ir::Table& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const ir::Column& column) { return SameName(column.name.text, name); });
  return found == table.columns.end() ? nullptr : &*found;
}

const catalog::Enum* FindEnumNamed(const Enums& enums, const ir::Name& name) {
  for (const auto& [key, object] : enums) {
    const auto* definition = object == nullptr ? nullptr : std::get_if<catalog::Enum>(object.get());
    if (definition != nullptr && SameName(definition->name.name, name.name)) return definition;
  }
  return nullptr;
}

const ir::Column* SingleKeyColumn(const ir::Table& table) {
  const ir::Constraint* key = ir::FindPrimaryKey(table);
  if (key == nullptr) return nullptr;
  const auto& columns = std::get<ir::PrimaryKey>(key->body).columns;
  return columns.size() == 1 ? FindColumnNamed(table, columns.front().text) : nullptr;
}

bool NeedsAutoincrement(const ir::Column& column) {
  return column.identity && (column.identity->always || column.identity->options.start.value_or(1) != 1);
}

ColumnForm FormOf(const ir::Column& column, const ir::Table& table, const Enums& enums) {
  ColumnForm form;
  form.column = column;
  // Of all databases SQLite alone would let a key column be null.
  if (InPrimaryKey(table, column)) form.column.not_null = true;
  if (form.column.generated) DropQualifier(form.column.generated->expr, table.name.name);
  RewriteEnum(form, enums);
  RewriteIdentity(form, table);
  return form;
}

TableForm FormOf(const ir::Table& table, const Enums& enums) {
  TableForm form;
  form.name = table.name.name;
  form.options = table.options;
  bool key_behind_column = false;
  for (const ir::Column& column : table.columns) {
    form.columns.push_back(FormOf(column, table, enums));
    key_behind_column = key_behind_column || form.columns.back().autoincrement;
  }
  for (const ir::Constraint& constraint : table.constraints) {
    if (key_behind_column && std::holds_alternative<ir::PrimaryKey>(constraint.body)) continue;
    form.constraints.push_back(BareConstraint(constraint, table.name.name));
  }
  return form;
}

}  // namespace migc::emit::sqlite
