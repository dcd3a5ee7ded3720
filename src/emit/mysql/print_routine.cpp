#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mysql {
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

bool IsView(ir::RoutineKind kind) { return KeywordOf(kind) == "VIEW"; }

// It is no part of a prepared statement on MySQL: a script that goes on after a failure makes it a second time.
bool IsMadeAgain(const Printer& printer, ir::RoutineKind kind) {
  return !IsView(kind) && !printer.Has(dialect::Capability::kPreparedStatements);
}

std::string Probe(const Printer& printer, ir::RoutineKind kind, ir::Name name, const ir::Name& table, Wanted wanted) {
  if (IsView(kind)) return ProbeTable(printer.dialect(), name, wanted);
  if (kind != ir::RoutineKind::kTrigger) return ProbeRoutine(printer.dialect(), name, KeywordOf(kind), wanted);
  // A trigger lies where its table does.
  if (name.schema.empty()) name.schema = table.schema;
  return ProbeTrigger(printer.dialect(), name, wanted);
}

// What this step replaces; null when the object is new, or this dialect had no text for it.
const ir::Routine* Former(const catalog::Step& step) {
  for (const catalog::Change& change : step.changes) {
    const auto* before = change.before ? std::get_if<ir::Routine>(change.before.get()) : nullptr;
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

// The author says that what is there may be: CREATE OR REPLACE …, CREATE … FUNCTION IF NOT EXISTS ….
bool TakesWhatIsThere(const std::string& sql, const std::vector<Token>& tokens, ir::RoutineKind kind) {
  if (IsWord(sql, tokens, 1, "OR")) return true;
  std::size_t at = 0;
  while (at < tokens.size() && !IsWord(sql, tokens, at, KeywordOf(kind))) ++at;
  return IsWord(sql, tokens, at + 1, "IF");
}

void PrintDrop(Printer& printer, const ir::Routine& routine, bool if_exists) {
  SqlWriter out = printer.Writer();
  ir::Name name = routine.name;
  if (routine.kind == ir::RoutineKind::kTrigger && name.schema.empty()) name.schema = routine.table.schema;
  out.Keyword("DROP").Keyword(KeywordOf(routine.kind));
  if (if_exists) out.Keyword("IF EXISTS");
  out.Name(name);
  const bool harmless = if_exists && !IsMadeAgain(printer, routine.kind);
  printer.Add(out, harmless ? std::string(kHarmlessTwice) : Probe(printer, routine.kind, name, routine.table, Wanted::kGone));
}

void PrintView(Printer& printer, const ir::Routine& view, bool replace) {
  const std::string& text = *view.text;
  const std::vector<Token> tokens = SignificantTokens(text, printer.dialect());
  // The author may have written the whole statement (WITH CHECK OPTION, SQL SECURITY).
  const bool whole = IsWord(text, tokens, 0, "CREATE");
  const bool harmless = replace || (whole && TakesWhatIsThere(text, tokens, view.kind));
  const std::string probe =
      harmless ? std::string(kHarmlessTwice) : Probe(printer, view.kind, view.name, view.table, Wanted::kThere);
  if (whole) {
    const bool add = replace && !IsWord(text, tokens, 1, "OR");
    return printer.AddRaw(add ? text.substr(0, tokens[0].end) + " OR REPLACE" + text.substr(tokens[0].end) : text, probe);
  }
  const std::vector<std::string> query = SplitSql(text, printer.dialect());
  SqlWriter out = printer.Writer();
  out.Keyword(replace ? "CREATE OR REPLACE VIEW" : "CREATE VIEW").Name(view.name).Keyword("AS");
  out.NewLine().Raw(query.empty() ? text : query.front());
  printer.Add(out, probe);
}

}  // namespace

void PrintDefine(Printer& printer, const ir::Define& define) {
  const ir::Routine& routine = define.routine;
  const ir::Routine* former = Former(printer.step());
  if (!routine.text) {
    if (former != nullptr) return PrintDrop(printer, *former, false);
    return printer.AddNote("it has no text for " + printer.dialect().title);
  }
  if (IsView(routine.kind)) return PrintView(printer, routine, former != nullptr);
  const bool again = IsMadeAgain(printer, routine.kind);
  if (former != nullptr) {
    PrintDrop(printer, *former, again);
  } else if (again) {
    PrintDrop(printer, routine, true);
  }
  const bool harmless =
      !again && TakesWhatIsThere(*routine.text, SignificantTokens(*routine.text, printer.dialect()), routine.kind);
  printer.AddRaw(*routine.text, harmless ? std::string(kHarmlessTwice)
                                         : Probe(printer, routine.kind, routine.name, routine.table, Wanted::kThere));
}

void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop) {
  if (!printer.step().changes.empty() && Former(printer.step()) == nullptr) {
    return printer.AddNote("it had no text for " + printer.dialect().title);
  }
  const bool if_exists = drop.if_exists || IsMadeAgain(printer, drop.kind);
  PrintDrop(printer, {drop.kind, drop.name, drop.arguments, drop.table, std::nullopt, {}}, if_exists);
}

}  // namespace migc::emit::mysql
