// PrivateFile: a new file on the disk that its owner alone may read: a secret key.
#pragma once

#include <string>
#include <string_view>

#include "migc/base/result.h"

namespace migc::source {

// A file that is already there is an error. Nobody else can read it at any moment (mode 0600), whatever the umask.
base::Status CreatePrivateFile(const std::string& path, std::string_view text);

}  // namespace migc::source
