#include "rebuild.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "migc/project/sum.h"

namespace migc::driver {
namespace {

// A directory that no file system has.
constexpr std::string_view kPlace = "/migc:again";

// What is written below kPlace stays in memory; nothing else can be written.
class CapturingFiles final : public source::FileSystem {
 public:
  explicit CapturingFiles(const source::FileSystem& files) : files_(files) {}

  base::Result<std::string> Read(const std::string& path, std::uint64_t max_bytes) const override {
    return Of(path).Read(path, max_bytes);
  }
  base::Result<std::vector<std::string>> List(const std::string& directory) const override { return Of(directory).List(directory); }
  // What was edited after it was sealed is compared too: that is what is asked.
  bool IsFile(const std::string& path) const override {
    return source::BaseName(path) != project::kSumName && Of(path).IsFile(path);
  }
  bool IsDirectory(const std::string& path) const override { return Of(path).IsDirectory(path); }
  base::Result<std::string> RealPath(const std::string& path) const override { return Of(path).RealPath(path); }
  base::Status MakeDirectory(const std::string& path) override {
    if (!Captured(path)) return Refusal(path);
    return written_.MakeDirectory(path);
  }
  base::Status WriteWhole(const std::string& path, std::string_view text) override {
    if (!Captured(path)) return Refusal(path);
    return written_.WriteWhole(path, text);
  }
  base::Status Create(const std::string& path, std::string_view text) override {
    if (!Captured(path)) return Refusal(path);
    return written_.Create(path, text);
  }
  base::Status Remove(const std::string& path) override {
    if (!Captured(path)) return Refusal(path);
    return written_.Remove(path);
  }
  base::Status CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) override {
    if (!Captured(path)) return Refusal(path);
    return written_.CreateDirectory(path, files);
  }

  std::map<std::string, std::string> Written() {
    std::map<std::string, std::string> written;
    for (auto& [path, text] : written_.files()) written.emplace(path.substr(std::min(kPlace.size() + 1, path.size())), text);
    return written;
  }

 private:
  static bool Captured(const std::string& path) {
    const std::string normal = source::NormalPath(path);
    return normal == kPlace || normal.starts_with(std::string(kPlace) + "/");
  }
  static base::Error Refusal(const std::string& path) { return {path, "nothing is written when a script is verified"}; }
  const source::FileSystem& Of(const std::string& path) const {
    if (Captured(path)) return written_;
    return files_;
  }

  const source::FileSystem& files_;
  source::MemoryFileSystem written_;
};

// A variable that another revision needs has no say in this one: any value will do, when nobody has set one.
void SetOpenVariables(const project::Project& project, std::map<std::string, std::string>& variables) {
  for (const auto& [name, value] : project.variables) {
    if (!value) variables.emplace("MIGC_VAR_" + name, "");
  }
}

}  // namespace

bool MakesScripts(const std::string& command) {
  static const std::set<std::string> commands = {"bundle", "compile", "ensure-version", "stamp"};
  return commands.contains(command);
}

Rebuilt RunAgain(Context& context, const project::Project& project, std::vector<std::string> command) {
  for (std::size_t i = 0; i + 1 < command.size(); ++i) {
    if (command[i] == "--split" || command[i] == "-o" || command[i] == "--output") command[i + 1] = kPlace;
  }
  command.insert(command.end(), {"--color", "never"});
  if (!context.globals().config.empty()) command.insert(command.end(), {"-c", context.globals().config});
  CapturingFiles files(context.files());
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in;
  Environment environment = context.environment();
  environment.files = &files;
  environment.out = &out;
  environment.err = &err;
  environment.in = &in;
  environment.out_is_terminal = false;
  environment.err_is_terminal = false;
  SetOpenVariables(project, environment.variables);
  Rebuilt rebuilt;
  rebuilt.status = Run(command, environment, context.backends());
  rebuilt.out = out.str();
  rebuilt.err = err.str();
  rebuilt.files = files.Written();
  return rebuilt;
}

}  // namespace migc::driver
