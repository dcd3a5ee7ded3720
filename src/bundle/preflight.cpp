#include "migc/bundle/preflight.h"

#include <fmt/format.h>

#include "bundle/data_checks.h"
#include "bundle/table_sizes.h"
#include "migc/base/text.h"
#include "migc/bundle/check_script.h"

namespace migc::bundle {
namespace {

void AddRevision(const std::vector<catalog::Step>& steps, const emit::RevisionSql& sql, DataChecks& data, TableSizes& sizes) {
  // The author's own, in their order; what a back end asks of the server does not depend on where in the revision it stands.
  std::vector<const emit::Statement*> required;
  for (const emit::Statement& statement : sql.statements) {
    if (statement.kind != emit::StatementKind::kRequire) continue;
    if (statement.up_front) {
      data.AddRequired(statement);
    } else {
      required.push_back(&statement);
    }
  }
  std::size_t next = 0;
  for (const catalog::Step& step : steps) {
    if (!std::holds_alternative<ir::Require>(step.operation.body)) {
      sizes.Add(step, data.lineage());
      data.Add(step);
    } else if (next < required.size()) {
      data.AddRequired(*required[next++]);
    }
  }
}

}  // namespace

std::string PreflightScript(const PreflightInput& input) {
  std::vector<CheckRow> rows = ServerRows(input.frame);
  rows.push_back(AtRevisions(input.frame, input.frame.from));
  DataChecks data(input.frame, *input.before);
  TableSizes sizes(input.frame);
  for (std::size_t i = 0; i < input.steps->size(); ++i) AddRevision((*input.steps)[i], (*input.sql)[i], data, sizes);
  // They come first: how long the checks take goes by them, too.
  const std::vector<CheckRow> known = sizes.Rows();
  rows.insert(rows.end(), known.begin(), known.end());
  rows.insert(rows.end(), data.rows.begin(), data.rows.end());
  std::vector<std::string> remarks;
  if (!data.remarks.empty()) {
    remarks.emplace_back("What cannot be asked before the upgrade, since the upgrade itself makes or changes it first:");
    for (const std::string& remark : data.remarks) remarks.push_back("  " + remark);
  }
  const std::string from = input.frame.from.empty() ? "base" : base::Join(input.frame.from, ", ");
  const std::string to = input.frame.to.empty() ? "base" : base::Join(input.frame.to, ", ");
  return CheckScript(input.frame,
                     fmt::format("Before the upgrade of {} database from {} to {}: will its data let it through?",
                                 WithArticle(input.frame.dialect->title), from, to),
                     rows, remarks);
}

}  // namespace migc::bundle
