#include <fmt/format.h>

#include "commands.h"
#include "listing.h"
#include "migc/project/project.h"
#include "target.h"

namespace migc::driver {
namespace {

std::string_view ToolName(dialect::Tool tool) {
  switch (tool) {
    case dialect::Tool::kPsql:
      return "psql";
    case dialect::Tool::kMysql:
      return "mysql";
    case dialect::Tool::kSqlite3:
      return "sqlite3";
    case dialect::Tool::kSqlcmd:
      return "sqlcmd";
    case dialect::Tool::kSqlplus:
      return "sqlplus";
    case dialect::Tool::kDuckdb:
      return "duckdb";
  }
  return "";
}

// They can be listed where there is no project too.
void RunDialects(Context& context, bool json) {
  auto project = project::DefaultProject(".");
  auto dialects = Dialects::Open(context, project);
  if (!dialects) return;
  Json list = Json::array();
  std::string text;
  for (const auto& name : dialects->known()) {
    auto dialect = dialects->Load(context, name, "");
    if (!dialect) return;
    bool printed = FindBackend(context.backends(), *dialect) != nullptr;
    std::string versions = dialect::Text(dialect->oldest) + " to " + dialect::Text(dialect->newest);
    text += fmt::format("{:<12} {:<15} {:<16} {}{}\n", name, dialect->title, versions, ToolName(dialect->tool),
                        printed ? "" : "  (known, not printed yet)");
    Json item;
    item["name"] = name;
    item["title"] = dialect->title;
    item["oldest"] = dialect::Text(dialect->oldest);
    item["newest"] = dialect::Text(dialect->newest);
    item["tool"] = ToolName(dialect->tool);
    item["extends"] = std::vector<std::string>(dialect->lineage.begin() + 1, dialect->lineage.end());
    item["printed"] = printed;
    list.push_back(std::move(item));
  }
  context.Print(json ? JsonText(list) : text);
}

}  // namespace

Command DefineDialects(CLI::App& parent) {
  auto json = std::make_shared<bool>(false);
  auto* app = parent.add_subcommand("dialects", "List the databases that migc knows, with their versions and tools");
  app->add_flag("--json", *json, "as JSON");
  return {app, [json](Context& context) { RunDialects(context, *json); }};
}

}  // namespace migc::driver
