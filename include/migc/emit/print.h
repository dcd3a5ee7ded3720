// Print: the SQL that most dialects share (expressions, types, constraints, data statements), and the questions it asks of each.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/emit/sql_writer.h"
#include "migc/emit/statement.h"
#include "migc/ir/operation.h"

namespace migc::emit {

using Enums = std::map<catalog::ObjectKey, catalog::ObjectPtr>;

// How a dialect spells what the standard printing leaves open. One object per emit folder, without state.
class Syntax {
 public:
  virtual ~Syntax() = default;
  // true, false
  virtual void PrintBoolean(SqlWriter& out, bool value) const = 0;
  // 'text'; the default is the plain literal.
  virtual void PrintString(SqlWriter& out, const std::string& text) const;
  virtual void PrintBytes(SqlWriter& out, const std::string& hex) const = 0;
  virtual void PrintDate(SqlWriter& out, const std::string& iso) const = 0;
  virtual void PrintTimestamp(SqlWriter& out, const std::string& iso) const = 0;
  // now(), uuid(), length(…): operands are printed with PrintExpr.
  virtual void PrintFunction(SqlWriter& out, const ir::Expr& call) const = 0;
  // a || b, a % b and whatever else is not the same everywhere; the default prints the operator between its operands.
  virtual void PrintBinary(SqlWriter& out, const ir::Expr& binary) const;
  // CAST(x AS t)
  virtual void PrintCast(SqlWriter& out, const ir::Expr& cast) const;
  // An enum's column type: its name, ENUM(…), or VARCHAR(n). `definition` is null when raw SQL made the enum.
  virtual void PrintEnumType(SqlWriter& out, const ir::Type& type, const catalog::Enum* definition) const = 0;
};

// Parentheses are kept where the author wrote them and added where precedence needs them, on any dialect (so between `||` and
// `+`, which they rank differently).
void PrintExpr(SqlWriter& out, const ir::Expr& expr, const Syntax& syntax);
// `(expr)`, with one pair of parentheses even when the author wrote one too.
void PrintInParens(SqlWriter& out, const ir::Expr& expr, const Syntax& syntax);
// `(expr)`, or the expression alone when it is a name, a literal, a call or has parentheses already: an operand of anything.
void PrintOperand(SqlWriter& out, const ir::Expr& expr, const Syntax& syntax);
// `name(a, b)`: for PrintFunction. The name is printed as it is.
void PrintCall(SqlWriter& out, std::string_view name, const std::vector<ir::Expr>& operands, const Syntax& syntax);

// From the dialect's facts: spelling, length, array brackets; native text verbatim.
void PrintType(SqlWriter& out, const ir::Type& type, const Syntax& syntax, const Enums& enums, const catalog::Rules& rules);

// "(a, b)"
void PrintColumnList(SqlWriter& out, const std::vector<ir::Identifier>& columns);
// `CONSTRAINT n CHECK (…)` and the like, with deferrability and NOT VALID where they were asked for.
void PrintConstraint(SqlWriter& out, const ir::Constraint& constraint, const Syntax& syntax);
// `REFERENCES t (c) ON DELETE …`
void PrintReferences(SqlWriter& out, const ir::ForeignKey& key);
// `START WITH 100 INCREMENT BY 10 …`
void PrintSequenceOptions(SqlWriter& out, const ir::SequenceOptions& options);
// INSERT … VALUES, one row a line, at most `rows_per_statement` rows each; or INSERT … SELECT.
std::vector<std::string> PrintInsert(const ir::Insert& insert, const dialect::Dialect& dialect, const Syntax& syntax,
                                     std::size_t rows_per_statement);
void PrintUpdate(SqlWriter& out, const ir::Update& update, const Syntax& syntax);
void PrintDelete(SqlWriter& out, const ir::Delete& statement, const Syntax& syntax);

// Raw SQL, split into its statements by the dialect's own lexical rules (strings, quoted names, comments, dollar quotes where it
// has them). A last `;` is dropped; empty statements too.
std::vector<std::string> SplitSql(std::string_view sql, const dialect::Dialect& dialect);
// As SplitSql, but says which of them hold a `;` of their own (StatementKind::kBody); see also emit/sql_text.h.
std::vector<Statement> SplitSqlStatements(std::string_view sql, const dialect::Dialect& dialect);

// The support check that follows from the facts alone. Backends add what is theirs.
// Refused without the capability: schemas, extensions, sequences, grants, materialized views, functions and procedures, IF [NOT]
// EXISTS where it is written, CASCADE, exclusion constraints, DEFERRABLE, MATCH FULL, ON UPDATE, NULLS NOT DISTINCT, stored and
// virtual columns, collations, partial and expression indexes, index methods other than btree, operator classes, prefix lengths of
// unique indexes, arrays; and types that the dialect does not spell, or not in that length.
// Not followed, with a warning: a column's position and character set, `online`, INCLUDE, NULLS FIRST | LAST of index keys, prefix
// lengths, NOT VALID.
// Left to the backend, which has a rewrite: native enums, comments, every change of a column or constraint, identity, renames,
// timeouts, uuid().
// Raw SQL is checked too: nothing unfinished, and inside a statement nothing that would end it.
void CheckCapabilities(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit
