#include "migc/bundle/verify.h"

#include "bundle/verify_facts.h"

namespace migc::bundle {

std::string VerifyScript(const VerifyInput& input) {
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
