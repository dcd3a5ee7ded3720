#include "lower/columns.h"

#include <array>
#include <utility>

#include "lower/constraints.h"
#include "lower/exprs.h"
#include "lower/names.h"
#include "lower/sequences.h"
#include "lower/text.h"
#include "lower/types.h"

namespace migc::lower {
namespace {

using ast::AttributeKind;

std::string_view NameOf(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::kNotNull:
      return "`not null`";
    case AttributeKind::kNull:
      return "`null`";
    case AttributeKind::kPrimaryKey:
      return "`primary key`";
    case AttributeKind::kUnique:
      return "`unique`";
    case AttributeKind::kCheck:
      return "`check`";
    case AttributeKind::kReferences:
      return "`references`";
    case AttributeKind::kDefault:
      return "`default`";
    case AttributeKind::kIdentity:
      return "`identity`";
    case AttributeKind::kGenerated:
      return "`generated`";
    case AttributeKind::kCharacterSet:
      return "`character set`";
    case AttributeKind::kCollate:
      return "`collate`";
    case AttributeKind::kComment:
      return "`comment`";
  }
  return "";
}

constexpr std::pair<AttributeKind, AttributeKind> kContradictions[] = {
    {AttributeKind::kNotNull, AttributeKind::kNull},      {AttributeKind::kPrimaryKey, AttributeKind::kNull},
    {AttributeKind::kIdentity, AttributeKind::kNull},     {AttributeKind::kIdentity, AttributeKind::kDefault},
    {AttributeKind::kGenerated, AttributeKind::kDefault}, {AttributeKind::kGenerated, AttributeKind::kIdentity},
};

class ColumnLowerer {
 public:
  explicit ColumnLowerer(Context& context) : context_(context) {}

  LoweredColumn Lower(const ast::Column& written) {
    column().name = LowerIdent(context_, written.name);
    column().origin = written.span;
    column().type = LowerType(context_, written.type);
    for (const ast::Attribute& attribute : written.attributes) LowerAttribute(attribute);
    CheckTogether();
    LowerRenamedFrom(written);
    out_.null = PlaceOf(AttributeKind::kNull);
    return std::move(out_);
  }

 private:
  ir::Column& column() { return out_.column; }
  std::optional<source::Span>& PlaceOf(AttributeKind kind) { return places_[static_cast<std::size_t>(kind)]; }

  void LowerAttribute(const ast::Attribute& attribute) {
    CheckOnce(attribute);
    CheckName(attribute);
    switch (attribute.kind) {
      case AttributeKind::kNotNull:
        column().not_null = true;
        return;
      case AttributeKind::kNull:
        return;
      case AttributeKind::kPrimaryKey:
        column().not_null = true;
        return AddConstraint(attribute, ir::PrimaryKey{{column().name}}, false);
      case AttributeKind::kUnique:
        return AddConstraint(attribute, ir::Unique{{column().name}, attribute.nulls_not_distinct}, false);
      case AttributeKind::kCheck:
        return AddConstraint(attribute, LowerCheck(context_, *attribute.expr, column().name.text), attribute.not_valid);
      case AttributeKind::kReferences:
        return AddConstraint(attribute, LowerReference(context_, {column().name}, *attribute.reference),
                             attribute.reference->options.not_valid);
      case AttributeKind::kDefault:
        column().default_value = LowerExpr(context_, *attribute.expr);
        return;
      case AttributeKind::kIdentity:
        column().not_null = true;
        column().identity = LowerIdentity(context_, *attribute.identity);
        return;
      case AttributeKind::kGenerated:
        column().generated = {LowerEnclosed(context_, *attribute.expr), LowerStorage(attribute.storage)};
        return;
      case AttributeKind::kCharacterSet:
        column().character_set = LowerString(context_, *attribute.text);
        return;
      case AttributeKind::kCollate:
        column().collation = LowerString(context_, *attribute.text);
        return;
      case AttributeKind::kComment:
        column().comment = LowerString(context_, *attribute.text);
        return;
    }
  }

  template <class Body>
  void AddConstraint(const ast::Attribute& attribute, Body body, bool not_valid) {
    ir::Constraint constraint;
    constraint.name = LowerIdent(context_, attribute.constraint_name);
    constraint.body = std::move(body);
    constraint.not_valid = not_valid;
    constraint.origin = attribute.span;
    out_.constraints.push_back(std::move(constraint));
  }

  static ir::Storage LowerStorage(ast::Storage storage) {
    switch (storage) {
      case ast::Storage::kUnspecified:
        return ir::Storage::kUnspecified;
      case ast::Storage::kStored:
        return ir::Storage::kStored;
      case ast::Storage::kVirtual:
        return ir::Storage::kVirtual;
    }
    return ir::Storage::kUnspecified;
  }

  // A column may have several checks and refer to several tables; everything else it has once.
  void CheckOnce(const ast::Attribute& attribute) {
    std::optional<source::Span>& first = PlaceOf(attribute.kind);
    const bool repeatable = attribute.kind == AttributeKind::kCheck || attribute.kind == AttributeKind::kReferences;
    if (first && !repeatable) {
      context_.Report(diag::Make(diag::Kind::kRepeatedAttribute, attribute.span, NameOf(attribute.kind))
                          .WithNote(*first, "the first one is here")
                          .WithHelp("leave one of them out"));
    }
    if (!first) first = attribute.span;
  }

  void CheckName(const ast::Attribute& attribute) {
    if (!attribute.constraint_name) return;
    const bool makes_constraint = attribute.kind == AttributeKind::kPrimaryKey || attribute.kind == AttributeKind::kUnique ||
                                  attribute.kind == AttributeKind::kCheck || attribute.kind == AttributeKind::kReferences;
    if (makes_constraint) return;
    const source::Span place = attribute.constraint_name->span;
    if (attribute.kind == AttributeKind::kNotNull) {
      LowerIdent(context_, attribute.constraint_name);
      context_.Report(
          diag::Make(diag::Kind::kNotNullNameNotKept, place).WithHelp("write `not null` alone; `drop not null` needs no name"));
    } else {
      context_.Report(diag::Make(diag::Kind::kNameWithoutConstraint, place, NameOf(attribute.kind))
                          .WithHelp("leave `constraint` and the name out"));
    }
  }

  void CheckTogether() {
    for (const auto& [a, b] : kContradictions) {
      if (!PlaceOf(a) || !PlaceOf(b)) continue;
      const bool in_order = *PlaceOf(a) < *PlaceOf(b);
      const AttributeKind first = in_order ? a : b;
      const AttributeKind second = in_order ? b : a;
      context_.Report(diag::Make(diag::Kind::kContradiction, *PlaceOf(second), NameOf(second), NameOf(first))
                          .WithNote(*PlaceOf(first), "it stands here")
                          .WithHelp("leave one of them out"));
    }
  }

  void LowerRenamedFrom(const ast::Column& written) {
    if (!written.renamed_from) return;
    column().renamed_from = LowerIdent(context_, *written.renamed_from);
    if (context_.in_model) return;
    context_.Report(
        diag::Make(diag::Kind::kModelOnly, written.renamed_from->span).WithHelp("write `alter table … rename column a to b`"));
  }

  Context& context_;
  LoweredColumn out_;
  std::array<std::optional<source::Span>, 12> places_;
};

}  // namespace

LoweredColumn LowerColumn(Context& context, const ast::Column& column) { return ColumnLowerer(context).Lower(column); }

}  // namespace migc::lower
