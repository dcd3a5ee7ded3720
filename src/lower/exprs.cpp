#include "lower/exprs.h"

#include <algorithm>
#include <limits>

#include "lower/literals.h"
#include "lower/names.h"
#include "lower/raw.h"
#include "lower/types.h"
#include "migc/base/text.h"

namespace migc::lower {
namespace {

using ir::ExprKind;
using ir::Function;

struct FunctionRule {
  std::string_view name;
  Function function;
  std::size_t least;
  std::size_t most;
};

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();
constexpr FunctionRule kFunctions[] = {
    {"now", Function::kNow, 0, 0},
    {"current_date", Function::kCurrentDate, 0, 0},
    {"current_timestamp", Function::kCurrentTimestamp, 0, 0},
    {"uuid", Function::kUuid, 0, 0},
    {"length", Function::kLength, 1, 1},
    {"lower", Function::kLower, 1, 1},
    {"upper", Function::kUpper, 1, 1},
    {"coalesce", Function::kCoalesce, 2, kAnyNumber},
    {"substring", Function::kSubstring, 2, 3},
};

const FunctionRule* FindFunction(const ast::Name& name) {
  if (name.parts.size() != 1 || name.parts[0].quoted) return nullptr;
  const std::string wanted = base::LowerAscii(name.parts[0].text);
  for (const FunctionRule& rule : kFunctions) {
    if (rule.name == wanted) return &rule;
  }
  return nullptr;
}

bool IsBareFunction(const FunctionRule* rule) {
  return rule != nullptr && (rule->function == Function::kCurrentDate || rule->function == Function::kCurrentTimestamp);
}

void LowerName(Context& context, const ast::Expr& written, ir::Expr& expr) {
  if (const FunctionRule* rule = FindFunction(written.name); IsBareFunction(rule)) {
    expr.kind = ExprKind::kFunction;
    expr.function = rule->function;
    return;
  }
  const ir::Name name = LowerName(context, written.name, "a column in an expression has");
  expr.kind = ExprKind::kColumn;
  expr.text = name.name;
  expr.qualifier = name.schema;
}

// The name of a call goes out as it stands, so it must not need quotes.
void CheckFunctionName(Context& context, const ast::Name& name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  for (const ast::Ident& part : name.parts) {
    if (!part.quoted || std::all_of(part.text.begin(), part.text.end(), plain)) continue;
    context.Report(diag::Make(diag::Kind::kQuotedFunction, part.span, "\"" + part.text + "\"")
                       .WithHelp("write sql $$ … $$ in place of the expression"));
  }
}

// True when the call is one that dialects translate. current_timestamp(6) is not: its precision is not the same everywhere.
bool LowerTranslated(Context& context, const ast::Expr& written, ir::Expr& expr) {
  const FunctionRule* rule = FindFunction(written.name);
  const std::size_t count = written.operands.size();
  if (rule == nullptr || (rule->function == Function::kCurrentTimestamp && count == 1)) return false;
  expr.kind = ExprKind::kFunction;
  expr.function = rule->function;
  if (count >= rule->least && count <= rule->most) return true;
  std::string takes = rule->most == 0 ? "none" : std::to_string(rule->least);
  if (rule->most > rule->least) takes = rule->most == kAnyNumber ? takes + " or more" : takes + " or " + std::to_string(rule->most);
  context.Report(diag::Make(diag::Kind::kFunctionArguments, written.span, rule->name, count, Plural(count), takes)
                     .WithHelp("write sql $$ … $$ for what one dialect has of the same name"));
  return true;
}

void LowerCall(Context& context, const ast::Expr& written, ir::Expr& expr) {
  if (LowerTranslated(context, written, expr)) return;
  CheckFunctionName(context, written.name);
  const ir::Name name = LowerName(context, written.name, "a function in an expression has");
  expr.kind = ExprKind::kCall;
  expr.text = name.name;
  expr.qualifier = name.schema;
}

struct Operator {
  std::string_view symbol;
  ir::BinaryOp op;
};

constexpr Operator kOperators[] = {
    {"+", ir::BinaryOp::kAdd},           {"-", ir::BinaryOp::kSubtract},   {"*", ir::BinaryOp::kMultiply},
    {"/", ir::BinaryOp::kDivide},        {"%", ir::BinaryOp::kModulo},     {"||", ir::BinaryOp::kConcat},
    {"=", ir::BinaryOp::kEqual},         {"<>", ir::BinaryOp::kNotEqual},  {"!=", ir::BinaryOp::kNotEqual},
    {"<", ir::BinaryOp::kLess},          {"<=", ir::BinaryOp::kLessEqual}, {">", ir::BinaryOp::kGreater},
    {">=", ir::BinaryOp::kGreaterEqual}, {"and", ir::BinaryOp::kAnd},      {"or", ir::BinaryOp::kOr},
};

ir::BinaryOp OperatorOf(const std::string& symbol) {
  const std::string wanted = base::LowerAscii(symbol);
  for (const Operator& one : kOperators) {
    if (one.symbol == wanted) return one.op;
  }
  base::Fail("an operator of the grammar", __FILE__, __LINE__);
}

ExprKind SignOf(const std::string& symbol) {
  if (symbol == "-") return ExprKind::kNegate;
  return symbol == "+" ? ExprKind::kPlus : ExprKind::kNot;
}

// The text of a literal that is a string with a word before it; where it is wrong, the whole is shown.
std::string LowerChecked(Context& context, const ast::Expr& written, bool (*is_right)(std::string_view), diag::Kind kind) {
  std::string text = Substitute(context, {written.text, Quoting::kString, written.span});
  if (!is_right(text)) {
    context.Report(diag::Make(kind, written.span, text)
                       .WithHelp("write cast('…' as T) for another form, or sql $$ … $$ for what one dialect understands"));
  }
  return text;
}

void LowerSql(Context& context, const ast::Expr& written, ir::Expr& expr) {
  expr.kind = ExprKind::kRawSql;
  const Alternatives alternatives = AlternativesOf(written.texts);
  CheckDialects(context, alternatives);
  const std::optional<std::size_t> chosen = Choose(context.options.lineage, alternatives);
  if (chosen) {
    expr.text = LowerDialectText(context, written.texts[*chosen], "this expression");
    DropFinalSemicolon(expr.text);
    return;
  }
  context.Report(diag::Make(diag::Kind::kNoTextForDialect, written.span, context.dialect())
                     .WithHelp("add `" + context.dialect() + " $$ … $$`, or `else $$ … $$`, to the list"));
}

// What an expression is apart from its operands.
void LowerNode(Context& context, const ast::Expr& written, ir::Expr& expr) {
  switch (written.kind) {
    case ast::ExprKind::kNull:
      expr.kind = ExprKind::kNull;
      return;
    case ast::ExprKind::kTrue:
      expr.kind = ExprKind::kTrue;
      return;
    case ast::ExprKind::kFalse:
      expr.kind = ExprKind::kFalse;
      return;
    case ast::ExprKind::kNumber:
      expr.kind = ExprKind::kNumber;
      expr.text = written.text;
      return;
    case ast::ExprKind::kString:
      expr.kind = ExprKind::kString;
      expr.text = Substitute(context, {written.text, Quoting::kString, written.span});
      return;
    case ast::ExprKind::kBytes:
      expr.kind = ExprKind::kBytes;
      expr.text = base::UpperAscii(written.text);  // parse has seen that they are pairs of digits
      return;
    case ast::ExprKind::kDate:
      expr.kind = ExprKind::kDate;
      expr.text = LowerChecked(context, written, IsDate, diag::Kind::kBadDate);
      return;
    case ast::ExprKind::kTimestamp:
      expr.kind = ExprKind::kTimestamp;
      expr.text = LowerChecked(context, written, IsTimestamp, diag::Kind::kBadTimestamp);
      return;
    case ast::ExprKind::kName:
      return LowerName(context, written, expr);
    case ast::ExprKind::kStar:
      expr.kind = ExprKind::kStar;
      return;
    case ast::ExprKind::kCall:
      return LowerCall(context, written, expr);
    case ast::ExprKind::kUnary:
      expr.kind = SignOf(base::LowerAscii(written.text));
      return;
    case ast::ExprKind::kBinary:
      expr.kind = ExprKind::kBinary;
      expr.op = OperatorOf(written.text);
      return;
    case ast::ExprKind::kIsNull:
      expr.kind = ExprKind::kIsNull;
      return;
    case ast::ExprKind::kIn:
      expr.kind = ExprKind::kIn;
      return;
    case ast::ExprKind::kBetween:
      expr.kind = ExprKind::kBetween;
      return;
    case ast::ExprKind::kLike:
      expr.kind = ExprKind::kLike;
      return;
    case ast::ExprKind::kCase:
      expr.kind = ExprKind::kCase;
      return;
    case ast::ExprKind::kCast:
      expr.kind = ExprKind::kCast;
      expr.types = LowerTypes(context, written.type);
      return;
    case ast::ExprKind::kParens:
      expr.kind = ExprKind::kParens;
      return;
    case ast::ExprKind::kSql:
      return LowerSql(context, written, expr);
  }
}

}  // namespace

ir::Expr LowerExpr(Context& context, const ast::Expr& written) {
  ir::Expr expr;
  expr.origin = written.span;
  LowerNode(context, written, expr);
  expr.negated = written.negated;
  expr.has_operand = written.has_operand;
  expr.has_else = written.has_else;
  expr.operands.reserve(written.operands.size());
  for (const ast::Expr& operand : written.operands) expr.operands.push_back(LowerExpr(context, operand));
  return expr;
}

std::optional<ir::Expr> LowerExpr(Context& context, const std::optional<ast::Expr>& expr) {
  return expr ? std::optional(LowerExpr(context, *expr)) : std::nullopt;
}

ir::Expr LowerEnclosed(Context& context, const ast::Expr& expr) {
  const ast::Expr* inner = &expr;
  while (inner->kind == ast::ExprKind::kParens) inner = &inner->operands.front();
  return LowerExpr(context, *inner);
}

std::optional<ir::Expr> LowerEnclosed(Context& context, const std::optional<ast::Expr>& expr) {
  return expr ? std::optional(LowerEnclosed(context, *expr)) : std::nullopt;
}

}  // namespace migc::lower
