// Link: the names that revisions write (parents, dependencies, labels) become numbers, or diagnostics.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "migc/diag/sink.h"
#include "redundancy.h"

namespace migc::graph {

using NameMap = std::map<std::string, Node, std::less<>>;

struct Links {
  NameMap by_id;
  NameMap by_label;
  Edges parents;       // in written order, each once
  Edges dependencies;  // in written order, each once
};

// Reports duplicate and reserved names, and names that nobody carries.
Links LinkRevisions(const std::vector<Revision>& revisions, diag::Sink& sink);

}  // namespace migc::graph
