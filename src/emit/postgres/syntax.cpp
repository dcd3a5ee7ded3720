#include "emit/postgres/syntax.h"

#include <set>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::postgres {
namespace {

class PostgresSyntaxImpl final : public Syntax {
 public:
  void PrintBoolean(SqlWriter& out, bool value) const override { out.Keyword(value ? "TRUE" : "FALSE"); }
  // '\xDEADBEEF' is a bytea only where one is wanted; the cast makes it one everywhere.
  // Where the type of bytes is not BYTEA, '\xDEADBEEF' may be something else: a byte and six letters on DuckDB.
  void PrintBytes(SqlWriter& out, const std::string& hex) const override {
    const auto blob = out.dialect().types.find("blob");
    if (blob != out.dialect().types.end() && blob->second.before == "BYTEA") {
      out.String("\\x" + hex).Tight("::").Keyword("BYTEA");
    } else {
      out.Words("from_hex").CallOpen().String(hex).Close();
    }
  }
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.Keyword("DATE").String(iso); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override { out.Keyword("TIMESTAMP").String(iso); }

  void PrintFunction(SqlWriter& out, const ir::Expr& call) const override {
    const bool now = call.function == ir::Function::kNow || call.function == ir::Function::kCurrentTimestamp;
    if (now && dialect::IsRedshift(out.dialect())) {
      // c_SQL_functions_leader_node_only: NOW and CURRENT_TIMESTAMP are deprecated, and not for queries of tables. r_SYSDATE: "the
      // start date and time for the current transaction".
      out.Keyword("SYSDATE");
      return;
    }
    switch (call.function) {
      case ir::Function::kNow:
        return PrintCall(out, "now", {}, *this);
      case ir::Function::kCurrentDate:
        out.Keyword("CURRENT_DATE");
        return;
      case ir::Function::kCurrentTimestamp:
        out.Keyword("CURRENT_TIMESTAMP");
        return;
      case ir::Function::kUuid:
        return PrintCall(out, "gen_random_uuid", {}, *this);
      case ir::Function::kLength:
      case ir::Function::kLower:
      case ir::Function::kUpper:
      case ir::Function::kCoalesce:
      case ir::Function::kSubstring:
        return PrintCall(out, ir::NameOf(call.function), call.operands, *this);
    }
  }

  void PrintEnumType(SqlWriter& out, const ir::Type& type, const catalog::Enum*) const override { out.Name(type.name); }
};

// Words that make an expression more than a b_expr when they stand outside parentheses.
const std::set<std::string>& WeakWords() {
  static const std::set<std::string> words = {"AND",     "OR", "NOT",    "IN", "LIKE",    "ILIKE",   "SIMILAR",
                                              "BETWEEN", "IS", "ISNULL", "AT", "NOTNULL", "COLLATE", "OVERLAPS"};
  return words;
}

bool RawNeedsParens(const std::string& sql, const dialect::Dialect& dialect) {
  int depth = 0;
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    const std::string_view text = std::string_view(sql).substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::kSymbol && text == "(") ++depth;
    if (token.kind == TokenKind::kSymbol && text == ")") --depth;
    if (token.kind == TokenKind::kComment) return true;
    if (depth == 0 && token.kind == TokenKind::kWord && WeakWords().contains(base::UpperAscii(text))) return true;
  }
  return false;
}

bool NeedsParens(const ir::Expr& expr, const dialect::Dialect& dialect) {
  switch (expr.kind) {
    case ir::ExprKind::kNot:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
    case ir::ExprKind::kBinary:
      return true;
    case ir::ExprKind::kRawSql:
      return RawNeedsParens(expr.text, dialect);
    case ir::ExprKind::kNull:
    case ir::ExprKind::kTrue:
    case ir::ExprKind::kFalse:
    case ir::ExprKind::kNumber:
    case ir::ExprKind::kString:
    case ir::ExprKind::kBytes:
    case ir::ExprKind::kDate:
    case ir::ExprKind::kTimestamp:
    case ir::ExprKind::kColumn:
    case ir::ExprKind::kStar:
    case ir::ExprKind::kFunction:
    case ir::ExprKind::kCall:
    case ir::ExprKind::kNegate:
    case ir::ExprKind::kPlus:
    case ir::ExprKind::kCase:
    case ir::ExprKind::kCast:
    case ir::ExprKind::kParens:
      return false;
  }
  return true;
}

}  // namespace

const Syntax& PostgresSyntax() {
  static const PostgresSyntaxImpl syntax;
  return syntax;
}

void PrintType(SqlWriter& out, const ir::Type& type) { emit::PrintType(out, type, PostgresSyntax(), {}, {}); }

void PrintDefault(SqlWriter& out, const ir::Expr& value) {
  if (NeedsParens(value, out.dialect())) return PrintInParens(out, value, PostgresSyntax());
  PrintExpr(out, value, PostgresSyntax());
}

}  // namespace migc::emit::postgres
