// FileSystem: the only door to the disk, so that every phase can be tested on files that exist in memory alone.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "migc/base/result.h"

namespace migc::source {

// Paths are UTF-8 with '/'; relative ones are relative to the working directory. Every error has the path and the reason.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // The whole file. A directory, a file larger than `max_bytes` or one that cannot be read is an error.
  virtual base::Result<std::string> Read(const std::string& path, std::uint64_t max_bytes) const = 0;
  // Names (not paths) of the regular files and directories in a directory, sorted by bytes; directories end in '/'.
  // Names that are not UTF-8 are an error that shows them escaped.
  virtual base::Result<std::vector<std::string>> List(const std::string& directory) const = 0;
  virtual bool IsFile(const std::string& path) const = 0;
  virtual bool IsDirectory(const std::string& path) const = 0;
  // The absolute path without symbolic links, to tell whether two paths are one place.
  virtual base::Result<std::string> RealPath(const std::string& path) const = 0;
  // Makes the directory and its parents; one that exists is no error.
  virtual base::Status MakeDirectory(const std::string& path) = 0;
  // The file is the whole text or as it was before: written beside its place, flushed, then moved there.
  virtual base::Status WriteWhole(const std::string& path, std::string_view text) = 0;
  // As WriteWhole, but a file that is already there is an error.
  virtual base::Status Create(const std::string& path, std::string_view text) = 0;
  // A file; one that is not there is an error.
  virtual base::Status Remove(const std::string& path) = 0;
  // A new directory with these files (name, text), whole or not at all: made beside its place, flushed, then moved there. Its
  // parents are made too. One that is there already must be empty.
  virtual base::Status CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) = 0;
};

class DiskFileSystem final : public FileSystem {
 public:
  base::Result<std::string> Read(const std::string& path, std::uint64_t max_bytes) const override;
  base::Result<std::vector<std::string>> List(const std::string& directory) const override;
  bool IsFile(const std::string& path) const override;
  bool IsDirectory(const std::string& path) const override;
  base::Result<std::string> RealPath(const std::string& path) const override;
  base::Status MakeDirectory(const std::string& path) override;
  base::Status WriteWhole(const std::string& path, std::string_view text) override;
  base::Status Create(const std::string& path, std::string_view text) override;
  base::Status Remove(const std::string& path) override;
  base::Status CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) override;
};

// For tests: a file's directories exist because the file does.
class MemoryFileSystem final : public FileSystem {
 public:
  base::Result<std::string> Read(const std::string& path, std::uint64_t max_bytes) const override;
  base::Result<std::vector<std::string>> List(const std::string& directory) const override;
  bool IsFile(const std::string& path) const override;
  bool IsDirectory(const std::string& path) const override;
  base::Result<std::string> RealPath(const std::string& path) const override;
  base::Status MakeDirectory(const std::string& path) override;
  base::Status WriteWhole(const std::string& path, std::string_view text) override;
  base::Status Create(const std::string& path, std::string_view text) override;
  base::Status Remove(const std::string& path) override;
  base::Status CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) override;

  std::map<std::string, std::string>& files() { return files_; }

 private:
  std::map<std::string, std::string> files_;
  std::set<std::string> directories_;  // those made by MakeDirectory
};

// "a/b" and "c" make "a/b/c"; an absolute second part stands alone; "." and "" as the first part add nothing.
std::string JoinPath(std::string_view directory, std::string_view name);
// The part after the last '/'.
std::string_view BaseName(std::string_view path);
// The part before the last '/', or "." when there is none.
std::string DirectoryOf(std::string_view path);
// By the text alone: no "." or "" parts, no ".." but at the start; "." for nothing.
std::string NormalPath(std::string_view path);

}  // namespace migc::source
