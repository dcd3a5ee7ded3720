#include "emit/sqlite/print.h"

#include <algorithm>

#include "emit/sqlite/print_rebuild.h"
#include "emit/sqlite/print_table.h"
#include "emit/sqlite/step.h"
#include "emit/sqlite/syntax.h"
#include "migc/base/overloaded.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::sqlite {
namespace {

// The rows of one INSERT: enough to be quick, few enough to read.
constexpr std::size_t kRowsPerStatement = 500;

class StepPrinter {
 public:
  StepPrinter(const catalog::Step& step, const dialect::Dialect& dialect, RevisionSql& result)
      : step_(step), dialect_(dialect), result_(result), summary_(ir::Summary(step.operation)), origin_(step.operation.origin) {}

  void Run() { std::visit(*this, step_.operation.body); }

  void operator()(const ir::CreateTable& create) {
    const TableForm form = FormOf(create.table, EnumsAfter(step_));
    Sql(PrintCreateTable(form, form.name, create.if_not_exists, dialect_));
    const ir::Column* key = SingleKeyColumn(create.table);
    if (key != nullptr && key->identity) StartCount(form.name, *key, create.if_not_exists);
    for (const ir::Index& index : create.table.indexes) {
      Sql(PrintCreateIndex(index, form.name, create.if_not_exists, dialect_));
      Last().summary = "create index " + index.name.text + " on " + form.name;
    }
  }

  // With foreign keys on, DROP TABLE first deletes the rows, and what cascades from them in tables that nobody asked about.
  void operator()(const ir::DropTable& drop) {
    result_.foreign_keys_off = true;
    Write([&](SqlWriter& out) { out.Keyword(drop.if_exists ? "DROP TABLE IF EXISTS" : "DROP TABLE").Name(Bare(drop.name)); });
    Last().loses_data = step_.loses_data;
  }

  void operator()(const ir::RenameTable& rename) {
    const auto print = [&](const std::string& from, const std::string& to) {
      Write([&](SqlWriter& out) { out.Keyword("ALTER TABLE").Name(from).Keyword("RENAME TO").Name(to); });
    };
    // "there is already another table or index with this name" when they differ by case only.
    const bool same = SameName(rename.from.name, rename.to.name);
    const std::string between = "migc_new_" + rename.to.name;
    if (same) print(rename.from.name, between);
    print(same ? between : rename.from.name, rename.to.name);
  }

  void operator()(const ir::AlterTable& alter) {
    const TableChange change = ChangeOf(step_, alter.table);
    if (alter.if_exists && change.before == nullptr) return Note("there is no such table");
    const std::vector<Means> means = MeansOf(step_, alter, dialect_);
    if (std::find(means.begin(), means.end(), Means::kRebuild) != means.end()) {
      if (LeavesAsItWas(step_, alter)) return Note("nothing to change on SQLite");
      RebuildFor(RewriteAlterTable(*change.before, *change.after, alter.actions, step_.dependents, EnumsAfter(step_)));
    } else {
      for (std::size_t i = 0; i < means.size(); ++i) Native(alter, alter.actions[i], means[i], change);
    }
    for (const ir::AlterAction& action : alter.actions) Restart(alter, action, change);
  }

  void operator()(const ir::CreateIndex& create) {
    Sql(PrintCreateIndex(create.index, create.table.name, create.if_not_exists, dialect_));
  }
  void operator()(const ir::DropIndex& drop) { DropIndexNamed(drop.name.name, drop.if_exists); }
  // There is no ALTER INDEX: it is made again from what the catalog knows of it.
  void operator()(const ir::RenameIndex& rename) {
    const TableChange change = ChangeOf(step_, rename.table);
    const ir::Index* index = change.after == nullptr ? nullptr : ir::FindIndex(*change.after, rename.to.text);
    if (index == nullptr) return;  // CheckSteps refuses an index that only raw SQL knows
    DropIndexNamed(rename.from.name, false);
    Sql(PrintCreateIndex(*index, change.after->name.name, false, dialect_));
  }

  void operator()(const ir::CreateEnum&) { Note("the columns that use it are a checked VARCHAR"); }
  void operator()(const ir::AlterEnum& alter) {
    // A renamed enum is not even a name here.
    const bool rename = std::holds_alternative<ir::RenameEnum>(alter.action);
    const std::vector<TableChange> users = rename ? std::vector<TableChange>() : UsersOf(step_, alter);
    if (users.empty()) Note("no column's check changes");
    for (const TableChange& user : users) {
      RebuildFor(RewriteEnumUse(*user.before, *user.after, alter, step_.dependents, EnumsAfter(step_)));
    }
  }
  void operator()(const ir::DropEnum&) { Note("no column uses it any more"); }

  void operator()(const ir::Define& define) {
    const ir::Routine& routine = define.routine;
    const bool trigger = routine.kind == ir::RoutineKind::kTrigger;
    if (DefinedBefore()) DropNamed(trigger ? "DROP TRIGGER" : "DROP VIEW", routine.name);
    if (!routine.text) {
      if (!DefinedBefore()) Note("it has no text for this dialect");
    } else if (trigger || IsCreateStatement(*routine.text)) {
      Split(*routine.text);
    } else {
      Write([&](SqlWriter& out) {
        out.Keyword("CREATE VIEW").Name(Bare(routine.name)).Keyword("AS").NewLine().Raw(OneStatement(*routine.text));
      });
    }
    if (trigger || !routine.text) return;
    // DROP VIEW took those along.
    for (const ir::Routine& upon : TriggersOf(step_.dependents, routine.name)) {
      summary_ = "trigger " + upon.name.name + " again";
      Split(*upon.text);
    }
  }
  void operator()(const ir::DropRoutine& drop) {
    if (!drop.if_exists && !DefinedBefore()) return Note("it has no text for this dialect");
    const std::string words = drop.kind == ir::RoutineKind::kTrigger ? "DROP TRIGGER" : "DROP VIEW";
    DropNamed(drop.if_exists ? words + " IF EXISTS" : words, drop.name);
  }

  void operator()(const ir::Insert& insert) {
    for (std::string& sql : PrintInsert(insert, dialect_, SqliteSyntax(), kRowsPerStatement)) Sql(std::move(sql));
  }
  void operator()(const ir::Update& update) {
    Write([&](SqlWriter& out) { PrintUpdate(out, update, SqliteSyntax()); });
  }
  void operator()(const ir::Delete& statement) {
    Write([&](SqlWriter& out) { PrintDelete(out, statement, SqliteSyntax()); });
  }
  void operator()(const ir::RawSql& raw) { Split(raw.text); }
  // The script takes the file's one lock before its first statement, and there is no limit on how long a statement runs.
  void operator()(const ir::SetTimeouts&) {
    Note("the script holds the lock of the whole file already, and SQLite limits no statement");
  }
  void operator()(const ir::Require& require) {
    Sql(require.query, StatementKind::kRequire);
    Last().message = require.message;
  }

  // CheckSteps lets none of these pass: SQLite has no such objects.
  void operator()(const ir::CreateSequence&) {}
  void operator()(const ir::AlterSequence&) {}
  void operator()(const ir::DropSequence&) {}
  void operator()(const ir::CreateSchema&) {}
  void operator()(const ir::DropSchema&) {}
  void operator()(const ir::CreateExtension&) {}
  void operator()(const ir::DropExtension&) {}
  void operator()(const ir::Grant&) {}

 private:
  Statement& Last() { return result_.statements.back(); }

  void Push(Statement statement) {
    statement.origin = origin_;
    result_.statements.push_back(std::move(statement));
  }

  void Sql(std::string sql, StatementKind kind = StatementKind::kSql) {
    Statement statement;
    statement.kind = kind;
    statement.sql = std::move(sql);
    statement.summary = summary_;
    statement.no_transaction = step_.operation.no_transaction && MayStandAlone();
    Push(std::move(statement));
  }

  // SQLite's DDL is never better off outside a transaction, so that is for what the author wrote in full, and for data.
  bool MayStandAlone() const {
    const ir::Operation::Body& body = step_.operation.body;
    return std::holds_alternative<ir::RawSql>(body) || std::holds_alternative<ir::Insert>(body) ||
           std::holds_alternative<ir::Update>(body) || std::holds_alternative<ir::Delete>(body);
  }

  template <class Print>
  void Write(Print print) {
    SqlWriter out(dialect_);
    print(out);
    Sql(out.Take());
  }

  void Note(const std::string& why) {
    Statement statement;
    statement.kind = StatementKind::kNote;
    statement.summary = summary_ + " (" + why + ")";
    Push(std::move(statement));
  }

  void Split(const std::string& text) {
    for (Statement& statement : SplitSqlStatements(text, dialect_)) Sql(std::move(statement.sql), statement.kind);
  }

  std::string OneStatement(const std::string& text) const {
    const std::vector<std::string> parts = SplitSql(text, dialect_);
    return parts.empty() ? text : parts.front();
  }

  bool IsCreateStatement(const std::string& text) const {
    for (const Token& token : Tokenize(text, dialect_.lexical).tokens) {
      if (token.kind == TokenKind::kComment) continue;
      return SameName(text.substr(token.begin, token.end - token.begin), "create");
    }
    return false;
  }

  // Whether this dialect had the view or trigger before the step.
  bool DefinedBefore() const {
    return std::any_of(step_.changes.begin(), step_.changes.end(), [](const catalog::Change& change) {
      const auto* routine = change.before == nullptr ? nullptr : std::get_if<ir::Routine>(change.before.get());
      return routine != nullptr && routine->text;
    });
  }

  void DropNamed(std::string_view words, const ir::Name& name) {
    Write([&](SqlWriter& out) { out.Keyword(words).Name(Bare(name)); });
  }

  void DropIndexNamed(const std::string& name, bool if_exists) {
    Write([&](SqlWriter& out) { out.Keyword(if_exists ? "DROP INDEX IF EXISTS" : "DROP INDEX").Name(name); });
  }

  // A rebuild is one transaction's business even where the author asked for none: a crash between its statements must not leave
  // the table without its name.
  void RebuildFor(const Rebuild& rebuild) {
    result_.foreign_keys_off = true;
    for (Statement& statement : PrintRebuild(rebuild, summary_, step_.loses_data, dialect_)) Push(std::move(statement));
  }

  void Native(const ir::AlterTable& alter, const ir::AlterAction& action, Means means, const TableChange& change) {
    ir::AlterTable alone = alter;
    alone.actions = {action};
    ir::Operation operation;
    operation.body = std::move(alone);
    summary_ = ir::Summary(operation);
    origin_ = action.origin.known ? action.origin : step_.operation.origin;
    if (means == Means::kNothing) return NoteNothing(action);
    SqlWriter out(dialect_);
    out.Keyword("ALTER TABLE").Name(Bare(alter.table));
    std::visit(base::Overloaded{
                   [&](const ir::AddColumn& add) {
                     const ir::Table& table = change.after == nullptr ? kNoTable : *change.after;
                     ColumnForm form = FormOf(add.column, table, EnumsAfter(step_));
                     for (ir::Constraint constraint : add.constraints) {
                       if (auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) key->table = Bare(key->table);
                       constraint.not_valid = false;
                       form.constraints.push_back(std::move(constraint));
                     }
                     PrintColumn(out.Keyword("ADD COLUMN"), form);
                   },
                   [&](const ir::DropColumn& drop) { out.Keyword("DROP COLUMN").Name(drop.column.text); },
                   [&](const ir::RenameColumnAction& rename) {
                     out.Keyword("RENAME COLUMN").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
                   },
                   [](const auto&) {},
               },
               action.body);
    Sql(out.Take());
    Last().loses_data = std::holds_alternative<ir::DropColumn>(action.body);
  }

  void NoteNothing(const ir::AlterAction& action) {
    if (std::holds_alternative<ir::SetIdentity>(action.body)) return;  // Restart says what there is to do
    const bool comment =
        std::holds_alternative<ir::SetColumnComment>(action.body) || std::holds_alternative<ir::SetTableComment>(action.body);
    const bool validate = std::holds_alternative<ir::ValidateConstraint>(action.body);
    Note(comment    ? "SQLite keeps no comments"
         : validate ? "every row was checked when the constraint was made"
                    : "nothing to change on SQLite");
  }

  // start 100: the next number is one more than the one remembered.
  void StartCount(const std::string& table, const ir::Column& key, bool if_new) {
    const std::int64_t start = key.identity->options.start.value_or(1);
    if (start == 1) return;
    Write([&](SqlWriter& out) {
      out.Keyword("INSERT INTO sqlite_sequence (name, seq) SELECT").String(table).Comma().Number(std::to_string(start - 1));
      if (if_new) out.Keyword("WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name =").String(table).Close();
    });
  }

  void Restart(const ir::AlterTable& alter, const ir::AlterAction& action, const TableChange& change) {
    const auto* set = std::get_if<ir::SetIdentity>(&action.body);
    if (set == nullptr || !set->options.restart || change.after == nullptr) return;
    const std::string& table = change.after->name.name;
    summary_ = "restart identity " + alter.table.Text() + "." + set->column.text;
    Write([&](SqlWriter& out) { out.Keyword("DELETE FROM sqlite_sequence WHERE name =").String(table); });
    Write([&](SqlWriter& out) {
      out.Keyword("INSERT INTO sqlite_sequence (name, seq) VALUES").Open().String(table).Comma();
      out.Number(std::to_string(*set->options.restart - 1)).Close();
    });
  }

  inline static const ir::Table kNoTable{};

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  RevisionSql& result_;
  std::string summary_;
  ir::Origin origin_;
};

}  // namespace

RevisionSql PrintSteps(std::span<const catalog::Step> steps, const dialect::Dialect& dialect) {
  RevisionSql result;
  for (const catalog::Step& step : steps) {
    StepPrinter(step, dialect, result).Run();
    result.may_cascade = result.may_cascade || MayCascade(step, dialect);
  }
  return result;
}

}  // namespace migc::emit::sqlite
