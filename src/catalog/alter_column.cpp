// alter table: add, drop and rename column.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/alteration.h"
#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/operations.h"
#include "catalog/words.h"

namespace migc::catalog {
namespace {

// Where the new column goes; the end when the column to stand after is not there (reported).
std::size_t PlaceFor(Alteration& alteration, ir::AddColumn& add) {
  const auto& columns = alteration.table().columns;
  if (add.first) return 0;
  if (!add.after) return columns.size();
  const ir::Column* before = alteration.Find(*add.after);
  return before == nullptr ? columns.size() : static_cast<std::size_t>(before - columns.data()) + 1;
}

bool IsThereAlready(Alteration& alteration, const ir::AddColumn& add) {
  const ir::Column* there = FindColumn(alteration.catalog(), alteration.table(), add.column.name.text);
  if (there == nullptr) return false;
  const auto where = alteration.Where(add.column.name.origin);
  const ir::Origin& made = there->name.origin.known ? there->name.origin : there->origin;
  const std::string note = fmt::format("column \"{}\" is made here", there->name.text);
  if (add.if_not_exists) {
    if (there->type == add.column.type) return true;
    alteration.application().Report(WithOrigin(
        diag::Make(diag::Kind::kExistsDifferently, where, fmt::format("column \"{}\"", there->name.text), "its type"), made, note));
  } else if (alteration.catalog().WasRefused(there->name.text)) {
    alteration.application().Refuse();
  } else {
    alteration.application().Report(
        WithOrigin(diag::Make(diag::Kind::kColumnExists, where, alteration.table().name.Text(), there->name.text), made, note));
  }
  return true;
}

// Completes the constraints written with the column; those that must wait for another table leave it.
void AddConstraints(Alteration& alteration, ir::AddColumn& add, ir::Table& table) {
  Application& application = alteration.application();
  std::vector<ir::Constraint> kept;
  for (ir::Constraint& constraint : add.constraints) {
    CompleteConstraint(application, table, constraint);
    if (!application.rules().forward_references && IsForward(application, table, constraint)) {
      const ir::Name& referred = std::get<ir::ForeignKey>(constraint.body).table;
      application.Defer({alteration.catalog().KeyOf(ObjectKind::kTable, referred), table.name, constraint,
                         application.operation().no_transaction});
      continue;
    }
    table.constraints.push_back(constraint);
    kept.push_back(std::move(constraint));
  }
  add.constraints = std::move(kept);
}

bool TextsMention(const std::vector<std::string>& texts, const std::string& name) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return Mentions(text, name); });
}

// Also where raw SQL in it has the name as a word.
template <class Part, class ForEach>
bool Uses(const Catalog& catalog, const Part& part, const std::string& column, const ForEach& for_each) {
  bool found = Contains(catalog, ColumnsOf(part), column);
  for_each(part, [&](const ir::Expr& expr) { found = found || TextsMention(RawTextsOf(expr), column); });
  return found;
}
bool Uses(const Catalog& catalog, const ir::Constraint& constraint, const std::string& column) {
  return Uses(catalog, constraint, column, [](const auto& part, const auto& visit) { ForEachConstraintExpr(part, visit); });
}
bool Uses(const Catalog& catalog, const ir::Index& index, const std::string& column) {
  return Uses(catalog, index, column, [](const auto& part, const auto& visit) { ForEachIndexExpr(part, visit); });
}

// Alone on this column, as far as can be seen.
template <class Part>
bool IsOfOneColumn(const Part& part) {
  return ColumnsOf(part).size() <= 1 && !HasRawSql(part);
}

// Generated columns that are made from it stand in the way.
bool CheckGenerated(Alteration& alteration, const ir::Column& column) {
  bool free = true;
  for (const ir::Column& other : alteration.table().columns) {
    if (!other.generated || other.name == column.name) continue;
    const ir::Expr& expr = other.generated->expr;
    if (!Contains(alteration.catalog(), ir::ColumnsOf(expr), column.name.text) && !TextsMention(RawTextsOf(expr), column.name.text))
      continue;
    free = false;
    alteration.application().Report(
        WithOrigin(diag::Make(diag::Kind::kColumnGenerates, alteration.Where({}), column.name.text, other.name.text),
                   other.name.origin.known ? other.name.origin : other.origin,
                   fmt::format("column \"{}\" is made here", other.name.text))
            .WithHelp(fmt::format("drop column {} before it", other.name.text)));
  }
  return free;
}

// Foreign keys that refer to the column, but for those of the table itself that use it as well: they go with it.
std::vector<Referrer> ReferrersOfColumn(Alteration& alteration, const ir::Column& column) {
  std::vector<Referrer> referrers = ReferrersOf(alteration.catalog(), alteration.key(), true);
  std::erase_if(referrers, [&](const Referrer& one) {
    const bool goes_along = one.key == alteration.key() && Contains(alteration.catalog(), one.foreign().columns, column.name.text);
    return goes_along || !Contains(alteration.catalog(), one.foreign().referred_columns, column.name.text);
  });
  return referrers;
}

void WarnGoesAlong(Alteration& alteration, const ir::Column& column, const std::string& what, const ir::Origin& made) {
  alteration.application().Report(
      WithOrigin(diag::Make(diag::Kind::kGoesAlong, alteration.Where({}), column.name.text, what), made, "it is made here"));
}

// Takes the column's own constraints and indexes out of the table; what puts them back is recorded.
void DropWhatUses(Alteration& alteration, ir::Table& table, const ir::Column& column, std::vector<ir::Constraint>& of_one) {
  Application& application = alteration.application();
  const Catalog& catalog = alteration.catalog();
  for (const ir::Index& index : table.indexes) {
    if (!Uses(catalog, index, column.name.text)) continue;
    if (!IsOfOneColumn(index)) WarnGoesAlong(alteration, column, fmt::format("index \"{}\"", index.name.text), index.origin);
    application.Undo(ir::CreateIndex{table.name, index, false, false});
  }
  for (const ir::Constraint& constraint : table.constraints) {
    if (!Uses(catalog, constraint, column.name.text)) continue;
    if (IsOfOneColumn(constraint)) {
      of_one.push_back(constraint);
      continue;
    }
    WarnGoesAlong(alteration, column, fmt::format("{} \"{}\"", ir::KindName(constraint), constraint.name.text), constraint.origin);
    application.UndoAction(table.name, ir::AddConstraint{constraint, false});
  }
  std::erase_if(table.indexes, [&](const ir::Index& index) { return Uses(catalog, index, column.name.text); });
  std::erase_if(table.constraints, [&](const ir::Constraint& one) { return Uses(catalog, one, column.name.text); });
}

ir::AddColumn PutBack(Alteration& alteration, const ir::Column& column, std::vector<ir::Constraint> constraints) {
  ir::AddColumn add{column, std::move(constraints), false, false, std::nullopt};
  const auto& columns = alteration.table().columns;
  const auto place = static_cast<std::size_t>(&*std::find_if(columns.begin(), columns.end(), [&](const ir::Column& one) {
    return one.name == column.name;
  }) - columns.data());
  if (!alteration.catalog().rules().column_positions || place + 1 == columns.size()) return add;
  add.first = place == 0;
  if (place > 0) add.after = ir::Identifier(columns[place - 1].name.text);
  return add;
}

// What raw SQL in the table says of the column stays as it is written.
void WarnOfRawSql(Alteration& alteration, const ir::Table& table, const std::string& name) {
  bool found = false;
  ForEachTableExpr(table, [&](const ir::Expr& expr) {
    for (const std::string& text : RawTextsOf(expr)) found = found || Mentions(WithoutStrings(text), name);
  });
  if (!found) return;
  alteration.application().Report(diag::Make(diag::Kind::kRenameInsideRawSql, alteration.Where({}), name, table.name.Text()));
}

}  // namespace

void Apply(Alteration& alteration, ir::AddColumn& add) {
  Application& application = alteration.application();
  if (IsThereAlready(alteration, add)) return;
  const std::size_t place = PlaceFor(alteration, add);
  ir::Table table = alteration.table();
  table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(place), add.column);
  table.columns[place].renamed_from.reset();
  CompleteColumn(application, table, table.columns[place]);
  if (add.column.identity) CheckOneIdentity(application, table, add.column.name.origin);
  AddConstraints(alteration, add, table);
  add.column = table.columns[place];
  if (application.refused()) return;
  const ir::Name name = table.name;
  alteration.Replace(std::move(table));
  alteration.Undo(ir::DropColumn{add.column.name, false, false});
  // Those that use other columns too are named, so that nobody wonders what went along.
  for (const ir::Constraint& constraint : add.constraints) {
    if (!IsOfOneColumn(constraint)) application.UndoAction(name, ir::DropConstraint{constraint.name, false, false});
  }
}

void Apply(Alteration& alteration, ir::DropColumn& drop) {
  Application& application = alteration.application();
  if (drop.if_exists && FindColumn(alteration.catalog(), alteration.table(), drop.column.text) == nullptr) return;
  const ir::Column* found = alteration.Find(drop.column);
  if (found == nullptr) return;
  const ir::Column column = *found;
  const std::vector<Referrer> referrers = ReferrersOfColumn(alteration, column);
  if (!referrers.empty() && !drop.cascade) {
    application.Report(
        WithReferrers(diag::Make(diag::Kind::kColumnReferenced, alteration.Where(drop.column.origin), column.name.text), referrers)
            .WithHelp("drop the foreign keys first, or say `cascade` to drop them with the column"));
    return;
  }
  if (!CheckGenerated(alteration, column)) return;
  WarnOfMentions(application, alteration.origin, "column", column.name.text, alteration.table().name.name);
  application.LosesData();
  for (const Referrer& one : referrers) DropReferrer(application, one);
  ir::Table table = alteration.table();
  std::vector<ir::Constraint> of_one;
  DropWhatUses(alteration, table, column, of_one);
  alteration.Undo(PutBack(alteration, column, std::move(of_one)));
  std::erase_if(table.columns, [&](const ir::Column& one) { return one.name == column.name; });
  alteration.Replace(std::move(table));
}

void Apply(Alteration& alteration, ir::RenameColumnAction& rename) {
  Application& application = alteration.application();
  const Catalog& catalog = alteration.catalog();
  const ir::Column* found = alteration.Find(rename.from);
  if (found == nullptr) return;
  CheckLength(application, "column", rename.to);
  const ir::Column* there = FindColumn(catalog, alteration.table(), rename.to.text);
  if (there != nullptr && there != found) {
    application.Report(WithOrigin(
        diag::Make(diag::Kind::kColumnExists, alteration.Where(rename.to.origin), alteration.table().name.Text(), rename.to.text),
        there->name.origin, fmt::format("column \"{}\" is made here", there->name.text)));
    return;
  }
  const std::string from = found->name.text;
  ir::Table table = alteration.table();
  WarnOfRawSql(alteration, table, from);
  RenameColumnInside(table, from, rename.to);
  FindPart(catalog, table.columns, from)->name.text = rename.to.text;
  alteration.Replace(std::move(table));
  for (const Referrer& one : ReferrersOf(catalog, alteration.key(), true)) {
    const ObjectPtr object = catalog.Find(one.key);
    Table other = std::get<Table>(*object);
    auto& foreign = std::get<ir::ForeignKey>(FindPart(catalog, other.definition.constraints, one.constraint->name.text)->body);
    for (ir::Identifier& column : foreign.referred_columns) {
      if (column.text == from) column.text = rename.to.text;
    }
    application.SetTable(one.key, std::move(other));
  }
  alteration.Undo(ir::RenameColumnAction{rename.to, ir::Identifier(from)});
}

}  // namespace migc::catalog
