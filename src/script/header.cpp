#include "script/header.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/words.h"

namespace migc::script {
namespace {

void Field(std::string_view name, std::string_view value, ScriptText& out) { out.Line(fmt::format("-- {:<15}{}", name, value)); }

// The statements for which `chosen` holds: "[3] drop column account.nick".
template <class Chosen>
std::vector<std::string> Numbered(const Input& input, Chosen chosen) {
  std::vector<std::string> found;
  std::size_t number = 0;
  for (const RevisionPart& revision : input.revisions) {
    for (const emit::Statement& statement : revision.sql.statements) {
      ++number;
      if (chosen(statement)) found.push_back(fmt::format("[{}] {}", number, OneLine(statement.summary)));
    }
  }
  return found;
}

// The first under the field's name, the others below it.
void List(std::string_view name, const std::vector<std::string>& values, ScriptText& out) {
  for (std::size_t i = 0; i < values.size(); ++i) Field(i == 0 ? name : "", values[i], out);
}

// Words as they can be read back: blanks separate them, and nothing in them means anything to a tool, or to SQL's comments.
void Words(std::string_view name, const std::vector<std::string>& words, ScriptText& out) {
  constexpr std::size_t kWidth = 110;
  std::vector<std::string> encoded;
  for (const std::string& word : words) {
    if (!word.empty()) encoded.push_back(base::EncodeWord(word, "._=@,/+{}"));
  }
  List(name, base::WrapWords(encoded, kWidth), out);
}

void MadeFromFields(const MadeFrom& made_from, ScriptText& out) {
  if (made_from.command.empty()) return;
  std::vector<std::string> command = {"migc"};
  command.insert(command.end(), made_from.command.begin(), made_from.command.end());
  Words("Made with:", command, out);
  Words("Settings:", made_from.settings, out);
}

void BuildsOn(const MadeFrom& made_from, ScriptText& out) {
  if (made_from.earlier == 0) return;
  Field("Builds on:",
        fmt::format("{} earlier revision{}, SHA-256 {}", made_from.earlier, made_from.earlier == 1 ? "" : "s",
                    made_from.earlier_sha256),
        out);
}

void WriteSources(const Input& input, ScriptText& out) {
  if (input.purpose == Purpose::kMove) {
    out.Line(input.revisions.empty() ? "-- No revision lies between them." : "-- Revisions, in the order in which they run:");
  } else if (!input.revisions.empty()) {
    out.Line("-- Revisions that the database is at from then on:");
  }
  for (const RevisionPart& revision : input.revisions) {
    out.Line(fmt::format("--   {}  {}", OneLine(revision.id), OneLine(revision.message)));
    out.Line(fmt::format("--     {}  SHA-256 {}", OneLine(revision.path), revision.sha256));
    for (const NamedFile& file : revision.files) out.Line(fmt::format("--     {}  SHA-256 {}", OneLine(file.path), file.sha256));
  }
  if (input.options.made_from.facts.empty()) return;
  out.Line("-- Files of --dialect-path:");
  for (const NamedFile& file : input.options.made_from.facts) {
    out.Line(fmt::format("--     {}  SHA-256 {}", OneLine(file.path), file.sha256));
  }
}

// Where it leads, and the digest.
void WriteEnds(const Input& input, ScriptText& out) {
  if (ChecksRows(input)) Field("From:", HeadsText(input.from), out);
  if (input.purpose != Purpose::kEnsure) Field("To:", HeadsText(input.to), out);
  if (input.abort) Field("Belongs to:", "upgrade.sql with the SHA-256 " + input.abort->upgrade_sha256, out);
  BuildsOn(input.options.made_from, out);
  out.DigestLine(fmt::format("-- {:<15}", "SHA-256:"), 64, " (of this script, with zeros in the place of this number)");
}

// "an Oracle", "a PostgreSQL".
std::string An(const std::string& title) {
  const bool vowel = std::string_view("AEIOU").find(title.empty() ? 'X' : title.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + title;
}

// What of the upgrade the script cannot undo: it stops, before it changes anything, where that was done.
std::vector<std::string> WhatStays(const Input& input) {
  std::vector<std::string> stays;
  if (!input.abort) return stays;
  for (const Undoing& undoing : input.abort->revisions) {
    if (!undoing.whole) stays.push_back(fmt::format("revision {}: {}", OneLine(undoing.upgrade.id), OneLine(undoing.beyond)));
  }
  if (!stays.empty())
    stays.push_back("where that was done this script changes nothing, and going on with upgrade.sql is the only way");
  return stays;
}

// What the script does, in its first line.
std::string TitleOf(const Input& input) {
  const std::string database = An(input.dialect->title);
  switch (input.purpose) {
    case Purpose::kMove:
      if (input.abort) {
        return fmt::format("The way back of {} database to {}, from wherever its upgrade to {} stopped", database,
                           HeadsText(input.to), HeadsText(input.abort->revisions.back().upgrade.step.heads));
      }
      return fmt::format("{} of {} database from {} to {}", input.direction == graph::Direction::kUpgrade ? "Upgrade" : "Downgrade",
                         database, HeadsText(input.from), HeadsText(input.to));
    case Purpose::kStamp:
      return fmt::format("Stamp of {} database: it is at {} from now on, not at {}; nothing else is changed", database,
                         HeadsText(input.to), HeadsText(input.from));
    case Purpose::kPurge:
      return fmt::format("Stamp of {} database: it is at {} from now on, wherever it was; nothing else is changed", database,
                         HeadsText(input.to));
    case Purpose::kEnsure:
      return fmt::format("The bookkeeping tables of {} database, created where they are missing", database);
  }
  return "";
}

std::string_view DirectionOf(const Input& input) {
  if (input.purpose != Purpose::kMove) return "none: no revision runs";
  return input.direction == graph::Direction::kUpgrade ? "upgrade" : "downgrade";
}

std::string TransactionsOf(const Input& input) {
  if (input.purpose != Purpose::kMove) return "one: a failure leaves nothing behind";
  if (!input.dialect->Has(dialect::Capability::kTransactionalDdl)) {
    return "one for each statement: a failure leaves those before it, and the same script goes on after them";
  }
  if (RunsInOneTransaction(input)) return "one for the whole script: a failure leaves nothing behind";
  const std::string_view again = Resumes(input) ? "; run again, the same script goes on from there" : "";
  if (std::ranges::any_of(input.revisions, IsDivided)) {
    return fmt::format("one for each revision, but for what is listed next: that stays when the script stops after it{}", again);
  }
  return fmt::format("one for each revision: a failure leaves the revisions before it, and nothing of its own{}", again);
}

}  // namespace

void WritePlainHeader(const Context& context, ScriptText& out) {
  const Input& input = context.input;
  const dialect::Dialect& dialect = context.dialect();
  out.Line("-- " + TitleOf(input) + ": the statements alone, to be read.");
  out.Line("-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.");
  out.Line("--");
  Field("Made by:", fmt::format("migc {}", OneLine(input.options.migc_version)), out);
  MadeFromFields(input.options.made_from, out);
  Field("Made for:", fmt::format("{} ({} {} or newer)", dialect.name, dialect.title, dialect::Text(dialect.target)), out);
  WriteEnds(input, out);
  out.Line("--");
  WriteSources(input, out);
  out.Line();
}

void WriteHeader(const Context& context, const Tool& tool, ScriptText& out) {
  const Input& input = context.input;
  const dialect::Dialect& dialect = context.dialect();
  out.Line("-- " + TitleOf(input));
  out.Line("--");
  Field("Made by:", fmt::format("migc {}", OneLine(input.options.migc_version)), out);
  MadeFromFields(input.options.made_from, out);
  Field("Made for:", fmt::format("{} ({} {} or newer)", dialect.name, dialect.title, dialect::Text(dialect.target)), out);
  Field("Apply with:", tool.HowToApply(), out);
  Field("Direction:", DirectionOf(input), out);
  WriteEnds(input, out);
  List("Takes:", tool.Locks(context), out);
  Field("Transactions:", TransactionsOf(input), out);
  // Where each statement is one, that has been said.
  if (input.dialect->Has(dialect::Capability::kTransactionalDdl))
    List("Outside them:", Numbered(input, [](const emit::Statement& statement) { return statement.no_transaction; }), out);
  List("Loses data:", Numbered(input, [](const emit::Statement& statement) { return statement.loses_data; }), out);
  List("Cannot undo:", WhatStays(input), out);
  out.Line("--");
  WriteSources(input, out);
  out.Line();
}

}  // namespace migc::script
