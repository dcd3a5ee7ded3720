// TypeFact: reads how a dialect spells a type: `VARCHAR(n)`, or a map with its limits, or one of each per version.
#pragma once

#include <string>
#include <vector>

#include "dialect/facts.h"

namespace migc::dialect {

// The keys of `types:`, in the order of the types table.
std::vector<std::string> TypeKeys();
// The key of a type: its keyword with '_' for blanks, "timestamp_tz" with a time zone; "" for an enum and for native text.
std::string TypeKeyOf(const ir::Type& type);

std::vector<TypeFact> ReadTypeFacts(const std::string& key, const YamlNode& node, diag::Sink& sink);

}  // namespace migc::dialect
