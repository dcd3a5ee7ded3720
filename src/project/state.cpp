#include "migc/project/state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "config_reader.h"
#include "migc/base/text.h"

namespace migc::project {
namespace {

constexpr std::string_view kMark = "MIGC-RECEIPT";
constexpr std::string_view kForm = "1";

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  constexpr std::string_view kBlank = " \t\r\n|\"";
  for (std::size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos; at = text.find_first_not_of(kBlank, at)) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// `%20` is a blank; nothing when an escape is not whole.
std::optional<std::string> Decoded(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != '%') {
      text += word[i];
      continue;
    }
    unsigned value = 0;
    const char* begin = word.data() + i + 1;
    if (i + 2 >= word.size() || std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2) return std::nullopt;
    text += static_cast<char>(value);
    i += 2;
  }
  return text;
}

// "base", or ids with commas between them.
std::optional<std::vector<std::string>> Heads(std::string_view word) {
  std::vector<std::string> heads;
  if (word == "base") return heads;
  for (std::size_t at = 0; at <= word.size();) {
    const std::size_t end = std::min(word.find(',', at), word.size());
    auto id = Decoded(word.substr(at, end - at));
    if (!id || id->empty()) return std::nullopt;
    heads.push_back(std::move(*id));
    at = end + 1;
  }
  std::sort(heads.begin(), heads.end());
  return heads;
}

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

class StateReader {
 public:
  StateReader(const source::Buffer& buffer, diag::Sink& sink) : reader_(buffer, sink) {}

  State Read(const YAML::Node& root) {
    if (root.IsNull()) return {};
    if (!root.IsMap()) {
      reader_.WrongValue(kStateName, root, "a mapping of keys to values");
      return {};
    }
    State state;
    reader_.Keys(root, "in migc.state.yaml", {{"environments", [&](const YAML::Node& node) {
                                                 if (!node.IsMap())
                                                   return reader_.WrongValue("environments", node, "a mapping of names");
                                                 reader_.EachKey(node,
                                                                 [&](const Setting<std::string>& name, const YAML::Node& value) {
                                                                   state[name.value] = ReadEnvironment(value);
                                                                 });
                                               }}});
    return state;
  }

 private:
  EnvironmentState ReadEnvironment(const YAML::Node& node) {
    EnvironmentState environment;
    if (!node.IsMap()) {
      reader_.WrongValue("environments", node, "a mapping of dialect, at and receipts");
      return environment;
    }
    reader_.Keys(node, "of an environment",
                 {{"dialect",
                   [&](const YAML::Node& value) {
                     if (auto name = reader_.Name("dialect", value)) environment.dialect = name->value;
                   }},
                  {"at", [&](const YAML::Node& value) { environment.at = ReadList("at", value); }},
                  {"receipts", [&](const YAML::Node& value) { environment.receipts = ReadList("receipts", value); }}});
    std::sort(environment.at.begin(), environment.at.end());
    return environment;
  }

  std::vector<std::string> ReadList(std::string_view key, const YAML::Node& node) {
    std::vector<std::string> list;
    if (!node.IsSequence()) {
      reader_.WrongValue(key, node, "a list");
      return list;
    }
    for (const YAML::Node& item : node) {
      if (auto text = reader_.Name(key, item)) list.push_back(text->value);
    }
    return list;
  }

  ConfigReader reader_;
};

}  // namespace

std::optional<Receipt> ParseReceipt(std::string_view line) {
  const std::size_t mark = line.find(kMark);
  if (mark == std::string_view::npos) return std::nullopt;
  const std::vector<std::string> words = Words(line.substr(mark));
  if (words.size() < 7 || words[0] != kMark || words[1] != kForm) return std::nullopt;
  auto dialect = Decoded(words[2]);
  auto from = Heads(words[3]);
  auto to = Heads(words[4]);
  const bool digits = words[5].size() == 12 && words[5].find_first_not_of("0123456789abcdef") == std::string::npos;
  std::size_t revisions = 0;
  const std::string& count = words[6];
  const bool counted = std::from_chars(count.data(), count.data() + count.size(), revisions).ptr == count.data() + count.size();
  if (!dialect || !from || !to || !digits || !counted) return std::nullopt;
  const std::vector<std::string> whole(words.begin(), words.begin() + 7);
  return Receipt{std::move(*dialect), std::move(*from), std::move(*to), words[5], revisions, base::Join(whole, " ")};
}

std::optional<State> ReadState(const source::Buffer& buffer, diag::Sink& sink) {
  const std::size_t errors = sink.errors();
  State state;
  try {
    state = StateReader(buffer, sink).Read(YAML::Load(std::string(buffer.text())));
  } catch (const YAML::Exception& error) {
    const auto place = ConfigReader(buffer, sink).SpanAt(error.mark, 1);
    sink.Report(diag::Make(diag::Kind::kConfigSyntax, place, error.msg));
  }
  if (sink.errors() != errors) return std::nullopt;
  return state;
}

std::string StateText(const State& state) {
  std::string text =
      "# What each environment is at, by the receipts of the scripts that ran there. `migc receipt add` keeps this file; it "
      "belongs into\n"
      "# the repository, and is reviewed as any other change.\n"
      "environments:";
  text += state.empty() ? " {}\n" : "\n";
  for (const auto& [name, environment] : state) {
    std::vector<std::string> at;
    for (const std::string& id : environment.at) at.push_back(Quoted(id));
    text += fmt::format("  {}:\n    dialect: {}\n    at: [{}]\n", Quoted(name), Quoted(environment.dialect), base::Join(at, ", "));
    text += environment.receipts.empty() ? "    receipts: []\n" : "    receipts:\n";
    for (const std::string& receipt : environment.receipts) text += fmt::format("      - {}\n", Quoted(receipt));
  }
  return text;
}

}  // namespace migc::project
