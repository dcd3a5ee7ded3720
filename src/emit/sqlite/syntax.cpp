#include "emit/sqlite/syntax.h"

#include <algorithm>

#include "migc/base/text.h"

namespace migc::emit::sqlite {
namespace {

class SyntaxOfSqlite : public Syntax {
 public:
  // Not TRUE and FALSE: they mean the same, but the planner takes a partial index `WHERE open = TRUE` for another condition than
  // the `open = 1` that applications ask for (sqlite3ExprCompare tells the two tokens apart).
  void PrintBoolean(SqlWriter& out, bool value) const override { out.Number(value ? "1" : "0"); }
  void PrintBytes(SqlWriter& out, const std::string& hex) const override { out.Words("x'" + hex + "'"); }
  void PrintDate(SqlWriter& out, const std::string& iso) const override { out.String(iso); }
  void PrintTimestamp(SqlWriter& out, const std::string& iso) const override { out.String(iso); }

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
        // 32 hexadecimal digits, as CHAR(32) keeps them.
        out.Words("lower(hex(randomblob(16)))");
        return;
      case ir::Function::kLength:
      case ir::Function::kLower:
      case ir::Function::kUpper:
      case ir::Function::kCoalesce:
        PrintCall(out, ir::NameOf(call.function), call.operands);
        return;
      case ir::Function::kSubstring:
        PrintCall(out, "substr", call.operands);  // `substring` is only there since 3.34, and not in every build
        return;
    }
  }

  void PrintEnumType(SqlWriter& out, const ir::Type&, const catalog::Enum* definition) const override {
    if (definition == nullptr) {
      out.Keyword("TEXT");
      return;
    }
    std::size_t longest = 1;
    for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
    out.Keyword("VARCHAR").CallOpen().Number(std::to_string(longest)).Close();
  }

 private:
  void PrintCall(SqlWriter& out, std::string_view name, const std::vector<ir::Expr>& operands) const {
    out.Words(name).CallOpen();
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (i > 0) out.Comma();
      PrintExpr(out, operands[i], *this);
    }
    out.Close();
  }
};

}  // namespace

const Syntax& SqliteSyntax() {
  static const SyntaxOfSqlite syntax;
  return syntax;
}

}  // namespace migc::emit::sqlite
