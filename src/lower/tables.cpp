#include "lower/tables.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "lower/columns.h"
#include "lower/constraints.h"
#include "lower/dialects.h"
#include "lower/exprs.h"
#include "lower/names.h"
#include "lower/text.h"
#include "migc/base/overloaded.h"

namespace migc::lower {
namespace {

std::optional<std::uint32_t> LowerLength(Context& context, const ast::IndexKey& key) {
  constexpr std::uint32_t kMost = 65535;  // InnoDB takes 3072 bytes; nothing takes as many
  if (!key.length) return std::nullopt;
  std::uint32_t length = 0;
  const std::string& text = *key.length;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error == std::errc() && end == text.data() + text.size() && length >= 1 && length <= kMost) return length;
  context.Report(diag::Make(diag::Kind::kIndexLength, key.span, text, kMost).WithHelp("write the number of characters to index"));
  return std::nullopt;
}

ir::SortOrder LowerOrder(ast::SortOrder order) {
  switch (order) {
    case ast::SortOrder::kUnspecified:
      return ir::SortOrder::kUnspecified;
    case ast::SortOrder::kAscending:
      return ir::SortOrder::kAscending;
    case ast::SortOrder::kDescending:
      return ir::SortOrder::kDescending;
  }
  return ir::SortOrder::kUnspecified;
}

ir::NullsOrder LowerNulls(ast::NullsOrder nulls) {
  switch (nulls) {
    case ast::NullsOrder::kUnspecified:
      return ir::NullsOrder::kUnspecified;
    case ast::NullsOrder::kFirst:
      return ir::NullsOrder::kFirst;
    case ast::NullsOrder::kLast:
      return ir::NullsOrder::kLast;
  }
  return ir::NullsOrder::kUnspecified;
}

// A word is a column, whatever else it could mean in an expression.
ir::Expr LowerKeyExpr(Context& context, const ast::IndexKey& key) {
  const bool is_word = !key.parenthesised && key.expr.kind == ast::ExprKind::kName && key.expr.name.parts.size() == 1;
  if (!is_word) return LowerEnclosed(context, key.expr);
  ir::Expr column;
  column.kind = ir::ExprKind::kColumn;
  column.text = LowerIdent(context, key.expr.name.parts[0]).text;
  column.origin = key.expr.span;
  return column;
}

ir::IndexKey LowerKey(Context& context, const ast::IndexKey& key) {
  ir::IndexKey out;
  out.expr = LowerKeyExpr(context, key);
  out.order = LowerOrder(key.order);
  out.nulls = LowerNulls(key.nulls);
  out.opclass = LowerString(context, key.opclass);
  out.collation = LowerString(context, key.collation);
  out.length = LowerLength(context, key);
  return out;
}

void ReportModelOnly(Context& context, const ast::Ident& renamed_from, std::string_view what) {
  if (context.in_model) return;
  context.Report(diag::Make(diag::Kind::kModelOnly, renamed_from.span).WithHelp("write `rename " + std::string(what) + " a to b`"));
}

class TableLowerer {
 public:
  explicit TableLowerer(Context& context) : context_(context) {}

  ir::CreateTable Lower(const ast::CreateTable& written) {
    table_.name = LowerName(context_, written.name, "a table has");
    table_.origin = written.name.span;
    for (const ast::TableItem& item : written.items) {
      std::visit(base::Overloaded{
                     [&](const ast::Column& column) { AddColumn(column); },
                     [&](const ast::Constraint& constraint) { explicit_.push_back(LowerConstraint(context_, constraint)); },
                     [&](const ast::Index& index) { table_.indexes.push_back(LowerIndex(context_, index)); },
                 },
                 item);
    }
    std::move(explicit_.begin(), explicit_.end(), std::back_inserter(table_.constraints));
    table_.comment = LowerString(context_, written.comment);
    table_.options = LowerWith(context_, written.options);
    if (written.renamed_from) {
      table_.renamed_from = LowerIdent(context_, *written.renamed_from);
      ReportModelOnly(context_, *written.renamed_from, "table");
    }
    Check();
    return {std::move(table_), written.if_not_exists};
  }

 private:
  void AddColumn(const ast::Column& written) {
    LoweredColumn lowered = LowerColumn(context_, written);
    if (lowered.null) nulls_.emplace(lowered.column.name.text, *lowered.null);
    std::move(lowered.constraints.begin(), lowered.constraints.end(), std::back_inserter(table_.constraints));
    table_.columns.push_back(std::move(lowered.column));
  }

  void Check() {
    if (table_.columns.empty()) {
      context_.Report(diag::Make(diag::Kind::kEmptyTable, table_.origin.span, table_.name.Text()).WithHelp("add a column"));
    }
    std::vector<ir::Identifier> names;
    for (const ir::Column& column : table_.columns) names.push_back(column.name);
    CheckDistinct(context_, names);
    const ir::Constraint* key = nullptr;
    for (const ir::Constraint& constraint : table_.constraints) {
      CheckNotValid(constraint);
      if (!std::holds_alternative<ir::PrimaryKey>(constraint.body)) continue;
      if (key == nullptr) {
        key = &constraint;
      } else {
        ReportSecondKey(*key, constraint);
      }
    }
    if (key != nullptr) MarkNotNull(*key);
  }

  void ReportSecondKey(const ir::Constraint& first, const ir::Constraint& second) {
    context_.Report(diag::Make(diag::Kind::kTwoPrimaryKeys, second.origin.span, table_.name.Text())
                        .WithNote(first.origin.span, "the first one is here")
                        .WithHelp("write `primary key (a, b)` for a key of several columns, or `unique` for another key"));
  }

  void CheckNotValid(const ir::Constraint& constraint) {
    if (!constraint.not_valid) return;
    context_.Report(diag::Make(diag::Kind::kNotValidOnNewTable, constraint.origin.span).WithHelp("leave `not valid` out"));
  }

  void MarkNotNull(const ir::Constraint& key) {
    for (const ir::Identifier& name : std::get<ir::PrimaryKey>(key.body).columns) {
      const auto is_named = [&](const ir::Column& column) { return column.name.text == name.text; };
      const auto column = std::find_if(table_.columns.begin(), table_.columns.end(), is_named);
      if (column == table_.columns.end()) continue;
      // An attribute `primary key` beside `null` has been reported with the column.
      const auto null = nulls_.find(name.text);
      if (null != nulls_.end() && !column->not_null) {
        context_.Report(diag::Make(diag::Kind::kContradiction, null->second, "`null`", "`primary key`")
                            .WithNote(key.origin.span, "the primary key is here")
                            .WithHelp("leave `null` out"));
      }
      column->not_null = true;
    }
  }

  Context& context_;
  ir::Table table_;
  std::vector<ir::Constraint> explicit_;
  std::map<std::string, source::Span> nulls_;
};

}  // namespace

std::vector<std::string> LowerWith(Context& context, const std::vector<ast::WithOption>& options) {
  const Alternatives alternatives = AlternativesOf(options);
  CheckDialects(context, alternatives);
  const std::optional<std::size_t> chosen = Choose(context.options.lineage, alternatives);
  if (!chosen) return {};
  return {LowerString(context, options[*chosen].text)};
}

ir::Index LowerIndex(Context& context, const ast::Index& written) {
  ir::Index index;
  index.name = LowerIdent(context, written.name);
  index.unique = written.unique;
  index.method = LowerIdent(context, written.method).text;
  for (const ast::IndexKey& key : written.keys) index.keys.push_back(LowerKey(context, key));
  index.include = LowerColumnList(context, written.include);
  index.where = LowerEnclosed(context, written.where);
  index.nulls_not_distinct = written.nulls_not_distinct;
  index.options = LowerWith(context, written.options);
  index.origin = written.span;
  if (written.renamed_from) {
    index.renamed_from = LowerIdent(context, *written.renamed_from);
    ReportModelOnly(context, *written.renamed_from, "index");
  }
  return index;
}

ir::CreateTable LowerCreateTable(Context& context, const ast::CreateTable& create) { return TableLowerer(context).Lower(create); }

}  // namespace migc::lower
