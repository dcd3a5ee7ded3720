#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "migc/base/text.h"
#include "migc/source/file_system.h"
#include "write_all.h"

namespace migc::source {
namespace {

namespace fs = boost::filesystem;

base::Error ErrorOf(const std::string& path, int number) { return {path, std::generic_category().message(number)}; }
base::Error ErrorOf(const std::string& path, const boost::system::error_code& code) {
  return {path, code ? std::generic_category().message(code.value()) : std::string("failed")};
}

class FileHandle {
 public:
  explicit FileHandle(int handle) : handle_(handle) {}
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle() {
    if (handle_ >= 0) ::close(handle_);
  }
  bool ok() const { return handle_ >= 0; }
  int get() const { return handle_; }
  // Errors of a delayed write come out here on some file systems.
  bool Close() {
    int handle = handle_;
    handle_ = -1;
    return ::close(handle) == 0;
  }

 private:
  int handle_;
};

// Removes the file unless it was moved to its place.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!kept_) ::unlink(path_.c_str());
  }
  const std::string& path() const { return path_; }
  void Keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

// Removes a directory and the files that were put into it, unless it was moved to its place.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(std::string path) : path_(std::move(path)) {}
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    if (kept_) return;
    for (const std::string& file : files_) ::unlink(file.c_str());
    ::rmdir(path_.c_str());
  }
  const std::string& path() const { return path_; }
  // Where the file is to be written.
  const std::string& Add(const std::string& name) { return files_.emplace_back(JoinPath(path_, name)); }
  void Keep() { kept_ = true; }

 private:
  std::string path_;
  std::vector<std::string> files_;
  bool kept_ = false;
};

std::string Escaped(std::string_view name) {
  std::string shown;
  for (char byte : name) {
    auto value = static_cast<unsigned char>(byte);
    constexpr std::string_view kDigits = "0123456789abcdef";
    if (value >= 0x20 && value < 0x7F) {
      shown += byte;
    } else {
      shown.append("\\x").append(1, kDigits[value >> 4U]).append(1, kDigits[value & 15U]);
    }
  }
  return shown;
}

// A name beside `path` that nobody else has.
std::string TemporaryName(const std::string& path) {
  std::array<unsigned char, 6> random{};
  if (::getrandom(random.data(), random.size(), 0) < 0) random[0] = static_cast<unsigned char>(::getpid());
  std::string name = ".migc-";
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (unsigned char byte : random) name.append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
  return JoinPath(DirectoryOf(path), name + ".tmp");
}

// Makes the rename itself survive a power cut; a file system that cannot do that is no reason to fail.
void FlushDirectory(const std::string& path) {
  FileHandle directory(::open(DirectoryOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) ::fsync(directory.get());
}

// Writes and flushes the temporary file; 0 or an errno.
int FillTemporary(const std::string& temporary, std::string_view text, const struct stat* like) {
  FileHandle file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.ok()) return errno;
  if (!WriteAll(file.get(), text)) return errno;
  if (like != nullptr && ::fchmod(file.get(), like->st_mode & 07777U) != 0) return errno;
  if (::fsync(file.get()) != 0 && errno != EINVAL) return errno;
  return file.Close() ? 0 : errno;
}

// A pipe or a device has no former content to keep, and must not be replaced by a file.
base::Status WriteInPlace(const std::string& path, std::string_view text) {
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok()) return ErrorOf(path, errno);
  if (!WriteAll(file.get(), text)) return ErrorOf(path, errno);
  if (!file.Close()) return ErrorOf(path, errno);
  return base::Done{};
}

}  // namespace

base::Result<std::string> DiskFileSystem::Read(const std::string& path, std::uint64_t max_bytes) const {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return ErrorOf(path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return ErrorOf(path, errno);
  if (S_ISDIR(status.st_mode)) return ErrorOf(path, EISDIR);
  std::string limit = "at most " + std::to_string(max_bytes) + " are read";
  if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > max_bytes) {
    return base::Error{path, "it has " + std::to_string(status.st_size) + " bytes; " + limit};
  }
  std::string text;
  text.resize(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 1U << 16U);
  std::size_t used = 0;
  while (true) {
    if (used == text.size()) text.resize(text.size() * 2);
    ssize_t got = ::read(file.get(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return ErrorOf(path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    // Room was left after all that the file has: that was its end.
    if (used == static_cast<std::uint64_t>(status.st_size) && S_ISREG(status.st_mode)) break;
    if (used > max_bytes) return base::Error{path, "it has more bytes than are read; " + limit};
  }
  text.resize(used);
  return text;
}

// The standard library's iterator knows what an entry is from the directory itself; that of Boost 1.74 asks the disk once for each.
base::Result<std::vector<std::string>> DiskFileSystem::List(const std::string& directory) const {
  std::vector<std::string> names;
  std::error_code code;
  std::filesystem::directory_iterator entry(directory.empty() ? "." : directory, code);
  for (; !code && entry != std::filesystem::directory_iterator(); entry.increment(code)) {
    std::string name = entry->path().filename().string();
    if (base::FindInvalidUtf8(name))
      return base::Error{JoinPath(directory, Escaped(name)), "this file name is not UTF-8; rename it"};
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      names.push_back(name + "/");
    } else if (entry->is_regular_file(unknown) || !entry->exists(unknown)) {
      // A link that leads nowhere is listed, so that reading it says what is wrong.
      names.push_back(std::move(name));
    }
  }
  if (code) return base::Error{directory, code.message()};
  std::sort(names.begin(), names.end());
  return names;
}

bool DiskFileSystem::IsFile(const std::string& path) const {
  boost::system::error_code code;
  auto status = fs::status(path, code);
  return fs::exists(status) && !fs::is_directory(status);
}

bool DiskFileSystem::IsDirectory(const std::string& path) const {
  boost::system::error_code code;
  return fs::is_directory(path, code);
}

base::Result<std::string> DiskFileSystem::RealPath(const std::string& path) const {
  boost::system::error_code code;
  auto real = fs::canonical(path, code);
  if (code) return ErrorOf(path, code);
  return real.string();
}

base::Status DiskFileSystem::MakeDirectory(const std::string& path) {
  if (IsDirectory(path)) return base::Done{};  // Boost 1.74 refuses to make "."
  boost::system::error_code code;
  fs::create_directories(path, code);
  if (code) return ErrorOf(path, code);
  if (!IsDirectory(path)) return ErrorOf(path, ENOTDIR);
  return base::Done{};
}

base::Status DiskFileSystem::WriteWhole(const std::string& path, std::string_view text) {
  struct stat status {};
  bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return ErrorOf(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return WriteInPlace(path, text);
  // The author has said by its permissions that this file is not to be changed; a rename would not ask.
  if (exists && ::access(path.c_str(), W_OK) != 0) return ErrorOf(path, errno);
  std::string place = path;
  if (exists) {
    // A symbolic link stays one: what it leads to is replaced.
    auto real = RealPath(path);
    if (!real) return real.error();
    place = real.value();
  }
  TemporaryFile temporary(TemporaryName(place));
  if (int number = FillTemporary(temporary.path(), text, exists ? &status : nullptr); number != 0) return ErrorOf(path, number);
  if (::rename(temporary.path().c_str(), place.c_str()) != 0) return ErrorOf(path, errno);
  temporary.Keep();
  FlushDirectory(place);
  return base::Done{};
}

base::Status DiskFileSystem::Remove(const std::string& path) {
  if (::unlink(path.c_str()) != 0) return ErrorOf(path, errno);
  return base::Done{};
}

base::Status DiskFileSystem::CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) {
  std::string place = NormalPath(path);
  if (auto made = MakeDirectory(DirectoryOf(place)); !made) return made;
  if (IsDirectory(place)) {
    // A symbolic link stays one.
    auto real = RealPath(place);
    if (!real) return real.error();
    place = real.value();
  }
  TemporaryDirectory temporary(TemporaryName(place));
  if (::mkdir(temporary.path().c_str(), 0777) != 0) return ErrorOf(path, errno);
  for (const auto& [name, text] : files) {
    if (int number = FillTemporary(temporary.Add(name), text, nullptr); number != 0) return ErrorOf(JoinPath(path, name), number);
  }
  FlushDirectory(JoinPath(temporary.path(), "."));
  // rename() takes the place of an empty directory, and of no other (POSIX.1-2017).
  if (::rename(temporary.path().c_str(), place.c_str()) != 0) return ErrorOf(path, errno);
  temporary.Keep();
  FlushDirectory(place);
  return base::Done{};
}

base::Status DiskFileSystem::Create(const std::string& path, std::string_view text) {
  TemporaryFile temporary(TemporaryName(path));
  if (int number = FillTemporary(temporary.path(), text, nullptr); number != 0) return ErrorOf(path, number);
  // A link fails when the name is taken, so nobody's file is lost; a rename would replace it.
  if (::link(temporary.path().c_str(), path.c_str()) != 0) {
    bool no_links = errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK;
    if (!no_links) return ErrorOf(path, errno);
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return ErrorOf(path, EEXIST);
    if (::rename(temporary.path().c_str(), path.c_str()) != 0) return ErrorOf(path, errno);
    temporary.Keep();
  }
  FlushDirectory(path);
  return base::Done{};
}

}  // namespace migc::source
