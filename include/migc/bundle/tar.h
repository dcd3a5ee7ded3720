// Tar: the files of a bundle as one: the same files give the same bytes, whoever makes it and whenever.
#pragma once

#include <map>
#include <string>

namespace migc::bundle {

// In ustar form (POSIX.1-2017, pax, "ustar Interchange Format"): regular files of mode 0644, without owner and time, in the order
// of their names. A name has at most 100 bytes.
std::string Tar(const std::map<std::string, std::string>& files);

}  // namespace migc::bundle
