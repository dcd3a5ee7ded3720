#include "migc/source/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "write_all.h"

namespace migc::source {

base::Status CreatePrivateFile(const std::string& path, std::string_view text) {
  const auto error = [&](int number) { return base::Error{path, std::generic_category().message(number)}; };
  // O_EXCL: neither a file nor what a symbolic link leads to is written over.
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return error(errno);
  int failed = 0;
  if (::fchmod(file, 0600) != 0 || !WriteAll(file, text) || (::fsync(file) != 0 && errno != EINVAL)) failed = errno;
  if (::close(file) != 0 && failed == 0) failed = errno;
  if (failed == 0) return base::Done{};
  ::unlink(path.c_str());
  return error(failed);
}

}  // namespace migc::source
