#include <algorithm>
#include <utility>

#include "emit/postgres/print.h"
#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::postgres {
namespace {

std::string_view KeywordOf(ir::RoutineKind kind) {
  switch (kind) {
    case ir::RoutineKind::kView:
      return "VIEW";
    case ir::RoutineKind::kMaterializedView:
      return "MATERIALIZED VIEW";
    case ir::RoutineKind::kFunction:
      return "FUNCTION";
    case ir::RoutineKind::kProcedure:
      return "PROCEDURE";
    case ir::RoutineKind::kTrigger:
      return "TRIGGER";
  }
  return "VIEW";
}

bool IsView(ir::RoutineKind kind) { return kind == ir::RoutineKind::kView || kind == ir::RoutineKind::kMaterializedView; }

const ir::Routine* AsRoutine(const catalog::ObjectPtr& object) { return object ? std::get_if<ir::Routine>(object.get()) : nullptr; }

// What this step replaces; null when the object is new, or this dialect had no text for it.
const ir::Routine* Former(const catalog::Step& step) {
  for (const catalog::Change& change : step.changes) {
    const ir::Routine* before = AsRoutine(change.before);
    if (before != nullptr && before->text) return before;
  }
  return nullptr;
}

std::vector<Token> SignificantTokens(const std::string& sql, const dialect::Dialect& dialect) {
  std::vector<Token> tokens = Tokenize(sql, dialect.lexical).tokens;
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::kComment; });
  return tokens;
}

bool IsWord(const std::string& sql, const std::vector<Token>& tokens, std::size_t index, std::string_view word) {
  if (index >= tokens.size()) return false;
  return base::UpperAscii(std::string_view(sql).substr(tokens[index].begin, tokens[index].end - tokens[index].begin)) == word;
}

// CREATE FUNCTION becomes CREATE OR REPLACE FUNCTION, which keeps its privileges and what depends on it.
std::string WithOrReplace(const std::string& sql, const dialect::Dialect& dialect) {
  const std::vector<Token> tokens = SignificantTokens(sql, dialect);
  if (!IsWord(sql, tokens, 0, "CREATE") || IsWord(sql, tokens, 1, "OR")) return sql;
  return sql.substr(0, tokens[0].end) + " OR REPLACE" + sql.substr(tokens[0].end);
}

void PrintArguments(SqlWriter& out, const std::optional<std::vector<ir::Type>>& arguments) {
  if (!arguments) return;
  out.CallOpen();
  for (std::size_t i = 0; i < arguments->size(); ++i) {
    if (i > 0) out.Comma();
    PrintType(out, (*arguments)[i]);
  }
  out.Close();
}

// Of functions there may be others of the same name: nobody can tell.
std::string ProbeOfDrop(const dialect::Dialect& dialect, const ir::DropRoutine& drop) {
  if (drop.kind == ir::RoutineKind::kTrigger) return ProbeTrigger(dialect, drop.table, drop.name.name, Wanted::kGone);
  return IsView(drop.kind) ? ProbeRelation(dialect, drop.name, Wanted::kGone) : "";
}

void PrintDrop(Printer& printer, const ir::DropRoutine& drop) {
  SqlWriter out = printer.Writer();
  out.Keyword("DROP").Keyword(KeywordOf(drop.kind));
  if (drop.if_exists) out.Keyword("IF EXISTS");
  out.Name(drop.name);
  if (drop.kind == ir::RoutineKind::kTrigger) {
    out.Keyword("ON").Name(drop.table);
  } else if (!IsView(drop.kind)) {
    PrintArguments(out, drop.arguments);
  }
  printer.Add(out, drop.if_exists ? kHarmlessTwice : ProbeOfDrop(printer.dialect(), drop));
}

// A trigger's text may bring its function along: only this statement holds the table's columns.
std::optional<std::string> CreateTriggerOf(const ir::Routine& trigger, const dialect::Dialect& dialect) {
  for (std::string& statement : SplitSql(*trigger.text, dialect)) {
    const std::vector<Token> tokens = SignificantTokens(statement, dialect);
    for (std::size_t i = 1; i < 5; ++i) {
      if (IsWord(statement, tokens, 0, "CREATE") && IsWord(statement, tokens, i, "TRIGGER")) return std::move(statement);
    }
  }
  return std::nullopt;
}

void PrintCreateView(Printer& printer, const ir::Routine& view, bool replace) {
  const std::string& text = *view.text;
  // The author may have written the whole statement (WITH CHECK OPTION, column names, WITH NO DATA).
  if (IsWord(text, SignificantTokens(text, printer.dialect()), 0, "CREATE")) {
    const bool plain = view.kind == ir::RoutineKind::kView;
    printer.AddRaw(replace && plain ? WithOrReplace(text, printer.dialect()) : text);
    return;
  }
  const std::vector<std::string> query = SplitSql(text, printer.dialect());
  CHECK(query.size() == 1 && "CheckCapabilities counts the statements of a view");
  SqlWriter out = printer.Writer();
  const bool or_replace = replace && view.kind == ir::RoutineKind::kView;
  out.Keyword(or_replace ? "CREATE OR REPLACE" : "CREATE").Keyword(KeywordOf(view.kind)).Name(view.name).Keyword("AS");
  out.NewLine().Raw(query.front());
  printer.Add(out, or_replace ? kHarmlessTwice : ProbeRelation(printer.dialect(), view.name, Wanted::kThere));
}

// DROP VIEW and CREATE VIEW: CREATE OR REPLACE VIEW refuses other columns than it had. Views upon it make way and are put back, and
// so are the triggers on any of them.
void RedefineView(Printer& printer, const ir::Routine& view) {
  std::vector<const ir::Routine*> above;
  for (const catalog::ObjectPtr& object : printer.step().dependents) {
    const ir::Routine* other = AsRoutine(object);
    if (other == nullptr || !other->text) continue;
    const bool on_one = other->table == view.name || std::any_of(above.begin(), above.end(), [&](const ir::Routine* one) {
                          return IsView(one->kind) && one->name == other->table;
                        });
    if (IsView(other->kind) || (other->kind == ir::RoutineKind::kTrigger && on_one)) above.push_back(other);
  }
  const std::string summary = printer.summary();
  PrintMakeWay(printer, above);
  printer.Describe(summary, view.origin);
  PrintDrop(printer, {view.kind, view.name, std::nullopt, {}, true});
  PrintCreateView(printer, view, false);
  PrintPutBack(printer, above);
}

}  // namespace

std::vector<const ir::Routine*> RoutinesInTheWay(const catalog::Step& step, const ir::Name& table, const std::string& column,
                                                 const dialect::Dialect& dialect) {
  std::vector<const ir::Routine*> chosen;
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Routine* routine = AsRoutine(object);
    if (routine == nullptr || !routine->text) continue;
    if (routine->kind == ir::RoutineKind::kTrigger) {
      const auto statement = CreateTriggerOf(*routine, dialect);
      if (statement && routine->table.name == table.name && MentionsWord(*statement, column, dialect)) chosen.push_back(routine);
    } else if (IsView(routine->kind)) {
      const bool star = routine->text->find('*') != std::string::npos;
      const bool direct =
          MentionsWord(*routine->text, table.name, dialect) && (star || MentionsWord(*routine->text, column, dialect));
      // Or it stands upon one that does: those come first in `dependents`.
      const bool upon = std::any_of(chosen.begin(), chosen.end(), [&](const ir::Routine* below) {
        return IsView(below->kind) && MentionsWord(*routine->text, below->name.name, dialect);
      });
      if (direct || upon) chosen.push_back(routine);
    }
  }
  return chosen;
}

std::vector<const ir::Routine*> InOrder(const catalog::Step& step, const std::vector<const ir::Routine*>& routines) {
  std::vector<const ir::Routine*> sorted;
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Routine* routine = AsRoutine(object);
    if (std::find(routines.begin(), routines.end(), routine) != routines.end()) sorted.push_back(routine);
  }
  return sorted;
}

void PrintMakeWay(Printer& printer, const std::vector<const ir::Routine*>& routines) {
  for (auto routine = routines.rbegin(); routine != routines.rend(); ++routine) {
    const ir::Routine& one = **routine;
    printer.Describe("make way: drop " + base::LowerAscii(KeywordOf(one.kind)) + " " + one.name.Text(), {});
    PrintDrop(printer, {one.kind, one.name, std::nullopt, one.table, false});
  }
}

void PrintPutBack(Printer& printer, const std::vector<const ir::Routine*>& routines) {
  for (const ir::Routine* one : routines) {
    printer.Describe("put back " + base::LowerAscii(KeywordOf(one->kind)) + " " + one->name.Text(), {});
    if (IsView(one->kind)) {
      PrintCreateView(printer, *one, false);
    } else if (const auto statement = CreateTriggerOf(*one, printer.dialect())) {
      printer.AddRaw(*statement, one);
    }
  }
}

void PrintDefine(Printer& printer, const ir::Define& define) {
  const ir::Routine& routine = define.routine;
  const ir::Routine* former = Former(printer.step());
  if (!routine.text) {
    if (former != nullptr) {
      PrintDrop(printer, {former->kind, former->name, former->arguments, former->table, false});
    } else {
      printer.AddNote("it has no text for " + printer.dialect().title);
    }
    return;
  }
  if (IsView(routine.kind)) {
    if (former != nullptr) return RedefineView(printer, routine);
    return PrintCreateView(printer, routine, true);
  }
  const ir::Routine* trigger = routine.kind == ir::RoutineKind::kTrigger ? &routine : nullptr;
  if (former == nullptr) return printer.AddRaw(*routine.text, trigger);
  if (trigger != nullptr) {
    // CREATE OR REPLACE TRIGGER is there since 14 only, and cannot move it to another table.
    PrintDrop(printer, {former->kind, former->name, std::nullopt, former->table, false});
    return printer.AddRaw(*routine.text, trigger);
  }
  printer.AddRaw(WithOrReplace(*routine.text, printer.dialect()));
}

void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop) {
  if (!printer.step().changes.empty() && Former(printer.step()) == nullptr) {
    return printer.AddNote("it had no text for " + printer.dialect().title);
  }
  PrintDrop(printer, drop);
}

}  // namespace migc::emit::postgres
