#include "migc/bundle/verify.h"

#include <fmt/format.h>

#include "bundle/verify_facts.h"
#include "migc/bundle/check_script.h"
#include "migc/dialect/lineage.h"

namespace migc::bundle {

namespace {

// Of a relative whose catalog was never seen, only what is sure is asked.
bool IsHeld(const dialect::Dialect& dialect) {
  return !dialect::IsTidb(dialect) && !dialect::IsRedshift(dialect) && !dialect::IsCockroachdb(dialect);
}

std::string VerifyRevisions(const VerifyInput& input) {
  std::vector<CheckRow> rows = ServerRows(input.frame);
  rows.push_back(AtRevisions(input.frame, input.frame.to));
  const dialect::Dialect& dialect = *input.frame.dialect;
  const bool redshift = dialect::IsRedshift(dialect);
  const std::string_view catalog = dialect.tool == dialect::Tool::kPsql ? "catalog" : "information_schema";
  return CheckScript(
      input.frame, fmt::format("After the upgrade of {} database: is it there?", WithArticle(dialect.title)), rows,
      {fmt::format("The shape of tables is not asked after: what the {} of {} says of types, defaults and", catalog, dialect.title),
       fmt::format("{} is not known well enough to be held to. Compare {}.", redshift ? "keys" : "checks",
                   redshift ? "SHOW TABLE" : "SHOW CREATE TABLE")});
}

}  // namespace

std::string VerifyScript(const VerifyInput& input) {
  if (!IsHeld(*input.frame.dialect)) return VerifyRevisions(input);
  switch (input.frame.dialect->tool) {
    case dialect::Tool::kPsql:
      return VerifyForPsql(input);
    case dialect::Tool::kMysql:
      return VerifyForMysql(input);
    case dialect::Tool::kSqlite3:
      return VerifyForSqlite3(input);
    case dialect::Tool::kSqlcmd:
      return VerifyForSqlcmd(input);
    case dialect::Tool::kSqlplus:
      return VerifyForSqlplus(input);
    case dialect::Tool::kDuckdb:
      return VerifyForDuckdb(input);
  }
  return "";
}

}  // namespace migc::bundle
