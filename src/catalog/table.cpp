// create table, drop table, rename table.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/creation.h"
#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"
#include "catalog/words.h"

namespace migc::catalog {
namespace {

// As the catalog keeps it: the default schema goes without saying, what only the model file means is left out.
ir::Table Kept(const Catalog& catalog, ir::Table table) {
  if (catalog.KeyOf(ObjectKind::kTable, table.name).schema.empty()) table.name.schema.clear();
  if (!table.name.origin.known) table.name.origin = table.origin;
  table.renamed_from.reset();
  for (ir::Column& column : table.columns) column.renamed_from.reset();
  for (ir::Index& index : table.indexes) index.renamed_from.reset();
  return table;
}

// `if not exists` and it exists: nothing happens, but the author should know when it is another one.
void CompareWithExisting(Application& application, const ir::CreateTable& create, const Table& there) {
  ir::Table wanted = create.table;
  ir::Table has = there.definition;
  for (const ir::Column& column : wanted.columns) {
    const ir::Column* other = FindColumn(application.catalog(), has, column.name.text);
    if (other != nullptr && other->type == column.type) continue;
    application.Report(
        WithTable(diag::Make(diag::Kind::kExistsDifferently, application.Where(create.table.name.origin),
                             fmt::format("table \"{}\"", has.name.Text()), fmt::format("column \"{}\"", column.name.text)),
                  has));
    return;
  }
}

void HoistForwardKeys(Application& application, ir::Table& table) {
  if (application.rules().forward_references) return;
  const auto is_forward = [&](const ir::Constraint& one) { return IsForward(application, table, one); };
  for (const ir::Constraint& one : table.constraints) {
    if (!is_forward(one)) continue;
    const ir::Name& referred = std::get<ir::ForeignKey>(one.body).table;
    application.Defer(
        {application.catalog().KeyOf(ObjectKind::kTable, referred), table.name, one, application.operation().no_transaction});
  }
  std::erase_if(table.constraints, is_forward);
}

bool CheckNotThere(Application& application, const ObjectKey& key, const ir::Name& name) {
  if (const ObjectPtr there = application.catalog().Find(key)) {
    if (application.catalog().WasRefused(name.name)) {
      application.Refuse();
      return false;
    }
    application.Report(WithTable(diag::Make(diag::Kind::kDuplicateTable, application.Where(name.origin), name.Text()),
                                 std::get<Table>(*there).definition));
    return false;
  }
  if (const auto holder = HolderOf(application.catalog(), Newcomer::kRelation, name)) {
    ReportTaken(application, "table", name, *holder);
    return false;
  }
  return true;
}

// Foreign keys that an earlier table of the same revision has to this one (they may stand there on SQLite): they go before it does.
void UndoForwardKeys(Application& application, const ObjectKey& key) {
  for (const Referrer& one : ReferrersOf(application.catalog(), key, false)) {
    application.UndoAction(one.table->definition.name, ir::DropConstraint{one.constraint->name, false, false});
  }
}

void RenameQualifier(ir::Table& table, const std::string& from, const std::string& to) {
  ForEachTableExpr(table, [&](ir::Expr& expr) {
    ForEachPart(expr, [&](ir::Expr& part) {
      if (part.kind == ir::ExprKind::kColumn && part.qualifier == from) part.qualifier = to;
    });
  });
}

// `account.balance > 0` in raw SQL stays as it is written.
void WarnOfRawSql(Application& application, const ir::Table& table, const ir::Origin& where) {
  bool found = false;
  ForEachTableExpr(table, [&](const ir::Expr& expr) {
    for (const std::string& raw : RawTextsOf(expr)) {
      const std::string text = WithoutStrings(raw);
      for (const char* mark : {".", "\".", "`.", "]."}) found = found || Mentions(text, table.name.name + mark);
    }
  });
  if (!found) return;
  application.Report(diag::Make(diag::Kind::kMentioned, application.Where(where), "the name of table", table.name.name,
                                "raw SQL inside it")
                         .WithHelp("drop what has it before, and add it again after, with the new name"));
}

void Redirect(const Catalog& catalog, ir::Table& table, const ObjectKey& from, const ir::Name& to) {
  for (ir::Constraint& constraint : table.constraints) {
    auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key == nullptr || catalog.KeyOf(ObjectKind::kTable, key->table) != from) continue;
    key->table.schema = to.schema;
    key->table.name = to.name;
  }
}

}  // namespace

void Apply(Application& application, ir::CreateTable& create) {
  const ObjectKey key = application.catalog().KeyOf(ObjectKind::kTable, create.table.name);
  const Table* there = PeekTable(application, create.table.name);
  if (there != nullptr && create.if_not_exists) {
    CompareWithExisting(application, create, *there);
    return;
  }
  if (!CheckNotThere(application, key, create.table.name)) return;
  CheckSchema(application, create.table.name);
  CompleteTable(application, create.table);
  if (application.refused()) return;
  HoistForwardKeys(application, create.table);
  const ir::Table kept = Kept(application.catalog(), create.table);
  application.SetTable(key, Table{kept, {}});
  application.Undo(ir::DropTable{kept.name, false, false});
  UndoForwardKeys(application, key);
}

void Apply(Application& application, ir::DropTable& drop) {
  if (drop.if_exists && PeekTable(application, drop.name) == nullptr) return;
  const FoundTable found = LookUpTable(application, drop.name);
  if (found.found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made table \"{}\"", drop.name.Text()));
  if (found.found != Found::kYes) return;
  const Table& table = *found.table;
  const std::vector<Referrer> referrers = ReferrersOf(application.catalog(), found.key, false);
  if (!referrers.empty() && !drop.cascade) {
    application.Report(
        WithReferrers(diag::Make(diag::Kind::kTableReferenced, application.Where(drop.name.origin), drop.name.Text()), referrers)
            .WithHelp("drop the foreign keys first, or say `cascade` to drop them with the table"));
    return;
  }
  application.LosesData();
  std::vector<ObjectPtr> triggers;
  for (const ObjectKey& trigger : application.catalog().TriggersOf(found.key)) {
    triggers.push_back(application.catalog().Find(trigger));
    application.Set(trigger, nullptr);
  }
  WarnOfMentions(application, drop.name.origin, "table", table.definition.name.name, {});
  // Undoing runs the other way round: the table, what was on it, then the foreign keys of others.
  for (const Referrer& one : referrers) DropReferrer(application, one);
  for (const ObjectPtr& trigger : triggers) application.Undo(CreatingOperations(*trigger));
  application.Undo(CreatingOperations(Object(table)));
  application.Set(found.key, nullptr);
}

void CheckNamesInSchema(Application& application, const Table& table, const std::string& schema, const ir::Origin& where) {
  const auto check = [&](std::string_view what, Newcomer newcomer, const ir::Identifier& part) {
    const ir::Name name{schema, part.text, where};
    if (const auto holder = HolderOf(application.catalog(), newcomer, name)) ReportTaken(application, what, name, *holder);
  };
  for (const ir::Index& index : table.definition.indexes) check("index", Newcomer::kIndex, index.name);
  if (!application.rules().keys_are_named_indexes) return;
  for (const ir::Constraint& constraint : table.definition.constraints) {
    if (HasNamedIndex(constraint)) check("constraint", Newcomer::kKey, constraint.name);
  }
}

void MoveTable(Application& application, const ObjectKey& from, const ir::Name& to) {
  const Catalog& catalog = application.catalog();
  const ObjectKey target = catalog.KeyOf(ObjectKind::kTable, to);
  const std::vector<Referrer> referrers = ReferrersOf(catalog, from, false);
  const std::vector<ObjectKey> triggers = catalog.TriggersOf(from);
  const ObjectPtr held = catalog.Find(from);
  Table moved = std::get<Table>(*held);
  const std::string old_name = moved.definition.name.name;
  moved.definition.name.schema = target.schema.empty() ? "" : to.schema;
  moved.definition.name.name = to.name;
  const ir::Name name = moved.definition.name;
  Redirect(catalog, moved.definition, from, name);
  RenameQualifier(moved.definition, old_name, name.name);
  application.Set(from, nullptr);
  application.SetTable(target, std::move(moved));
  for (const Referrer& one : referrers) {
    const ObjectPtr object = catalog.Find(one.key);
    Table table = std::get<Table>(*object);
    Redirect(catalog, table.definition, from, name);
    application.SetTable(one.key, std::move(table));
  }
  for (const ObjectKey& key : triggers) {
    const ObjectPtr object = catalog.Find(key);
    ir::Routine trigger = std::get<ir::Routine>(*object);
    trigger.table.schema = name.schema;
    trigger.table.name = name.name;
    application.Set(key, nullptr);
    const ObjectKey new_key = catalog.KeyOf(trigger);
    application.Set(new_key, std::make_shared<const Object>(std::move(trigger)));
  }
}

void Apply(Application& application, ir::RenameTable& rename) {
  const FoundTable found = LookUpTable(application, rename.from);
  if (found.found == Found::kOutside) {
    application.CannotUndo(fmt::format("raw SQL made table \"{}\"", rename.from.Text()));
  }
  if (found.found != Found::kYes) return;
  const Catalog& catalog = application.catalog();
  if (rename.to.schema.empty()) rename.to.schema = rename.from.schema;
  const ObjectKey target = catalog.KeyOf(ObjectKind::kTable, rename.to);
  if (target.schema != found.key.schema) {
    application.Report(
        diag::Make(diag::Kind::kRenameAcrossSchemas, application.Where(rename.to.origin), rename.from.Text(), rename.to.Text())
            .WithHelp(fmt::format("move it with `alter table {} set schema {}`", rename.from.Text(), rename.to.schema)));
    return;
  }
  CheckLength(application, "table", rename.to);
  // Only the case of the name may change where case makes no difference.
  if (target != found.key && !CheckNotThere(application, target, rename.to)) return;
  const ir::Name former = found.table->definition.name;
  WarnOfRawSql(application, found.table->definition, rename.from.origin);
  AddDependents(application, {found.key});
  MoveTable(application, found.key, rename.to);
  ir::Name renamed = rename.to;
  if (target.schema.empty()) renamed.schema.clear();
  application.Undo(ir::RenameTable{renamed, former});
}

}  // namespace migc::catalog
