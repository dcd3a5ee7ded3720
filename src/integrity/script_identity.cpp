#include "migc/integrity/script_identity.h"

#include <algorithm>
#include <map>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/base/words.h"

namespace migc::integrity {
namespace {

constexpr std::size_t kNameWidth = 15;
constexpr std::size_t kValueAt = 3 + kNameWidth;
constexpr std::size_t kShortDigits = 12;
constexpr std::size_t kDigits = 64;
constexpr std::string_view kShaMark = "  SHA-256 ";
constexpr std::string_view kDialectFiles = "-- Files of --dialect-path:";

bool IsDigest(std::string_view text) {
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view Trimmed(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

void Replace(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

// The comments at the top: "-- Name:          value", what goes on below it without a name, and "--     path  SHA-256 …".
class HeaderReader {
 public:
  explicit HeaderReader(std::string_view script) {
    // What a transfer put before the first comment is no reason not to read on; the digest shows it.
    bool begun = false;
    for (std::size_t at = 0; at < script.size();) {
      const std::size_t end = std::min(script.find('\n', at), script.size());
      const std::string_view line = script.substr(at, end - at);
      at = end + 1;
      if (line.starts_with("--")) {
        begun = true;
        Read(line);
      } else if (begun) {
        break;
      }
    }
  }

  std::string_view Value(const std::string& name) const {
    auto found = fields_.find(name);
    return found == fields_.end() ? std::string_view() : found->second.front();
  }
  std::optional<std::vector<std::string>> Command() const {
    auto found = fields_.find("Made with:");
    if (found == fields_.end()) return std::nullopt;
    std::vector<std::string> command;
    for (const std::string& word : base::UnwrapWords(found->second)) {
      auto text = base::DecodeWord(word);
      if (!text) return std::nullopt;
      command.push_back(std::move(*text));
    }
    if (command.size() < 2 || command.front() != "migc") return std::nullopt;
    command.erase(command.begin());
    return command;
  }
  std::vector<NamedDigest> sources;
  std::vector<NamedDigest> facts;

 private:
  void Read(std::string_view line) {
    if (line == kDialectFiles) facts_from_here_ = true;
    const std::size_t mark = line.rfind(kShaMark);
    if (line.starts_with("--     ") && mark != std::string_view::npos && IsDigest(line.substr(mark + kShaMark.size()))) {
      auto& list = facts_from_here_ ? facts : sources;
      list.push_back({std::string(line.substr(7, mark - 7)), std::string(line.substr(mark + kShaMark.size()))});
      return;
    }
    if (line.size() <= kValueAt || !line.starts_with("-- ")) return;
    const std::string name(Trimmed(line.substr(3, kNameWidth)));
    const std::string_view value = line.substr(kValueAt);
    if (name.ends_with(':')) {
      last_ = fields_.contains(name) ? nullptr : &fields_[name];
    } else if (!name.empty()) {
      last_ = nullptr;
    }
    if (last_ != nullptr) last_->push_back(value);
  }

  std::map<std::string, std::vector<std::string_view>> fields_;
  std::vector<std::string_view>* last_ = nullptr;
  bool facts_from_here_ = false;
};

// The text without any of the digests that it names.
std::string WithoutDigests(std::string script, const ScriptIdentity& identity) {
  script = WithoutDigest(std::move(script), identity.digest);
  const std::string zeros(kDigits, '0');
  for (const NamedDigest& source : identity.sources) Replace(script, source.sha256, zeros);
  for (const NamedDigest& fact : identity.facts) Replace(script, fact.sha256, zeros);
  return script;
}

}  // namespace

std::optional<ScriptIdentity> ReadScriptIdentity(std::string_view script) {
  HeaderReader header(script);
  ScriptIdentity identity;
  auto command = header.Command();
  identity.digest = header.Value("SHA-256:").substr(0, kDigits);
  const std::string_view made_by = header.Value("Made by:");
  if (!command || !IsDigest(identity.digest) || !made_by.starts_with("migc ")) return std::nullopt;
  identity.migc_version = made_by.substr(5);
  identity.command = std::move(*command);
  identity.from = header.Value("From:");
  identity.to = header.Value("To:");
  identity.sources = std::move(header.sources);
  identity.facts = std::move(header.facts);
  identity.whole = base::Sha256(WithoutDigest(std::string(script), identity.digest)) == identity.digest;
  return identity;
}

std::string WithoutDigest(std::string script, const std::string& digest) {
  Replace(script, digest, std::string(digest.size(), '0'));
  Replace(script, std::string_view(digest).substr(0, kShortDigits), std::string(kShortDigits, '0'));
  return script;
}

std::optional<Difference> FirstDifference(std::string_view left, std::string_view right) {
  if (left == right) return std::nullopt;
  const auto [at_left, at_right] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  const auto same = static_cast<std::size_t>(at_left - left.begin());
  const std::size_t before = same == 0 ? std::string_view::npos : left.rfind('\n', same - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const auto line_of = [&](std::string_view text) {
    return std::string(text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin));
  };
  const auto line = static_cast<std::size_t>(std::count(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) + 1;
  return Difference{line, line_of(left), line_of(right)};
}

std::optional<Difference> FirstDifference(std::string left, const ScriptIdentity& left_identity, std::string right,
                                          const ScriptIdentity& right_identity) {
  return FirstDifference(WithoutDigests(std::move(left), left_identity), WithoutDigests(std::move(right), right_identity));
}

}  // namespace migc::integrity
