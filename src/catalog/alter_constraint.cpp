// alter table: add, drop, rename and validate constraints, by name or by what they are.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "catalog/alteration.h"
#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"

namespace migc::catalog {
namespace {

std::string List(const std::vector<ir::Identifier>& columns) {
  std::vector<std::string> names;
  for (const ir::Identifier& column : columns) names.push_back(column.text);
  return fmt::format("({})", fmt::join(names, ", "));
}

// Takes the one constraint that fits, or says that none or several do.
template <class Fits>
bool TakeTheOne(Alteration& alteration, ir::AlterAction& action, const std::string& what, const Fits& fits) {
  std::vector<const ir::Constraint*> found;
  for (const ir::Constraint& constraint : alteration.table().constraints) {
    if (fits(constraint)) found.push_back(&constraint);
  }
  if (found.size() == 1) {
    action.body = ir::DropConstraint{ir::Identifier(found.front()->name.text), false, false};
    return true;
  }
  const auto kind = found.empty() ? diag::Kind::kNoSuchShape : diag::Kind::kSeveralOfShape;
  diag::Diagnostic diagnostic = diag::Make(kind, alteration.Where({}), alteration.table().name.Text(), what);
  if (found.empty()) diagnostic = WithTable(std::move(diagnostic), alteration.table());
  for (const ir::Constraint* one : found) {
    diagnostic.notes.push_back({one->origin.known ? std::optional(one->origin.span) : std::nullopt,
                                fmt::format("{} \"{}\" is one of them", ir::KindName(*one), one->name.text)});
  }
  if (found.size() > 1) diagnostic.help = "drop it by its name: `drop constraint …`";
  alteration.application().Report(std::move(diagnostic));
  return false;
}

template <class Key>
bool TakeKey(Alteration& alteration, ir::AlterAction& action, std::string_view kind, const std::vector<ir::Identifier>& columns) {
  return TakeTheOne(alteration, action, fmt::format("{} over {}", kind, List(columns)), [&](const ir::Constraint& constraint) {
    return std::holds_alternative<Key>(constraint.body) && SameColumns(alteration.catalog(), *KeyColumns(constraint), columns);
  });
}

// A name that is no constraint of the table: it may be an index, or known to raw SQL.
void ReportUnknown(Alteration& alteration, const ir::Identifier& name) {
  Application& application = alteration.application();
  const ir::Table& table = alteration.table();
  if (const ir::Index* index = FindPart(alteration.catalog(), table.indexes, name.text)) {
    application.Report(WithOrigin(diag::Make(diag::Kind::kWrongKind, alteration.Where(name.origin),
                                             fmt::format("index \"{}\"", name.text), "constraint"),
                                  index->origin, fmt::format("index \"{}\" is made here", name.text))
                           .WithHelp("an index has statements of its own: `drop index`, `rename index`"));
    return;
  }
  std::vector<std::string> names;
  for (const ir::Constraint& one : table.constraints) names.push_back(one.name.text);
  const Found found = Missing(
      application,
      WithTable(diag::Make(diag::Kind::kUnknownConstraint, alteration.Where(name.origin), table.name.Text(), name.text), table),
      "constraint", name.text, {}, names);
  if (found == Found::kOutside) alteration.GoesOutside("constraint", name.text);
}

// What is left of the table must not leave foreign keys without the key they rest on, unless they go too.
bool LetGo(Alteration& alteration, const ir::Constraint& constraint, bool cascade) {
  ir::Table after = alteration.table();
  std::erase_if(after.constraints, [&](const ir::Constraint& one) { return one.name == constraint.name; });
  const std::vector<Referrer> left = LeftWithoutKey(alteration.catalog(), alteration.key(), after);
  if (!left.empty() && !cascade) {
    alteration.application().Report(
        WithReferrers(diag::Make(diag::Kind::kKeyReferenced, alteration.Where({}),
                                 fmt::format("{} \"{}\"", ir::KindName(constraint), constraint.name.text)),
                      left)
            .WithHelp("drop the foreign keys first, or say `cascade` to drop them with it"));
    return false;
  }
  for (const Referrer& one : left) DropReferrer(alteration.application(), one);
  return true;
}

std::vector<ir::Identifier> NullableColumns(Alteration& alteration, const ir::Constraint& constraint) {
  std::vector<ir::Identifier> nullable;
  const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body);
  if (key == nullptr) return nullable;
  for (const ir::Identifier& name : key->columns) {
    const ir::Column* column = FindColumn(alteration.catalog(), alteration.table(), name.text);
    if (column != nullptr && !column->not_null) nullable.emplace_back(column->name.text);
  }
  return nullable;
}

}  // namespace

bool NameShape(Alteration& alteration, ir::AlterAction& action) {
  // Each shape is copied: the action that holds it is replaced.
  if (std::holds_alternative<ir::DropPrimaryKey>(action.body)) {
    return TakeTheOne(alteration, action, "primary key",
                      [](const ir::Constraint& one) { return std::holds_alternative<ir::PrimaryKey>(one.body); });
  }
  if (const auto* drop = std::get_if<ir::DropUnique>(&action.body)) {
    return TakeKey<ir::Unique>(alteration, action, "unique constraint", std::vector(drop->columns));
  }
  if (const auto* drop = std::get_if<ir::DropForeignKey>(&action.body)) {
    return TakeKey<ir::ForeignKey>(alteration, action, "foreign key", std::vector(drop->columns));
  }
  if (const auto* drop = std::get_if<ir::DropCheck>(&action.body)) {
    ir::Expr expr = drop->expr;
    LookUpColumns(alteration.application(), alteration.table(), expr);
    return TakeTheOne(alteration, action, fmt::format("check ({})", ir::Describe(expr)), [&](const ir::Constraint& one) {
      const auto* check = std::get_if<ir::Check>(&one.body);
      return check != nullptr && SameMeaning(check->expr, expr);
    });
  }
  return true;
}

const ir::Constraint* Alteration::Find(ir::Identifier& constraint, bool if_exists) {
  const ir::Constraint* found = FindPart(catalog(), table().constraints, constraint.text);
  if (found != nullptr) {
    constraint.text = found->name.text;
  } else if (!if_exists) {
    ReportUnknown(*this, constraint);
  }
  return found;
}

void Apply(Alteration& alteration, ir::AddConstraint& add) {
  Application& application = alteration.application();
  ir::Constraint& constraint = add.constraint;
  if (add.if_not_exists && !constraint.name.empty()) {
    const ir::Constraint* there = FindPart(alteration.catalog(), alteration.table().constraints, constraint.name.text);
    if (there != nullptr) {
      if (there->body.index() == constraint.body.index()) return;
      application.Report(WithOrigin(diag::Make(diag::Kind::kExistsDifferently, alteration.Where(constraint.name.origin),
                                               fmt::format("constraint \"{}\"", there->name.text), "its kind"),
                                    there->origin, "it is made here"));
      return;
    }
  }
  const std::vector<ir::Identifier> nullable = NullableColumns(alteration, constraint);
  ir::Table table = alteration.table();
  if (!constraint.origin.known) constraint.origin = alteration.origin;
  CompleteConstraint(application, table, constraint);
  if (application.refused()) return;
  if (!application.rules().forward_references && IsForward(application, table, constraint)) {
    const ir::Name& referred = std::get<ir::ForeignKey>(constraint.body).table;
    application.Defer(
        {alteration.catalog().KeyOf(ObjectKind::kTable, referred), table.name, constraint, application.operation().no_transaction});
    alteration.left_out = true;
    return;
  }
  table.constraints.push_back(constraint);
  alteration.Replace(std::move(table));
  for (const ir::Identifier& column : nullable) alteration.Undo(ir::DropNotNull{column});
  alteration.Undo(ir::DropConstraint{constraint.name, false, false});
}

void Apply(Alteration& alteration, ir::DropConstraint& drop) {
  const ir::Constraint* found = alteration.Find(drop.name, drop.if_exists);
  if (found == nullptr) return;
  const ir::Constraint constraint = *found;
  if (!LetGo(alteration, constraint, drop.cascade)) return;
  ir::Table table = alteration.table();
  std::erase_if(table.constraints, [&](const ir::Constraint& one) { return one.name == constraint.name; });
  alteration.Replace(std::move(table));
  alteration.Undo(ir::AddConstraint{constraint, false});
}

void Apply(Alteration& alteration, ir::RenameConstraint& rename) {
  const ir::Constraint* found = alteration.Find(rename.from, false);
  if (found == nullptr) return;
  CheckNewConstraintName(alteration.application(), alteration.table(), *found, rename.to);
  if (alteration.application().refused()) return;
  ir::Table table = alteration.table();
  FindPart(alteration.catalog(), table.constraints, rename.from.text)->name.text = rename.to.text;
  alteration.Replace(std::move(table));
  alteration.Undo(ir::RenameConstraint{rename.to, rename.from});
}

void Apply(Alteration& alteration, ir::ValidateConstraint& validate) {
  const ir::Constraint* found = alteration.Find(validate.name, false);
  if (found == nullptr) return;
  const ir::Constraint constraint = *found;
  if (!constraint.not_valid) {
    alteration.application().Report(WithOrigin(diag::Make(diag::Kind::kValidAlready, alteration.Where(validate.name.origin),
                                                          ir::KindName(constraint), constraint.name.text),
                                               constraint.origin, "it is made here"));
    return;
  }
  ir::Table table = alteration.table();
  FindPart(alteration.catalog(), table.constraints, constraint.name.text)->not_valid = false;
  alteration.Replace(std::move(table));
  // Nothing makes a valid constraint unchecked again but a new one.
  alteration.Undo(ir::AddConstraint{constraint, false});
  alteration.Undo(ir::DropConstraint{constraint.name, false, false});
}

}  // namespace migc::catalog
