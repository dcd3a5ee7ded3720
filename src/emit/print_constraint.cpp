#include <type_traits>

#include "migc/base/check.h"
#include "migc/emit/print.h"

namespace migc::emit {
namespace {

void PrintAction(SqlWriter& out, std::string_view event, ir::ReferenceAction action) {
  std::string_view words;
  switch (action) {
    case ir::ReferenceAction::kNone:
      return;
    case ir::ReferenceAction::kNoAction:
      words = "NO ACTION";
      break;
    case ir::ReferenceAction::kRestrict:
      words = "RESTRICT";
      break;
    case ir::ReferenceAction::kCascade:
      words = "CASCADE";
      break;
    case ir::ReferenceAction::kSetNull:
      words = "SET NULL";
      break;
    case ir::ReferenceAction::kSetDefault:
      words = "SET DEFAULT";
      break;
  }
  out.Keyword(event).Keyword(words);
}

void PrintExclude(SqlWriter& out, const ir::Exclude& exclude, const Syntax& syntax) {
  out.Keyword("EXCLUDE");
  if (!exclude.method.empty()) out.Keyword("USING").Name(exclude.method);
  out.Open();
  for (std::size_t i = 0; i < exclude.elements.size(); ++i) {
    const ir::ExcludeElement& element = exclude.elements[i];
    if (i > 0) out.Comma();
    if (element.expr.kind == ir::ExprKind::kColumn || element.expr.kind == ir::ExprKind::kCall) {
      PrintExpr(out, element.expr, syntax);
    } else {
      PrintInParens(out, element.expr, syntax);
    }
    out.Keyword("WITH").Raw(element.op);
  }
  out.Close();
  if (exclude.where) {
    out.Keyword("WHERE");
    PrintInParens(out, *exclude.where, syntax);
  }
}

class BodyPrinter {
 public:
  BodyPrinter(SqlWriter& out, const Syntax& syntax) : out_(out), syntax_(syntax) {}

  void operator()(const ir::PrimaryKey& key) const {
    out_.Keyword("PRIMARY KEY");
    PrintColumnList(out_, key.columns);
  }
  void operator()(const ir::Unique& unique) const {
    out_.Keyword("UNIQUE");
    if (unique.nulls_not_distinct) out_.Keyword("NULLS NOT DISTINCT");
    PrintColumnList(out_, unique.columns);
  }
  void operator()(const ir::Check& check) const {
    out_.Keyword("CHECK");
    PrintInParens(out_, check.expr, syntax_);
  }
  void operator()(const ir::ForeignKey& key) const {
    out_.Keyword("FOREIGN KEY");
    PrintColumnList(out_, key.columns);
    PrintReferences(out_, key);
  }
  void operator()(const ir::Exclude& exclude) const { PrintExclude(out_, exclude, syntax_); }

 private:
  SqlWriter& out_;
  const Syntax& syntax_;
};

}  // namespace

void PrintColumnList(SqlWriter& out, const std::vector<ir::Identifier>& columns) {
  out.Open();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out.Comma();
    out.Name(columns[i].text);
  }
  out.Close();
}

void PrintReferences(SqlWriter& out, const ir::ForeignKey& key) {
  out.Keyword("REFERENCES").Name(key.table);
  if (!key.referred_columns.empty()) PrintColumnList(out, key.referred_columns);
  if (key.match_full) out.Keyword("MATCH FULL");
  PrintAction(out, "ON DELETE", key.on_delete);
  PrintAction(out, "ON UPDATE", key.on_update);
  if (key.deferrable) out.Keyword(*key.deferrable ? "DEFERRABLE" : "NOT DEFERRABLE");
  if (key.initially_deferred) out.Keyword(*key.initially_deferred ? "INITIALLY DEFERRED" : "INITIALLY IMMEDIATE");
}

void PrintConstraint(SqlWriter& out, const ir::Constraint& constraint, const Syntax& syntax) {
  if (!constraint.name.empty()) out.Keyword("CONSTRAINT").Name(constraint.name.text);
  std::visit(BodyPrinter(out, syntax), constraint.body);
  if (constraint.not_valid && out.dialect().Has(dialect::Capability::kValidateConstraint)) out.Keyword("NOT VALID");
}

void PrintSequenceOptions(SqlWriter& out, const ir::SequenceOptions& options) {
  const auto number = [&](std::string_view words, const std::optional<std::int64_t>& value) {
    if (value) out.Keyword(words).Number(std::to_string(*value));
  };
  number("START WITH", options.start);
  number("INCREMENT BY", options.increment);
  number("MINVALUE", options.min_value);
  if (options.no_min_value) out.Keyword("NO MINVALUE");
  number("MAXVALUE", options.max_value);
  if (options.no_max_value) out.Keyword("NO MAXVALUE");
  number("CACHE", options.cache);
  if (options.cycle) out.Keyword(*options.cycle ? "CYCLE" : "NO CYCLE");
  number("RESTART WITH", options.restart);
}

}  // namespace migc::emit
