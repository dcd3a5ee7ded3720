// For libFuzzer: its own changes of bytes, and ours of words.
#include <algorithm>
#include <cstring>

#include "fuzz/fuzz.h"
#include "fuzz/mutate.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  if (seed % 4 == 0) return LLVMFuzzerMutate(data, size, most);
  static const std::vector<std::string> seeds = migc::fuzz::Seeds();
  std::mt19937 random(seed);
  const std::string changed = migc::fuzz::Mutate(migc::fuzz::TextOf(data, size), seeds[random() % seeds.size()], random);
  const std::size_t length = std::min(changed.size(), most);
  std::memcpy(data, changed.data(), length);
  return length;
}
