#include "config_reader.h"

#include <algorithm>
#include <set>

#include "migc/base/nearest.h"

namespace migc::project {
namespace {

std::string KindOf(const YAML::Node& node) {
  if (node.IsMap()) return "a mapping";
  if (node.IsSequence()) return "a list";
  if (node.IsScalar()) return "\"" + node.Scalar() + "\"";
  return "empty";
}

}  // namespace

source::Span ConfigReader::SpanAt(const YAML::Mark& mark, std::size_t length) const {
  auto size = static_cast<std::uint32_t>(buffer_.text().size());
  if (mark.is_null() || mark.pos < 0) return {buffer_.id(), 0, 0};
  // yaml-cpp counts bytes of UTF-8, but not those of a byte order mark.
  std::uint32_t skipped = buffer_.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::uint32_t begin = std::min(static_cast<std::uint32_t>(mark.pos) + skipped, size);
  auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(buffer_.text().find('\n', begin), size));
  return {buffer_.id(), begin, std::min(begin + static_cast<std::uint32_t>(std::min<std::size_t>(length, size)), line_end)};
}

source::Span ConfigReader::SpanOf(const YAML::Node& node) const {
  std::size_t length = 1;
  if (node.IsScalar()) {
    auto span = SpanAt(node.Mark(), 1);
    auto first = buffer_.Text(span);
    bool quoted = first == "\"" || first == "'";
    length = node.Scalar().size() + (quoted ? 2 : 0);
  }
  return SpanAt(node.Mark(), length);
}

void ConfigReader::EachKey(const YAML::Node& map,
                           const std::function<void(const Setting<std::string>& key, const YAML::Node& value)>& entry) {
  std::set<std::string> seen;
  for (const auto& pair : map) {
    if (!pair.first.IsScalar()) {
      WrongValue("key", pair.first, "a word");
      continue;
    }
    Setting<std::string> key(pair.first.Scalar(), SpanOf(pair.first));
    if (!seen.insert(key.value).second) {
      sink_.Report(diag::Make(diag::Kind::kConfigDuplicateKey, key.span, key.value).WithHelp("delete one of the two"));
      continue;
    }
    entry(key, pair.second);
  }
}

void ConfigReader::Keys(const YAML::Node& map, std::string_view where, const std::vector<KeyReader>& readers) {
  EachKey(map, [&](const Setting<std::string>& key, const YAML::Node& value) {
    auto reader = std::find_if(readers.begin(), readers.end(), [&](const KeyReader& known) { return known.key == key.value; });
    if (reader != readers.end()) return reader->read(value);
    std::vector<std::string> known;
    for (const auto& each : readers) known.push_back(each.key);
    auto diagnostic = diag::Make(diag::Kind::kConfigUnknownKey, key.span, key.value, where);
    if (auto nearest = base::NearestName(key.value, known)) {
      diagnostic.help = "did you mean \"" + *nearest + "\"?";
    } else {
      diagnostic.help = "the keys are ";
      for (std::size_t i = 0; i < known.size(); ++i) diagnostic.help += (i == 0 ? "" : ", ") + known[i];
    }
    sink_.Report(std::move(diagnostic));
  });
}

std::optional<Setting<std::string>> ConfigReader::Text(std::string_view key, const YAML::Node& node) {
  if (!node.IsScalar()) {
    WrongValue(key, node, "one value");
    return std::nullopt;
  }
  return Setting<std::string>(node.Scalar(), SpanOf(node));
}

std::optional<Setting<std::string>> ConfigReader::Name(std::string_view key, const YAML::Node& node) {
  auto text = Text(key, node);
  if (text && text->value.empty()) {
    WrongValue(key, node, "a name");
    return std::nullopt;
  }
  return text;
}

std::optional<bool> ConfigReader::Flag(std::string_view key, const YAML::Node& node) {
  if (node.IsScalar() && node.Scalar() == "true") return true;
  if (node.IsScalar() && node.Scalar() == "false") return false;
  WrongValue(key, node, "true or false");
  return std::nullopt;
}

void ConfigReader::WrongValue(std::string_view key, const YAML::Node& node, std::string_view wanted) {
  sink_.Report(diag::Make(diag::Kind::kConfigWrongValue, SpanOf(node), key, KindOf(node), wanted));
}

}  // namespace migc::project
