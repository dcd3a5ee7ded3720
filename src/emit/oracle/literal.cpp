#include "emit/oracle/literal.h"

#include <string>
#include <string_view>

#include "migc/base/text.h"

namespace migc::emit::oracle {
namespace {

// '9' in the pattern is any digit.
bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '9' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

bool AllDigits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

constexpr std::string_view kDay = "9999-99-99";

// "2026-01-31 12:00:00.5", or nothing when it is no moment without a time zone.
std::string MomentOf(std::string text) {
  if (Matches(text, kDay)) return text + " 00:00:00";
  if (text.size() > kDay.size() && text[kDay.size()] == 'T') text[kDay.size()] = ' ';
  if (Matches(text, "9999-99-99 99:99")) return text + ":00";
  constexpr std::string_view kSeconds = "9999-99-99 99:99:99";
  const std::string_view whole = std::string_view(text).substr(0, kSeconds.size());
  if (!Matches(whole, kSeconds)) return {};
  const std::string_view rest = std::string_view(text).substr(whole.size());
  const bool fraction = rest.starts_with('.') && rest.size() <= 10 && AllDigits(rest.substr(1));
  return rest.empty() || fraction ? text : std::string();
}

// 32 upper-case hexadecimal digits, or nothing.
std::string HexOf(std::string_view uuid) {
  std::string hex;
  for (const char c : base::UpperAscii(uuid)) {
    if (c == '-') continue;
    const bool digit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    if (!digit) return {};
    hex += c;
  }
  const bool plain = uuid.size() == 32;
  const bool hyphens = uuid.size() == 36 && uuid[8] == '-' && uuid[13] == '-' && uuid[18] == '-' && uuid[23] == '-';
  return hex.size() == 32 && (plain || hyphens) ? hex : std::string();
}

void Become(ir::Expr& expr, ir::ExprKind kind, std::string text) {
  if (text.empty()) return;
  expr.kind = kind;
  expr.text = std::move(text);
}

}  // namespace

ir::Expr FitLiteral(ir::Expr expr, const ir::Type& type) {
  if (expr.kind == ir::ExprKind::kParens && expr.operands.size() == 1) {
    expr.operands[0] = FitLiteral(std::move(expr.operands[0]), type);
    return expr;
  }
  if (expr.kind != ir::ExprKind::kString || !type.native.empty()) return expr;
  const std::string text = expr.text;
  if (type.kind == ir::TypeKind::kDate && Matches(text, kDay)) {
    Become(expr, ir::ExprKind::kDate, text);
  } else if (type.kind == ir::TypeKind::kTimestamp) {
    Become(expr, ir::ExprKind::kTimestamp, MomentOf(text));
  } else if (type.kind == ir::TypeKind::kUuid) {
    Become(expr, ir::ExprKind::kBytes, HexOf(text));
  } else if (type.kind == ir::TypeKind::kBoolean) {
    const std::string word = base::LowerAscii(text);
    if (word == "true" || word == "t" || word == "1") expr.kind = ir::ExprKind::kTrue;
    if (word == "false" || word == "f" || word == "0") expr.kind = ir::ExprKind::kFalse;
    if (expr.kind != ir::ExprKind::kString) expr.text.clear();
  }
  return expr;
}

}  // namespace migc::emit::oracle
