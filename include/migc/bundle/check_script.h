// CheckScript: a script that only asks: one row for each check, which says whether it holds and how many things are wrong, or what
// is worth to know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/bundle/frame.h"
#include "migc/script/questions.h"

namespace migc::bundle {

struct CheckRow {
  std::string name;                   // as a fact that should hold: "no nulls in account.nick"
  std::string query;                  // one SELECT, which gives one number: how many things are wrong
  std::string where;                  // "migrations/1975_account.mig:12", or empty
  std::vector<std::string> comments;  // lines above it, without dashes
  // A table of migc's own that must be there for the query to be asked at all; without it the number is `when_missing`.
  script::OwnTable table = script::OwnTable::kNone;
  std::size_t when_missing = 0;
  bool informs = false;  // nothing can be wrong: `query` gives one text, and the answer is info
};

// `remarks`: comment lines before the first check.
std::string CheckScript(const Frame& frame, std::string_view title, const std::vector<CheckRow>& rows,
                        const std::vector<std::string>& remarks);

// The server is the product, and at least of the version, that the scripts were compiled for.
std::vector<CheckRow> ServerRows(const Frame& frame);
// The version table has these rows and no other.
CheckRow AtRevisions(const Frame& frame, const std::vector<std::string>& heads);

}  // namespace migc::bundle
