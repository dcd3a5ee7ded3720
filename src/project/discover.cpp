#include <algorithm>
#include <set>
#include <string>

#include "migc/project/project.h"

namespace migc::project {
namespace {

// Deeper than any real tree; a tree that is bound into itself is found by its real paths before that.
constexpr int kMaxDepth = 64;

class Lister {
 public:
  Lister(const Project& project, const source::FileSystem& files) : project_(project), files_(files) {
    if (project.model) model_ = source::NormalPath(project.model->value);
  }

  // `directory` is relative to the root of the project.
  base::Status Add(const std::string& directory, int depth) {
    std::string place = source::JoinPath(project_.root, directory);
    auto real = files_.RealPath(place);
    if (!real) return real.error();
    if (!seen_.insert(real.value()).second) return base::Done{};
    if (depth > kMaxDepth)
      return base::Error{place, "directories within each other are read " + std::to_string(kMaxDepth) + " deep"};
    auto names = files_.List(place);
    if (!names) return names.error();
    for (const auto& name : names.value()) {
      if (name.starts_with('.')) continue;
      std::string path = source::NormalPath(source::JoinPath(directory, name));
      if (!name.ends_with('/')) {
        if (name.ends_with(kExtension) && path != model_) paths_.insert(path);
      } else if (project_.recursive) {
        if (auto status = Add(path, depth + 1); !status) return status;
      }
    }
    return base::Done{};
  }

  std::vector<std::string> Take() { return {paths_.begin(), paths_.end()}; }

 private:
  const Project& project_;
  const source::FileSystem& files_;
  std::string model_;
  std::set<std::string> paths_;
  std::set<std::string> seen_;
};

}  // namespace

std::optional<std::string> FindConfig(const source::FileSystem& files) {
  auto real = files.RealPath(".");
  auto levels = real ? std::count(real.value().begin(), real.value().end(), '/') : 0;
  std::string directory = ".";
  for (std::ptrdiff_t level = 0; level <= levels; ++level) {
    std::string path = source::JoinPath(directory, kConfigName);
    if (files.IsFile(path)) return path;
    directory = directory == "." ? ".." : directory + "/..";
  }
  return std::nullopt;
}

base::Result<std::vector<std::string>> ListMigrations(const Project& project, const source::FileSystem& files) {
  Lister lister(project, files);
  for (const auto& directory : project.directories) {
    if (auto status = lister.Add(source::NormalPath(directory.value), 0); !status) return status.error();
  }
  return lister.Take();
}

}  // namespace migc::project
