#include "ast/dump_writer.h"

namespace migc::ast {

namespace {

std::string_view KindName(ExprKind kind) {
  switch (kind) {
    case ExprKind::kNull:
      return "null";
    case ExprKind::kTrue:
      return "true";
    case ExprKind::kFalse:
      return "false";
    case ExprKind::kNumber:
      return "number";
    case ExprKind::kString:
      return "string";
    case ExprKind::kBytes:
      return "bytes";
    case ExprKind::kDate:
      return "date";
    case ExprKind::kTimestamp:
      return "timestamp";
    case ExprKind::kName:
      return "name";
    case ExprKind::kStar:
      return "star";
    case ExprKind::kCall:
      return "call";
    case ExprKind::kUnary:
      return "unary";
    case ExprKind::kBinary:
      return "binary";
    case ExprKind::kIsNull:
      return "is null";
    case ExprKind::kIn:
      return "in";
    case ExprKind::kBetween:
      return "between";
    case ExprKind::kLike:
      return "like";
    case ExprKind::kCase:
      return "case";
    case ExprKind::kCast:
      return "cast";
    case ExprKind::kParens:
      return "parens";
    case ExprKind::kSql:
      return "sql";
  }
  return {};
}

std::string Detail(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kString:
    case ExprKind::kBytes:
    case ExprKind::kDate:
    case ExprKind::kTimestamp:
      return " " + ShowString(expr.text);
    case ExprKind::kNumber:
    case ExprKind::kUnary:
    case ExprKind::kBinary:
      return " " + expr.text;
    case ExprKind::kName:
    case ExprKind::kCall:
      return " " + Show(expr.name);
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return Flag(expr.negated, "negated");
    case ExprKind::kCase:
      return Flag(expr.has_operand, "with operand") + Flag(expr.has_else, "with else");
    case ExprKind::kNull:
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kStar:
    case ExprKind::kCast:
    case ExprKind::kParens:
    case ExprKind::kSql:
      return {};
  }
  return {};
}

std::string Labelled(std::string_view label, std::string_view text) {
  return label.empty() ? std::string(text) : std::string(label) + ": " + std::string(text);
}

}  // namespace

void Write(Writer& writer, std::string_view label, const Expr& expr) {
  writer.Line(Labelled(label, std::string(KindName(expr.kind)) + Detail(expr)));
  const Writer::Level level(writer);
  for (const Expr& operand : expr.operands) Write(writer, "", operand);
  for (const TypeRef& type : expr.type) Write(writer, "type", type);
  for (const DialectText& text : expr.texts) Write(writer, text);
}

void Write(Writer& writer, std::string_view label, const TypeRef& type) {
  std::string text = type.only_native ? "native" : Show(type.name);
  if (!type.arguments.empty()) {
    text += '(';
    for (std::size_t i = 0; i < type.arguments.size(); ++i) text += (i > 0 ? "," : "") + type.arguments[i];
    text += ')';
  }
  text += Flag(type.with_time_zone, "with time zone");
  for (int i = 0; i < type.array_dimensions; ++i) text += "[]";
  writer.Line(Labelled(label, text));
  const Writer::Level level(writer);
  for (const DialectText& native : type.native) Write(writer, native);
}

}  // namespace migc::ast
