// alter table: what a column is: its type, default, nulls, comment, identity, character set and collation.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/alteration.h"
#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/types.h"

namespace migc::catalog {
namespace {

const ir::Origin& MadeAt(const ir::Column& column) { return column.name.origin.known ? column.name.origin : column.origin; }

void Report(Alteration& alteration, const ir::Column& column, diag::Diagnostic diagnostic) {
  alteration.application().Report(
      WithOrigin(std::move(diagnostic), MadeAt(column), fmt::format("column \"{}\" is made here", column.name.text)));
}

// The type after a conversion that the database does not do by itself needs one written in the other direction too.
std::optional<ir::Expr> CastBack(const Catalog& catalog, const ir::Column& column, const ir::Type& to) {
  if (SameFamily(catalog, column.type, to) && column.type.native.empty() && to.native.empty()) return std::nullopt;
  ir::Expr name;
  name.kind = ir::ExprKind::kColumn;
  name.text = column.name.text;
  ir::Expr cast;
  cast.kind = ir::ExprKind::kCast;
  cast.operands = {std::move(name)};
  cast.types = {column.type};
  return cast;
}

void CheckKeyTypes(Alteration& alteration, const ir::Column& column) {
  const std::optional<source::Span> where = alteration.Where({});
  bool later = false;
  for (diag::Diagnostic& problem :
       KeyTypeProblems(alteration.catalog(), alteration.key(), alteration.table(), column.name.text, where)) {
    if (problem.severity() == diag::Severity::kError) {
      alteration.application().Report(std::move(problem));
    } else {
      later = true;  // the other side may follow in the same revision
    }
  }
  if (later) alteration.application().CheckLater({alteration.key(), column.name.text, where});
}

bool IsInPrimaryKey(Alteration& alteration, const ir::Column& column) {
  const ir::Constraint* key = ir::FindPrimaryKey(alteration.table());
  return key != nullptr && Contains(alteration.catalog(), std::get<ir::PrimaryKey>(key->body).columns, column.name.text);
}

// No default can be given to, or taken from, a column that makes its own values.
bool TakesDefault(Alteration& alteration, const ir::Column& column) {
  if (column.identity) {
    Report(alteration, column, diag::Make(diag::Kind::kDefaultAndIdentity, alteration.Where({}), column.name.text));
  } else if (column.generated) {
    Report(alteration, column, diag::Make(diag::Kind::kGeneratedAnd, alteration.Where({}), column.name.text, "a default"));
  }
  return !column.identity && !column.generated;
}

template <class T>
void SetText(Alteration& alteration, ir::Identifier& name, std::optional<std::string> ir::Column::*member,
             const std::optional<std::string>& value, T former) {
  const ir::Column* column = alteration.Find(name);
  if (column == nullptr || column->*member == value) return;
  former(column->*member);
  alteration.ChangeColumn(name, [&](ir::Column& changed) { changed.*member = value; });
}

}  // namespace

void Apply(Alteration& alteration, ir::SetType& set) {
  Application& application = alteration.application();
  CheckType(application, set.type);
  if (set.using_expr) LookUpColumns(application, alteration.table(), *set.using_expr);
  const ir::Column* found = alteration.Find(set.column);
  if (found == nullptr || application.refused()) return;
  const ir::Column column = *found;
  if (column.generated && set.using_expr) {
    return Report(alteration, column, diag::Make(diag::Kind::kUsingOnGenerated, alteration.Where({}), column.name.text));
  }
  if (column.type == set.type) return;
  ir::Column changed = column;
  changed.type = set.type;
  if (changed.identity) CheckIdentity(application, changed, alteration.origin);
  if (changed.default_value) CheckEnumLiteral(application, changed, *changed.default_value);
  alteration.ChangeColumn(set.column, [&](ir::Column& one) { one.type = set.type; });
  CheckKeyTypes(alteration, changed);
  if (Narrows(column.type, set.type)) application.LosesData();
  alteration.Undo(
      ir::SetType{set.column, column.type, column.generated ? std::nullopt : CastBack(alteration.catalog(), column, set.type)});
}

void Apply(Alteration& alteration, ir::SetDefault& set) {
  const ir::Column* found = alteration.Find(set.column);
  if (found == nullptr || !TakesDefault(alteration, *found)) return;
  const std::optional<ir::Expr> former = found->default_value;
  CheckEnumLiteral(alteration.application(), *found, set.value);
  if (former == set.value) return;
  alteration.ChangeColumn(set.column, [&](ir::Column& column) { column.default_value = set.value; });
  if (former) {
    alteration.Undo(ir::SetDefault{set.column, *former});
  } else {
    alteration.Undo(ir::DropDefault{set.column});
  }
}

void Apply(Alteration& alteration, ir::DropDefault& drop) {
  const ir::Column* found = alteration.Find(drop.column);
  if (found == nullptr || !TakesDefault(alteration, *found) || !found->default_value) return;
  const ir::Expr former = *found->default_value;
  alteration.ChangeColumn(drop.column, [](ir::Column& column) { column.default_value.reset(); });
  alteration.Undo(ir::SetDefault{drop.column, former});
}

void Apply(Alteration& alteration, ir::SetNotNull& set) {
  if (set.fill) LookUpColumns(alteration.application(), alteration.table(), *set.fill);
  const ir::Column* found = alteration.Find(set.column);
  if (found == nullptr) return;
  if (set.fill) CheckEnumLiteral(alteration.application(), *found, *set.fill);
  if (found->not_null) return;
  alteration.ChangeColumn(set.column, [](ir::Column& column) { column.not_null = true; });
  alteration.Undo(ir::DropNotNull{set.column});
}

void Apply(Alteration& alteration, ir::DropNotNull& drop) {
  const ir::Column* found = alteration.Find(drop.column);
  if (found == nullptr || !found->not_null) return;
  if (IsInPrimaryKey(alteration, *found) || found->identity) {
    return Report(alteration, *found,
                  diag::Make(diag::Kind::kMustBeNotNull, alteration.Where({}), found->name.text,
                             found->identity ? "an identity column" : "part of the primary key"));
  }
  alteration.ChangeColumn(drop.column, [](ir::Column& column) { column.not_null = false; });
  alteration.Undo(ir::SetNotNull{drop.column, std::nullopt});
}

void Apply(Alteration& alteration, ir::SetColumnComment& set) {
  SetText(alteration, set.column, &ir::Column::comment, set.comment, [&](const auto& former) {
    alteration.Undo(ir::SetColumnComment{set.column, former});
  });
}

void Apply(Alteration& alteration, ir::SetCharacterSet& set) {
  SetText(alteration, set.column, &ir::Column::character_set, set.name, [&](const auto& former) {
    alteration.Undo(ir::SetCharacterSet{set.column, former});
  });
}

void Apply(Alteration& alteration, ir::SetCollation& set) {
  SetText(alteration, set.column, &ir::Column::collation, set.name, [&](const auto& former) {
    alteration.Undo(ir::SetCollation{set.column, former});
  });
}

void Apply(Alteration& alteration, ir::AddIdentity& add) {
  const ir::Column* found = alteration.Find(add.column);
  if (found == nullptr) return;
  if (found->identity) {
    return Report(alteration, *found, diag::Make(diag::Kind::kIdentityThere, alteration.Where({}), found->name.text));
  }
  const bool was_not_null = found->not_null;
  ir::Table table = alteration.table();
  ir::Column& column = *FindPart(alteration.catalog(), table.columns, add.column.text);
  column.identity = add.identity;
  column.not_null = true;
  CheckIdentity(alteration.application(), column, alteration.origin);
  CheckOneIdentity(alteration.application(), table, alteration.origin);
  if (alteration.application().refused()) return;
  alteration.Replace(std::move(table));
  if (!was_not_null) {
    alteration.before.push_back({ir::SetNotNull{add.column, std::nullopt}, alteration.origin});
    alteration.Undo(ir::DropNotNull{add.column});
  }
  alteration.Undo(ir::DropIdentity{add.column});
}

void Apply(Alteration& alteration, ir::DropIdentity& drop) {
  const ir::Column* found = alteration.Find(drop.column);
  if (found == nullptr) return;
  if (!found->identity) {
    return Report(alteration, *found, diag::Make(diag::Kind::kNoIdentity, alteration.Where({}), found->name.text));
  }
  const ir::Identity former = *found->identity;
  alteration.ChangeColumn(drop.column, [](ir::Column& column) { column.identity.reset(); });
  alteration.Undo(ir::AddIdentity{drop.column, former});
}

void Apply(Alteration& alteration, ir::SetIdentity& set) {
  const ir::Column* found = alteration.Find(set.column);
  if (found == nullptr) return;
  if (!found->identity) {
    return Report(alteration, *found, diag::Make(diag::Kind::kNoIdentity, alteration.Where({}), found->name.text));
  }
  const ir::Identity former = *found->identity;
  ir::Identity changed = former;
  if (set.always) changed.always = *set.always;
  changed.options = Merge(former.options, set.options);
  if (changed == former) return;
  alteration.ChangeColumn(set.column, [&](ir::Column& column) { column.identity = changed; });
  const std::optional<bool> always = changed.always == former.always ? std::nullopt : std::optional(former.always);
  alteration.Undo(ir::SetIdentity{set.column, always, ChangeBack(former.options, set.options)});
}

}  // namespace migc::catalog
