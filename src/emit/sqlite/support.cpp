#include "emit/sqlite/support.h"

#include <algorithm>
#include <optional>

#include "emit/sqlite/copy.h"
#include "emit/sqlite/step.h"
#include "migc/base/text.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit::sqlite {
namespace {

using diag::Kind;

bool HasOption(const ir::Table& table, std::string_view word, const dialect::Dialect& dialect) {
  return std::any_of(table.options.begin(), table.options.end(),
                     [&](const std::string& option) { return MentionsWord(option, word, dialect); });
}

// What a STRICT table takes as a type (https://sqlite.org/stricttables.html).
bool IsStrictType(std::string_view spelled) {
  for (const std::string_view type : {"INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"}) {
    if (SameName(spelled, type)) return true;
  }
  return false;
}

class StepChecker {
 public:
  StepChecker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    std::visit(*this, step_.operation.body);
    place_ = step_.operation.origin;
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckCollation(column.collation, column.origin); };
    visitor.constraint = [this](const ir::Constraint& constraint) {
      if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) CheckName(key->table);
    };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
  }

  void operator()(const ir::CreateTable& create) {
    CheckName(create.table.name);
    CheckTable(create.table);
  }
  void operator()(const ir::DropTable& drop) { CheckName(drop.name); }
  void operator()(const ir::RenameTable& rename) {
    CheckName(rename.from);
    CheckName(rename.to);
  }
  void operator()(const ir::AlterTable& alter) {
    CheckName(alter.table);
    const TableChange change = ChangeOf(step_, alter.table);
    if (alter.if_exists && change.before == nullptr) return;
    for (const ir::AlterAction& action : alter.actions) CheckAction(action, change);
    place_ = step_.operation.origin;
    if (change.after != nullptr) CheckTable(*change.after);
    const std::vector<Means> means = MeansOf(step_, alter, dialect_);
    if (LeavesAsItWas(step_, alter)) return;
    if (std::find(means.begin(), means.end(), Means::kRebuild) != means.end()) CheckRebuild(alter, change);
  }
  void operator()(const ir::AlterEnum& alter) {
    if (std::holds_alternative<ir::RenameEnum>(alter.action)) return;
    for (const TableChange& user : UsersOf(step_, alter)) CheckTriggers(*user.before, {});
  }
  void operator()(const ir::CreateIndex& create) { CheckName(create.table); }
  void operator()(const ir::DropIndex& drop) { CheckName(drop.name); }
  void operator()(const ir::RenameIndex& rename) {
    CheckName(rename.from);
    const TableChange change = ChangeOf(step_, rename.table);
    if (change.after != nullptr && ir::FindIndex(*change.after, rename.to.text) != nullptr) return;
    Report(diag::Make(Kind::kSqliteUnknownIndex, Place({}), rename.from.name).WithHelp("drop it and create it under its new name"));
  }
  void operator()(const ir::Define& define) { CheckName(define.routine.name); }
  void operator()(const ir::DropRoutine& drop) { CheckName(drop.name); }
  void operator()(const ir::Insert& insert) { CheckName(insert.table); }
  void operator()(const ir::Update& update) { CheckName(update.table); }
  void operator()(const ir::Delete& statement) { CheckName(statement.table); }

  // Every dialect without them refuses these, or they need nothing.
  void operator()(const ir::CreateSequence&) {}
  void operator()(const ir::AlterSequence&) {}
  void operator()(const ir::DropSequence&) {}
  void operator()(const ir::CreateEnum&) {}
  void operator()(const ir::DropEnum&) {}
  void operator()(const ir::CreateSchema&) {}
  void operator()(const ir::DropSchema&) {}
  void operator()(const ir::CreateExtension&) {}
  void operator()(const ir::DropExtension&) {}
  void operator()(const ir::Grant&) {}
  void operator()(const ir::RawSql&) {}
  void operator()(const ir::SetTimeouts&) {}
  void operator()(const ir::Require&) {}

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (place_.known) return place_.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }

  void Report(diag::Diagnostic diagnostic) { sink_.Report(std::move(diagnostic)); }

  void CheckName(const ir::Name& name) {
    if (IsMain(name.schema)) return;
    Report(diag::Make(Kind::kSqliteOtherSchema, Place(name.origin), name.Text())
               .WithHelp("leave the schema out, or write the statement in `for … { }` for the other dialects"));
  }

  void CheckCollation(const std::optional<std::string>& collation, const ir::Origin& origin) {
    if (!collation) return;
    for (const std::string_view known : {"BINARY", "NOCASE", "RTRIM"}) {
      if (SameName(*collation, known)) return;
    }
    Report(diag::Make(Kind::kSqliteCollation, Place(origin), *collation)
               .WithHelp("leave it out for SQLite (`for sqlite { … } else { … }`), or take NOCASE"));
  }

  void CheckIndex(const ir::Index& index) {
    for (const ir::IndexKey& key : index.keys) CheckCollation(key.collation, key.expr.origin);
    if (index.options.empty()) return;
    Report(diag::Make(Kind::kSqliteIndexOption, Place(index.origin), index.options.front()).WithHelp("leave `with sqlite` out"));
  }

  void CheckTable(const ir::Table& table) {
    for (const ir::Column& column : table.columns) {
      if (column.identity) CheckIdentity(table, column);
    }
    if (!HasOption(table, "STRICT", dialect_)) return;
    if (dialect_.target < dialect::Version{3, 37, 0}) {
      Report(diag::Make(Kind::kSqliteStrictVersion, Place(table.origin), dialect::Text(dialect_.target)));
      return;
    }
    for (const ir::Column& column : table.columns) CheckStrict(column);
  }

  void CheckStrict(const ir::Column& column) {
    if (column.identity) return;  // INTEGER
    std::string spelled = column.type.native;
    if (spelled.empty()) {
      const dialect::TypeSpelling* spelling = dialect_.FindType(column.type);
      if (column.type.kind != ir::TypeKind::kNamed && spelling == nullptr) return;  // refused already
      spelled = spelling == nullptr ? "VARCHAR" : spelling->before + (column.type.length && spelling->takes_length ? "(n)" : "");
    }
    if (IsStrictType(spelled)) return;
    Report(diag::Make(Kind::kSqliteStrictType, Place(column.type.origin), column.name.text, spelled)
               .WithHelp("write `native (sqlite 'TEXT')`, or another of those, beside the type"));
  }

  void CheckIdentity(const ir::Table& table, const ir::Column& column) {
    const ir::Column* key = SingleKeyColumn(table);
    if (key == nullptr || !SameName(key->name.text, column.name.text)) {
      Report(diag::Make(Kind::kSqliteIdentityNotKey, Place(column.origin), column.name.text)
                 .WithHelp("make it the primary key, or leave `identity` out for SQLite and let the application count"));
    } else if (HasOption(table, "ROWID", dialect_)) {
      Report(diag::Make(Kind::kSqliteIdentityWithoutRowid, Place(column.origin), column.name.text)
                 .WithHelp("leave one of the two out"));
    }
    const ir::SequenceOptions& options = column.identity->options;
    const auto refuse = [&](bool asked, std::string_view option) {
      if (!asked) return;
      Report(
          diag::Make(Kind::kSqliteIdentityOption, Place(column.origin), option).WithHelp("leave the option out; `start` can stay"));
    };
    refuse(options.increment.value_or(1) != 1, "increment");
    refuse(options.min_value && *options.min_value != 1, "minvalue");
    refuse(options.max_value.has_value(), "maxvalue");
    refuse(options.cycle.value_or(false), "cycle");
  }

  void CheckAction(const ir::AlterAction& action, const TableChange& change) {
    place_ = action.origin.known ? action.origin : step_.operation.origin;
    if (const auto* set = std::get_if<ir::SetType>(&action.body); set != nullptr && change.before != nullptr) {
      CheckSetType(*set, *change.before);
    } else if (const auto* collation = std::get_if<ir::SetCollation>(&action.body)) {
      CheckCollation(collation->name, action.origin);
    } else if (const auto* identity = std::get_if<ir::SetIdentity>(&action.body)) {
      CheckRestart(*identity, change);
    }
  }

  // 1700000000 in a DATETIME would be no date to anybody.
  void CheckSetType(const ir::SetType& set, const ir::Table& before) {
    const ir::Column* column = FindColumnNamed(before, set.column.text);
    if (column == nullptr || set.using_expr || ClassOf(set.type) != ValueClass::kTime) return;
    const ValueClass from = ClassOf(column->type);
    if (from != ValueClass::kInteger && from != ValueClass::kNumber && from != ValueClass::kReal) return;
    Report(diag::Make(Kind::kSqliteNeedsUsing, Place(set.column.origin), ir::Describe(column->type), ir::Describe(set.type))
               .WithHelp("say how with `using (…)`, such as `using (datetime(" + set.column.text + ", 'unixepoch'))`"));
  }

  void CheckRestart(const ir::SetIdentity& set, const TableChange& change) {
    if (!set.options.restart || change.after == nullptr) return;
    const ir::Column* column = FindColumnNamed(*change.after, set.column.text);
    if (column != nullptr && NeedsAutoincrement(*column)) return;
    Report(
        diag::Make(Kind::kSqliteIdentityRestart, Place(set.column.origin), set.column.text)
            .WithHelp("make it `identity always` first, or leave `restart` out: SQLite goes on after the largest number in use"));
  }

  void CheckRebuild(const ir::AlterTable& alter, const TableChange& change) {
    if (change.before == nullptr || change.after == nullptr) {
      Report(diag::Make(Kind::kSqliteUnknownTable, Place(alter.table.origin), alter.table.Text())
                 .WithHelp("say with `effects` what the raw SQL that made the table did"));
      return;
    }
    std::vector<std::string> renamed;
    for (const ir::AlterAction& action : alter.actions) {
      const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body);
      if (rename != nullptr) renamed.push_back(rename->from.text);
    }
    CheckTriggers(*change.after, renamed);
  }

  // A rebuild puts triggers back by the text that the migrations gave. SQLite rewrites that text in a rename, migc does not.
  void CheckTriggers(const ir::Table& table, const std::vector<std::string>& renamed_columns) {
    for (const catalog::ObjectPtr& object : step_.dependents) {
      const auto* trigger = object == nullptr ? nullptr : std::get_if<ir::Routine>(object.get());
      if (trigger == nullptr || trigger->kind != ir::RoutineKind::kTrigger || !trigger->text) continue;
      if (!SameName(trigger->table.name, table.name.name)) continue;
      if (!MentionsWord(*trigger->text, table.name.name, dialect_)) ReportStale(*trigger, "the table's former name");
      for (const std::string& column : renamed_columns) {
        if (MentionsWord(*trigger->text, column, dialect_)) ReportStale(*trigger, "column " + column + ", which is renamed");
      }
    }
  }

  void ReportStale(const ir::Routine& trigger, const std::string& what) {
    diag::Diagnostic diagnostic = diag::Make(Kind::kSqliteStaleTrigger, Place({}), trigger.name.name, what);
    if (trigger.origin.known) diagnostic.notes.push_back({trigger.origin.span, "its text is given here"});
    diagnostic.help = "drop the trigger before, and define it with its new text after";
    Report(std::move(diagnostic));
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace

void CheckSteps(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  CheckCapabilities(steps, dialect, sink);
  for (const catalog::Step& step : steps) StepChecker(step, dialect, sink).Run();
}

}  // namespace migc::emit::sqlite
