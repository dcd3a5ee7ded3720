// Questions: a script for the dialect's native tool that changes nothing: each question is a query whose rows the tool prints.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "migc/dialect/dialect.h"
#include "migc/script/script.h"
#include "migc/source/buffers.h"

namespace migc::script {

// A table of migc's own, which may not be there.
enum class OwnTable : std::uint8_t { kNone, kVersion, kHistory };

struct Question {
  std::vector<std::string> comments;  // lines above it, without dashes
  std::string query;                  // one SELECT, without a terminator
  OwnTable needs = OwnTable::kNone;   // without this table `otherwise` is asked
  std::string otherwise;
};

struct Questions {
  const dialect::Dialect* dialect = nullptr;
  Bookkeeping bookkeeping;
  std::vector<std::string> header;  // comment lines, without dashes
  std::vector<Question> questions;
};

// The whole script; UTF-8 with LF, '\n' at its end. It stops at the first failure, and asks the tool for rows without a heading.
// A pure function of its input.
std::string AssembleQuestions(const Questions& questions);

// How the tool is given a script that only asks, and one that changes something: "psql -d DATABASE -f preflight.sql".
std::string HowToAsk(const dialect::Dialect& dialect, std::string_view file);
std::string HowToApply(const dialect::Dialect& dialect, std::string_view file);

// What the same script does when it is run again after it stopped.
enum class Rerun : std::uint8_t {
  kFromTheStart,   // nothing was left
  kAfterRevision,  // it goes on at the first revision that is not recorded
  kAfterStep,      // it goes on after the last statement that was done
  kRefuses,        // it says where the database is; a script from there is compiled
};
Rerun RerunOf(const Input& input);

// The tables of migc as they stand in SQL.
std::string VersionTableOf(const dialect::Dialect& dialect, const Bookkeeping& bookkeeping);
std::string HistoryTableOf(const dialect::Dialect& dialect, const Bookkeeping& bookkeeping);
// A string literal as it must stand in a query.
std::string LiteralFor(const dialect::Dialect& dialect, std::string_view text);

}  // namespace migc::script
