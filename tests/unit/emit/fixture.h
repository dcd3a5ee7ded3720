// Fixture: the built-in dialects, a plain Syntax, and expressions in few words, for the tests of the shared part of emit.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "migc/emit/print.h"

namespace migc::emit {

inline dialect::Dialect LoadBuiltin(const std::string& name, const std::string& version = "") {
  source::Buffers buffers;
  dialect::Sources sources;
  for (const std::string& each : dialect::BuiltinNames())
    sources[each] = &buffers.Add(each, std::string(*dialect::BuiltinText(each)));
  diag::Sink sink;
  auto loaded = dialect::LoadDialect(name, version.empty() ? std::nullopt : dialect::ParseVersion(version), sources, sink);
  return loaded.value();
}

class PlainSyntax final : public Syntax {
 public:
  void PrintBoolean(SqlWriter& out, bool value) const override { out.Keyword(value ? "TRUE" : "FALSE"); }
  void PrintBytes(SqlWriter& out, const std::string& hex) const override { out.Keyword("X").Tight("").String(hex); }
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.Keyword("DATE").String(iso); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override { out.Keyword("TIMESTAMP").String(iso); }
  void PrintFunction(SqlWriter& out, const ir::Expr& call) const override {
    PrintCall(out, ir::NameOf(call.function), call.operands, *this);
  }
  void PrintEnumType(SqlWriter& out, const ir::Type& type, const catalog::Enum* definition) const override {
    out.Name(type.name);
    if (definition != nullptr) out.CallOpen().Number(std::to_string(definition->values.size())).Close();
  }
};

inline ir::Expr E(ir::ExprKind kind, std::string text = "", std::vector<ir::Expr> operands = {}) {
  ir::Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  expr.operands = std::move(operands);
  return expr;
}
inline ir::Expr Col(std::string name) { return E(ir::ExprKind::kColumn, std::move(name)); }
inline ir::Expr Num(std::string digits) { return E(ir::ExprKind::kNumber, std::move(digits)); }
inline ir::Expr Str(std::string text) { return E(ir::ExprKind::kString, std::move(text)); }
inline ir::Expr Sql(std::string text) { return E(ir::ExprKind::kRawSql, std::move(text)); }
inline ir::Expr Binary(ir::BinaryOp op, ir::Expr left, ir::Expr right) {
  ir::Expr expr = E(ir::ExprKind::kBinary, "", {std::move(left), std::move(right)});
  expr.op = op;
  return expr;
}
inline ir::Type T(ir::TypeKind kind, std::optional<std::uint32_t> length = {}, std::optional<std::uint32_t> scale = {}) {
  ir::Type type;
  type.kind = kind;
  type.length = length;
  type.scale = scale;
  return type;
}
inline ir::Type EnumType(std::string name) {
  ir::Type type = T(ir::TypeKind::kNamed);
  type.name.name = std::move(name);
  return type;
}

}  // namespace migc::emit
