#include "emit/oracle/syntax.h"

#include <algorithm>
#include <set>

#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::oracle {
namespace {

using ir::Expr;
using ir::ExprKind;

// A text literal of SQL ends at 4,000 bytes (SQL Language Reference 19c, "Text Literals": ORA-01704), and so does HEXTORAW's.
constexpr std::size_t kLongestLiteral = 4000;

bool IsLob(const ir::Type& type) {
  return type.native.empty() && (type.kind == ir::TypeKind::kText || type.kind == ir::TypeKind::kBlob);
}

class SyntaxOfOracle final : public Syntax {
 public:
  void PrintBoolean(SqlWriter& out, bool value) const override {
    if (HasBoolean(out.dialect())) {
      out.Keyword(value ? "TRUE" : "FALSE");
    } else {
      out.Number(value ? "1" : "0");
    }
  }
  // TO_CLOB('…') || TO_CLOB('…') where the text is longer than a literal.
  void PrintString(SqlWriter& out, const std::string& text) const override {
    if (text.size() <= kLongestLiteral) {
      out.String(text);
      return;
    }
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::string_view part = base::ClipUtf8(rest, kLongestLiteral / 2);
      if (rest.size() < text.size()) out.Keyword("||");
      out.Keyword("TO_CLOB").CallOpen().String(part).Close();
      rest.remove_prefix(part.size());
    }
  }
  void PrintBytes(SqlWriter& out, const std::string& hex) const override { out.Keyword("HEXTORAW").CallOpen().String(hex).Close(); }
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.Keyword("DATE").String(iso); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override { out.Keyword("TIMESTAMP").String(iso); }

  void PrintFunction(SqlWriter& out, const Expr& call) const override {
    switch (call.function) {
      case ir::Function::kNow:
        out.Keyword("SYSTIMESTAMP");
        return;
      case ir::Function::kCurrentTimestamp:
        out.Keyword("CURRENT_TIMESTAMP");
        return;
      case ir::Function::kCurrentDate:
        // CURRENT_DATE has a time of day here.
        out.Keyword("TRUNC").CallOpen().Keyword("CURRENT_DATE").Close();
        return;
      case ir::Function::kUuid:
        return PrintCall(out, "SYS_GUID", {}, *this);
      case ir::Function::kLength:
      case ir::Function::kLower:
      case ir::Function::kUpper:
      case ir::Function::kCoalesce:
        return PrintCall(out, base::UpperAscii(ir::NameOf(call.function)), call.operands, *this);
      case ir::Function::kSubstring:
        return PrintCall(out, "SUBSTR", call.operands, *this);
    }
  }

  void PrintBinary(SqlWriter& out, const Expr& binary) const override {
    if (binary.op != ir::BinaryOp::kModulo) return Syntax::PrintBinary(out, binary);
    PrintCall(out, "MOD", binary.operands, *this);
  }

  // CAST takes no LOB, and a DATE would keep the time of day (SQL Language Reference 19c, CAST).
  void PrintCast(SqlWriter& out, const Expr& cast) const override {
    const ir::Type& type = cast.types.at(0);
    if (IsLob(type)) return PrintCall(out, type.kind == ir::TypeKind::kText ? "TO_CLOB" : "TO_BLOB", cast.operands, *this);
    const bool date = type.kind == ir::TypeKind::kDate && type.native.empty();
    if (date) out.Keyword("TRUNC").CallOpen();
    Syntax::PrintCast(out, cast);
    if (date) out.Close();
  }

  void PrintEnumType(SqlWriter& out, const ir::Type&, const catalog::Enum* definition) const override {
    std::size_t longest = definition == nullptr ? 4000 : 1;
    if (definition != nullptr) {
      for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
    }
    out.Keyword("VARCHAR2").CallOpen().Number(std::to_string(longest)).Keyword("CHAR").Close();
  }
};

Expr Make(ExprKind kind, std::vector<Expr> operands, std::string text = {}) {
  Expr expr;
  expr.kind = kind;
  expr.operands = std::move(operands);
  expr.text = std::move(text);
  return expr;
}

bool IsLogical(ir::BinaryOp op) { return op == ir::BinaryOp::kAnd || op == ir::BinaryOp::kOr; }

bool IsComparison(ir::BinaryOp op) {
  switch (op) {
    case ir::BinaryOp::kEqual:
    case ir::BinaryOp::kNotEqual:
    case ir::BinaryOp::kLess:
    case ir::BinaryOp::kLessEqual:
    case ir::BinaryOp::kGreater:
    case ir::BinaryOp::kGreaterEqual:
      return true;
    case ir::BinaryOp::kAdd:
    case ir::BinaryOp::kSubtract:
    case ir::BinaryOp::kMultiply:
    case ir::BinaryOp::kDivide:
    case ir::BinaryOp::kModulo:
    case ir::BinaryOp::kConcat:
    case ir::BinaryOp::kAnd:
    case ir::BinaryOp::kOr:
      return false;
  }
  return false;
}

bool IsCondition(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kNot:
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return true;
    case ExprKind::kBinary:
      return IsLogical(expr.op) || IsComparison(expr.op);
    case ExprKind::kParens:
      return IsCondition(expr.operands.at(0));
    case ExprKind::kNull:
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kNumber:
    case ExprKind::kString:
    case ExprKind::kBytes:
    case ExprKind::kDate:
    case ExprKind::kTimestamp:
    case ExprKind::kColumn:
    case ExprKind::kStar:
    case ExprKind::kFunction:
    case ExprKind::kCall:
    case ExprKind::kNegate:
    case ExprKind::kPlus:
    case ExprKind::kCase:
    case ExprKind::kCast:
    case ExprKind::kRawSql:
      return false;
  }
  return false;
}

// The operands are values, but for those of AND, OR and NOT, and the conditions of a CASE without an operand.
Expr RewriteOperands(const Expr& expr, bool truth, const dialect::Dialect& dialect) {
  Expr result = expr;
  const bool logical = expr.kind == ExprKind::kNot || (expr.kind == ExprKind::kBinary && IsLogical(expr.op));
  const std::size_t pairs_end = expr.operands.size() - (expr.has_else ? 1 : 0);
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    const bool when = expr.kind == ExprKind::kCase && !expr.has_operand && i < pairs_end && i % 2 == 0;
    const bool wants_truth = logical || when || (expr.kind == ExprKind::kParens && truth);
    result.operands[i] = RewriteTruth(expr.operands[i], wants_truth, dialect);
  }
  return result;
}

Expr IsOne(Expr value) {
  Expr equal = Make(ExprKind::kBinary, {std::move(value), Make(ExprKind::kNumber, {}, "1")});
  equal.op = ir::BinaryOp::kEqual;
  return equal;
}

// Unknown stays unknown: it is neither 1 nor 0.
Expr AsNumber(Expr condition) {
  const Expr& bare = condition.kind == ExprKind::kParens ? condition.operands.at(0) : condition;
  const bool never_unknown = bare.kind == ExprKind::kIsNull;
  Expr one = Make(ExprKind::kNumber, {}, "1");
  Expr zero = Make(ExprKind::kNumber, {}, "0");
  if (never_unknown) {
    Expr chosen = Make(ExprKind::kCase, {bare, std::move(one), std::move(zero)});
    chosen.has_else = true;
    return chosen;
  }
  Expr negated = Make(ExprKind::kNot, {Make(ExprKind::kParens, {bare})});
  return Make(ExprKind::kCase, {bare, std::move(one), std::move(negated), std::move(zero)});
}

bool IsSelectWord(const std::string& word) { return word == "SELECT" || word == "DISTINCT" || word == "ALL" || word == "UNIQUE"; }

// Words that only a condition has, outside a CASE.
bool IsConditionWord(const std::string& word) {
  static const std::set<std::string> words = {"AND", "OR", "NOT", "IS", "IN", "BETWEEN", "LIKE", "EXISTS"};
  return words.contains(word);
}

}  // namespace

const Syntax& OracleSyntax() {
  static const SyntaxOfOracle syntax;
  return syntax;
}

bool HasBoolean(const dialect::Dialect& dialect) { return dialect.target >= dialect::Version{23, 0, 0}; }

Expr RewriteTruth(const Expr& expr, bool truth, const dialect::Dialect& dialect) {
  if (HasBoolean(dialect) || expr.kind == ExprKind::kRawSql) return expr;
  if (expr.kind == ExprKind::kParens && IsCondition(expr)) {
    Expr inner = RewriteOperands(expr, true, dialect);
    return truth ? inner : AsNumber(std::move(inner));
  }
  Expr result = RewriteOperands(expr, truth, dialect);
  if (IsCondition(expr)) return truth ? result : AsNumber(std::move(result));
  if (!truth || expr.kind == ExprKind::kParens) return result;
  return IsOne(std::move(result));
}

void PrintValue(SqlWriter& out, const Expr& expr) { PrintExpr(out, RewriteTruth(expr, false, out.dialect()), OracleSyntax()); }

void PrintCondition(SqlWriter& out, const Expr& expr) {
  PrintInParens(out, RewriteTruth(expr, true, out.dialect()), OracleSyntax());
}

std::string RewriteRequire(const std::string& query, const dialect::Dialect& dialect) {
  if (HasBoolean(dialect)) return query;
  std::size_t begin = 0;  // of the select list
  std::size_t end = query.size();
  int depth = 0;
  int cases = 0;
  bool condition = false;
  for (const Token& token : Tokenize(query, dialect.lexical).tokens) {
    if (token.kind == TokenKind::kComment) continue;
    const std::string word = base::UpperAscii(std::string_view(query).substr(token.begin, token.end - token.begin));
    if (begin == 0 && word != "SELECT") return query;  // WITH …: its author knows
    if (token.kind == TokenKind::kSymbol && word == "(") ++depth;
    if (token.kind == TokenKind::kSymbol && word == ")") --depth;
    if (depth > 0) continue;
    if (IsSelectWord(word) && (begin == 0 || query.find_first_not_of(" \t\r\n", begin) == token.begin)) {
      begin = token.end;
      continue;
    }
    if (token.kind == TokenKind::kWord && word == "CASE") ++cases;
    if (token.kind == TokenKind::kWord && word == "END") --cases;
    if (cases > 0) continue;
    // Two columns, or one with a name: its author knows.
    if (token.kind == TokenKind::kSymbol && (word == "," || word == ";")) return query;
    if (token.kind == TokenKind::kWord && word == "AS") return query;
    if (token.kind == TokenKind::kWord && word == "FROM") {
      end = token.begin;
      break;
    }
    condition = condition || (token.kind == TokenKind::kWord && IsConditionWord(word)) ||
                (token.kind == TokenKind::kSymbol && (word == "=" || word == "<" || word == ">"));
  }
  if (!condition) return query;
  const auto trimmed = [](std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::string();
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
  };
  const std::string list = trimmed(std::string_view(query).substr(begin, end - begin));
  const bool from = end < query.size();
  const std::string then = EndsInLineComment(list, dialect.lexical) ? "\nTHEN 1 ELSE 0 END" : " THEN 1 ELSE 0 END";
  return query.substr(0, begin) + " CASE WHEN " + list + then + (from ? " " + query.substr(end) : " FROM dual");
}

}  // namespace migc::emit::oracle
