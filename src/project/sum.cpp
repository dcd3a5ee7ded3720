#include "migc/project/sum.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "migc/base/check.h"
#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/base/words.h"

namespace migc::project {
namespace {

constexpr std::string_view kPlain = "._/";
constexpr std::string_view kOpen = "-";
constexpr std::string_view kBase = "base";

std::string Word(std::string_view text) { return base::EncodeWord(text, kPlain); }

bool IsDigest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string ParentsWord(const std::vector<std::string>& parents) {
  std::vector<std::string> words;
  for (const std::string& parent : parents) words.push_back(Word(parent));
  return words.empty() ? std::string(kBase) : base::Join(words, ",");
}

// What the digest of a line is of, but for those of its parents.
std::string OwnWords(const std::string& id, const SumLine& line) {
  std::string words = fmt::format("{} {} {}", Word(id), ParentsWord(line.parents), line.sha256);
  for (const SumFile& file : line.files) words += fmt::format(" {}={}", Word(file.path), file.sha256);
  return words;
}

// Parents before children, and children directly below the last of their parents: depth first, each by its id. What has a parent
// without a line is taken as if it had not that one. A circle is left out.
std::vector<std::string> InOrder(const Sum& sum) {
  std::map<std::string, std::vector<std::string>> children;
  std::map<std::string, std::size_t> waits;
  std::vector<std::string> ready;
  for (const auto& [id, line] : sum) {
    std::set<std::string> parents(line.parents.begin(), line.parents.end());
    std::erase_if(parents, [&](const std::string& parent) { return !sum.contains(parent); });
    for (const std::string& parent : parents) children[parent].push_back(id);
    waits[id] = parents.size();
    if (parents.empty()) ready.push_back(id);
  }
  std::reverse(ready.begin(), ready.end());
  std::vector<std::string> order;
  while (!ready.empty()) {
    std::string id = std::move(ready.back());
    ready.pop_back();
    const auto& next = children[id];
    for (auto child = next.rbegin(); child != next.rend(); ++child) {
      if (--waits[*child] == 0) ready.push_back(*child);
    }
    order.push_back(std::move(id));
  }
  return order;
}

// The digest of each sealed line of `order`: of its own words and the digests of its parents' lines.
std::map<std::string, std::string> Chain(const Sum& sum, const std::vector<std::string>& order) {
  std::map<std::string, std::string> chain;
  for (const std::string& id : order) {
    const SumLine& line = sum.at(id);
    if (!line.Sealed()) continue;
    std::string text = "migc.sum 1\n" + OwnWords(id, line) + "\n";
    for (const std::string& parent : line.parents) {
      auto known = chain.find(parent);
      if (known != chain.end()) text += known->second + "\n";
    }
    chain[id] = base::Sha256(text);
  }
  return chain;
}

class SumReader {
 public:
  SumReader(const source::Buffer& buffer, diag::Sink& sink) : buffer_(buffer), sink_(sink) {}

  std::optional<Sum> Read() {
    const std::size_t errors = sink_.errors();
    const std::string_view text = buffer_.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      place_ = {buffer_.id(), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      at = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.starts_with('#')) continue;
      if (IsConflict(line)) return std::nullopt;
      ReadLine(line);
    }
    if (sink_.errors() == errors) CheckChain();
    if (sink_.errors() != errors) return std::nullopt;
    return std::move(sum_);
  }

 private:
  void Wrong(std::optional<source::Span> place, const std::string& what, const std::string& help) {
    sink_.Report(diag::Make(diag::Kind::kSumSyntax, place, what).WithHelp(help));
  }

  bool IsConflict(std::string_view line) {
    if (!line.starts_with("<<<<<<<") && !line.starts_with("=======") && !line.starts_with(">>>>>>>")) return false;
    Wrong(place_, "a merge left a conflict here: two people have put revisions after the same one",
          "delete the lines of the conflict's marks and keep all others; then `migc seal`, and `migc merge` joins the heads");
    return true;
  }

  void ReadLine(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      words.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    SumLine line;
    line.span = place_;
    auto id = words.size() < 4 ? std::nullopt : base::DecodeWord(words[0]);
    bool good = id && !id->empty() && ReadParents(words[1], line.parents);
    if (good && (words[2] != kOpen || words[3] != kOpen)) {
      line.sha256 = words[2];
      good = IsDigest(words[2]) && IsDigest(words[3]);
    }
    for (std::size_t i = 4; good && i < words.size(); ++i) good = line.Sealed() && ReadFile(words[i], line.files);
    if (!good) {
      return Wrong(place_, "this is no line of migc.sum: a revision, its parents, the SHA-256 of its file, that of the line",
                   "take the file as it is in the repository, then `migc seal`");
    }
    if (auto [known, fresh] = sum_.emplace(*id, line); !fresh) {
      return Wrong(place_, fmt::format("revision \"{}\" has two lines", *id),
                   "delete the one that is not of its file, then `migc seal`");
    }
    chain_[*id] = words[3];
  }

  static bool ReadParents(std::string_view word, std::vector<std::string>& parents) {
    if (word == kBase) return true;
    for (std::size_t at = 0; at <= word.size();) {
      const std::size_t end = std::min(word.find(',', at), word.size());
      auto parent = base::DecodeWord(word.substr(at, end - at));
      if (!parent || parent->empty()) return false;
      parents.push_back(std::move(*parent));
      at = end + 1;
    }
    return true;
  }

  static bool ReadFile(std::string_view word, std::vector<SumFile>& files) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || !IsDigest(word.substr(equals + 1))) return false;
    auto path = base::DecodeWord(word.substr(0, equals));
    if (!path || path->empty()) return false;
    files.push_back({std::move(*path), std::string(word.substr(equals + 1))});
    return true;
  }

  void CheckChain() {
    const std::vector<std::string> order = InOrder(sum_);
    const auto chain = Chain(sum_, order);
    if (order.size() != sum_.size()) {
      return Wrong(std::nullopt, "in migc.sum a revision is its own ancestor",
                   "take the file as it is in the repository, then `migc seal`");
    }
    for (const auto& [id, line] : sum_) {
      if (!line.Sealed()) continue;
      const std::string help = "take the file as it is in the repository, then `migc seal`";
      for (const std::string& parent : line.parents) {
        auto known = sum_.find(parent);
        if (known != sum_.end() && known->second.Sealed()) continue;
        Wrong(line.span, fmt::format("revision \"{}\" is sealed, and its parent \"{}\" is not", id, parent), help);
        return;
      }
      auto wanted = chain.find(id);
      if (wanted != chain.end() && wanted->second == chain_.at(id)) continue;
      // Only the first in their order is wrong by itself, but which one that is, a person sees in the difference.
      Wrong(line.span,
            fmt::format("the line of revision \"{}\" does not vouch for itself and its parents; was it changed by hand?", id),
            help);
    }
  }

  const source::Buffer& buffer_;
  diag::Sink& sink_;
  source::Span place_;
  Sum sum_;
  std::map<std::string, std::string> chain_;  // as read
};

}  // namespace

std::optional<Sum> ReadSum(const source::Buffer& buffer, diag::Sink& sink) { return SumReader(buffer, sink).Read(); }

std::string SumText(const Sum& sum) {
  std::string text =
      "# migc.sum\n"
      "# What every migration was when it was sealed: its id, its parents, the SHA-256 of its file (- when it is not sealed yet), "
      "that\n"
      "# of this line and its parents' lines, and those of the files that it names. `migc seal` keeps this file; it belongs into "
      "the\n"
      "# repository. A conflict here is a sign that two people have put migrations after the same one.\n";
  const std::vector<std::string> order = InOrder(sum);
  CHECK(order.size() == sum.size());  // revisions of a graph, or lines that were read
  const auto chain = Chain(sum, order);
  for (const std::string& id : order) {
    const SumLine& line = sum.at(id);
    if (!line.Sealed()) {
      text += fmt::format("{} {} {} {}\n", Word(id), ParentsWord(line.parents), kOpen, kOpen);
      continue;
    }
    text += fmt::format("{} {} {} {}", Word(id), ParentsWord(line.parents), line.sha256, chain.at(id));
    for (const SumFile& file : line.files) text += fmt::format(" {}={}", Word(file.path), file.sha256);
    text += '\n';
  }
  return text;
}

}  // namespace migc::project
