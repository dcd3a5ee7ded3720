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

void PrintDrop(Printer& printer, const ir::Routine& routine, bool if_exists) {
  SqlWriter out = printer.Writer();
  ir::Name name = routine.name;
  if (routine.kind == ir::RoutineKind::kTrigger && name.schema.empty()) name.schema = routine.table.schema;
  out.Keyword("DROP").Keyword(KeywordOf(routine.kind));
  if (if_exists) out.Keyword("IF EXISTS");
  out.Name(name);
  printer.Add(out, Probe(printer, routine.kind, name, routine.table, Wanted::kGone));
}

void PrintView(Printer& printer, const ir::Routine& view, bool replace) {
  const std::string& text = *view.text;
  const std::vector<Token> tokens = SignificantTokens(text, printer.dialect());
  const std::string probe =
      replace ? std::string(kHarmlessTwice) : Probe(printer, view.kind, view.name, view.table, Wanted::kThere);
  // The author may have written the whole statement (WITH CHECK OPTION, SQL SECURITY).
  if (IsWord(text, tokens, 0, "CREATE")) {
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
  // Where it cannot be prepared, a script that goes on after a failure makes it a second time.
  const bool again = !printer.Has(dialect::Capability::kPreparedStatements);
  if (former != nullptr) {
    PrintDrop(printer, *former, again);
  } else if (again) {
    PrintDrop(printer, routine, true);
  }
  printer.AddRaw(*routine.text, Probe(printer, routine.kind, routine.name, routine.table, Wanted::kThere));
}

void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop) {
  if (!printer.step().changes.empty() && Former(printer.step()) == nullptr) {
    return printer.AddNote("it had no text for " + printer.dialect().title);
  }
  const bool again = !IsView(drop.kind) && !printer.Has(dialect::Capability::kPreparedStatements);
  PrintDrop(printer, {drop.kind, drop.name, drop.arguments, drop.table, std::nullopt, {}}, drop.if_exists || again);
}

}  // namespace migc::emit::mysql
