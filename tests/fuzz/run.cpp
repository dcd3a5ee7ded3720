// A main for a fuzz target where there is no libFuzzer: changed seeds for some seconds, or the files that are named.
//   fuzz_parse [--seconds N] [--seed N] [FILE…]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "fuzz/fuzz.h"
#include "fuzz/mutate.h"

namespace {

// The input at hand, for whoever finds this process dead.
void Keep(const std::string& text) {
  static const char* path = std::getenv("MIGC_FUZZ_KEEP");
  if (path != nullptr) std::ofstream(path, std::ios::binary) << text;
}

void Try(const std::string& text) {
  Keep(text);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

int RunFiles(const std::vector<std::string>& files) {
  for (const std::string& path : files) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      std::cerr << path << ": cannot be read\n";
      return 2;
    }
    std::ostringstream text;
    text << file.rdbuf();
    Try(text.str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  double seconds = 10;
  unsigned seed = 1;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--seconds") == 0 && i + 1 < argc) {
      seconds = std::atof(argv[++i]);
    } else if (std::strcmp(argv[i], "--seed") == 0 && i + 1 < argc) {
      seed = static_cast<unsigned>(std::atol(argv[++i]));
    } else {
      files.emplace_back(argv[i]);
    }
  }
  if (!files.empty()) return RunFiles(files);
  std::vector<std::string> pool = migc::fuzz::Seeds();
  for (const std::string& text : pool) Try(text);
  std::mt19937 random(seed);
  std::size_t runs = pool.size();
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (std::chrono::steady_clock::now() < end) {
    const std::string& text = pool[random() % pool.size()];
    std::string changed = migc::fuzz::Mutate(text, pool[random() % pool.size()], random);
    Try(changed);
    // Some go on being changed.
    if (random() % 16 == 0 && changed.size() < 20000) pool[random() % pool.size()] = std::move(changed);
    ++runs;
  }
  std::cout << runs << " inputs\n";
  return 0;
}
