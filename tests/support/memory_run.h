// MemoryRun: a command of migc on files in memory, in this process. Nothing in it is random, and no clock is asked.
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "migc/driver/driver.h"
#include "migc/emit/backend.h"
#include "migc/source/file_system.h"

namespace migc::support {

// Every dialect's back end, as main.cpp registers them.
const std::vector<std::unique_ptr<emit::Backend>>& AllBackends();

// What a run takes from the outside, and where it writes. `files` must outlive it.
struct Outside {
  explicit Outside(source::MemoryFileSystem& files);
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;

  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in;
  driver::Environment environment;
};

struct Finished {
  int status = 0;
  std::string out;
  std::string err;
};

// `migc ARGUMENTS`; what it writes is in `files` afterwards.
Finished RunCommand(source::MemoryFileSystem& files, const std::vector<std::string>& arguments);

}  // namespace migc::support
