#include <algorithm>

#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "emit/mssql/routine_text.h"

namespace migc::emit::mssql {
namespace {

std::string_view KeywordOf(ir::RoutineKind kind) {
  switch (kind) {
    case ir::RoutineKind::kView:
    case ir::RoutineKind::kMaterializedView:
      return "VIEW";
    case ir::RoutineKind::kFunction:
      return "FUNCTION";
    case ir::RoutineKind::kProcedure:
      return "PROCEDURE";
    case ir::RoutineKind::kTrigger:
      return "TRIGGER";
  }
  return "VIEW";
}

const ir::Routine* AsRoutine(const catalog::ObjectPtr& object) { return object ? std::get_if<ir::Routine>(object.get()) : nullptr; }

// What this step replaces; null when the object is new, or this dialect had no text for it.
const ir::Routine* Former(const catalog::Step& step) {
  for (const catalog::Change& change : step.changes) {
    const ir::Routine* before = AsRoutine(change.before);
    if (before != nullptr && before->text) return before;
  }
  return nullptr;
}

// A trigger lies in the schema of its table.
ir::Name NameOf(const ir::Name& name, const ir::Name& table, ir::RoutineKind kind) {
  if (kind != ir::RoutineKind::kTrigger || !name.schema.empty()) return name;
  return {table.schema, name.name, name.origin};
}

void PrintDrop(Printer& printer, ir::RoutineKind kind, const ir::Name& name, bool if_exists) {
  SqlWriter out = printer.Writer();
  out.Keyword("DROP").Keyword(KeywordOf(kind));
  if (if_exists) out.Keyword("IF EXISTS");
  out.Name(printer.Qualified(name));
  printer.Add(out);
}

// By its former text the view cannot be refreshed: it has to be defined again.
bool NamesWhatIsGone(const std::string& text, const ir::AlterTable& alter, const dialect::Dialect& dialect) {
  return std::any_of(alter.actions.begin(), alter.actions.end(), [&](const ir::AlterAction& action) {
    const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body);
    const auto* drop = std::get_if<ir::DropColumn>(&action.body);
    return (rename != nullptr && MentionsWord(text, rename->from.text, dialect)) ||
           (drop != nullptr && MentionsWord(text, drop->column.text, dialect));
  });
}

}  // namespace

// ALTER keeps the privileges, and is there in every release (CREATE OR ALTER came with the first service pack of 2016).
void PrintDefine(Printer& printer, const ir::Define& define) {
  const ir::Routine& routine = define.routine;
  const ir::Routine* former = Former(printer.step());
  if (!routine.text) {
    if (former == nullptr) return printer.AddNote("it has no text for " + printer.dialect().title);
    return PrintDrop(printer, former->kind, NameOf(former->name, former->table, former->kind), false);
  }
  bool alters = former != nullptr;
  if (alters && routine.kind == ir::RoutineKind::kTrigger && former->table != routine.table) {
    PrintDrop(printer, former->kind, NameOf(former->name, former->table, former->kind), false);
    alters = false;
  }
  if (BeginsWithCreate(*routine.text, printer.dialect())) {
    printer.Add(StatementKind::kBody, CreateText(*routine.text, alters, printer.dialect()));
    return;
  }
  SqlWriter out = printer.Writer();
  out.Keyword(alters ? "ALTER VIEW" : "CREATE VIEW").Name(printer.Qualified(routine.name)).Keyword("AS");
  out.NewLine().Raw(WithoutEnd(*routine.text));
  printer.Add(out);
}

void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop) {
  if (!printer.step().changes.empty() && Former(printer.step()) == nullptr) {
    return printer.AddNote("it had no text for " + printer.dialect().title);
  }
  PrintDrop(printer, drop.kind, NameOf(drop.name, drop.table, drop.kind), drop.if_exists);
}

void PrintRefreshViews(Printer& printer, const ir::AlterTable& alter, const ir::Name& table) {
  for (const catalog::ObjectPtr& object : printer.step().dependents) {
    const ir::Routine* view = AsRoutine(object);
    if (view == nullptr || view->kind != ir::RoutineKind::kView || !view->text) continue;
    if (!MentionsWord(*view->text, table.name, printer.dialect())) continue;
    if (IsSchemaBound(*view->text, printer.dialect())) continue;
    if (NamesWhatIsGone(*view->text, alter, printer.dialect())) continue;
    printer.Describe("view " + view->name.Text() + " looks at " + table.name + " again", {});
    printer.Add(StatementKind::kSql, "EXEC sys.sp_refreshview @viewname = " + printer.NameLiteral(view->name));
  }
}

}  // namespace migc::emit::mssql
