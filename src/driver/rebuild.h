// Rebuild: a command of migc run again, with everything that it would write kept in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "context.h"
#include "migc/project/project.h"

namespace migc::driver {

// True for the commands that write scripts, and nothing else.
bool MakesScripts(const std::string& command);

struct Rebuilt {
  int status = 0;
  std::string out;
  std::string err;
  std::map<std::string, std::string> files;  // of the directory after -o or --split, by their names in it
};

// Runs the words after `migc` on the project's files. Nothing is written to the disk.
Rebuilt RunAgain(Context& context, const project::Project& project, std::vector<std::string> command);

}  // namespace migc::driver
