#include "migc/cache/run_cache.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <utility>

#include "migc/base/check.h"
#include "migc/base/hash.h"

namespace migc::cache {
namespace {

constexpr unsigned kSlots = 32;
// A script of 100,000 revisions is larger; it is not kept.
constexpr std::size_t kMaxEntryBytes = 64U << 20U;

std::optional<std::string> KeyPath(const source::FileSystem& files, const Variables& variables) {
  const auto absolute = [&](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end() || !found->second.starts_with('/')) return std::nullopt;
    return found->second;
  };
  if (auto directory = absolute("XDG_CACHE_HOME")) return source::JoinPath(*directory, "migc/cache.key");
  // A home that is not there is not made: it is that of a user who has none.
  if (auto home = absolute("HOME"); home && files.IsDirectory(*home)) return source::JoinPath(*home, ".cache/migc/cache.key");
  return std::nullopt;
}

}  // namespace

std::string RunOf(const std::vector<std::string>& given) {
  std::string all;
  for (const auto& part : given) all += fmt::format("{} ", part.size()) + part;
  return base::Sha256(all);
}

std::optional<std::string> FindKey(const source::FileSystem& files, const Variables& variables) {
  const auto path = KeyPath(files, variables);
  if (!path) return std::nullopt;
  auto key = files.Read(*path, kKeyBytes);
  if (!key || key.value().size() != kKeyBytes) return std::nullopt;
  return std::move(key).value();
}

std::optional<std::string> MakeKey(source::FileSystem& files, const Variables& variables, const CreatePrivate& create_private) {
  const auto path = KeyPath(files, variables);
  if (!path || !files.MakeDirectory(source::DirectoryOf(*path))) return std::nullopt;
  std::string key(kKeyBytes, '\0');
  CHECK(sodium_init() >= 0);
  randombytes_buf(key.data(), key.size());
  return create_private(*path, key) ? key : FindKey(files, variables);
}

RunCache::RunCache(source::FileSystem& files, const std::string& root)
    : files_(files), directory_(source::JoinPath(root, ".migc")) {
  CHECK(sodium_init() >= 0);  // looks for the processor's fastest BLAKE2b
}

std::string RunCache::PathOf(const std::string& run) const {
  unsigned slot = 0;
  for (const char c : run) slot = (slot * 31 + static_cast<unsigned char>(c)) % kSlots;
  return source::JoinPath(directory_, fmt::format("cache/{:02}", slot));
}

std::optional<Entry> RunCache::Find(const std::string& run, std::string_view key) const {
  const auto text = files_.Read(PathOf(run), kMaxEntryBytes);
  if (!text) return std::nullopt;
  auto entry = ReadEntry(text.value(), key);
  if (!entry || entry->run != run) return std::nullopt;
  const bool same = std::all_of(entry->asked.begin(), entry->asked.end(),
                                [&](const Asked& asked) { return AnswerNow(files_, asked) == asked.answer; });
  if (!same) return std::nullopt;
  return entry;
}

// A repository may hold symbolic links, which WriteWhole follows: with one in the place of an entry, any file could be written
// over.
bool RunCache::LeadsElsewhere(const std::string& path) const {
  const auto root = files_.RealPath(source::DirectoryOf(directory_));
  const auto directory = files_.RealPath(source::DirectoryOf(path));
  if (!root || !directory || directory.value() != source::JoinPath(root.value(), ".migc/cache")) return true;
  if (!files_.IsFile(path)) return false;
  const auto file = files_.RealPath(path);
  return !file || file.value() != source::JoinPath(directory.value(), source::BaseName(path));
}

void RunCache::Store(const Entry& entry, std::string_view key) const {
  const std::string path = PathOf(entry.run);
  const std::string text = EntryText(entry, key);
  if (text.size() > kMaxEntryBytes) return;
  if (!files_.MakeDirectory(source::DirectoryOf(path))) return;
  if (LeadsElsewhere(path)) return;
  // What is in here belongs to nobody's repository.
  const std::string ignore = source::JoinPath(directory_, ".gitignore");
  if (!files_.IsFile(ignore) && !files_.WriteWhole(ignore, "*\n")) return;
  if (const auto written = files_.WriteWhole(path, text); !written) return;
}

}  // namespace migc::cache
