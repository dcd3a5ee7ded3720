#include "emit/mssql/table_form.h"

#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "migc/base/hash.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

constexpr std::size_t kLongestName = 128;
constexpr std::size_t kDigestDigits = 8;

std::string Shortened(const std::string& name) {
  if (base::CountCodePoints(name) <= kLongestName) return name;
  const std::string digest = base::Sha256(name).substr(0, kDigestDigits);
  // Bytes are at least as many as characters.
  return std::string(base::ClipUtf8(name, kLongestName - kDigestDigits - 1)) + "_" + digest;
}

ir::ReferenceAction Supported(ir::ReferenceAction action) {
  return action == ir::ReferenceAction::kRestrict ? ir::ReferenceAction::kNoAction : action;
}

}  // namespace

bool SameName(std::string_view a, std::string_view b) { return base::LowerAscii(a) == base::LowerAscii(b); }

const ir::Column* FindColumnNamed(const ir::Table& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const ir::Column& column) { return SameName(column.name.text, name); });
  return found == table.columns.end() ? nullptr : &*found;
}

bool HasColumn(const std::vector<ir::Identifier>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& column) { return SameName(column.text, name); });
}

const catalog::Enum* FindEnumNamed(const Enums& enums, const ir::Name& name) {
  for (const auto& [key, object] : enums) {
    const auto* definition = object == nullptr ? nullptr : std::get_if<catalog::Enum>(object.get());
    if (definition != nullptr && SameName(definition->name.name, name.name)) return definition;
  }
  return nullptr;
}

Enums EnumsAfter(const catalog::Step& step) {
  Enums enums = step.enums;
  for (const catalog::Change& change : step.changes) {
    if (change.key.kind == catalog::ObjectKind::kEnum && change.after != nullptr) enums[change.key] = change.after;
  }
  return enums;
}

std::string DefaultName(const std::string& table, const std::string& column) {
  return Shortened(table + "_" + column + "_default");
}
std::string EnumCheckName(const std::string& table, const std::string& column) { return Shortened(table + "_" + column + "_enum"); }

std::optional<ir::Constraint> EnumCheckOf(const std::string& table, const ir::Column& column, const Enums& enums) {
  if (column.type.kind != ir::TypeKind::kNamed || !column.type.native.empty()) return std::nullopt;
  const catalog::Enum* definition = FindEnumNamed(enums, column.type.name);
  if (definition == nullptr) return std::nullopt;
  ir::Expr in;
  in.kind = ir::ExprKind::kIn;
  in.operands.push_back(ColumnExpr(column.name.text));
  for (const std::string& value : definition->values) in.operands.push_back(StringExpr(value));
  ir::Constraint check;
  check.name = EnumCheckName(table, column.name.text);
  check.body = ir::Check{.expr = std::move(in), .column = column.name.text};
  return check;
}

bool IsNotNull(const ir::Table& table, const ir::Column& column) {
  if (column.not_null || column.identity) return true;
  const ir::Constraint* key = ir::FindPrimaryKey(table);
  return key != nullptr && HasColumn(std::get<ir::PrimaryKey>(key->body).columns, column.name.text);
}

ir::Constraint Printable(const ir::Constraint& constraint, const dialect::Dialect& dialect) {
  ir::Constraint printable = constraint;
  printable.not_valid = false;  // said before ADD
  if (auto* key = std::get_if<ir::ForeignKey>(&printable.body)) {
    key->table = Qualified(key->table, dialect);
    key->on_delete = Supported(key->on_delete);
    key->on_update = Supported(key->on_update);
    key->deferrable.reset();
    key->initially_deferred.reset();
  } else if (auto* check = std::get_if<ir::Check>(&printable.body)) {
    check->expr = AsCondition(Unqualified(std::move(check->expr)));
  } else if (auto* unique = std::get_if<ir::Unique>(&printable.body)) {
    unique->nulls_not_distinct = false;
  }
  return printable;
}

bool NamesColumn(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect) {
  return std::visit(base::Overloaded{
                        [&](const ir::PrimaryKey& key) { return HasColumn(key.columns, column); },
                        [&](const ir::Unique& unique) { return HasColumn(unique.columns, column); },
                        [&](const ir::Check& check) { return NamesColumn(check.expr, column, dialect); },
                        [&](const ir::ForeignKey& key) { return HasColumn(key.columns, column); },
                        [](const ir::Exclude&) { return false; },
                    },
                    constraint.body);
}

bool NamesColumn(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect) {
  const auto key_names = [&](const ir::IndexKey& key) { return NamesColumn(key.expr, column, dialect); };
  return std::any_of(index.keys.begin(), index.keys.end(), key_names) || HasColumn(index.include, column) ||
         (index.where && NamesColumn(*index.where, column, dialect));
}

}  // namespace migc::emit::mssql
