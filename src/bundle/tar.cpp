#include "migc/bundle/tar.h"

#include <fmt/format.h>

#include <array>

#include "migc/base/check.h"

namespace migc::bundle {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kRecord = 20 * kBlock;

class Header {
 public:
  Header() { bytes_.fill('\0'); }
  void Put(std::size_t offset, std::string_view text) {
    CHECK(offset + text.size() <= bytes_.size());
    for (std::size_t i = 0; i < text.size(); ++i) bytes_[offset + i] = text[i];
  }
  // Octal digits, as many as fit before the NUL at the end of the field.
  void PutNumber(std::size_t offset, std::size_t width, std::size_t number) {
    Put(offset, fmt::format("{:0{}o}", number, width - 1));
  }
  // The sum of all bytes, with the sum's own field as blanks.
  void PutSum() {
    Put(148, "        ");
    unsigned sum = 0;
    for (const char byte : bytes_) sum += static_cast<unsigned char>(byte);
    Put(148, fmt::format("{:06o}", sum));
    bytes_[154] = '\0';
  }
  std::string Take() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::array<char, kBlock> bytes_{};
};

std::string HeaderOf(const std::string& name, std::size_t size) {
  constexpr std::size_t kLongestName = 100;
  CHECK(name.size() <= kLongestName);
  Header header;
  header.Put(0, name);
  header.PutNumber(100, 8, 0644);
  header.PutNumber(108, 8, 0);  // uid
  header.PutNumber(116, 8, 0);  // gid
  header.PutNumber(124, 12, size);
  header.PutNumber(136, 12, 0);  // mtime
  header.Put(156, "0");          // a regular file
  header.Put(257, "ustar");
  header.Put(263, "00");
  header.PutSum();
  return header.Take();
}

void Pad(std::string& text, std::size_t unit) {
  if (text.size() % unit != 0) text.append(unit - text.size() % unit, '\0');
}

}  // namespace

std::string Tar(const std::map<std::string, std::string>& files) {
  std::string tar;
  for (const auto& [name, text] : files) {
    tar += HeaderOf(name, text.size());
    tar += text;
    Pad(tar, kBlock);
  }
  tar.append(2 * kBlock, '\0');
  Pad(tar, kRecord);
  return tar;
}

}  // namespace migc::bundle
