#include "integration/verify_check.h"

#include <gtest/gtest.h>

#include <regex>

#include "migc/base/text.h"
#include "migc/bundle/verify.h"

namespace migc::integration {
namespace {

std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// The fields of a row as psql, sqlite3 and mysql print them.
std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields = {""};
  for (const char c : line) {
    if (c == '|' || c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  for (std::string& field : fields) field = Trimmed(field);
  return fields;
}

}  // namespace

std::string VerifyScriptOf(const support::SchemaAt& before, const support::SchemaAt& after, const std::vector<std::string>& heads) {
  const source::Buffers buffers;
  bundle::VerifyInput input;
  input.frame.dialect = &after.dialect;
  input.frame.backend = after.backend;
  input.frame.buffers = &buffers;
  input.frame.to = heads;
  input.before = &before.catalog;
  input.after = &after.catalog;
  return bundle::VerifyScript(input);
}

Verdict ReadVerdict(const support::ProcessResult& result) {
  Verdict verdict;
  for (const std::string_view line : base::SplitLines(result.out)) {
    const std::vector<std::string> fields = Fields(std::string(line));
    const std::string& last = fields.back();
    if (fields.size() == 5 && (last == "MISSING" || last == "DIFFERENT")) {
      verdict.failures.insert(fields[0] + " " + fields[1] + " " + last);
    }
    if (fields.size() == 5 && last == "unseen") verdict.unseen.insert(fields[0] + " " + fields[1]);
  }
  std::smatch found;
  if (std::regex_search(result.out, found, std::regex(R"(MIGC-VERIFY 1 \S+ \S+ (\d+) (\d+)\n$)"))) {
    verdict.checks = std::stoi(found[1]);
    verdict.failed = std::stoi(found[2]);
  }
  return verdict;
}

void ExpectVerified(Database& database, const support::SchemaAt& before, const support::SchemaAt& after) {
  std::vector<std::string> heads;
  for (const auto& row : database.Rows("SELECT version_num FROM migc_version")) heads.push_back(row[0]);
  const std::string script = VerifyScriptOf(before, after, heads);
  const support::ProcessResult result = database.Run(script);
  const Verdict verdict = ReadVerdict(result);
  EXPECT_EQ(result.status, 0) << result.err << result.out << "\n" << script;
  EXPECT_EQ(result.err, "") << script;
  EXPECT_EQ(verdict.failures, std::set<std::string>()) << result.out << "\n" << script;
  EXPECT_EQ(verdict.failed, 0) << result.out;
  EXPECT_GT(verdict.checks, 0) << result.out;
}

}  // namespace migc::integration
