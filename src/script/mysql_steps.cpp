#include "script/mysql_steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "script/mysql_lexis.h"

namespace migc::script {
namespace {

bool IsStep(const emit::Statement& statement) { return statement.kind != emit::StatementKind::kNote; }

template <class Visit>
void ForEachStep(const RevisionPart& revision, const Visit& visit) {
  std::size_t number = 0;
  for (const emit::Statement& statement : revision.sql.statements) {
    if (IsStep(statement)) visit(++number, statement);
  }
}

}  // namespace

bool IsRecorded(const emit::Statement& statement, const dialect::Dialect& dialect) {
  return IsStep(statement) && statement.kind != emit::StatementKind::kRequire &&
         KindOf(statement.sql, dialect) != MysqlKind::kSetting;
}

std::size_t StepOf(const NumberedStatement& statement) {
  const auto& all = statement.revision.sql.statements;
  const auto end = all.begin() + (&statement.statement - all.data());
  return static_cast<std::size_t>(std::count_if(all.begin(), end, IsStep)) + 1;
}

std::size_t CountSteps(const RevisionPart& revision) {
  return static_cast<std::size_t>(std::ranges::count_if(revision.sql.statements, IsStep));
}

std::string LedgerText(const emit::Statement& statement, const dialect::Dialect& dialect) {
  return KindOf(statement.sql, dialect) == MysqlKind::kDirect ? base::Sha256(statement.sql) : statement.sql;
}

std::string LedgerEntries(const RevisionPart& revision, const dialect::Dialect& dialect) {
  std::vector<std::string> entries;
  ForEachStep(revision, [&](std::size_t number, const emit::Statement& statement) {
    if (IsRecorded(statement, dialect))
      entries.push_back(fmt::format("({}, '{}')", number, base::Sha256(LedgerText(statement, dialect))));
  });
  return base::Join(entries, ",\n    ");
}

std::vector<std::string> StepsWithoutProbe(const RevisionPart& revision, const dialect::Dialect& dialect) {
  std::vector<std::string> steps;
  ForEachStep(revision, [&](std::size_t number, const emit::Statement& statement) {
    if (!IsRecorded(statement, dialect) || !statement.probe.empty() || IsHarmlessTwice(statement.sql, dialect)) return;
    if (KindOf(statement.sql, dialect) != MysqlKind::kData) steps.push_back(std::to_string(number));
  });
  return steps;
}

bool HasDirectSteps(const RevisionPart& revision, const dialect::Dialect& dialect) {
  bool found = false;
  ForEachStep(revision, [&](std::size_t, const emit::Statement& statement) {
    found = found || (IsRecorded(statement, dialect) && KindOf(statement.sql, dialect) == MysqlKind::kDirect);
  });
  return found;
}

}  // namespace migc::script
