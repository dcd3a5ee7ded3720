#include "emit/mssql/syntax.h"

#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

class MssqlSyntaxImpl final : public Syntax {
 public:
  void PrintBoolean(SqlWriter& out, bool value) const override { out.Number(value ? "1" : "0"); }
  void PrintString(SqlWriter& out, const std::string& text) const override { out.Words(Literal(text)); }
  void PrintBytes(SqlWriter& out, const std::string& hex) const override { out.Words("0x" + hex); }

  // With a style, for without one the conversion is not deterministic, and a persisted column or an index refuses it ("CAST and
  // CONVERT (Transact-SQL)"). 23 is yyyy-mm-dd and 126 is ISO 8601 with a T, whatever SET LANGUAGE and SET DATEFORMAT say.
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.Words("CONVERT(DATE, " + Literal(iso) + ", 23)"); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override {
    std::string text = iso;
    const std::size_t blank = text.find(' ');
    if (blank != std::string::npos) text[blank] = 'T';
    out.Words("CONVERT(DATETIME2, " + Literal(text) + ", 126)");
  }

  void PrintFunction(SqlWriter& out, const ir::Expr& call) const override {
    switch (call.function) {
      // The offset is dropped where a DATETIME2 is wanted; the other way round it would be taken for +00:00.
      case ir::Function::kNow:
      case ir::Function::kCurrentTimestamp:
        out.Words("SYSDATETIMEOFFSET()");
        return;
      case ir::Function::kCurrentDate:
        out.Words("CAST(SYSDATETIME() AS DATE)");
        return;
      case ir::Function::kUuid:
        out.Words("NEWID()");
        return;
      case ir::Function::kLength:
        return PrintCall(out, "LEN", call.operands, *this);
      case ir::Function::kLower:
        return PrintCall(out, "LOWER", call.operands, *this);
      case ir::Function::kUpper:
        return PrintCall(out, "UPPER", call.operands, *this);
      case ir::Function::kCoalesce:
        return PrintCall(out, "COALESCE", call.operands, *this);
      case ir::Function::kSubstring:
        return PrintSubstring(out, call);
    }
  }

  void PrintEnumType(SqlWriter& out, const ir::Type&, const catalog::Enum* definition) const override {
    if (definition == nullptr) {
      out.Words("NVARCHAR(255)");
      return;
    }
    std::size_t longest = 1;
    for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
    out.Words("NVARCHAR").CallOpen().Number(std::to_string(longest)).Close();
  }

 private:
  // The length cannot be left out before 2025; one past the end gives the rest.
  void PrintSubstring(SqlWriter& out, const ir::Expr& call) const {
    std::vector<ir::Expr> operands = call.operands;
    if (operands.size() == 2) {
      ir::Expr rest;
      rest.kind = ir::ExprKind::kNumber;
      rest.text = "2147483647";
      operands.push_back(rest);
    }
    PrintCall(out, "SUBSTRING", operands, *this);
  }
};

bool IsNow(const ir::Expr& expr) {
  return expr.kind == ir::ExprKind::kFunction &&
         (expr.function == ir::Function::kNow || expr.function == ir::Function::kCurrentTimestamp);
}

}  // namespace

const Syntax& MssqlSyntax() {
  static const MssqlSyntaxImpl syntax;
  return syntax;
}

void PrintCondition(SqlWriter& out, const ir::Expr& expr) { PrintExpr(out, AsCondition(expr), MssqlSyntax()); }
void PrintValue(SqlWriter& out, const ir::Expr& expr) { PrintExpr(out, AsValue(expr), MssqlSyntax()); }

void PrintDefaultValue(SqlWriter& out, const ir::Expr& expr, const ir::Type& type) {
  const bool keeps_offset = type.kind != ir::TypeKind::kTimestamp || type.with_time_zone || !type.native.empty();
  if (IsNow(expr) && !keeps_offset) {
    out.Words("SYSDATETIME()");
    return;
  }
  const ir::Expr value = AsValue(expr);
  switch (value.kind) {
    case ir::ExprKind::kBinary:
    case ir::ExprKind::kRawSql:
    case ir::ExprKind::kCase:
      return PrintInParens(out, value, MssqlSyntax());
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
    case ir::ExprKind::kNot:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
    case ir::ExprKind::kCast:
    case ir::ExprKind::kParens:
      return PrintExpr(out, value, MssqlSyntax());
  }
}

void PrintType(SqlWriter& out, const ir::Type& type, const Enums& enums) {
  const bool named = type.kind == ir::TypeKind::kNamed && type.native.empty();
  if (!named) return emit::PrintType(out, type, MssqlSyntax(), {}, {});
  // Names are compared without case here.
  for (const auto& [key, object] : enums) {
    const auto* definition = object == nullptr ? nullptr : std::get_if<catalog::Enum>(object.get());
    if (definition == nullptr || base::LowerAscii(definition->name.name) != base::LowerAscii(type.name.name)) continue;
    return MssqlSyntax().PrintEnumType(out, type, definition);
  }
  MssqlSyntax().PrintEnumType(out, type, nullptr);
}

}  // namespace migc::emit::mssql
