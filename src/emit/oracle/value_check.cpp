#include "emit/oracle/value_check.h"

#include "emit/oracle/syntax.h"
#include "migc/catalog/replay.h"

namespace migc::emit::oracle {
namespace {

ir::Expr Make(ir::ExprKind kind, std::string text) {
  ir::Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  return expr;
}

std::string NameOf(const ir::Name& table, const ir::Column& column, std::string_view suffix, const dialect::Dialect& dialect) {
  catalog::Rules rules;
  rules.max_identifier = dialect.max_identifier;
  rules.identifier_in_characters = dialect.identifier_in_characters;
  return catalog::MakeName(rules, "{table}_{column}_" + std::string(suffix), {{"table", table.name}, {"column", column.name.text}},
                           0);
}

bool IsJsonText(const ir::Type& type, const dialect::Dialect& dialect) {
  const bool json = type.kind == ir::TypeKind::kJson || type.kind == ir::TypeKind::kJsonb;
  return json && dialect.target < dialect::Version{21, 0, 0};
}

}  // namespace

bool IsEnum(const ir::Type& type) { return type.kind == ir::TypeKind::kNamed && type.native.empty(); }

const catalog::Enum* EnumOf(const ir::Type& type, const Enums& enums) {
  if (!IsEnum(type)) return nullptr;
  for (const auto& [key, object] : enums) {
    const auto* definition = object == nullptr ? nullptr : std::get_if<catalog::Enum>(object.get());
    if (definition != nullptr && definition->name.name == type.name.name && definition->name.schema == type.name.schema)
      return definition;
  }
  return nullptr;
}

std::optional<ir::Constraint> ValueCheckOf(const ir::Name& table, const ir::Column& column, const Enums& enums,
                                           const dialect::Dialect& dialect) {
  const ir::Type& type = column.type;
  if (!type.native.empty() || type.array_dimensions > 0) return std::nullopt;
  ir::Check check;
  check.column = column.name.text;
  std::string_view suffix;
  if (const catalog::Enum* definition = EnumOf(type, enums)) {
    suffix = "enum";
    check.expr = Make(ir::ExprKind::kIn, "");
    check.expr.operands.push_back(Make(ir::ExprKind::kColumn, column.name.text));
    for (const std::string& value : definition->values) check.expr.operands.push_back(Make(ir::ExprKind::kString, value));
  } else if (type.kind == ir::TypeKind::kBoolean && !HasBoolean(dialect)) {
    suffix = "bool";
    check.expr = Make(ir::ExprKind::kIn, "");
    check.expr.operands = {Make(ir::ExprKind::kColumn, column.name.text), Make(ir::ExprKind::kNumber, "0"),
                           Make(ir::ExprKind::kNumber, "1")};
  } else if (IsJsonText(type, dialect)) {
    suffix = "json";
    check.expr = Make(ir::ExprKind::kRawSql, QuoteIdentifier(dialect, column.name.text) + " IS JSON");
  } else {
    return std::nullopt;
  }
  ir::Constraint constraint;
  constraint.name = NameOf(table, column, suffix, dialect);
  constraint.body = std::move(check);
  return constraint;
}

}  // namespace migc::emit::oracle
