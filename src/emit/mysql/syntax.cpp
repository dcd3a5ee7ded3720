#include "emit/mysql/syntax.h"

#include <algorithm>
#include <array>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mysql {
namespace {

// a || b || c, from left to right.
void Flatten(const ir::Expr& expr, std::vector<ir::Expr>& operands) {
  if (expr.kind == ir::ExprKind::kBinary && expr.op == ir::BinaryOp::kConcat) {
    for (const ir::Expr& operand : expr.operands) Flatten(operand, operands);
  } else {
    operands.push_back(expr);
  }
}

void PrintLength(SqlWriter& out, const ir::Type& type) {
  if (!type.length) return;
  out.CallOpen().Number(std::to_string(*type.length));
  if (type.scale) out.Tight(",").Number(std::to_string(*type.scale));
  out.Close();
}

// What CAST calls a type (manual, "Cast Functions and Operators"); "" where there is no cast to it.
std::string_view CastWord(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::kBoolean:
    case ir::TypeKind::kSmallint:
    case ir::TypeKind::kInteger:
    case ir::TypeKind::kBigint:
      return "SIGNED";
    case ir::TypeKind::kDecimal:
      return "DECIMAL";
    case ir::TypeKind::kBinary:
    case ir::TypeKind::kVarbinary:
    case ir::TypeKind::kBlob:
      return "BINARY";
    case ir::TypeKind::kDate:
      return "DATE";
    case ir::TypeKind::kTime:
      return "TIME";
    case ir::TypeKind::kTimestamp:
      return "DATETIME";
    case ir::TypeKind::kReal:
    case ir::TypeKind::kDouble:
      return "";
    case ir::TypeKind::kChar:
    case ir::TypeKind::kVarchar:
    case ir::TypeKind::kText:
    case ir::TypeKind::kNchar:
    case ir::TypeKind::kNvarchar:
    case ir::TypeKind::kUuid:
    case ir::TypeKind::kInterval:
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
    case ir::TypeKind::kXml:
    case ir::TypeKind::kNamed:
    case ir::TypeKind::kNative:
      return "CHAR";
  }
  return "CHAR";
}

class SyntaxOfMysql final : public Syntax {
 public:
  void PrintBoolean(SqlWriter& out, bool value) const override { out.Keyword(value ? "TRUE" : "FALSE"); }
  void PrintBytes(SqlWriter& out, const std::string& hex) const override { out.Words("x'" + hex + "'"); }
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.Keyword("DATE").String(iso); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override { out.Keyword("TIMESTAMP").String(iso); }

  void PrintFunction(SqlWriter& out, const ir::Expr& call) const override {
    switch (call.function) {
      case ir::Function::kNow:
      case ir::Function::kCurrentTimestamp:
        out.Keyword("CURRENT_TIMESTAMP");
        return;
      case ir::Function::kCurrentDate:
        out.Keyword("CURRENT_DATE");
        return;
      case ir::Function::kUuid:
        return PrintCall(out, "UUID", {}, *this);
      case ir::Function::kLength:
        // LENGTH counts bytes.
        return PrintCall(out, "CHAR_LENGTH", call.operands, *this);
      case ir::Function::kLower:
      case ir::Function::kUpper:
      case ir::Function::kCoalesce:
      case ir::Function::kSubstring:
        return PrintCall(out, base::UpperAscii(ir::NameOf(call.function)), call.operands, *this);
    }
  }

  // || is OR unless sql_mode says otherwise.
  void PrintBinary(SqlWriter& out, const ir::Expr& binary) const override {
    if (binary.op != ir::BinaryOp::kConcat) return Syntax::PrintBinary(out, binary);
    std::vector<ir::Expr> operands;
    Flatten(binary, operands);
    PrintCall(out, "CONCAT", operands, *this);
  }

  void PrintCast(SqlWriter& out, const ir::Expr& cast) const override {
    const ir::Type& type = cast.types.front();
    const std::string_view word = type.native.empty() ? CastWord(type.kind) : std::string_view();
    if (word.empty() && type.native.empty()) {
      // CAST AS DOUBLE is there since 8.0.17; this is one in every version.
      out.Open();
      PrintOperand(out, cast.operands.front(), *this);
      out.Keyword("+").Number("0e0").Close();
      return;
    }
    out.Keyword("CAST").CallOpen();
    PrintExpr(out, cast.operands.front(), *this);
    out.Keyword("AS");
    if (!type.native.empty()) {
      out.Raw(type.native);
    } else {
      out.Words(word);
      if (type.kind == ir::TypeKind::kUuid) {
        out.CallOpen().Number("36").Close();
      } else if (word != "SIGNED" && word != "DATE") {
        PrintLength(out, type);
      }
    }
    out.Close();
  }

  void PrintEnumType(SqlWriter& out, const ir::Type&, const catalog::Enum* definition) const override {
    // Only raw SQL knows its values.
    if (definition == nullptr) {
      out.Keyword("VARCHAR").CallOpen().Number("255").Close();
      return;
    }
    out.Keyword("ENUM").CallOpen();
    for (std::size_t i = 0; i < definition->values.size(); ++i) {
      if (i > 0) out.Comma();
      out.String(definition->values[i]);
    }
    out.Close();
  }
};

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsPlainTime(const ir::Type& type) {
  const std::string word = NativeWord(type);
  return word.empty() ? type.kind == ir::TypeKind::kTimestamp : word == "DATETIME" || word == "TIMESTAMP";
}

// The fraction digits of the column: those of its default must be the same ("Invalid default value" else).
std::string FractionDigits(const ir::Type& type) {
  if (type.native.empty()) return type.length ? std::to_string(*type.length) : "";
  const std::size_t open = type.native.find('(');
  const std::size_t close = type.native.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return "";
  return type.native.substr(open + 1, close - open - 1);
}

const ir::Expr& Inside(const ir::Expr& value) {
  return value.kind == ir::ExprKind::kParens ? Inside(value.operands.front()) : value;
}

// The author's own default: what stands bare in every version, or has parentheses already.
bool RawStandsBare(const std::string& sql, const dialect::Dialect& dialect) {
  std::vector<Token> tokens = Tokenize(sql, dialect.lexical).tokens;
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::kComment; });
  if (tokens.empty()) return true;
  const std::string first = base::UpperAscii(std::string_view(sql).substr(tokens[0].begin, tokens[0].end - tokens[0].begin));
  if (IsOneOf(first, {"CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP"})) return true;
  const bool literal =
      tokens[0].kind == TokenKind::kString || (first[0] >= '0' && first[0] <= '9') || IsOneOf(first, {"NULL", "TRUE", "FALSE"});
  if (tokens.size() == 1) return literal;
  return (tokens.size() == 2 && first == "-") || first == "(";
}

}  // namespace

const Syntax& MysqlSyntax() {
  static const SyntaxOfMysql syntax;
  return syntax;
}

catalog::Rules RulesOf(const dialect::Dialect& dialect) {
  catalog::Rules rules;
  rules.case_insensitive_names = dialect.case_rule == dialect::CaseRule::kInsensitive;
  rules.default_schema = dialect.default_schema;
  return rules;
}

std::string NativeWord(const ir::Type& type) {
  std::size_t end = 0;
  while (end < type.native.size() &&
         ((type.native[end] >= 'a' && type.native[end] <= 'z') || (type.native[end] >= 'A' && type.native[end] <= 'Z'))) {
    ++end;
  }
  return base::UpperAscii(std::string_view(type.native).substr(0, end));
}

bool NeedsKeyLength(const ir::Type& type) {
  const std::string word = NativeWord(type);
  if (!word.empty()) return word.ends_with("TEXT") || word.ends_with("BLOB") || word == "LONG";
  const bool no_length = !type.length && (type.kind == ir::TypeKind::kVarchar || type.kind == ir::TypeKind::kNvarchar ||
                                          type.kind == ir::TypeKind::kVarbinary);
  return no_length || type.kind == ir::TypeKind::kText || type.kind == ir::TypeKind::kBlob;
}

bool IsLong(const ir::Type& type) {
  if (NeedsKeyLength(type)) return true;
  const std::string word = NativeWord(type);
  if (word.empty()) return type.kind == ir::TypeKind::kJson || type.kind == ir::TypeKind::kJsonb;
  return IsOneOf(word, {"JSON", "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
                        "GEOMETRYCOLLECTION"});
}

bool IsTimestamp(const ir::Type& type) {
  const std::string word = NativeWord(type);
  return word.empty() ? type.kind == ir::TypeKind::kTimestamp && type.with_time_zone : word == "TIMESTAMP";
}

bool IsLiteral(const ir::Expr& value) {
  switch (value.kind) {
    case ir::ExprKind::kNull:
    case ir::ExprKind::kTrue:
    case ir::ExprKind::kFalse:
    case ir::ExprKind::kNumber:
    case ir::ExprKind::kString:
    case ir::ExprKind::kBytes:
    case ir::ExprKind::kDate:
    case ir::ExprKind::kTimestamp:
      return true;
    case ir::ExprKind::kNegate:
    case ir::ExprKind::kPlus:
      return value.operands.front().kind == ir::ExprKind::kNumber;
    case ir::ExprKind::kParens:
      return IsLiteral(value.operands.front());
    case ir::ExprKind::kColumn:
    case ir::ExprKind::kStar:
    case ir::ExprKind::kFunction:
    case ir::ExprKind::kCall:
    case ir::ExprKind::kNot:
    case ir::ExprKind::kBinary:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
    case ir::ExprKind::kCase:
    case ir::ExprKind::kCast:
    case ir::ExprKind::kRawSql:
      return false;
  }
  return false;
}

bool IsCurrentTimestamp(const ir::Expr& value, const ir::Type& type) {
  const ir::Expr& inside = Inside(value);
  return inside.kind == ir::ExprKind::kFunction &&
         (inside.function == ir::Function::kNow || inside.function == ir::Function::kCurrentTimestamp) && IsPlainTime(type);
}

void PrintDefault(SqlWriter& out, const ir::Expr& value, const ir::Type& type) {
  if (IsCurrentTimestamp(value, type)) {
    out.Keyword("CURRENT_TIMESTAMP");
    if (const std::string digits = FractionDigits(type); !digits.empty()) out.CallOpen().Number(digits).Close();
    return;
  }
  const ir::Expr& inside = Inside(value);
  const bool null = inside.kind == ir::ExprKind::kNull;
  if (null || (IsLiteral(inside) && !IsLong(type))) return PrintExpr(out, inside, MysqlSyntax());
  if (inside.kind == ir::ExprKind::kRawSql && RawStandsBare(inside.text, out.dialect()))
    return PrintExpr(out, inside, MysqlSyntax());
  PrintInParens(out, value, MysqlSyntax());
}

}  // namespace migc::emit::mysql
