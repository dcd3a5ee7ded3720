// ConfigReader: migc.yaml as typed, located values; the wall behind which yaml-cpp and its exceptions stay.
#pragma once

#include <yaml-cpp/yaml.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/project/project.h"
#include "migc/source/buffers.h"

namespace migc::project {

// A key of a mapping and what reads its value.
struct KeyReader {
  std::string key;
  std::function<void(const YAML::Node& value)> read;
};

class ConfigReader {
 public:
  ConfigReader(const source::Buffer& buffer, diag::Sink& sink) : buffer_(buffer), sink_(sink) {}

  source::Span SpanOf(const YAML::Node& node) const;
  source::Span SpanAt(const YAML::Mark& mark, std::size_t length) const;

  // Calls `entry` for every key, each once; a key that is no word or stands there twice is reported.
  void EachKey(const YAML::Node& map, const std::function<void(const Setting<std::string>& key, const YAML::Node& value)>& entry);
  // The keys of a mapping are known; `where` ends the message about another one: "in migc.yaml".
  void Keys(const YAML::Node& map, std::string_view where, const std::vector<KeyReader>& readers);

  // Nothing, and reported, when the value is of another kind.
  std::optional<Setting<std::string>> Text(std::string_view key, const YAML::Node& node);
  std::optional<Setting<std::string>> Name(std::string_view key, const YAML::Node& node);  // text that is not empty
  std::optional<bool> Flag(std::string_view key, const YAML::Node& node);

  void WrongValue(std::string_view key, const YAML::Node& node, std::string_view wanted);
  diag::Sink& sink() { return sink_; }

 private:
  const source::Buffer& buffer_;
  diag::Sink& sink_;
};

}  // namespace migc::project
