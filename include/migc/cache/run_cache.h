// RunCache: the runs that a project's .migc/cache remembers.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/cache/entry.h"
#include "migc/source/file_system.h"

namespace migc::cache {

// Which code runs: the build ids (a digest that the linker makes) of the program and of every library that it has loaded. Empty
// when the program has none.
std::string ProgramIdentity();

// A digest of these, in this order.
std::string RunOf(const std::vector<std::string>& given);

using Variables = std::map<std::string, std::string>;
// FileSystem::Create for what its owner alone may read.
using CreatePrivate = std::function<base::Status(const std::string& path, std::string_view text)>;

// The secret of this user, in $XDG_CACHE_HOME or ~/.cache.
std::optional<std::string> FindKey(const source::FileSystem& files, const Variables& variables);
// A new one in its place; that of another run which was first; nothing when that cannot be.
std::optional<std::string> MakeKey(source::FileSystem& files, const Variables& variables, const CreatePrivate& create_private);

// At most 32 entries in as many files; a new one takes the place of what is in its file. Nothing that goes wrong here is worth an
// error: the run is done anew then.
class RunCache {
 public:
  // `root` is the project's directory.
  RunCache(source::FileSystem& files, const std::string& root);

  // The entry of the run, when the disk answers every one of its questions as it did then.
  std::optional<Entry> Find(const std::string& run, std::string_view key) const;
  void Store(const Entry& entry, std::string_view key) const;

 private:
  std::string PathOf(const std::string& run) const;
  bool LeadsElsewhere(const std::string& path) const;

  source::FileSystem& files_;
  std::string directory_;
};

}  // namespace migc::cache
