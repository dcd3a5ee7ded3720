#include <set>

#include "migc/source/file_system.h"

namespace migc::source {
namespace {

// What every name below the directory starts with.
std::string PrefixOf(const std::string& directory) {
  std::string normal = NormalPath(directory);
  if (normal == ".") return "";
  return normal == "/" ? normal : normal + "/";
}

}  // namespace

base::Result<std::string> MemoryFileSystem::Read(const std::string& path, std::uint64_t max_bytes) const {
  auto found = files_.find(NormalPath(path));
  if (found == files_.end()) return base::Error{path, IsDirectory(path) ? "Is a directory" : "No such file or directory"};
  if (found->second.size() > max_bytes) {
    return base::Error{
        path, "it has " + std::to_string(found->second.size()) + " bytes; at most " + std::to_string(max_bytes) + " are read"};
  }
  return found->second;
}

base::Result<std::vector<std::string>> MemoryFileSystem::List(const std::string& directory) const {
  if (!IsDirectory(directory)) return base::Error{directory, IsFile(directory) ? "Not a directory" : "No such file or directory"};
  std::string prefix = PrefixOf(directory);
  std::set<std::string> names;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    std::string_view rest = std::string_view(file->first).substr(prefix.size());
    auto slash = rest.find('/');
    if (!rest.empty() && slash != 0) names.emplace(rest.substr(0, slash == std::string_view::npos ? slash : slash + 1));
  }
  return std::vector<std::string>(names.begin(), names.end());
}

bool MemoryFileSystem::IsFile(const std::string& path) const { return files_.contains(NormalPath(path)); }

bool MemoryFileSystem::IsDirectory(const std::string& path) const {
  std::string prefix = PrefixOf(path);
  if (prefix.empty()) return true;
  auto file = files_.lower_bound(prefix);
  return (file != files_.end() && file->first.starts_with(prefix)) || directories_.contains(NormalPath(path));
}

base::Result<std::string> MemoryFileSystem::RealPath(const std::string& path) const {
  if (!IsFile(path) && !IsDirectory(path)) return base::Error{path, "No such file or directory"};
  return NormalPath(path);
}

base::Status MemoryFileSystem::MakeDirectory(const std::string& path) {
  for (std::string at = NormalPath(path); at != "." && at != "/"; at = DirectoryOf(at)) {
    if (IsFile(at)) return base::Error{path, "Not a directory"};
    directories_.insert(at);
  }
  return base::Done{};
}

base::Status MemoryFileSystem::WriteWhole(const std::string& path, std::string_view text) {
  if (IsDirectory(path)) return base::Error{path, "Is a directory"};
  if (!IsDirectory(DirectoryOf(NormalPath(path)))) return base::Error{path, "No such file or directory"};
  files_.insert_or_assign(NormalPath(path), std::string(text));
  return base::Done{};
}

base::Status MemoryFileSystem::Remove(const std::string& path) {
  if (files_.erase(path) == 0) return base::Error{path, IsDirectory(path) ? "Is a directory" : "No such file or directory"};
  return base::Done{};
}

base::Status MemoryFileSystem::CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) {
  if (auto names = List(path); names && !names.value().empty()) return base::Error{path, "Directory not empty"};
  if (auto made = MakeDirectory(path); !made) return made;
  for (const auto& [name, text] : files) files_.insert_or_assign(JoinPath(NormalPath(path), name), text);
  return base::Done{};
}

base::Status MemoryFileSystem::Create(const std::string& path, std::string_view text) {
  if (IsFile(path)) return base::Error{path, "File exists"};
  return WriteWhole(path, text);
}

}  // namespace migc::source
