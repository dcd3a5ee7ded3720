#include <algorithm>

#include "emit/oracle/print.h"
#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::oracle {
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

// CREATE FUNCTION becomes CREATE OR REPLACE FUNCTION, which keeps its privileges, and runs again where the text had a mistake: the
// object is made all the same, and invalid (ORA-24344).
std::string WithOrReplace(const std::string& sql, const dialect::Dialect& dialect) {
  const std::vector<Token> tokens = SignificantTokens(sql, dialect);
  if (!IsWord(sql, tokens, 0, "CREATE") || IsWord(sql, tokens, 1, "OR")) return sql;
  return sql.substr(0, tokens[0].end) + " OR REPLACE" + sql.substr(tokens[0].end);
}

// A routine is known by its name alone, a trigger too.
void PrintDrop(Printer& printer, ir::RoutineKind kind, const ir::Name& name, bool if_exists) {
  const Look look = LookForRoutine(printer.dialect(), kind, name);
  SqlWriter out = printer.Writer();
  out.Keyword("DROP").Keyword(KeywordOf(kind));
  if (if_exists && printer.HasIfExists()) out.Keyword("IF EXISTS");
  out.Name(name);
  if (if_exists && !printer.HasIfExists()) {
    printer.AddOnlyWhen(look, true, out);
  } else {
    printer.Add(out, WhenGone(look));
  }
}

void PrintCreateView(Printer& printer, const ir::Routine& view) {
  const std::string& text = *view.text;
  const bool plain = view.kind == ir::RoutineKind::kView;
  const std::string probe = plain ? std::string(kNoHarmTwice) : WhenThere(LookForRoutine(printer.dialect(), view.kind, view.name));
  const std::vector<std::string> query = SplitSql(text, printer.dialect());
  CHECK(query.size() == 1 && "CheckCapabilities counts the statements of a view");
  // The author may have written the whole statement (WITH CHECK OPTION, column names, REFRESH …).
  if (IsWord(text, SignificantTokens(text, printer.dialect()), 0, "CREATE")) {
    printer.Add(plain ? WithOrReplace(query.front(), printer.dialect()) : query.front(), probe);
    return;
  }
  SqlWriter out = printer.Writer();
  out.Keyword(plain ? "CREATE OR REPLACE" : "CREATE").Keyword(KeywordOf(view.kind)).Name(view.name).Keyword("AS");
  out.NewLine().Words(query.front());
  printer.Add(out, probe);
}

// A view that is replaced loses its INSTEAD OF triggers, and nothing says so.
void PrintTriggersUpon(Printer& printer, const ir::Routine& view) {
  for (const catalog::ObjectPtr& object : printer.step().dependents) {
    const auto* trigger = object ? std::get_if<ir::Routine>(object.get()) : nullptr;
    if (trigger == nullptr || trigger->kind != ir::RoutineKind::kTrigger || !trigger->text || trigger->table != view.name) continue;
    printer.Describe("trigger " + trigger->name.Text() + " again", {});
    for (Statement& one : SplitSqlStatements(*trigger->text, printer.dialect())) {
      printer.Add(StatementKind::kBody, WithOrReplace(one.sql, printer.dialect()), std::string(kNoHarmTwice));
    }
  }
}

}  // namespace

void PrintDefine(Printer& printer, const ir::Define& define) {
  const ir::Routine& routine = define.routine;
  const ir::Routine* former = Former(printer.step());
  if (!routine.text) {
    if (former != nullptr) return PrintDrop(printer, former->kind, former->name, false);
    return printer.AddNote("it has no text for " + printer.dialect().title);
  }
  if (IsView(routine.kind)) {
    // A materialized view cannot be replaced.
    if (former != nullptr && routine.kind == ir::RoutineKind::kMaterializedView) {
      PrintDrop(printer, former->kind, former->name, false);
    }
    PrintCreateView(printer, routine);
    if (former != nullptr) PrintTriggersUpon(printer, routine);
    return;
  }
  for (Statement& one : SplitSqlStatements(*routine.text, printer.dialect())) {
    printer.Add(StatementKind::kBody, WithOrReplace(one.sql, printer.dialect()), std::string(kNoHarmTwice));
  }
}

void PrintDropRoutine(Printer& printer, const ir::DropRoutine& drop) {
  if (!printer.step().changes.empty() && Former(printer.step()) == nullptr) {
    return printer.AddNote("it had no text for " + printer.dialect().title);
  }
  PrintDrop(printer, drop.kind, drop.name, drop.if_exists);
}

}  // namespace migc::emit::oracle
