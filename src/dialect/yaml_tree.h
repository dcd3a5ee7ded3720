// YamlTree: a YAML file as plain located values; the wall behind which yaml-cpp and its exceptions stay.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/source/buffers.h"

namespace migc::dialect {

enum class YamlKind : std::uint8_t { kNothing, kScalar, kList, kMap };

struct YamlEntry;

struct YamlNode {
  YamlKind kind = YamlKind::kNothing;
  std::string text;                // kScalar
  std::vector<YamlNode> items;     // kList
  std::vector<YamlEntry> entries;  // kMap, in written order; no key twice
  source::Span span;
};

struct YamlEntry {
  std::string key;
  source::Span key_span;
  YamlNode value;
};

// Nothing when an error was reported.
std::optional<YamlNode> ReadYaml(const source::Buffer& buffer, diag::Sink& sink);

}  // namespace migc::dialect
