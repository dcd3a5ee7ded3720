#include "emit/sqlite/copy.h"

#include <algorithm>

#include "emit/sqlite/make_expr.h"
#include "emit/sqlite/table_form.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::emit::sqlite {
namespace {

ir::Expr Cast(ir::Expr value, std::string target) {
  ir::Expr cast = MakeExpr(ir::ExprKind::kCast, "", {std::move(value)});
  ir::Type& type = cast.types.emplace_back();
  type.kind = ir::TypeKind::kNative;
  type.native = std::move(target);
  return cast;
}

// The class of a native type by SQLite's own rules (https://sqlite.org/datatype3.html#determination_of_column_affinity), but for
// the last: where those say NUMERIC because they know nothing, we know nothing either.
ValueClass ClassOfNative(const std::string& native) {
  const std::string type = base::UpperAscii(native);
  const auto has = [&](const char* word) { return type.find(word) != std::string::npos; };
  if (has("INT") || has("BOOL")) return ValueClass::kInteger;
  if (has("CHAR") || has("CLOB") || has("TEXT")) return ValueClass::kText;
  if (has("BLOB")) return ValueClass::kBytes;
  if (has("REAL") || has("FLOA") || has("DOUB")) return ValueClass::kReal;
  if (has("DEC") || has("NUM")) return ValueClass::kNumber;
  return ValueClass::kUnknown;
}

bool IsNumeric(ValueClass value) {
  return value == ValueClass::kInteger || value == ValueClass::kNumber || value == ValueClass::kReal;
}

// What CAST makes of it, or nothing where the value stays as it is.
std::optional<std::string> CastTarget(ValueClass from, ValueClass to) {
  if (from == to) return std::nullopt;
  switch (to) {
    case ValueClass::kInteger:
      return "INTEGER";
    case ValueClass::kNumber:
      // A column with the affinity NUMERIC takes integers and reals as they are.
      if (IsNumeric(from)) return std::nullopt;
      return "NUMERIC";
    case ValueClass::kReal:
      if (IsNumeric(from)) return std::nullopt;  // the affinity REAL makes a real of an integer
      return "REAL";
    case ValueClass::kText:
      if (from == ValueClass::kTime || from == ValueClass::kUnknown) return std::nullopt;
      return "TEXT";
    case ValueClass::kBytes:
      return "BLOB";
    case ValueClass::kTime:
      // From text: the text is kept. CAST('2026-01-31' AS DATETIME) would be the number 2026.
      if (from == ValueClass::kBytes) return "TEXT";
      return std::nullopt;
    case ValueClass::kUnknown:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

ValueClass ClassOf(const ir::Type& type) {
  if (!type.native.empty()) return ClassOfNative(type.native);
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
    case ir::TypeKind::kSmallint:
    case ir::TypeKind::kInteger:
    case ir::TypeKind::kBigint:
      return ValueClass::kInteger;
    case ir::TypeKind::kDecimal:
      return ValueClass::kNumber;
    case ir::TypeKind::kReal:
    case ir::TypeKind::kDouble:
      return ValueClass::kReal;
    case ir::TypeKind::kChar:
    case ir::TypeKind::kVarchar:
    case ir::TypeKind::kText:
    case ir::TypeKind::kNchar:
    case ir::TypeKind::kNvarchar:
    case ir::TypeKind::kUuid:
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
    case ir::TypeKind::kXml:
    case ir::TypeKind::kNamed:
      return ValueClass::kText;
    case ir::TypeKind::kDate:
    case ir::TypeKind::kTime:
    case ir::TypeKind::kTimestamp:
    case ir::TypeKind::kInterval:
      return ValueClass::kTime;
    case ir::TypeKind::kBinary:
    case ir::TypeKind::kVarbinary:
    case ir::TypeKind::kBlob:
      return ValueClass::kBytes;
    case ir::TypeKind::kNative:
      return ValueClass::kUnknown;
  }
  return ValueClass::kUnknown;
}

CopyPlan::CopyPlan(const ir::Table& before) {
  for (const ir::Column& column : before.columns) {
    columns_.push_back({column.name.text, true, false, column.type, ColumnExpr(column.name.text)});
  }
}

CopyPlan::Tracked* CopyPlan::Find(const std::string& name) {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Tracked& one) { return SameName(one.name, name); });
  return found == columns_.end() ? nullptr : &*found;
}

void CopyPlan::Apply(const ir::AlterAction& action) {
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& add) {
                   const ir::Expr value = add.column.default_value.value_or(ir::Expr{});
                   columns_.push_back({add.column.name.text, false, false, add.column.type, value});
                 },
                 [&](const ir::DropColumn& drop) {
                   const Tracked* column = Find(drop.column.text);
                   if (column == nullptr) return;  // `if exists`
                   if (column->former) dropped_.push_back(column->name);
                   columns_.erase(columns_.begin() + (column - columns_.data()));
                 },
                 [&](const ir::RenameColumnAction& rename) { Rename(rename.from.text, rename.to.text); },
                 [&](const ir::SetType& change) { ChangeType(change); },
                 [&](const ir::SetNotNull& change) { Fill(change); },
                 // The rows that are there got the default that the column was added with.
                 [&](const ir::SetDefault& change) {
                   if (Tracked* column = Find(change.column.text); column != nullptr && !column->former) column->written = true;
                 },
                 [&](const ir::DropDefault& change) {
                   if (Tracked* column = Find(change.column.text); column != nullptr && !column->former) column->written = true;
                 },
                 [](const auto&) {},
             },
             action.body);
}

void CopyPlan::Rename(const std::string& from, const std::string& to) {
  Tracked* column = Find(from);
  if (column == nullptr) return;
  if (column->former) {
    // A column that is dropped but not gone yet makes room: migc_dropped_c, which the copy leaves behind.
    for (std::string& dropped : dropped_) {
      if (!SameName(dropped, to)) continue;
      std::string aside = "migc_dropped_" + to;
      while (Find(aside) != nullptr) aside += "_";
      RenameFormer(dropped, aside);
      dropped = aside;
    }
    RenameFormer(column->name, to);
  }
  column->name = to;
}

void CopyPlan::RenameFormer(const std::string& from, const std::string& to) {
  renames_.push_back({from, to});
  for (Tracked& column : columns_) ir::RenameColumn(column.value, from, to);
  for (Conversion& conversion : conversions_) {
    if (conversion.column == from) conversion.column = to;
  }
}

void CopyPlan::ChangeType(const ir::SetType& change) {
  Tracked* column = Find(change.column.text);
  if (column == nullptr) return;
  const ValueClass from = ClassOf(column->type);
  const ValueClass to = ClassOf(change.type);
  column->type = change.type;
  if (change.using_expr) {
    column->value = Substitute(*change.using_expr);
    column->written = true;
    return;
  }
  if (!column->former) return;
  const std::optional<std::string> target = CastTarget(from, to);
  if (!target) return;
  if (IsNumeric(to) && column->value.kind == ir::ExprKind::kColumn) conversions_.push_back({column->value.text, *target});
  column->value = Cast(std::move(column->value), *target);
}

void CopyPlan::Fill(const ir::SetNotNull& change) {
  Tracked* column = Find(change.column.text);
  if (column == nullptr || !change.fill) return;
  ir::Expr coalesce = MakeExpr(ir::ExprKind::kFunction, "", {column->value, Substitute(*change.fill)});
  coalesce.function = ir::Function::kCoalesce;
  // A column that this statement adds without a default is null everywhere.
  column->value = column->value.kind == ir::ExprKind::kNull ? std::move(coalesce.operands[1]) : std::move(coalesce);
  column->written = true;
}

ir::Expr CopyPlan::Substitute(ir::Expr expr) const {
  if (expr.kind == ir::ExprKind::kColumn) {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const Tracked& one) { return SameName(one.name, expr.text); });
    return found == columns_.end() ? expr : found->value;
  }
  for (ir::Expr& operand : expr.operands) operand = Substitute(std::move(operand));
  return expr;
}

std::vector<std::string> CopyPlan::FormerColumns() const {
  std::vector<std::string> names;
  for (const Tracked& column : columns_) {
    if (column.former) names.push_back(column.name);
  }
  names.insert(names.end(), dropped_.begin(), dropped_.end());
  return names;
}

std::vector<CopyColumn> CopyPlan::ColumnsFor(const ir::Table& after) const {
  std::vector<CopyColumn> copy;
  const ir::Column* plain = nullptr;
  for (const ir::Column& column : after.columns) {
    if (column.generated) continue;  // SQLite computes it, and takes no value for it
    if (plain == nullptr) plain = &column;
    const auto tracked =
        std::find_if(columns_.begin(), columns_.end(), [&](const Tracked& one) { return SameName(one.name, column.name.text); });
    if (tracked == columns_.end() || (!tracked->former && !tracked->written)) continue;
    copy.push_back({column.name.text, tracked->value});
  }
  // A table all of whose columns are new has as many rows as before.
  if (copy.empty() && plain != nullptr) copy.push_back({plain->name.text, plain->default_value.value_or(ir::Expr{})});
  return copy;
}

}  // namespace migc::emit::sqlite
