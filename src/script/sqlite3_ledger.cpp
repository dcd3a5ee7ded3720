#include "script/sqlite3_ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"
#include "script/sqlite3_text.h"

namespace migc::script::sqlite3 {
namespace {

constexpr std::string_view kTable = "migc_step";

std::string Unknown(const Context& context) {
  std::vector<std::string> known;
  for (const RevisionPart& revision : context.input.revisions) {
    if (!RunsInParts(context, revision)) continue;
    known.push_back(
        fmt::format("({}, {}, '{}')", IndexOf(context.input, revision), Literal(context, revision.id), RevisionSha(revision)));
  }
  return fmt::format("{} WHERE ((SELECT done FROM temp.migc_run), revision, statement_sha256) NOT IN (VALUES\n  {})", kTable,
                     base::Join(known, ",\n  "));
}

}  // namespace

bool KeepsLedger(const Context& context) {
  return std::ranges::any_of(context.input.revisions, [&](const RevisionPart& revision) { return RunsInParts(context, revision); });
}

void WriteLedgerStop(const Context& context, ScriptText& out) {
  WriteStop(context, "begun",
            fmt::format("a revision was begun by another script and is not complete (see the line before): run that one to its end "
                        "first, or finish or undo the revision by hand and empty {}; nothing was changed",
                        kTable),
            out);
}

void WriteLedger(const Context& context, ScriptText& out) {
  out.Line("-- The ledger: which parts of a revision are done, while it is not complete.");
  out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", kTable));
  out.Line("  revision VARCHAR(128) NOT NULL,");
  out.Line("  step INTEGER NOT NULL,");
  out.Line("  statement_sha256 CHAR(64) NOT NULL,");
  out.Line("  PRIMARY KEY (revision, step)");
  out.Line(");");
  const std::string unknown = Unknown(context);
  out.Line(fmt::format("SELECT 'migc: revision ' || revision || ' was begun' FROM {} LIMIT 1;", unknown));
  WriteStopWhen("begun", fmt::format("EXISTS (SELECT 1 FROM {})", unknown), out);
  out.Line();
}

std::string PartIsDue(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("{} AND NOT EXISTS (SELECT 1 FROM {} WHERE revision = {} AND step = {})", IsDue(context, revision), kTable,
                     Literal(context, revision.id), part);
}

std::string NothingIsDone(const Context& context, const RevisionPart& revision) {
  return fmt::format("{} AND NOT EXISTS (SELECT 1 FROM {} WHERE revision = {})", IsDue(context, revision), kTable,
                     Literal(context, revision.id));
}

std::string RecordDone(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("INSERT INTO {} (revision, step, statement_sha256) VALUES ({}, {}, '{}');", kTable,
                     Literal(context, revision.id), part, RevisionSha(revision));
}

std::string ForgetParts(const Context& context, const RevisionPart& revision) {
  return fmt::format("DELETE FROM {} WHERE revision = {};", kTable, Literal(context, revision.id));
}

bool StandsAlone(const emit::Statement& statement) {
  const std::string word = emit::FirstWord(statement.sql, dialect::Lexical{});
  return word == "VACUUM" || word == "PRAGMA" || word == "ATTACH" || word == "DETACH";
}

}  // namespace migc::script::sqlite3
