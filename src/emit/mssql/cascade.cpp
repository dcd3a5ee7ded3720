#include "emit/mssql/cascade.h"

#include "emit/mssql/literal.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

bool Cascades(ir::ReferenceAction action) {
  return action == ir::ReferenceAction::kCascade || action == ir::ReferenceAction::kSetNull ||
         action == ir::ReferenceAction::kSetDefault;
}

}  // namespace

std::string CascadeGraph::KeyOf(const ir::Name& name) const { return base::LowerAscii(Qualified(name, dialect_).Text()); }

void CascadeGraph::Set(const ir::Table& table) {
  std::vector<Edge>& edges = edges_[KeyOf(table.name)];
  edges.clear();
  for (const ir::Constraint& constraint : table.constraints) {
    const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key == nullptr) continue;
    edges.push_back({KeyOf(key->table), KeyOf(table.name), base::LowerAscii(constraint.name.text), Cascades(key->on_delete),
                     Cascades(key->on_update)});
  }
}

std::set<std::string> CascadeGraph::Reached(const std::string& from, bool on_delete, bool children, const Edge& without) const {
  std::set<std::string> reached = {from};
  for (bool more = true; more;) {
    more = false;
    for (const auto& [table, edges] : edges_) {
      for (const Edge& edge : edges) {
        if (!(on_delete ? edge.on_delete : edge.on_update) || (edge.to == without.to && edge.name == without.name)) continue;
        const std::string& here = children ? edge.from : edge.to;
        const std::string& there = children ? edge.to : edge.from;
        if (reached.contains(here) && reached.insert(there).second) more = true;
      }
    }
  }
  return reached;
}

std::optional<std::string> CascadeGraph::FaultOf(const Edge& edge, bool on_delete) const {
  const std::string_view event = on_delete ? "a delete" : "an update";
  const std::set<std::string> below = Reached(edge.to, on_delete, true, edge);
  const std::set<std::string> above = Reached(edge.from, on_delete, false, edge);
  if (below.contains(edge.from)) return "a way on which " + std::string(event) + " comes back to where it began";
  for (const std::string& start : above) {
    for (const std::string& end : Reached(start, on_delete, true, edge)) {
      if (end == start || !below.contains(end)) continue;
      return "the second way on which " + std::string(event) + " of \"" + start + "\" reaches \"" + end + "\"";
    }
  }
  return std::nullopt;
}

std::optional<std::string> CascadeGraph::FaultOf(const ir::Name& table, const ir::Constraint& constraint) const {
  const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
  if (key == nullptr) return std::nullopt;
  const Edge edge{KeyOf(key->table), KeyOf(table), base::LowerAscii(constraint.name.text), Cascades(key->on_delete),
                  Cascades(key->on_update)};
  if (edge.on_delete) {
    if (auto fault = FaultOf(edge, true)) return fault;
  }
  return edge.on_update ? FaultOf(edge, false) : std::nullopt;
}

}  // namespace migc::emit::mssql
